"""The HTTP API as such: who may call it from where, how often, and what is written of it."""

import json
from collections.abc import Mapping
from typing import Final, cast

from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_apigatewayv2 import (
    CfnStage,
    CorsHttpMethod,
    CorsPreflightOptions,
    HttpApi,
    HttpRoute,
    HttpStage,
    IHttpApi,
    ThrottleSettings,
)
from aws_cdk.aws_logs import LogGroup
from constructs import Construct

from stacks.settings import Settings

# No address, token, path or query: a path holds ids, a query what somebody looked for.
ACCESS_LOG_FIELDS: Final = {
    "requestId": "$context.requestId",
    "time": "$context.requestTime",
    "route": "$context.routeKey",
    "status": "$context.status",
    "latencyMs": "$context.responseLatency",
    "integrationLatencyMs": "$context.integrationLatency",
    "integrationStatus": "$context.integrationStatus",
    "integrationError": "$context.integrationErrorMessage",
    "authorizerError": "$context.authorizer.error",
    "responseBytes": "$context.responseLength",
}

ANY_ORIGIN: Final = "https://*"
CORS_HEADERS: Final = ("accept", "authorization", "content-type", "if-match", "if-none-match")
CORS_EXPOSED_HEADERS: Final = ("etag", "location", "retry-after")
CORS_METHODS: Final = (
    CorsHttpMethod.GET,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.PATCH,
    CorsHttpMethod.DELETE,
)


class PublicHttpApi(Construct):
    """An HTTP API without routes: its name, and who may call it from where."""

    def __init__(self, scope: Construct, id_: str, *, settings: Settings) -> None:
        super().__init__(scope, id_)
        self.api = HttpApi(
            self,
            "Api",
            api_name=f"expense-tracker-{settings.stage}",
            description="Each person's own expenses, totals and categories",
            create_default_stage=False,
            cors_preflight=_cors(settings),
        )


class PublicStage(Construct):
    """What an HTTP API is called by: how often it may be, and what is written of it.

    Made after the routes, and so beside them: API Gateway refuses a throttle of a route that is
    not there yet.
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        api: IHttpApi,
        routes: Mapping[str, HttpRoute],
    ) -> None:
        super().__init__(scope, id_)
        self.access_log = LogGroup(
            self,
            "AccessLog",
            # A log that is delivered to needs a place in its account's one policy for that, which
            # has room for few; under this prefix all share one.
            log_group_name=f"/aws/vendedlogs/{settings.account_wide_name}-api",
            retention=settings.log_retention,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.stage = HttpStage(
            self,
            "Stage",
            http_api=api,
            stage_name="$default",
            auto_deploy=True,
            # Metrics of each route cost as custom metrics do (some twenty dollars a month), and the
            # access log tells the same.
            detailed_metrics_enabled=False,
            throttle=ThrottleSettings(
                rate_limit=settings.throttle_rate, burst_limit=settings.throttle_burst
            ),
        )
        resource = cast("CfnStage", self.stage.node.default_child)
        # CDK's own way to set this is an interface that Python has no class for.
        resource.access_log_settings = CfnStage.AccessLogSettingsProperty(
            destination_arn=self.access_log.log_group_arn,
            format=json.dumps(ACCESS_LOG_FIELDS),
        )
        # Anybody may ask, and each answer runs a function that the operator pays for.
        resource.route_settings = {
            key: {
                "ThrottlingRateLimit": settings.public_throttle_rate,
                "ThrottlingBurstLimit": 2 * settings.public_throttle_rate,
            }
            for key in routes
        }
        self.node.add_dependency(*routes.values())


def _cors(settings: Settings) -> CorsPreflightOptions:
    """Admit the app's own page by its address, and pages of the settings' origins.

    An address of CloudFront's is known only once the distribution is there, which needs the API.
    Until then any page over HTTPS may ask, without credentials: the API takes a bearer header and
    no cookie, so that another page has nothing to ride on.
    """
    anywhere = () if settings.domain_name else (ANY_ORIGIN,)
    return CorsPreflightOptions(
        allow_origins=[*settings.known_origins, *anywhere],
        allow_methods=list(CORS_METHODS),
        allow_headers=list(CORS_HEADERS),
        expose_headers=list(CORS_EXPOSED_HEADERS),
        max_age=Duration.hours(1),
    )
