"""The bill in the README is the one that was worked out."""

import json
import re
from http import HTTPStatus

import pytest

from api.operation import counts
from bench import results
from bench.money import (
    ANSWER_BYTES,
    BILLED_SECONDS,
    CUSTOM_METRICS,
    GB,
    KEPT_OF_LOGS,
    LOG_BYTES_A_CALL,
    MEMORY_GB,
    PRICES,
    SECONDS_BETWEEN_LOOKS,
    SECONDS_OF_USE,
    _traces,
    rule_and_run,
)
from bench.report import REPORT, text
from bench.report.costs import LINES
from bench.synth import billed_by_the_month
from local.settings import REPOSITORY

NOT_A_NUMBER = re.compile(r"[^0-9.]")


def readme_rows():
    """The numbers of each row of the README's table of costs, by the row's name."""
    chapter = (REPOSITORY / "README.md").read_text().split("## What it costs")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in chapter.splitlines() if line[:1] == "|"]
    return {
        name.strip("* "): [NOT_A_NUMBER.sub("", cell) for cell in cells] for name, *cells in rows
    }


def test_the_readme_shows_the_bill_that_was_worked_out():
    bills = results.read()["money"]["bills"]
    rows = readme_rows()
    assert rows["active people"] == list(bills)
    for name, prices in LINES.items():
        assert rows[name] == [
            f"{sum(bill['with_free_tier']['lines'][price] for price in prices):.2f}"
            for bill in bills.values()
        ]
    for name, kind in (
        ("together", "with_free_tier"),
        ("together, where no free tier is left", "without_free_tier"),
    ):
        assert rows[name] == [f"{bill[kind]['total']:.2f}" for bill in bills.values()]


def test_the_readme_begins_with_what_many_people_cost_each():
    people, bill = list(results.read()["money"]["bills"].items())[-1]
    cents = 100 * bill["with_free_tier"]["total"] / int(NOT_A_NUMBER.sub("", people))
    assert f"{cents:.1f} cents a person" in (REPOSITORY / "README.md").read_text()


def test_the_report_is_written_from_the_same_results():
    assert REPORT.read_text() == text(results.read())


def test_a_rule_costs_what_a_run_with_it_costs_more():
    costs = {
        "daily run, nothing due": {"read": 8.0, "write": 0},
        "daily run, one rule due": {"read": 9.0, "write": 12},
    }
    assert rule_and_run(costs) == ({"read": 1.0, "write": 12}, {"read": 8.0, "write": 0})


def test_every_price_has_its_source():
    prices = json.loads(PRICES.read_bytes())["prices"]
    assert set(prices) == {price for line in LINES.values() for price in line}
    assert all(price["source"] and price["unit"] for price in prices.values())


def assembly(folder, *, metrics, plan):
    """A stage's templates, as they lie in an assembly within an assembly."""
    alike = [["AWS/Lambda", f"Metric{n}"] for n in range(metrics)]
    graphs = [[*alike, [{"expression": "a / b"}]], alike]
    text = json.dumps({"widgets": [{"properties": {"metrics": graph}} for graph in graphs]})
    before, *after = text.split("Metric0")
    body = [before, *(part for rest in after for part in ({"Ref": "Api"}, rest))]
    index = {"KeySchema": [{"AttributeName": "due"}, {"AttributeName": "due_owner"}]}
    alarm = {"Metrics": [{"MetricStat": {}}, {"Expression": "a / b"}, {"MetricStat": {}}]}
    properties = {
        "AWS::Cognito::UserPool": {"UserPoolTier": plan} if plan else {},
        "AWS::CloudWatch::Dashboard": {"DashboardBody": {"Fn::Join": ["", body]}},
        "AWS::CloudWatch::Alarm": alarm,
        "AWS::DynamoDB::GlobalTable": {"GlobalSecondaryIndexes": [index]},
    }
    resources = {kind: {"Type": kind, "Properties": it} for kind, it in properties.items()}
    resources["One"] = {"Type": "AWS::CloudWatch::Alarm", "Properties": {"MetricName": "Errors"}}
    (folder / "assembly-prod").mkdir()
    template = folder / "assembly-prod" / "All.template.json"
    template.write_text(json.dumps({"Resources": resources}))
    return folder


@pytest.mark.parametrize(
    ("named", "plan"), [("LITE", "lite"), ("ESSENTIALS", "essentials"), (None, "essentials")]
)
def test_what_is_paid_by_the_month_is_read_from_the_templates(tmp_path, named, plan):
    assert billed_by_the_month(assembly(tmp_path, metrics=51, plan=named)) == {
        "alarm_metrics": 3,
        "dashboard_metrics": [51],
        "cognito_plan": plan,
        "global_index_keys": [["due", "due_owner"]],
    }


def test_every_metric_that_functions_count_is_paid():
    assert len(counts(HTTPStatus.OK, 0)) == CUSTOM_METRICS


def test_traces_are_the_first_call_of_a_second_and_a_share_of_the_rest():
    assert _traces(620) == 620
    assert _traces(SECONDS_OF_USE + 1_000) == SECONDS_OF_USE + 50


def lines_of_a_month(calls, *, read=0, write=0):
    """What calls without a pause cost in dollars, by the names of the prices."""
    prices = json.loads(PRICES.read_bytes())["prices"]
    amounts = {
        "http_api_request": calls,
        "lambda_request": calls,
        "lambda_gb_second": calls * BILLED_SECONDS * MEMORY_GB,
        "logs_gb": calls * LOG_BYTES_A_CALL / GB,
        "xray_trace": _traces(calls),
        "dynamodb_read_unit": calls * read,
        "dynamodb_write_unit": calls * write,
    }
    return {name: amount * prices[name]["usd"] for name, amount in amounts.items()}


def test_the_guide_tells_what_the_throttle_lets_people_spend():
    calls = 20 * 86_400 * 30
    guide = (REPOSITORY / "docs" / "operations.md").read_text()
    (row,) = re.findall(
        r"^\| `throttle_rate`, `throttle_burst` .*what they allow.*", guide, re.MULTILINE
    )
    costs = {
        name: {"read": it["read"], "write": it["write"]}
        for name, it in results.read()["cost"]["sizes"]["10000"]["app"].items()
    }
    # Whatever is set without a count is one item in a transaction: two units.
    setting = lines_of_a_month(calls, read=1, write=2)
    told = {
        "some {} where they read lists": lines_of_a_month(calls, **costs["list, a page of 50"]),
        "{} where they set budgets": setting,
        "{} where they add": lines_of_a_month(calls, **costs["add"]),
    }
    for words, lines in told.items():
        assert words.format(int(round(sum(lines.values()), -1))) in row
    searching = lines_of_a_month(calls, **costs["search that finds nothing"])
    assert f"{round(searching['dynamodb_read_unit'], -2):,.0f} of read units" in row
    section = guide.split("## A person reaches a ceiling")[1].split("\n## ")[0]
    for text_ in (row, section):
        assert f"{setting['dynamodb_write_unit']:.0f} of write units" in text_
        assert f"{setting['http_api_request']:.0f} of the gateway" in text_
    assert f"some {round(sum(setting.values()), -1):.0f} US dollars" in section


def test_a_page_looks_as_often_as_is_reckoned_with():
    live = (REPOSITORY / "web" / "src" / "data" / "store" / "live.js").read_text()
    (milliseconds,) = re.findall(r"LOOK_MS = ([\d_]+);", live)
    assert int(milliseconds) == 1000 * SECONDS_BETWEEN_LOOKS


def test_the_guides_tell_what_looking_at_a_shared_ledger_costs():
    looking = results.read()["money"]["looking"]
    assert looking["looks_a_month"] == 2 * 30 * 3600 / 15
    docs = REPOSITORY / "docs"
    for guide in (docs / "operations.md", docs / "decisions" / "shared-ledgers.md"):
        text_ = " ".join(guide.read_text().split())
        assert f"{looking['looks_a_month']:,} times a month" in text_
        assert f"some {100 * looking['with_free_tier']:.0f} US cents" in text_
        assert f"{100 * looking['without_free_tier']:.0f} where no free tier is left" in text_


def test_looks_cost_what_as_many_calls_do_and_their_way_through_the_edge():
    looking = results.read()["money"]["looking"]
    looks = looking["looks_a_month"]
    prices = json.loads(PRICES.read_bytes())["prices"]
    edge = prices["cloudfront_request"]["usd"] + ANSWER_BYTES / GB * prices["cloudfront_gb"]["usd"]
    kept = looks * LOG_BYTES_A_CALL / GB * KEPT_OF_LOGS * prices["logs_gb_month"]["usd"]
    calls = sum(lines_of_a_month(looks, read=1).values())
    assert looking["without_free_tier"] == pytest.approx(calls + kept + looks * edge)


def test_the_deployed_plan_alone_is_paid_and_a_large_dashboard_is():
    part = results.read()
    lines = part["money"]["bills"]["10000"]["without_free_tier"]["lines"]
    plans = {plan for plan in ("lite", "essentials") if lines[f"cognito_{plan}_person"]}
    assert plans == {part["synth"]["cognito_plan"]}
    large = [metrics for metrics in part["synth"]["dashboard_metrics"] if metrics > 50]
    assert lines["large_dashboard_month"] == 3 * len(large)
