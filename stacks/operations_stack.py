"""What answers: one Lambda function an operation, each on its route of the Edge stack's API."""

from aws_cdk import RemovalPolicy
from aws_cdk.aws_apigatewayv2 import HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_lambda import Architecture, Code, LayerVersion, Runtime
from constructs import Construct

from stacks.assets import Asset, Assets
from stacks.edge import EdgeStack
from stacks.operations import RECORD_DUE, read_operations
from stacks.parts.app_client import API_SCOPES
from stacks.parts.budget import MonthlyBudget
from stacks.parts.daily_job import DailyJob
from stacks.parts.http_api import PublicStage
from stacks.parts.monitoring import Monitoring
from stacks.parts.operation_function import FunctionPackage, OperationFunction, construct_name
from stacks.parts.stage_stack import StageStack
from stacks.settings import Settings


class OperationsStack(StageStack):
    """A layer of dependencies, a function and a route for each operation, and what watches them."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        assets: Assets,
        table: ITable,
        edge: EdgeStack,
    ) -> None:
        super().__init__(scope, id_, settings=settings, purpose="what answers people's requests")
        layer = LayerVersion(
            self,
            "Dependencies",
            description="The operations' dependencies, from requirements-lambda.txt",
            code=_code(assets.layer),
            compatible_runtimes=[Runtime.PYTHON_3_13],
            compatible_architectures=[Architecture.ARM_64],
            removal_policy=RemovalPolicy.DESTROY,
        )
        package = FunctionPackage(code=_code(assets.code, "**/__pycache__"), dependencies=layer)

        public: dict[str, HttpRoute] = {}
        for operation in read_operations():
            function = OperationFunction(
                self,
                construct_name(operation),
                operation=operation,
                package=package,
                table=table,
                settings=settings,
            )
            route = HttpRoute(
                function,
                "Route",
                http_api=edge.http.api,
                route_key=HttpRouteKey.with_(operation.path, HttpMethod(operation.method)),
                integration=HttpLambdaIntegration("Integration", function.invoked),
                authorizer=HttpNoneAuthorizer() if operation.public else edge.signed_in,
                # Id tokens hold no scopes, so that the gateway itself refuses them.
                authorization_scopes=None if operation.public else [*API_SCOPES],
            )
            if operation.public:
                public[f"{operation.method} {operation.path}"] = route
        daily = DailyJob(
            self, "Daily", job=RECORD_DUE, package=package, table=table, settings=settings
        )
        stage = PublicStage(self, "Public", settings=settings, api=edge.http.api, routes=public)
        Monitoring(
            self,
            "Monitoring",
            settings=settings,
            api=edge.http.api,
            access_log=stage.access_log,
            table=table,
            daily=daily.function,
        )
        if settings.monthly_budget_usd and settings.alarm_email:
            MonthlyBudget(self, "Budget", settings=settings)


def _code(asset: Asset, *left_out: str) -> Code:
    return Code.from_asset(
        str(asset.folder), asset_hash=asset.source_hash, exclude=["**/.*", *left_out]
    )
