"""Metrics to be alarmed of that cdk-monitoring-constructs lacks, or adds up wrongly.

Its sum of DynamoDB's system errors leaves out transactions, which nearly all writes here are, and
has no value unless every kind of request fails at once, since CloudWatch adds nothing to a missing
value. A query over whatever exists has neither fault.
"""

from typing import Final

from aws_cdk import Duration
from aws_cdk.aws_cloudwatch import ComparisonOperator, MathExpression, TreatMissingData
from aws_cdk.aws_dynamodb import ITable
from cdk_monitoring_constructs import CustomMetricWithAlarm, CustomThreshold

PERIOD: Final = Duration.minutes(5)


def table_system_errors(table: ITable) -> CustomMetricWithAlarm:
    """Count requests that DynamoDB itself failed."""
    return _alarmed("SystemErrors", "Critical", _over_operations("SystemErrors", table))


def table_throttles(table: ITable) -> CustomMetricWithAlarm:
    """Count requests throttled for the table's or an index's sake."""
    return _alarmed("ThrottledRequests", "Warning", _over_operations("ThrottledRequests", table))


def function_throttles() -> CustomMetricWithAlarm:
    """Count throttles of all the account's functions.

    They share the account's concurrency: one alarm tells as much as one a function.
    """
    query = 'SELECT SUM(Throttles) FROM SCHEMA("AWS/Lambda", FunctionName)'
    return _alarmed("Throttles", "Warning", _query(query, label="Throttles"))


def _over_operations(metric: str, table: ITable) -> MathExpression:
    query = (
        f'SELECT SUM({metric}) FROM SCHEMA("AWS/DynamoDB", Operation, TableName)'  # noqa: S608 - not SQL
        f" WHERE TableName = '{table.table_name}'"
    )
    return _query(query, label=metric)


def _query(query: str, *, label: str) -> MathExpression:
    return MathExpression(expression=query, using_metrics={}, label=label, period=PERIOD)


def _alarmed(name: str, severity: str, metric: MathExpression) -> CustomMetricWithAlarm:
    """Raise an alarm at the first occurrence; while nothing happens there is no value."""
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
