"""What the app costs a month on AWS, from what was measured and the public price list.

Every assumption about people is in `HABITS`, every price in prices.json; units per request come
from the cost part, bytes and calls per visit from the page part, resources that cost by the month
from the synth part.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import results
from bench.capacity import item_size
from bench.engine import set_environment
from bench.history import history, items
from tracker.expense import Expense

PRICES = Path(__file__).parent / "prices.json"
PEOPLE = (1, 100, 10_000)
GB = 1e9

HABITS = {
    "expenses added a month": 300,
    "edits a month": 15,
    "deletions a month": 5,
    "visits a month": 60,
    "other periods looked at a month": 60,
    "pages of the list a month": 120,
    "recurring expenses a month": 10,
    "years of history kept": 3,
}
"""Of one active person: ten expenses a day, as in the histories of the cost part, where nearly each
has a tag."""

LOOKING = {"people": 2, "hours a day": 1}
"""A household that shares a ledger, each with the page open on it, in sight."""

SECONDS_BETWEEN_LOOKS = 15
"""Whether anything has changed there (`web/src/data/store/live.js`)."""

DAYS = 30
"""Of a month; on each the daily run starts anew, for all people together."""

MEMORY_GB = 1.0
"""Of each function in production (cdk.json)."""

BILLED_SECONDS = 0.020
COLD_SECONDS = 1.0
"""Per call: the warm handler and DynamoDB's answers, generously; and a start. AWS bills starts."""

COLD_SHARE = {1: 0.5, 100: 0.05, 10_000: 0.005}
"""Calls that meet no warm worker: most of one person's, few of ten thousand people's."""

ANSWER_BYTES = 2e3
"""Of a call, as CloudFront sends it."""

LOG_BYTES_A_CALL = 1_200
"""The handler's line, Lambda's own three, the gateway's; as CloudWatch counts them."""

KEPT_OF_LOGS = 3 * 0.15
"""Gigabytes that are kept of one a month: three months, compressed."""

ITEM_OVERHEAD = 100
"""Bytes that DynamoDB adds to each item in a table or an index ("Item sizes and formats")."""

COPIES = 3
"""Of an expense: in the table and in two of its indexes."""

ASSETS_GB = 0.01

CUSTOM_METRICS = 3
"""That the functions count (`lambda_src/api/operation.py:counts`). One is billed by the hour in
which it is sent: here for every hour of the month."""

METRICS_OF_A_FREE_DASHBOARD = 50
"""A dashboard that refers to more is paid for, whatever else is free (CloudWatch pricing page)."""

SECONDS_OF_USE = 30 * 4 * 3600
"""Of a month: people are awake at the same hours. X-Ray records a call in each such second."""

TRACED_OF_THE_REST = 0.05
"""Of further calls in the same second: X-Ray's default rule, which Lambda's tracing follows."""


def measure() -> dict[str, Any]:
    """Work out the bill for each number of people."""
    set_environment()
    measured = results.read()
    prices = json.loads(PRICES.read_bytes())["prices"]
    bills: dict[str, Any] = {}
    for people in PEOPLE:
        amounts = _amounts(people, measured)
        bills[str(people)] = {
            "without_free_tier": _bill(amounts, prices, free=False),
            "with_free_tier": _bill(amounts, prices, free=True),
        }
    return {
        "habits": HABITS,
        "amounts_of_one": _amounts(1, measured),
        "bills": bills,
        "recurring": _recurring(measured, prices),
        "looking": _looking(measured, prices),
    }


def _looking(measured: dict[str, Any], prices: dict[str, Any]) -> dict[str, float]:
    """Say what a month of looks costs in dollars, whether others changed a shared ledger."""
    look = measured["cost"]["sizes"]["10000"]["app"]["whether a shared ledger changed"]
    hours = LOOKING["people"] * LOOKING["hours a day"] * DAYS
    looks = hours * 3600 // SECONDS_BETWEEN_LOOKS
    log_gigabytes = looks * LOG_BYTES_A_CALL / GB
    amounts = {
        "http_api_request": looks,
        "lambda_request": looks,
        "lambda_gb_second": looks * BILLED_SECONDS * MEMORY_GB,
        "dynamodb_read_unit": looks * look["read"],
        "cloudfront_request": looks,
        "cloudfront_gb": looks * ANSWER_BYTES / GB,
        "logs_gb": log_gigabytes,
        "logs_gb_month": log_gigabytes * KEPT_OF_LOGS,
        "xray_trace": _traces(looks),
    }
    return {
        "looks_a_month": looks,
        "without_free_tier": sum(_lines(amounts, prices, free=False).values()),
        "with_free_tier": sum(_lines(amounts, prices, free=True).values()),
    }


def _recurring(measured: dict[str, Any], prices: dict[str, Any]) -> dict[str, float]:
    """Say what recurring rules cost in dollars, where no free tier is left."""
    rule, run = rule_and_run(measured["cost"]["sizes"]["10000"]["app"])

    def usd(units: dict[str, float], seconds: float) -> float:
        amounts = {
            "dynamodb_write_unit": units["write"],
            "dynamodb_read_unit": units["read"],
            "lambda_gb_second": seconds * MEMORY_GB,
        }
        return sum(amount * prices[name]["usd"] for name, amount in amounts.items())

    return {
        "rule_a_month": usd(rule, BILLED_SECONDS),
        "runs_a_month": DAYS * (usd(run, COLD_SECONDS) + prices["lambda_request"]["usd"]),
        "schedule_a_month": DAYS * prices["scheduled_run"]["usd"],
    }


def _amounts(people: int, measured: dict[str, Any]) -> dict[str, float]:
    """Say how much of everything a month takes, by the names of the prices."""
    costs = measured["cost"]["sizes"]["10000"]["app"]
    visit = max(measured["page"]["sizes"].values(), key=lambda visit: visit["bytes"])
    counts = {
        "add, with a tag": HABITS["expenses added a month"],
        "edit, other category": HABITS["edits a month"],
        "delete, with a tag": HABITS["deletions a month"],
        # The page asks for the months around a period too, for the charts by month.
        "year overview": HABITS["visits a month"] + HABITS["other periods looked at a month"],
        "list, a page of 50": HABITS["pages of the list a month"],
    }
    # A visit asks for one summary, which is counted above, and for what is read in a unit.
    others_of_visits = HABITS["visits a month"] * (sum(measured["page"]["calls"].values()) - 1)
    calls = people * (sum(counts.values()) + others_of_visits)
    due = people * HABITS["recurring expenses a month"]
    rule, run = rule_and_run(costs)
    page_requests = people * HABITS["visits a month"] * visit["requests"]
    gigabytes = _table_gigabytes()
    log_gigabytes = calls * LOG_BYTES_A_CALL / GB
    cold = COLD_SHARE[people]
    referred = measured["synth"]["dashboard_metrics"]
    large = sum(metrics > METRICS_OF_A_FREE_DASHBOARD for metrics in referred)
    return {
        "lambda_gb_second": MEMORY_GB
        * (
            calls * (BILLED_SECONDS + cold * COLD_SECONDS)
            + due * BILLED_SECONDS
            + DAYS * COLD_SECONDS
        ),
        "lambda_request": calls + DAYS,
        "scheduled_run": DAYS,
        "http_api_request": calls,
        "dynamodb_write_unit": people
        * sum(count * costs[name]["write"] for name, count in counts.items())
        + due * rule["write"],
        "dynamodb_read_unit": people
        * (sum(count * costs[name]["read"] for name, count in counts.items()) + others_of_visits)
        + due * rule["read"]
        + DAYS * run["read"],
        "dynamodb_gb_month": people * gigabytes,
        # Global indexes are made anew by a restore, and not kept: they are not billed here.
        "dynamodb_pitr_gb_month": people
        * _table_gigabytes(unpaid=measured["synth"]["global_index_keys"]),
        "cloudfront_gb": people * HABITS["visits a month"] * visit["bytes"] / GB
        + calls * ANSWER_BYTES / GB,
        "cloudfront_request": calls + page_requests,
        "cloudfront_function": page_requests,
        **{
            f"cognito_{plan}_person": people if plan == measured["synth"]["cognito_plan"] else 0
            for plan in ("lite", "essentials")
        },
        "logs_gb": log_gigabytes,
        "logs_gb_month": log_gigabytes * KEPT_OF_LOGS,
        "alarm_metric_month": measured["synth"]["alarm_metrics"],
        "custom_metric_month": CUSTOM_METRICS,
        "dashboard_month": len(referred) - large,
        "large_dashboard_month": large,
        "xray_trace": _traces(calls),
        "s3_gb_month": ASSETS_GB,
        "s3_get": page_requests / 10,
    }


def rule_and_run(costs: dict[str, Any]) -> tuple[dict[str, float], dict[str, float]]:
    """Say what a rule that is due costs in units, and what each day's run costs besides."""
    run, with_one = costs["daily run, nothing due"], costs["daily run, one rule due"]
    return {kind: with_one[kind] - run[kind] for kind in ("read", "write")}, run


def _traces(calls: float) -> float:
    """Say how many calls X-Ray records: the first of each second, and a share of the rest."""
    first = min(calls, SECONDS_OF_USE)
    return first + (calls - first) * TRACED_OF_THE_REST


def _table_gigabytes(unpaid: Sequence[Sequence[str]] = ()) -> float:
    """Say how much one person's history takes up, but for indexes that are not counted."""
    return stored_bytes(history(3_650), unpaid) * HABITS["years of history kept"] / GB


def stored_bytes(recorded: list[Expense], unpaid: Sequence[Sequence[str]] = ()) -> int:
    """Say how much expenses take up, with all that goes with them and in every index."""
    kept = items("u" * 36, recorded)
    return sum((item_size(item) + ITEM_OVERHEAD) * _copies(item, unpaid) for item in kept)


def _copies(item: dict[str, Any], unpaid: Sequence[Sequence[str]]) -> int:
    """Say in how many places an item is."""
    if "by_date" not in item:
        return 1
    return COPIES - sum(all(key in item for key in keys) for keys in unpaid)


def _lines(amounts: dict[str, float], prices: dict[str, Any], *, free: bool) -> dict[str, float]:
    return {
        name: max(0.0, amount - (prices[name]["free"] if free else 0)) * prices[name]["usd"]
        for name, amount in amounts.items()
    }


def _bill(
    amounts: dict[str, float], prices: dict[str, Any], *, free: bool
) -> dict[str, dict[str, float] | float]:
    lines = _lines(amounts, prices, free=free)
    return {
        "lines": {name: round(usd, 4) for name, usd in lines.items()},
        "total": round(sum(lines.values()), 2),
    }
