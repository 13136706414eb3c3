"""What runs every day, with nobody asking for it."""

from typing import Final, cast

from aws_cdk import CfnOutput, Duration
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_events import IRuleTarget, Rule, Schedule
from aws_cdk.aws_events_targets import LambdaFunction
from constructs import Construct

from stacks.operations import Job
from stacks.parts.operation_function import FunctionPackage, OperationFunction
from stacks.settings import Settings

# Five past midnight in India, in UTC, which is all that a rule's schedule knows.
HOUR: Final = "18"
MINUTE: Final = "35"

LONGEST: Final = Duration.minutes(15)
"""Lambda's own limit."""


class DailyJob(Construct):
    """A job's function and its schedule.

    Where a run fails, Lambda repeats it twice within minutes, as it does with all that nobody waits
    for ("How Lambda handles errors with asynchronous invocation"); the next is a day later.

    Attributes
    ----------
    function : aws_cdk.aws_lambda.Function
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        job: Job,
        package: FunctionPackage,
        table: ITable,
        settings: Settings,
    ) -> None:
        super().__init__(scope, id_)
        function = OperationFunction(
            scope,
            job.name.title().replace("_", ""),
            operation=job,
            package=package,
            table=table,
            settings=settings,
            timeout=LONGEST,
        )
        self.function = function.function
        target = cast("IRuleTarget", LambdaFunction(function.invoked))
        Rule(
            self,
            "Schedule",
            description=job.description,
            schedule=Schedule.cron(hour=HOUR, minute=MINUTE),
            # A throttle of 0 is how an operator stops all writing.
            enabled=settings.throttle_rate > 0,
            targets=[target],
        )
        CfnOutput(scope, "RecordDueFunction", value=function.function.function_name)
