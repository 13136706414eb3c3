"""Alarms, and who hears of them."""

import json

import pytest

from stacks.operations import PERMISSIONS
from tests.snapshot.synthesis import synthesize


def alarms(cloud):
    found = cloud["Monitoring"].resources("AWS::CloudWatch::Alarm").values()
    return {it["Properties"]["AlarmName"]: it["Properties"] for it in found}


def alarm(cloud, *words):
    (found,) = (it for name, it in alarms(cloud).items() if all(word in name for word in words))
    return found


def test_the_share_of_failed_calls_has_an_alarm(cloud):
    ratio = alarm(cloud, "-Api-", "Fault-Rate")
    assert ratio["Threshold"] == 0.01
    assert ratio["Metrics"][0]["MetricStat"]["Metric"]["MetricName"] == "5xx"
    # The mean of a metric that is 1 for a failed call and 0 for another is their share.
    assert ratio["Metrics"][0]["MetricStat"]["Stat"] == "Average"


def test_slow_answers_have_an_alarm(cloud):
    slow = alarm(cloud, "-Api-", "Latency-P99")
    assert slow["Threshold"] == 3000  # milliseconds
    assert slow["Metrics"][0]["MetricStat"]["Stat"] == "p99"


@pytest.mark.parametrize("operation", sorted(PERMISSIONS))
def test_errors_of_each_function_have_an_alarm(cloud, operation):
    name = operation.title().replace("_", "")
    errors = alarm(cloud, f"-{name}-", "Fault-Count")
    assert errors["Threshold"] == 0
    assert errors["ComparisonOperator"] == "GreaterThanThreshold"
    assert errors["DatapointsToAlarm"] == 1


def test_a_bug_that_an_operation_answered_has_an_alarm(cloud):
    found = alarm(cloud, "-Operations-", "Faults")
    assert (found["Threshold"], found["DatapointsToAlarm"]) == (0, 1)
    (metric,) = (it["MetricStat"]["Metric"] for it in found["Metrics"])
    for name, function in cloud["Api"].resources("AWS::Lambda::Function").items():
        sent_to = function["Properties"]["Environment"]["Variables"]
        assert metric["Namespace"] == sent_to["POWERTOOLS_METRICS_NAMESPACE"], name
        assert metric["Dimensions"] == [
            {"Name": "service", "Value": sent_to["POWERTOOLS_SERVICE_NAME"]}
        ]


@pytest.mark.parametrize("metric", ["SystemErrors", "ThrottledRequests"])
def test_failed_and_throttled_requests_to_the_table_have_an_alarm(cloud, metric):
    """Of every kind that the operations send, with no need that all fail at once."""
    found = alarm(cloud, "-Table-", metric)
    assert (found["Threshold"], found["DatapointsToAlarm"]) == (0, 1)
    total, *parts = sorted(found["Metrics"], key=lambda it: it["ReturnData"], reverse=True)
    assert total["Expression"] == "FILL(m0, 0) + FILL(m1, 0) + FILL(m2, 0)"
    assert {it["MetricStat"]["Metric"]["MetricName"] for it in parts} == {metric}
    kinds = {
        dimension["Value"]
        for it in parts
        for dimension in it["MetricStat"]["Metric"]["Dimensions"]
        if dimension["Name"] == "Operation"
    }
    assert kinds == {"GetItem", "Query", "TransactWriteItems"}


def test_throttled_functions_have_an_alarm(cloud):
    found = alarm(cloud, "-Lambda-", "Throttles")
    assert (found["Threshold"], found["DatapointsToAlarm"]) == (0, 1)


def test_every_alarm_goes_to_the_topic(cloud):
    (topic,) = cloud["Monitoring"].resources("AWS::SNS::Topic")
    for it in alarms(cloud).values():
        assert it["ActionsEnabled"] is True
        assert it["AlarmActions"] == [{"Ref": topic}]


def test_no_data_is_no_alarm(cloud):
    for it in alarms(cloud).values():
        assert it["TreatMissingData"] == "notBreaching"


def test_the_topic_is_reached_over_tls_only(cloud):
    (policy,) = cloud["Monitoring"].resources("AWS::SNS::TopicPolicy").values()
    statements = policy["Properties"]["PolicyDocument"]["Statement"]
    assert any(it["Effect"] == "Deny" and "SecureTransport" in json.dumps(it) for it in statements)


def test_alarms_may_publish_to_the_topic(cloud):
    """The policy that demands TLS replaces the default one, by which they might."""
    policy = cloud["Monitoring"].only("AWS::SNS::TopicPolicy")["PolicyDocument"]
    (allowed,) = (it for it in policy["Statement"] if it["Effect"] == "Allow")
    assert allowed["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
    assert allowed["Action"] == "sns:Publish"
    assert allowed["Condition"] == {
        "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    }


def test_the_operator_hears_of_alarms_once_there_is_an_address(cloud):
    assert not cloud["Monitoring"].resources("AWS::SNS::Subscription")
    told = synthesize(stage="prod", alarm_email="operator@example.com")["Monitoring"]
    subscription = told.only("AWS::SNS::Subscription")
    assert (subscription["Protocol"], subscription["Endpoint"]) == ("email", "operator@example.com")


def test_there_is_one_dashboard_and_it_shows_every_operation(cloud):
    body = json.dumps(cloud["Monitoring"].only("AWS::CloudWatch::Dashboard")["DashboardBody"])
    for operation in PERMISSIONS:
        assert operation in body
