"""What the CloudFront distribution of the synthesized template does, read from the template."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from local.progress import StepFailedError

if TYPE_CHECKING:
    from pathlib import Path

    from local.intrinsics import Values

# AWS's own cache policies: "Using managed cache policies", CloudFront developer guide.
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"


class UnsupportedError(StepFailedError):
    """The template has something that the edge does not do; better said than served wrongly."""


@dataclass(frozen=True)
class Header:
    """A header that a response headers policy adds; kept from the origin unless it overrides."""

    name: str
    value: str
    override: bool


@dataclass(frozen=True)
class Behaviour:
    """How requests whose path fits a pattern are served.

    Parameters
    ----------
    pattern
        CloudFront's path pattern, in which `*` and `?` are wild.
    origin
        The host name of the HTTP API that serves them; None for the bucket's files.
    methods
        Those that are let through.
    compresses
        Whether text is compressed for those who accept it.
    rewrite
        The code of the CloudFront Function that sees each request first, if there is one.
    headers
        Added to each response.
    removed
        Lower-case names of headers taken from the origin's response.
    """

    pattern: str
    origin: str | None
    methods: tuple[str, ...]
    compresses: bool
    rewrite: str | None
    headers: tuple[Header, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Distribution:
    """A CloudFront distribution.

    Parameters
    ----------
    root
        The file served for `/`.
    missing_file_status
        What the bucket answers for a file that is not there.
    behaviours
        The first whose pattern fits serves; the last fits everything.
    """

    root: str
    missing_file_status: int
    behaviours: tuple[Behaviour, ...]

    def save(self, path: Path) -> None:
        """Write it for the edge's process to read."""
        path.write_text(json.dumps(asdict(self), indent=1))

    @classmethod
    def load(cls, path: Path) -> Distribution:
        """Read what `save` wrote."""
        saved = json.loads(path.read_text())
        behaviours = [
            one
            | {
                "methods": tuple(one["methods"]),
                "headers": tuple(Header(**header) for header in one["headers"]),
                "removed": tuple(one["removed"]),
            }
            for one in saved["behaviours"]
        ]
        return cls(
            saved["root"],
            saved["missing_file_status"],
            tuple(Behaviour(**one) for one in behaviours),
        )


def read_distribution(template: dict[str, Any], values: Values) -> Distribution:
    """Read the one distribution of a template.

    Raises
    ------
    UnsupportedError
        If it does something that the edge does not.
    """
    resources: dict[str, Any] = template["Resources"]
    (distribution,) = [
        one for one in resources.values() if one["Type"] == "AWS::CloudFront::Distribution"
    ]
    config = distribution["Properties"]["DistributionConfig"]
    # The edge keeps no errors, so that it has nothing to do for those that only say so.
    if any("ResponsePagePath" in one for one in config.get("CustomErrorResponses", [])):
        raise UnsupportedError("Error pages of the distribution")
    described = [
        *config.get("CacheBehaviors", []),
        {"PathPattern": "*"} | config["DefaultCacheBehavior"],
    ]
    return Distribution(
        root=config["DefaultRootObject"],
        missing_file_status=404 if _may_list(resources) else 403,
        behaviours=tuple(_behaviour(one, config, resources, values) for one in described),
    )


def _behaviour(
    described: dict[str, Any], config: dict[str, Any], resources: dict[str, Any], values: Values
) -> Behaviour:
    (origin,) = [one for one in config["Origins"] if one["Id"] == described["TargetOriginId"]]
    headers, removed = _header_policy(described.get("ResponseHeadersPolicyId"), resources, values)
    return Behaviour(
        pattern=described["PathPattern"],
        origin=None if "S3OriginConfig" in origin else values.resolve(origin["DomainName"]),
        methods=tuple(described.get("AllowedMethods", ["GET", "HEAD"])),
        compresses=described.get("Compress", False)
        and _cache_allows_compression(described["CachePolicyId"], resources),
        rewrite=_function_code(described, resources, values),
        headers=headers,
        removed=removed,
    )


def _may_list(resources: dict[str, Any]) -> bool:
    """S3 tells that there is no such object only to those who may list the bucket."""
    policies = [one for one in resources.values() if one["Type"] == "AWS::S3::BucketPolicy"]
    return "s3:ListBucket" in json.dumps(policies)


def _cache_allows_compression(policy: Any, resources: dict[str, Any]) -> bool:  # noqa: ANN401
    """CloudFront compresses only what its cache policy lets it normalise `Accept-Encoding` for."""
    if policy == CACHING_DISABLED:
        return False
    if policy == CACHING_OPTIMIZED:
        return True
    if isinstance(policy, dict):
        config = resources[policy["Ref"]]["Properties"]["CachePolicyConfig"]
        return config["ParametersInCacheKeyAndForwardedToOrigin"]["EnableAcceptEncodingGzip"]
    raise UnsupportedError(f"cache policy {policy}")


def _function_code(
    described: dict[str, Any], resources: dict[str, Any], values: Values
) -> str | None:
    associated = described.get("FunctionAssociations", [])
    if not associated:
        return None
    if [one["EventType"] for one in associated] != ["viewer-request"]:
        raise UnsupportedError("a CloudFront Function other than one on viewer-request")
    function = associated[0]["FunctionARN"]["Fn::GetAtt"][0]
    return values.resolve(resources[function]["Properties"]["FunctionCode"])


def _header_policy(
    policy: Any,  # noqa: ANN401
    resources: dict[str, Any],
    values: Values,
) -> tuple[tuple[Header, ...], tuple[str, ...]]:
    if policy is None:
        return (), ()
    if not isinstance(policy, dict):
        raise UnsupportedError(f"response headers policy {policy}")
    config = resources[policy["Ref"]]["Properties"]["ResponseHeadersPolicyConfig"]
    config = values.resolve(config)
    if "CorsConfig" in config:
        raise UnsupportedError("CORS in a response headers policy")
    custom = [
        Header(one["Header"], one["Value"], one["Override"])
        for one in config.get("CustomHeadersConfig", {}).get("Items", [])
    ]
    removed = config.get("RemoveHeadersConfig", {}).get("Items", [])
    return (
        (*_security_headers(config.get("SecurityHeadersConfig", {})), *custom),
        tuple(one["Header"].lower() for one in removed),
    )


def _security_headers(config: dict[str, Any]) -> list[Header]:
    """Turn CloudFront's named security settings into the headers that they stand for."""
    headers: list[Header] = []
    for name, setting in config.items():
        match name:
            case "ContentSecurityPolicy":
                header, value = "Content-Security-Policy", setting["ContentSecurityPolicy"]
            case "ContentTypeOptions":
                header, value = "X-Content-Type-Options", "nosniff"
            case "FrameOptions":
                header, value = "X-Frame-Options", setting["FrameOption"]
            case "ReferrerPolicy":
                header, value = "Referrer-Policy", setting["ReferrerPolicy"]
            case "StrictTransportSecurity":
                header, value = "Strict-Transport-Security", _transport_security(setting)
            case "XSSProtection":
                mode = "; mode=block" if setting.get("ModeBlock") else ""
                header, value = "X-XSS-Protection", f"{int(setting['Protection'])}{mode}"
            case _:
                raise UnsupportedError(f"{name} in a response headers policy")
        headers.append(Header(header, value, setting["Override"]))
    return headers


def _transport_security(setting: dict[str, Any]) -> str:
    value = f"max-age={setting['AccessControlMaxAgeSec']}"
    value += "; includeSubDomains" if setting.get("IncludeSubdomains") else ""
    return value + ("; preload" if setting.get("Preload") else "")
