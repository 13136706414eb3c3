"""What the operator looks at, and what wakes them.

Failures of recurring jobs join when there are such jobs.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from aws_cdk import Aws, CfnOutput, Duration, Stack
from aws_cdk.aws_dynamodb import ITable
from cdk_monitoring_constructs import (
    AlarmFactoryDefaults,
    CustomMetricGroup,
    DefaultDashboardFactory,
    ErrorCountThreshold,
    ErrorRateThreshold,
    IDynamicDashboardFactory,
    LatencyThreshold,
    MetricFactoryDefaults,
    MonitoringFacade,
    SnsAlarmActionStrategy,
)
from constructs import Construct

from stacks.parts.alarm_topic import AlarmTopic
from stacks.parts.alarming_metrics import (
    PERIOD,
    faults,
    function_throttles,
    table_system_errors,
    table_throttles,
)
from stacks.parts.http_api import PublicHttpApi
from stacks.parts.operation_function import OperationFunction
from stacks.settings import Settings

if TYPE_CHECKING:
    from aws_cdk.aws_lambda import IFunction

# More than one answer in a hundred failing, or one in a hundred slower than people wait for,
# twice within a quarter of an hour: a single failure in the quiet of the night is not an outage.
EVALUATION_PERIODS: Final = 3
DATAPOINTS_TO_ALARM: Final = 2
MOST_5XX_RATIO: Final = 0.01
LONGEST_P99: Final = Duration.seconds(3)


class MonitoringStack(Stack):
    """A dashboard, and alarms that go to a topic."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        http: PublicHttpApi,
        functions: Mapping[str, OperationFunction],
        table: ITable,
    ) -> None:
        super().__init__(
            scope,
            id_,
            description=f"Expense tracker, {settings.stage}: dashboard and alarms",
            tags=settings.tags,
        )
        topic = AlarmTopic(self, "Alarms", settings=settings).topic
        monitoring = self._facade(settings, SnsAlarmActionStrategy(on_alarm_topic=topic))

        monitoring.add_large_header("API")
        monitoring.monitor_api_gateway_v2_http_api(
            api=http.api,
            human_readable_name="API",
            alarm_friendly_name="Api",
            add5xx_rate_alarm={"Critical": ErrorRateThreshold(max_error_rate=MOST_5XX_RATIO)},
            add_latency_p99_alarm={"Warning": LatencyThreshold(max_latency=LONGEST_P99)},
        )

        monitoring.add_large_header("Operations")
        for name, function in functions.items():
            monitoring.monitor_lambda_function(
                lambda_function=cast("IFunction", function.function),
                human_readable_name=name,
                alarm_friendly_name=name.title().replace("_", ""),
                # Handlers answer all that they meet, bugs too (counted below): what escapes them is
                # a time-out, a lack of memory, or code that does not even load.
                add_fault_count_alarm={
                    "Critical": ErrorCountThreshold(
                        max_error_count=0, evaluation_periods=1, datapoints_to_alarm=1
                    )
                },
            )
        monitoring.monitor_custom(
            human_readable_name="Bugs, answered with 500",
            alarm_friendly_name="Operations",
            metric_groups=[CustomMetricGroup(title="Faults", metrics=[faults(settings)])],
        )
        monitoring.monitor_custom(
            human_readable_name="Throttled functions, all of the account's",
            alarm_friendly_name="Lambda",
            metric_groups=[CustomMetricGroup(title="Throttles", metrics=[function_throttles()])],
        )

        monitoring.add_large_header("Table")
        monitoring.monitor_dynamo_table(table=table, human_readable_name="Table")
        monitoring.monitor_custom(
            human_readable_name="Failed and throttled requests to the table",
            alarm_friendly_name="Table",
            metric_groups=[
                CustomMetricGroup(title="System errors", metrics=[table_system_errors(table)]),
                CustomMetricGroup(title="Throttled requests", metrics=[table_throttles(table)]),
            ],
        )
        CfnOutput(self, "AlarmTopicArn", value=topic.topic_arn)

    def _facade(self, settings: Settings, action: SnsAlarmActionStrategy) -> MonitoringFacade:
        name = f"ExpenseTracker-{settings.stage}"
        return MonitoringFacade(
            self,
            "Monitoring",
            metric_factory_defaults=MetricFactoryDefaults(period=PERIOD),
            alarm_factory_defaults=AlarmFactoryDefaults(
                alarm_name_prefix=name,
                actions_enabled=True,
                action=action,
                evaluation_periods=EVALUATION_PERIODS,
                datapoints_to_alarm=DATAPOINTS_TO_ALARM,
            ),
            dashboard_factory=cast(
                "IDynamicDashboardFactory",
                DefaultDashboardFactory(
                    self,
                    "Dashboards",
                    # An account's dashboards share one list over all regions.
                    dashboard_name_prefix=f"{name}-{Aws.REGION}",
                    create_summary_dashboard=False,
                    create_alarm_dashboard=False,
                ),
            ),
        )
