"""The CloudFront distribution: the page from S3 and the API, under one origin."""

from pathlib import Path
from typing import Final

from aws_cdk import Aws, Duration
from aws_cdk.aws_apigatewayv2 import IHttpApi
from aws_cdk.aws_certificatemanager import Certificate
from aws_cdk.aws_cloudfront import (
    AccessLevel,
    AllowedMethods,
    BehaviorOptions,
    CachePolicy,
    Distribution,
    ErrorResponse,
    Function,
    FunctionAssociation,
    FunctionCode,
    FunctionEventType,
    FunctionRuntime,
    HttpVersion,
    OriginRequestPolicy,
    OriginSslPolicy,
    PriceClass,
    S3OriginAccessControl,
    SecurityPolicyProtocol,
    ViewerProtocolPolicy,
)
from aws_cdk.aws_cloudfront_origins import HttpOrigin, S3BucketOrigin
from aws_cdk.aws_s3 import IBucket
from constructs import Construct

from stacks.parts.security_headers import api_headers, page_headers
from stacks.settings import LONGEST_TIMEOUT_SECONDS, Settings

# "How CloudFront caches HTTP 4xx and 5xx status codes from your origin", developer guide.
KEPT_ERRORS: Final = (400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504)

FALLBACK: Final = Path(__file__).parent / "page_fallback.js"


class PageDistribution(Construct):
    """What browsers talk to: `/api/*` is the API, everything else a file of the page."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        bucket: IBucket,
        api: IHttpApi,
        hosted_ui_url: str,
        cognito_url: str,
    ) -> None:
        super().__init__(scope, id_)
        # LIST lets S3 answer 404 for a missing file; without it, S3 says 403. Nobody can list:
        # no query string gets to S3, and "/" is index.html.
        page = S3BucketOrigin.with_origin_access_control(
            bucket,
            # A generated name leaves the region out, and an account has each name once.
            origin_access_control=S3OriginAccessControl(
                self,
                "OriginAccess",
                origin_access_control_name=f"{settings.account_wide_name}-page",
            ),
            origin_access_levels=[AccessLevel.READ, AccessLevel.LIST],
        )
        headers = page_headers(
            self, settings=settings, hosted_ui_url=hosted_ui_url, cognito_url=cognito_url
        )
        self.distribution = Distribution(
            self,
            "Distribution",
            comment=f"Expense tracker, {settings.stage}",
            default_root_object="index.html",
            default_behavior=BehaviorOptions(
                origin=page,
                viewer_protocol_policy=ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                cache_policy=_revalidating(self, settings),
                response_headers_policy=headers,
                function_associations=[
                    FunctionAssociation(
                        event_type=FunctionEventType.VIEWER_REQUEST,
                        function=_fallback(self, settings),
                    )
                ],
                compress=True,
            ),
            additional_behaviors={
                "/assets/*": BehaviorOptions(
                    origin=page,
                    viewer_protocol_policy=ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                    cache_policy=CachePolicy.CACHING_OPTIMIZED,
                    response_headers_policy=headers,
                    compress=True,
                ),
                "/api/*": BehaviorOptions(
                    origin=_api_origin(api),
                    viewer_protocol_policy=ViewerProtocolPolicy.HTTPS_ONLY,
                    allowed_methods=AllowedMethods.ALLOW_ALL,
                    cache_policy=CachePolicy.CACHING_DISABLED,
                    # API Gateway finds the API by the Host header, which must stay its own.
                    origin_request_policy=OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
                    response_headers_policy=api_headers(self, settings=settings),
                    compress=False,
                ),
            },
            # An error page holds for all behaviours and would turn the API's answers into HTML.
            # Without one an answer stays what it is; it only isn't kept, as it would be for ten
            # seconds, for everybody near that edge and whatever the cache policy says.
            error_responses=[
                ErrorResponse(http_status=status, ttl=Duration.seconds(0)) for status in KEPT_ERRORS
            ],
            http_version=HttpVersion.HTTP2_AND_3,
            # The cheapest class with edges in India.
            price_class=PriceClass.PRICE_CLASS_200,
            domain_names=[settings.domain_name] if settings.domain_name else None,
            certificate=(
                Certificate.from_certificate_arn(self, "Certificate", settings.certificate_arn)
                if settings.certificate_arn
                else None
            ),
            # Under a name of CloudFront's own its certificate decides, and this would be ignored.
            minimum_protocol_version=(
                SecurityPolicyProtocol.TLS_V1_2_2021 if settings.certificate_arn else None
            ),
        )


def _api_origin(api: IHttpApi) -> HttpOrigin:
    return HttpOrigin(
        f"{api.api_id}.execute-api.{Aws.REGION}.{Aws.URL_SUFFIX}",
        origin_ssl_protocols=[OriginSslPolicy.TLS_V1_2],
        read_timeout=Duration.seconds(LONGEST_TIMEOUT_SECONDS + 1),
    )


def _revalidating(scope: Construct, settings: Settings) -> CachePolicy:
    """Keep what the objects' own Cache-Control allows; CloudFront compresses only what it keeps."""
    return CachePolicy(
        scope,
        "Revalidating",
        cache_policy_name=f"{settings.account_wide_name}-page",
        comment="As each object's Cache-Control says; by default not at all",
        min_ttl=Duration.seconds(0),
        default_ttl=Duration.seconds(0),
        max_ttl=Duration.days(365),
        enable_accept_encoding_brotli=True,
        enable_accept_encoding_gzip=True,
    )


def _fallback(scope: Construct, settings: Settings) -> Function:
    return Function(
        scope,
        "Fallback",
        function_name=f"{settings.account_wide_name}-page",
        comment="Serve index.html for addresses within the page",
        runtime=FunctionRuntime.JS_2_0,
        code=FunctionCode.from_inline(FALLBACK.read_text(encoding="utf-8")),
    )
