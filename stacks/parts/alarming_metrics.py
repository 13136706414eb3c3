"""Metrics with alarms that cdk-monitoring-constructs lacks, or adds up wrongly.

Its sum of DynamoDB's system errors leaves transactions out, which all writes here are, and has no
value unless every kind of request fails at once: CloudWatch adds nothing to a missing value.
"""

from typing import Final

from aws_cdk import Duration
from aws_cdk.aws_cloudwatch import ComparisonOperator, MathExpression, Metric, TreatMissingData
from aws_cdk.aws_dynamodb import ITable
from cdk_monitoring_constructs import CustomMetricWithAlarm, CustomThreshold

from stacks.parts.operation_function import SERVICE, metrics_namespace
from stacks.settings import Settings

PERIOD: Final = Duration.minutes(5)

# What the operations send, as DynamoDB's metrics call it.
TABLE_REQUESTS: Final = ("GetItem", "Query", "TransactWriteItems")


def table_system_errors(table: ITable) -> CustomMetricWithAlarm:
    """Count requests that DynamoDB itself failed."""
    return _alarmed("SystemErrors", "Critical", _over_requests("SystemErrors", table))


def table_throttles(table: ITable) -> CustomMetricWithAlarm:
    """Count requests throttled for the table's or an index's sake."""
    return _alarmed("ThrottledRequests", "Warning", _over_requests("ThrottledRequests", table))


def faults(settings: Settings) -> CustomMetricWithAlarm:
    """Count bugs that the operations answered with 500: to Lambda, those are no errors."""
    return _alarmed(
        "Faults", "Critical", _sum(metrics_namespace(settings), "Faults", service=SERVICE)
    )


def function_throttles() -> CustomMetricWithAlarm:
    """Count throttles of all the account's functions.

    They share the account's concurrency: one alarm tells as much as one a function.
    """
    return _alarmed("Throttles", "Warning", _sum("AWS/Lambda", "Throttles"))


def _over_requests(name: str, table: ITable) -> MathExpression:
    """Add up a metric over all kinds of requests.

    Alarms on DynamoDB's metrics stay as they are while data is missing, whatever they are told
    (`PutMetricAlarm`, `TreatMissingData`). Filled with zeros, they end when the errors do.
    """
    metrics = {
        f"m{number}": _sum("AWS/DynamoDB", name, TableName=table.table_name, Operation=request)
        for number, request in enumerate(TABLE_REQUESTS)
    }
    return MathExpression(
        expression=" + ".join(f"FILL({metric}, 0)" for metric in metrics),
        using_metrics={**metrics},
        label=name,
        period=PERIOD,
    )


def _sum(namespace: str, name: str, **dimensions: str) -> Metric:
    return Metric(
        namespace=namespace,
        metric_name=name,
        dimensions_map=dimensions,
        statistic="Sum",
        period=PERIOD,
        label=name,
    )


def _alarmed(name: str, severity: str, metric: MathExpression | Metric) -> CustomMetricWithAlarm:
    """Raise an alarm at the first occurrence."""
    return CustomMetricWithAlarm(
        alarm_friendly_name=name,
        metric=metric,
        add_alarm={
            severity: CustomThreshold(
                threshold=0,
                comparison_operator=ComparisonOperator.GREATER_THAN_THRESHOLD,
                treat_missing_data_override=TreatMissingData.NOT_BREACHING,
                evaluation_periods=1,
                datapoints_to_alarm=1,
            )
        },
    )
