import pytest

from local.distribution import Distribution, Header, UnsupportedError, read_distribution
from local.intrinsics import UnresolvedError, Values

API_ID = {"Fn::GetStackOutput": {"StackName": "Edge", "OutputName": "ApiId"}}
VALUES = Values(
    refs={"Domain": "sign-in"},
    outputs={"Edge.ApiId": "abcd1234"},
    elsewhere={"https://sign-in.auth.example": "http://localhost:4566"},
)
PAGE_HEADERS = {
    "SecurityHeadersConfig": {
        "ContentSecurityPolicy": {
            "ContentSecurityPolicy": {
                "Fn::Join": ["", ["connect-src https://", {"Ref": "Domain"}, ".auth.example"]]
            },
            "Override": True,
        },
        "ContentTypeOptions": {"Override": True},
        "FrameOptions": {"FrameOption": "DENY", "Override": True},
        "StrictTransportSecurity": {
            "AccessControlMaxAgeSec": 60,
            "IncludeSubdomains": True,
            "Override": False,
        },
    },
    "CustomHeadersConfig": {
        "Items": [{"Header": "Permissions-Policy", "Value": "camera=()", "Override": True}]
    },
    "RemoveHeadersConfig": {"Items": [{"Header": "X-Powered-By"}]},
}


def template(**config):
    usual = {
        "DefaultRootObject": "index.html",
        "DefaultCacheBehavior": {
            "TargetOriginId": "bucket",
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
            "Compress": True,
            "ResponseHeadersPolicyId": {"Ref": "PageHeaders"},
            "FunctionAssociations": [
                {
                    "EventType": "viewer-request",
                    "FunctionARN": {"Fn::GetAtt": ["Fallback", "FunctionARN"]},
                }
            ],
        },
        "CacheBehaviors": [
            {
                "PathPattern": "/api/*",
                "TargetOriginId": "api",
                "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
                "Compress": True,
                "AllowedMethods": ["GET", "POST"],
            }
        ],
        "Origins": [
            {"Id": "bucket", "S3OriginConfig": {}, "DomainName": "bucket.s3"},
            {
                "Id": "api",
                "DomainName": {"Fn::Join": ["", [API_ID, ".execute-api"]]},
            },
        ],
    }
    return {
        "Resources": {
            "Distribution": {
                "Type": "AWS::CloudFront::Distribution",
                "Properties": {"DistributionConfig": usual | config},
            },
            "Fallback": {
                "Type": "AWS::CloudFront::Function",
                "Properties": {"FunctionCode": "function handler(event) {}"},
            },
            "PageHeaders": {
                "Type": "AWS::CloudFront::ResponseHeadersPolicy",
                "Properties": {"ResponseHeadersPolicyConfig": PAGE_HEADERS},
            },
        }
    }


def test_named_security_settings_become_headers():
    *_, page = read_distribution(template(), VALUES).behaviours

    assert page.headers == (
        Header("Content-Security-Policy", "connect-src http://localhost:4566", override=True),
        Header("X-Content-Type-Options", "nosniff", override=True),
        Header("X-Frame-Options", "DENY", override=True),
        Header("Strict-Transport-Security", "max-age=60; includeSubDomains", override=False),
        Header("Permissions-Policy", "camera=()", override=True),
    )
    assert page.removed == ("x-powered-by",)


def test_behaviours_come_in_their_order_and_the_default_last():
    api, page = read_distribution(template(), VALUES).behaviours

    assert (api.pattern, api.origin, api.methods) == (
        "/api/*",
        "abcd1234.execute-api",
        ("GET", "POST"),
    )
    assert (page.pattern, page.origin, page.rewrite) == ("*", None, "function handler(event) {}")


def test_what_is_not_cached_is_not_compressed():
    api, page = read_distribution(template(), VALUES).behaviours

    assert not api.compresses
    assert page.compresses


def test_error_pages_are_not_served_wrongly_but_refused():
    with pytest.raises(UnsupportedError):
        read_distribution(
            template(CustomErrorResponses=[{"ErrorCode": 404, "ResponsePagePath": "/index.html"}]),
            VALUES,
        )


def test_errors_that_only_are_not_kept_change_nothing():
    unkept = template(CustomErrorResponses=[{"ErrorCode": 404, "ErrorCachingMinTTL": 0}])

    assert read_distribution(unkept, VALUES) == read_distribution(template(), VALUES)


def test_it_survives_being_saved(tmp_path):
    distribution = read_distribution(template(), VALUES)

    distribution.save(tmp_path / "distribution.json")

    assert Distribution.load(tmp_path / "distribution.json") == distribution


@pytest.mark.parametrize(
    ("value", "resolved"),
    [
        ({"Ref": "Domain"}, "sign-in"),
        ({"Ref": "AWS::Region"}, "ap-south-1"),
        ({"Fn::Sub": "${Domain}.${AWS::Region}"}, "sign-in.ap-south-1"),
        ({"Fn::Sub": ["${Own}", {"Own": {"Ref": "Domain"}}]}, "sign-in"),
        ({"a": [{"Ref": "Domain"}, 1, None]}, {"a": ["sign-in", 1, None]}),
    ],
)
def test_intrinsic_functions_are_worked_out(value, resolved):
    assert VALUES.resolve(value) == resolved


@pytest.mark.parametrize("value", [{"Ref": "Nothing"}, {"Fn::Base64": "x"}])
def test_what_is_not_known_is_said(value):
    with pytest.raises(UnresolvedError):
        VALUES.resolve(value)
