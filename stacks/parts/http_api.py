"""The HTTP API as such: who may call it from where, how often, and what is written of it."""

import json
from typing import Final, cast

from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_apigatewayv2 import (
    CfnStage,
    CorsHttpMethod,
    CorsPreflightOptions,
    HttpApi,
    HttpStage,
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

CORS_HEADERS: Final = ("accept", "authorization", "content-type", "if-match")
CORS_EXPOSED_HEADERS: Final = ("etag", "location", "retry-after")
CORS_METHODS: Final = (
    CorsHttpMethod.GET,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.DELETE,
)


class PublicHttpApi(Construct):
    """An HTTP API without routes: CORS, throttling and access logs."""

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
        self.access_log = LogGroup(
            self,
            "AccessLog",
            retention=settings.log_retention,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.stage = HttpStage(
            self,
            "Stage",
            http_api=self.api,
            stage_name="$default",
            auto_deploy=True,
            # Metrics of each route cost as custom metrics do (some twenty dollars a month), and the
            # metrics of each route's function say the same.
            detailed_metrics_enabled=False,
            throttle=ThrottleSettings(
                rate_limit=settings.throttle_rate, burst_limit=settings.throttle_burst
            ),
        )
        # CDK's own way to set this is an interface that Python has no class for.
        cast(
            "CfnStage", self.stage.node.default_child
        ).access_log_settings = CfnStage.AccessLogSettingsProperty(
            destination_arn=self.access_log.log_group_arn,
            format=json.dumps(ACCESS_LOG_FIELDS),
        )


def _cors(settings: Settings) -> CorsPreflightOptions | None:
    """Admit pages of other origins; the app's own is the API's and needs no leave."""
    if not settings.known_origins:
        return None
    return CorsPreflightOptions(
        allow_origins=list(settings.known_origins),
        allow_methods=list(CORS_METHODS),
        allow_headers=list(CORS_HEADERS),
        expose_headers=list(CORS_EXPOSED_HEADERS),
        max_age=Duration.hours(1),
    )
