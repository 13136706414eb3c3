"""The metrics that the dashboard shows and alarms watch.

Metrics of all functions together, not of each: the dashboard and the alarms cost the same however
many operations there are (docs/decisions/infra-monitoring.md).
"""

from typing import Final

from aws_cdk import Duration
from aws_cdk.aws_apigatewayv2 import IHttpApi
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_lambda import Function

from stacks.parts.operation_function import SERVICE, metrics_namespace
from stacks.settings import Settings

PERIOD: Final = Duration.minutes(5)
DAY: Final = Duration.days(1)


def of_api(api: IHttpApi, name: str, statistic: str = "Sum") -> Metric:
    """Return a metric of the HTTP API, over all of its routes."""
    return _metric("AWS/ApiGateway", name, statistic, ApiId=api.api_id)


def of_functions(name: str, statistic: str = "Sum") -> Metric:
    """Return a metric of Lambda, over all functions of the account in this region."""
    return _metric("AWS/Lambda", name, statistic)


def runs_of(function: Function) -> Metric:
    """Count how often a function was run, by day."""
    daily = _metric("AWS/Lambda", "Invocations", "Sum", FunctionName=function.function_name)
    return daily.with_(period=DAY)


def of_table(table: ITable, name: str, statistic: str = "Sum", **more: str) -> Metric:
    """Return a metric of the table and its local indexes."""
    return _metric("AWS/DynamoDB", name, statistic, TableName=table.table_name, **more)


def faults(settings: Settings) -> Metric:
    """Count bugs that the operations answered with 500: to Lambda, those are no errors."""
    return _metric(metrics_namespace(settings), "Faults", "Sum", service=SERVICE)


def _metric(namespace: str, name: str, statistic: str, **dimensions: str) -> Metric:
    words = [name, *(value for key, value in dimensions.items() if key == "Operation")]
    return Metric(
        namespace=namespace,
        metric_name=name,
        dimensions_map=dimensions or None,
        statistic=statistic,
        period=PERIOD,
        label=" ".join([*words, *([statistic] if statistic != "Sum" else [])]),
    )
