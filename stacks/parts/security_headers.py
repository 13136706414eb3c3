"""The security headers that CloudFront adds: a policy for the page, a stricter one for the API."""

from collections.abc import Mapping
from typing import Final

from aws_cdk import Duration
from aws_cdk.aws_cloudfront import (
    HeadersFrameOption,
    HeadersReferrerPolicy,
    ResponseCustomHeader,
    ResponseCustomHeadersBehavior,
    ResponseHeadersContentSecurityPolicy,
    ResponseHeadersContentTypeOptions,
    ResponseHeadersFrameOptions,
    ResponseHeadersPolicy,
    ResponseHeadersReferrerPolicy,
    ResponseHeadersStrictTransportSecurity,
    ResponseSecurityHeadersBehavior,
)
from constructs import Construct

from stacks.settings import Settings

# Two years; not for subdomains, which may be others' where the domain is an apex.
HSTS_DURATION: Final = Duration.days(730)

POWERFUL_FEATURES: Final = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "fullscreen"),
    *("geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment"),
    *("publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking"),
)

PAGE_HEADERS: Final = {
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in POWERFUL_FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

API_HEADERS: Final = {
    # What somebody spent belongs in no cache, a browser's included.
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}

API_CONTENT_SECURITY_POLICY: Final = "default-src 'none'; frame-ancestors 'none'"


def page_content_security_policy(hosted_ui_url: str, cognito_url: str) -> str:
    """Allow the page its own files, the API beside it, Cognito's page to sign in on, and Cognito.

    The last is asked for a second factor, which its page does not offer to set up.
    """
    directives = {
        "default-src": "'self'",
        "connect-src": f"'self' {hosted_ui_url} {cognito_url}",
        "img-src": "'self' data:",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": f"'self' {hosted_ui_url}",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def page_headers(
    scope: Construct, *, settings: Settings, hosted_ui_url: str, cognito_url: str
) -> ResponseHeadersPolicy:
    """Return the policy for everything that a browser renders or runs."""
    return ResponseHeadersPolicy(
        scope,
        "PageHeaders",
        response_headers_policy_name=f"{settings.account_wide_name}-page",
        comment="Expense tracker: the page",
        security_headers_behavior=_security_headers(
            page_content_security_policy(hosted_ui_url, cognito_url)
        ),
        custom_headers_behavior=_custom_headers(PAGE_HEADERS),
    )


def api_headers(scope: Construct, *, settings: Settings) -> ResponseHeadersPolicy:
    """Return the policy for answers of the API, which are never a document."""
    return ResponseHeadersPolicy(
        scope,
        "ApiHeaders",
        response_headers_policy_name=f"{settings.account_wide_name}-api",
        comment="Expense tracker: the API",
        security_headers_behavior=_security_headers(API_CONTENT_SECURITY_POLICY),
        custom_headers_behavior=_custom_headers(API_HEADERS),
    )


def _security_headers(content_security_policy: str) -> ResponseSecurityHeadersBehavior:
    return ResponseSecurityHeadersBehavior(
        content_security_policy=ResponseHeadersContentSecurityPolicy(
            content_security_policy=content_security_policy, override=True
        ),
        content_type_options=ResponseHeadersContentTypeOptions(override=True),
        frame_options=ResponseHeadersFrameOptions(
            frame_option=HeadersFrameOption.DENY, override=True
        ),
        referrer_policy=ResponseHeadersReferrerPolicy(
            referrer_policy=HeadersReferrerPolicy.NO_REFERRER, override=True
        ),
        strict_transport_security=ResponseHeadersStrictTransportSecurity(
            access_control_max_age=HSTS_DURATION, include_subdomains=False, override=True
        ),
    )


def _custom_headers(headers: Mapping[str, str]) -> ResponseCustomHeadersBehavior:
    return ResponseCustomHeadersBehavior(
        custom_headers=[
            ResponseCustomHeader(header=name, value=value, override=True)
            for name, value in headers.items()
        ]
    )
