"""What people's requests reach: one Lambda function an operation behind an HTTP API."""

from aws_cdk import CfnOutput, RemovalPolicy, Stack
from aws_cdk.aws_apigatewayv2 import HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey
from aws_cdk.aws_apigatewayv2_authorizers import HttpJwtAuthorizer
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_lambda import Architecture, Code, LayerVersion, Runtime
from constructs import Construct

from stacks.assets import Asset, Assets
from stacks.operations import read_operations
from stacks.parts.http_api import PublicHttpApi
from stacks.parts.operation_function import FunctionPackage, OperationFunction, construct_name
from stacks.settings import Settings


class ApiStack(Stack):
    """The API: a layer of dependencies, a function and a route for each operation."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        assets: Assets,
        table: ITable,
        issuer: str,
        client_id: str,
    ) -> None:
        super().__init__(
            scope,
            id_,
            description=f"Expense tracker, {settings.stage}: what people's requests reach",
            tags=settings.tags,
        )
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
        self.http = PublicHttpApi(self, "Http", settings=settings)
        signed_in = HttpJwtAuthorizer("SignedIn", issuer, jwt_audience=[client_id])

        self.functions: dict[str, OperationFunction] = {}
        for operation in read_operations():
            function = OperationFunction(
                self,
                construct_name(operation),
                operation=operation,
                package=package,
                table=table,
                settings=settings,
            )
            HttpRoute(
                function,
                "Route",
                http_api=self.http.api,
                route_key=HttpRouteKey.with_(operation.path, HttpMethod(operation.method)),
                integration=HttpLambdaIntegration("Integration", function.invoked),
                authorizer=HttpNoneAuthorizer() if operation.public else signed_in,
            )
            self.functions[operation.name] = function

        CfnOutput(self, "ApiUrl", value=self.http.api.api_endpoint)


def _code(asset: Asset, *left_out: str) -> Code:
    return Code.from_asset(
        str(asset.folder), asset_hash=asset.source_hash, exclude=["**/.*", *left_out]
    )
