"""The Lambda function of one operation or job, with a role and a log group of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from aws_cdk import Aws, Duration, RemovalPolicy
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_iam import (
    IPrincipal,
    PolicyDocument,
    PolicyStatement,
    Role,
    ServicePrincipal,
)
from aws_cdk.aws_lambda import (
    Alias,
    Architecture,
    Code,
    Function,
    IFunction,
    ILayerVersion,
    IVersion,
    Runtime,
    SnapStartConf,
    Tracing,
)
from aws_cdk.aws_logs import LogGroup
from constructs import Construct

from stacks.data import BY_CATEGORY, BY_DATE, BY_MEMBER, DUE
from stacks.operations import DeployedOperation, Job, TableAccess
from stacks.settings import Settings

SERVICE: Final = "expense-tracker"


@dataclass(frozen=True, kw_only=True)
class FunctionPackage:
    """What every operation's function is deployed with."""

    code: Code
    dependencies: ILayerVersion


def construct_name(operation: DeployedOperation | Job) -> str:
    """Return the operation's name the way that CloudFormation writes names."""
    return operation.name.title().replace("_", "")


def metrics_namespace(settings: Settings) -> str:
    """Return where the operations' own metrics are: the stages of an account are kept apart."""
    return f"ExpenseTracker-{settings.stage}"


class OperationFunction(Construct):
    """The function of one operation or job, allowed what that needs and no more."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        operation: DeployedOperation | Job,
        package: FunctionPackage,
        table: ITable,
        settings: Settings,
        timeout: Duration | None = None,
    ) -> None:
        super().__init__(scope, id_)
        self.log_group = LogGroup(
            self,
            "Logs",
            retention=settings.log_retention,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.role = Role(
            self,
            "Role",
            assumed_by=cast("IPrincipal", ServicePrincipal("lambda.amazonaws.com")),
            description=f"What the operation {operation.name} may do",
            inline_policies={
                "Operation": PolicyDocument(
                    statements=[
                        *_table_statements(operation, table),
                        *_telemetry_statements(self.log_group),
                    ]
                )
            },
        )
        self.function = Function(
            self,
            "Function",
            description=operation.description,
            code=package.code,
            handler=operation.handler,
            layers=[package.dependencies],
            runtime=Runtime.PYTHON_3_13,
            architecture=Architecture.ARM_64,
            memory_size=settings.memory_mb,
            timeout=timeout or Duration.seconds(settings.timeout_seconds),
            environment=_environment(operation, table, settings),
            # All of the role is written above; CDK would add to it behind the reader's back.
            role=self.role.without_policy_updates(),
            log_group=self.log_group,
            tracing=Tracing.ACTIVE,
            snap_start=SnapStartConf.ON_PUBLISHED_VERSIONS if settings.snap_start else None,
        )
        # Lambda takes snapshots of published versions only, so that routes must lead to one.
        self.invoked = cast("IFunction", self._live() if settings.snap_start else self.function)

    def _live(self) -> Alias:
        version = cast("IVersion", self.function.current_version)
        return Alias(self, "Live", alias_name="live", version=version)


def _environment(
    operation: DeployedOperation | Job, table: ITable, settings: Settings
) -> Mapping[str, str]:
    environment = {
        "POWERTOOLS_SERVICE_NAME": SERVICE,
        "POWERTOOLS_METRICS_NAMESPACE": metrics_namespace(settings),
        "POWERTOOLS_LOG_LEVEL": settings.log_level,
    }
    if operation.access != TableAccess():
        # Unknown outside of the account, there at no cost, and in no template
        # (docs/decisions/people-in-logs.md).
        environment["PERSON_KEY"] = Aws.STACK_ID
        environment["TABLE_NAME"] = table.table_name
        environment["MAX_WRITES_PER_DAY"] = str(settings.writes_per_day)
        environment["MAX_STORED_EXPENSES"] = str(settings.stored_expenses)
    return environment


def _table_statements(operation: DeployedOperation | Job, table: ITable) -> list[PolicyStatement]:
    access = operation.access
    granted = (
        ("Table", access.table, table.table_arn),
        ("ByDate", access.by_date, f"{table.table_arn}/index/{BY_DATE}"),
        ("Due", access.due, f"{table.table_arn}/index/{DUE}"),
        ("ByMember", access.by_member, f"{table.table_arn}/index/{BY_MEMBER}"),
        ("ByCategory", access.by_category, f"{table.table_arn}/index/{BY_CATEGORY}"),
    )
    return [
        PolicyStatement(
            sid=sid,
            actions=[f"dynamodb:{action}" for action in actions],
            resources=[arn],
        )
        for sid, actions, arn in granted
        if actions
    ]


def _telemetry_statements(log_group: LogGroup) -> list[PolicyStatement]:
    return [
        PolicyStatement(
            sid="Logs",
            actions=["logs:CreateLogStream", "logs:PutLogEvents"],
            resources=[log_group.log_group_arn],
        ),
        # X-Ray has no resources that these two actions could be confined to.
        PolicyStatement(
            sid="Traces",
            actions=["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
            resources=["*"],
        ),
    ]
