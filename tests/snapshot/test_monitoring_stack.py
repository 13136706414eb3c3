"""Alarms, and who hears of them."""

import json
import re

import pytest

from bench.billed_metrics import alarm_metrics
from stacks.parts.http_api import ACCESS_LOG_FIELDS
from tests.snapshot.synthesis import synthesize


def alarms(cloud):
    found = cloud["Operations"].resources("AWS::CloudWatch::Alarm").values()
    return {it["Properties"]["AlarmName"]: it["Properties"] for it in found}


def alarm(cloud, *words):
    (found,) = (it for name, it in alarms(cloud).items() if all(word in name for word in words))
    return found


def metrics_of(found):
    """The metrics that an alarm watches, each once."""
    if "MetricName" in found:
        return [found]
    return [it["MetricStat"]["Metric"] for it in found["Metrics"] if "MetricStat" in it]


def test_alarms_watch_no_more_metrics_than_an_account_has_free(cloud):
    assert alarm_metrics(cloud["Operations"].body["Resources"].values()) == 10


def test_the_share_of_failed_calls_has_an_alarm(cloud):
    ratio = alarm(cloud, "ApiFaultRate")
    assert ratio["Threshold"] == 0.01
    total, *sums = sorted(ratio["Metrics"], key=lambda it: "MetricStat" in it)
    assert total["Expression"] == "IF(calls > 0, FILL(failed, 0) / calls, 0)"
    assert {it["MetricStat"]["Metric"]["MetricName"] for it in sums} == {"5xx", "Count"}
    assert {it["MetricStat"]["Stat"] for it in sums} == {"Sum"}


def test_slow_answers_have_an_alarm(cloud):
    slow = alarm(cloud, "ApiLatencyP99")
    assert slow["Threshold"] == 3000  # milliseconds
    stat = slow.get("ExtendedStatistic") or slow["Metrics"][0]["MetricStat"]["Stat"]
    assert stat == "p99"


@pytest.mark.parametrize(("name", "metric"), [("Errors", "Errors"), ("Throttles", "Throttles")])
def test_errors_and_throttles_of_any_function_have_an_alarm(cloud, name, metric):
    found = alarm(cloud, f"Function{name}")
    (watched,) = metrics_of(found)
    assert (watched["Namespace"], watched["MetricName"]) == ("AWS/Lambda", metric)
    assert not watched.get("Dimensions")
    assert (found["Threshold"], found["DatapointsToAlarm"]) == (0, 1)


def test_a_bug_that_an_operation_answered_has_an_alarm(cloud):
    found = alarm(cloud, "Faults")
    assert (found["Threshold"], found["DatapointsToAlarm"]) == (0, 1)
    (metric,) = metrics_of(found)
    for name, function in cloud["Operations"].resources("AWS::Lambda::Function").items():
        sent_to = function["Properties"]["Environment"]["Variables"]
        assert metric["Namespace"] == sent_to["POWERTOOLS_METRICS_NAMESPACE"], name
        assert metric["Dimensions"] == [
            {"Name": "service", "Value": sent_to["POWERTOOLS_SERVICE_NAME"]}
        ]


@pytest.mark.parametrize(
    ("name", "metrics", "expression"),
    [
        ("TableSystemErrors", ["SystemErrors"], "FILL(writes, 0)"),
        (
            "TableThrottles",
            ["ReadThrottleEvents", "WriteThrottleEvents"],
            "FILL(reads, 0) + FILL(writes, 0)",
        ),
    ],
)
def test_failed_and_throttled_requests_to_the_table_have_an_alarm(cloud, name, metrics, expression):
    """With no need that reads and writes are throttled at once."""
    found = alarm(cloud, name)
    assert (found["Threshold"], found["DatapointsToAlarm"]) == (0, 1)
    (total,) = (it for it in found["Metrics"] if "Expression" in it)
    assert total["Expression"] == expression
    assert sorted(it["MetricName"] for it in metrics_of(found)) == metrics


def test_a_daily_run_that_never_comes_has_an_alarm(cloud):
    found = alarm(cloud, "DailyRunMissing")
    (schedule,) = cloud["Operations"].resources("AWS::Events::Rule").values()
    (target,) = schedule["Properties"]["Targets"]
    (function, _) = target["Arn"]["Fn::GetAtt"]
    (metric,) = metrics_of(found)
    assert (metric["Namespace"], metric["MetricName"]) == ("AWS/Lambda", "Invocations")
    assert metric["Dimensions"] == [{"Name": "FunctionName", "Value": {"Ref": function}}]
    (watched,) = (it["MetricStat"] for it in found["Metrics"])
    assert (watched["Stat"], watched["Period"], found["Threshold"]) == ("Sum", 24 * 60 * 60, 0)
    assert found["ComparisonOperator"] == "LessThanOrEqualToThreshold"
    assert (found["EvaluationPeriods"], found["DatapointsToAlarm"]) == (2, 2)


def test_a_schedule_that_rests_has_none():
    resting = synthesize(stage="prod", throttle_rate="0", throttle_burst="0")
    assert not [name for name in alarms(resting) if name.endswith("DailyRunMissing")]


def test_every_alarm_goes_to_the_topic(cloud):
    (topic,) = cloud["Operations"].resources("AWS::SNS::Topic")
    for it in alarms(cloud).values():
        assert it.get("ActionsEnabled", True) is True
        assert it["AlarmActions"] == [{"Ref": topic}]


def test_no_data_is_no_alarm_but_of_what_runs_every_day(cloud):
    told = {name: it["TreatMissingData"] for name, it in alarms(cloud).items()}
    (of_runs,) = (name for name in told if name.endswith("DailyRunMissing"))
    assert told.pop(of_runs) == "breaching"
    assert set(told.values()) == {"notBreaching"}


def test_the_topic_is_reached_over_tls_only(cloud):
    (policy,) = cloud["Operations"].resources("AWS::SNS::TopicPolicy").values()
    statements = policy["Properties"]["PolicyDocument"]["Statement"]
    assert any(it["Effect"] == "Deny" and "SecureTransport" in json.dumps(it) for it in statements)


def test_alarms_may_publish_to_the_topic(cloud):
    """The policy that demands TLS replaces the default one, by which they might."""
    policy = cloud["Operations"].only("AWS::SNS::TopicPolicy")["PolicyDocument"]
    (allowed,) = (it for it in policy["Statement"] if it["Effect"] == "Allow")
    assert allowed["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    assert allowed["Action"] == "sns:Publish"
    assert allowed["Condition"] == {
        "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    }


def test_the_operator_hears_of_alarms_once_there_is_an_address(cloud):
    assert not cloud["Operations"].resources("AWS::SNS::Subscription")
    told = synthesize(stage="prod", alarm_email="operator@example.com")["Operations"]
    subscription = told.only("AWS::SNS::Subscription")
    assert (subscription["Protocol"], subscription["Endpoint"]) == ("email", "operator@example.com")


def dashboard(cloud):
    """The widgets of the one dashboard."""
    body = cloud["Operations"].only("AWS::CloudWatch::Dashboard")["DashboardBody"]
    parts = [it if isinstance(it, str) else "known-when-deployed" for it in body["Fn::Join"][1]]
    return json.loads("".join(parts))["widgets"]


def test_the_dashboard_shows_every_operation_without_a_metric_of_each(cloud):
    (table,) = (it["properties"] for it in dashboard(cloud) if it["type"] == "log")
    for field in re.findall(r"(status|latencyMs|route)\b", table["query"]):
        assert field in ACCESS_LOG_FIELDS
    assert "by route" in table["query"]


def test_the_dashboard_shows_no_more_metrics_than_are_free(cloud):
    shown = sum(len(it["properties"].get("metrics", [])) for it in dashboard(cloud))
    assert 15 <= shown <= 50


def test_the_dashboard_is_named_by_stage_and_region(cloud):
    """An account's dashboards share one list over all regions."""
    name = cloud["Operations"].only("AWS::CloudWatch::Dashboard")["DashboardName"]
    assert name in ("expense-tracker-dev-ap-south-1", "expense-tracker-prod-ap-south-1")


def test_prods_budget_is_watched_once_somebody_is_to_be_told(cloud):
    assert not cloud["Operations"].resources("AWS::Budgets::Budget")
    told = synthesize(stage="prod", alarm_email="operator@example.com")
    budget = told["Operations"].only("AWS::Budgets::Budget")
    assert budget["Budget"]["BudgetLimit"] == {"Amount": 5, "Unit": "USD"}
    assert budget["Budget"]["TimeUnit"] == "MONTHLY"
    notified = {
        (it["Notification"]["NotificationType"], it["Notification"]["Threshold"])
        for it in budget["NotificationsWithSubscribers"]
    }
    assert notified == {("ACTUAL", 80), ("FORECASTED", 100)}
    for it in budget["NotificationsWithSubscribers"]:
        assert it["Subscribers"] == [
            {"SubscriptionType": "EMAIL", "Address": "operator@example.com"}
        ]
