"""What wakes the operator: at most ten metrics with alarms, as many as an account has free."""

from collections.abc import Mapping
from typing import Final, cast

from aws_cdk import Duration
from aws_cdk.aws_apigatewayv2 import IHttpApi
from aws_cdk.aws_cloudwatch import (
    Alarm,
    ComparisonOperator,
    IAlarmAction,
    IMetric,
    MathExpression,
    Metric,
    TreatMissingData,
)
from aws_cdk.aws_cloudwatch_actions import SnsAction
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_lambda import Function
from aws_cdk.aws_sns import ITopic
from constructs import Construct

from stacks.parts.metrics import PERIOD, faults, of_api, of_functions, of_table, runs_of
from stacks.settings import Settings

# More than one answer in a hundred failing, or one in a hundred slower than people wait for,
# twice within a quarter of an hour: a single failure in the quiet of the night is not an outage.
EVALUATION_PERIODS: Final = 3
DATAPOINTS_TO_ALARM: Final = 2
MOST_5XX_RATIO: Final = 0.01
LONGEST_P99: Final = Duration.seconds(3)

# Of one, a run that is counted some minutes late would be missing.
DAYS_WITHOUT_RUN: Final = 2


class Alarms(Construct):
    """Alarms that go to a topic."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        api: IHttpApi,
        table: ITable,
        daily: Function,
        topic: ITopic,
    ) -> None:
        super().__init__(scope, id_)
        self._settings = settings
        self._action = cast("IAlarmAction", SnsAction(topic))
        self._often("ApiFaultRate", _failed_share(api), MOST_5XX_RATIO)
        slow = of_api(api, "Latency", "p99")
        self._often("ApiLatencyP99", slow, LONGEST_P99.to_milliseconds())
        # Handlers answer all that they meet, bugs too: what escapes them is a time-out, a lack of
        # memory, or code that does not even load.
        self._at_once("FunctionErrors", of_functions("Errors"))
        self._at_once("Faults", faults(settings))
        # All functions share the account's concurrency.
        self._at_once("FunctionThrottles", of_functions("Throttles"))
        system_errors = {"writes": of_table(table, "SystemErrors", Operation="TransactWriteItems")}
        self._at_once("TableSystemErrors", _total(system_errors))
        throttled = {
            "reads": of_table(table, "ReadThrottleEvents"),
            "writes": of_table(table, "WriteThrottleEvents"),
        }
        self._at_once("TableThrottles", _total(throttled))
        # While nothing may be written it rests (`DailyJob`).
        if settings.throttle_rate > 0:
            self._missing("DailyRunMissing", runs_of(daily), periods=DAYS_WITHOUT_RUN)

    def _often(self, name: str, metric: Metric | MathExpression, most: float) -> None:
        self._alarm(name, metric, most, periods=EVALUATION_PERIODS, datapoints=DATAPOINTS_TO_ALARM)

    def _at_once(self, name: str, metric: Metric | MathExpression) -> None:
        self._alarm(name, metric, 0, periods=1, datapoints=1)

    def _missing(self, name: str, metric: Metric, *, periods: int) -> None:
        """Ring where something did not happen at all, of which there is no data either."""
        self._alarm(
            name,
            metric,
            0,
            periods=periods,
            datapoints=periods,
            breached=ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
            no_data=TreatMissingData.BREACHING,
        )

    def _alarm(
        self,
        name: str,
        metric: Metric | MathExpression,
        threshold: float,
        *,
        periods: int,
        datapoints: int,
        breached: ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
        no_data: TreatMissingData = TreatMissingData.NOT_BREACHING,
    ) -> None:
        Alarm(
            self,
            name,
            alarm_name=f"{self._settings.account_wide_name}-{name}",
            metric=cast("IMetric", metric),
            threshold=threshold,
            comparison_operator=breached,
            treat_missing_data=no_data,
            evaluation_periods=periods,
            datapoints_to_alarm=datapoints,
        ).add_alarm_action(self._action)


def _failed_share(api: IHttpApi) -> MathExpression:
    """Return the share of failed calls, from sums: a quiet minute weighs what it has of calls."""
    return MathExpression(
        expression="IF(calls > 0, FILL(failed, 0) / calls, 0)",
        using_metrics={
            "failed": cast("IMetric", of_api(api, "5xx")),
            "calls": cast("IMetric", of_api(api, "Count")),
        },
        label="Share of calls answered with 5xx",
        period=PERIOD,
    )


def _total(metrics: Mapping[str, Metric]) -> MathExpression:
    """Add metrics up.

    CloudWatch adds nothing to a missing value, and alarms on DynamoDB's metrics stay as they are
    while data is missing, whatever they are told (`PutMetricAlarm`, `TreatMissingData`). Filled
    with zeros, they end when the errors do.
    """
    return MathExpression(
        expression=" + ".join(f"FILL({name}, 0)" for name in metrics),
        using_metrics={name: cast("IMetric", metric) for name, metric in metrics.items()},
        label="Total",
        period=PERIOD,
    )
