"""What the operator looks at: one dashboard, and alarms beside it."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from aws_cdk import CfnOutput
from aws_cdk.aws_apigatewayv2 import IHttpApi
from aws_cdk.aws_cloudwatch import (
    Dashboard,
    GraphWidget,
    IMetric,
    IWidget,
    LogQueryVisualizationType,
    LogQueryWidget,
    Metric,
    TextWidget,
)
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_lambda import Function
from aws_cdk.aws_logs import ILogGroup
from constructs import Construct

from stacks.parts.alarm_topic import AlarmTopic
from stacks.parts.alarms import Alarms
from stacks.parts.metrics import faults, of_api, of_functions, of_table
from stacks.settings import Settings

WIDTH: Final = 24
HEIGHT: Final = 6
SLOW: Final = ("p50", "p99")
OF_EACH_OPERATION: Final = (
    "count(*) as calls",
    "sum(status >= 500) as failed",
    "sum(status >= 400 and status < 500) as refused",
    "pct(latencyMs, 50) as p50",
    "pct(latencyMs, 99) as p99",
)
KINDS_OF_REQUESTS: Final = ("GetItem", "Query", "TransactWriteItems")


class Monitoring(Construct):
    """A dashboard of few metrics, whatever the number of operations, and alarms to a topic."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        api: IHttpApi,
        access_log: ILogGroup,
        table: ITable,
        daily: Function,
    ) -> None:
        super().__init__(scope, id_)
        topic = AlarmTopic(self, "Topic", settings=settings).topic
        Alarms(self, "Alarms", settings=settings, api=api, table=table, daily=daily, topic=topic)
        dashboard = Dashboard(self, "Dashboard", dashboard_name=settings.account_wide_name)
        _section(dashboard, "API", _of_calls(api))
        dashboard.add_widgets(_each_operation(access_log))
        _section(
            dashboard, "Functions, all of the account's in this region", _of_functions(settings)
        )
        _section(dashboard, "Table", _of_requests(table))
        CfnOutput(scope, "AlarmTopicArn", value=topic.topic_arn)


_Graphs = Mapping[str, Sequence[Metric]]


def _of_calls(api: IHttpApi) -> _Graphs:
    return {
        "Calls": [of_api(api, "Count")],
        "Errors": [of_api(api, "4xx"), of_api(api, "5xx")],
        "Latency": [of_api(api, "Latency", statistic) for statistic in SLOW],
    }


def _of_functions(settings: Settings) -> _Graphs:
    return {
        "Invocations": [of_functions("Invocations")],
        "Errors and bugs": [of_functions("Errors"), faults(settings)],
        "Duration": [of_functions("Duration", statistic) for statistic in SLOW],
        "Concurrency": [
            of_functions("ConcurrentExecutions", "Maximum"),
            of_functions("Throttles"),
        ],
    }


def _of_requests(table: ITable) -> _Graphs:
    return {
        "Capacity used": [
            of_table(table, "ConsumedReadCapacityUnits"),
            of_table(table, "ConsumedWriteCapacityUnits"),
        ],
        "Throttled": [
            of_table(table, "ReadThrottleEvents"),
            of_table(table, "WriteThrottleEvents"),
        ],
        "Failed": [of_table(table, "SystemErrors", Operation=kind) for kind in KINDS_OF_REQUESTS],
        "Latency": [
            of_table(table, "SuccessfulRequestLatency", "p99", Operation=kind)
            for kind in KINDS_OF_REQUESTS
        ],
    }


def _section(dashboard: Dashboard, title: str, graphs: _Graphs) -> None:
    dashboard.add_widgets(cast("IWidget", TextWidget(markdown=f"# {title}", width=WIDTH, height=1)))
    dashboard.add_widgets(
        *(
            cast(
                "IWidget",
                GraphWidget(
                    title=title,
                    left=[cast("IMetric", metric) for metric in metrics],
                    width=WIDTH // len(graphs),
                    height=HEIGHT,
                ),
            )
            for title, metrics in graphs.items()
        )
    )


def _each_operation(access_log: ILogGroup) -> IWidget:
    """Show each route's calls, failures and slowness from the log, which are no metrics to pay."""
    return cast(
        "IWidget",
        LogQueryWidget(
            title="Each operation",
            log_group_names=[access_log.log_group_name],
            view=LogQueryVisualizationType.TABLE,
            query_lines=[
                f"stats {', '.join(OF_EACH_OPERATION)} by route",
                "sort calls desc",
            ],
            width=WIDTH,
            height=HEIGHT,
        ),
    )
