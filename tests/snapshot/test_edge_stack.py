"""The page: its headers, its behaviours, how long what is kept."""

import json
import re

import pytest

from tests.snapshot.synthesis import synthesize
from tests.snapshot.test_identity_stack import OWN_DOMAIN


def distribution(cloud):
    return cloud["Edge"].only("AWS::CloudFront::Distribution")["DistributionConfig"]


def behaviour(cloud, path):
    for it in distribution(cloud)["CacheBehaviors"]:
        if it["PathPattern"] == path:
            return it
    raise KeyError(path)


def headers(cloud, behaviour_):
    """The headers that a behaviour adds, as a browser gets them."""
    policy = cloud["Edge"].body["Resources"][behaviour_["ResponseHeadersPolicyId"]["Ref"]]
    configuration = policy["Properties"]["ResponseHeadersPolicyConfig"]
    security = configuration["SecurityHeadersConfig"]
    assert all(it["Override"] for it in security.values())
    hsts = security["StrictTransportSecurity"]
    found = {
        "Content-Security-Policy": security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "X-Frame-Options": security["FrameOptions"]["FrameOption"],
        "X-Content-Type-Options": "nosniff" if "ContentTypeOptions" in security else None,
        "Strict-Transport-Security": (hsts["AccessControlMaxAgeSec"], hsts["IncludeSubdomains"]),
    }
    for it in configuration["CustomHeadersConfig"]["Items"]:
        found[it["Header"]] = it["Value"]
    return found


def policy_text(value):
    """A Content-Security-Policy with the sign-in page's address as `<sign-in>`."""
    parts = [
        part if isinstance(part, str) else f"<{part.get('Ref', 'domain')}>"
        for part in value["Fn::Join"][1]
    ]
    sign_in = "https://<domain>.auth.ap-south-1.amazoncognito.com"
    return "".join(parts).replace(sign_in, "<sign-in>")


def test_the_page_gets_its_security_headers(cloud):
    page = headers(cloud, distribution(cloud)["DefaultCacheBehavior"])
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["X-Frame-Options"] == "DENY"
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["Strict-Transport-Security"] == (730 * 86_400, False)
    assert page["Cross-Origin-Opener-Policy"] == "same-origin"
    for feature in ("camera=()", "geolocation=()", "microphone=()", "payment=()"):
        assert feature in page["Permissions-Policy"]


def test_the_page_runs_its_own_code_only(cloud):
    page = headers(cloud, distribution(cloud)["DefaultCacheBehavior"])
    assert policy_text(page["Content-Security-Policy"]).split("; ") == [
        "default-src 'self'",
        "connect-src 'self' <sign-in> https://cognito-idp.<AWS::Region>.<AWS::URLSuffix>",
        "img-src 'self' data:",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self' <sign-in>",
        "frame-ancestors 'none'",
    ]


def test_hashed_files_get_the_pages_headers_too(cloud):
    default = distribution(cloud)["DefaultCacheBehavior"]
    assert headers(cloud, behaviour(cloud, "/assets/*")) == headers(cloud, default)


def test_answers_of_the_api_are_kept_nowhere_and_never_rendered(cloud):
    api = headers(cloud, behaviour(cloud, "/api/*"))
    assert api["Cache-Control"] == "no-store"
    assert api["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert api["X-Content-Type-Options"] == "nosniff"


def test_the_api_is_reached_uncached_with_every_method_and_header(cloud):
    api = behaviour(cloud, "/api/*")
    assert api["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"  # CachingDisabled
    # AllViewerExceptHostHeader
    assert api["OriginRequestPolicyId"] == "b689b0a8-53d0-40ab-baf2-68738e2966ac"
    assert {"GET", "POST", "PUT", "DELETE", "OPTIONS"} <= set(api["AllowedMethods"])
    assert api["ViewerProtocolPolicy"] == "https-only"
    (origin,) = (it for it in distribution(cloud)["Origins"] if it["Id"] == api["TargetOriginId"])
    assert ".execute-api." in json.dumps(origin["DomainName"])
    assert origin["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only"
    assert origin["CustomOriginConfig"]["OriginSSLProtocols"] == ["TLSv1.2"]


def test_errors_of_the_api_stay_what_they_are_and_nobody_elses():
    """Each status that CloudFront would keep for ten seconds isn't kept, and has no page."""
    kept_by_default = {400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504}
    for cloud in (synthesize(stage="dev"), synthesize(stage="prod")):
        responses = distribution(cloud)["CustomErrorResponses"]
        assert {it["ErrorCode"] for it in responses} == kept_by_default
        assert all(it.keys() == {"ErrorCode", "ErrorCachingMinTTL"} for it in responses)
        assert {it["ErrorCachingMinTTL"] for it in responses} == {0}
        assert "FunctionAssociations" not in behaviour(cloud, "/api/*")


def test_addresses_within_the_page_get_index_html(cloud):
    (association,) = distribution(cloud)["DefaultCacheBehavior"]["FunctionAssociations"]
    assert association["EventType"] == "viewer-request"
    assert distribution(cloud)["DefaultRootObject"] == "index.html"


def test_only_the_distribution_reads_the_bucket(cloud):
    bucket = cloud["Edge"].only("AWS::S3::Bucket")
    assert all(bucket["PublicAccessBlockConfiguration"].values())
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    policy = cloud["Edge"].only("AWS::S3::BucketPolicy")["PolicyDocument"]["Statement"]
    readers = [it for it in policy if it["Principal"] == {"Service": "cloudfront.amazonaws.com"}]
    for statement in readers:
        assert list(statement["Condition"]) == ["StringEquals"]
        assert list(statement["Condition"]["StringEquals"]) == ["AWS:SourceArn"]
    assert any(it["Effect"] == "Deny" and "SecureTransport" in json.dumps(it) for it in policy)
    page = distribution(cloud)["Origins"][0]
    assert page["S3OriginConfig"] == {"OriginAccessIdentity": ""}
    assert page["OriginAccessControlId"]


def test_visitors_are_served_over_https_2_and_3_compressed(cloud):
    assert distribution(cloud)["HttpVersion"] == "http2and3"
    for it in (distribution(cloud)["DefaultCacheBehavior"], behaviour(cloud, "/assets/*")):
        assert it["Compress"] is True
        assert it["ViewerProtocolPolicy"] == "redirect-to-https"
    page = cloud["Edge"].only("AWS::CloudFront::CachePolicy")["CachePolicyConfig"]
    assert page["ParametersInCacheKeyAndForwardedToOrigin"]["EnableAcceptEncodingBrotli"] is True
    assert (page["MinTTL"], page["DefaultTTL"]) == (0, 0)


def test_a_domain_of_ones_own_demands_tls_1_2():
    own = distribution(synthesize(**OWN_DOMAIN))
    assert own["Aliases"] == ["expenses.example.com"]
    assert own["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1.2_2021"
    assert own["ViewerCertificate"]["SslSupportMethod"] == "sni-only"


def uploads(cloud):
    found = cloud["Edge"].resources("Custom::CDKBucketDeployment")
    assets, documents = sorted(found.values(), key=lambda it: it["Properties"]["Prune"])
    return assets, documents


def test_hashed_files_are_kept_for_a_year_and_those_of_earlier_releases_stay(cloud):
    assets, _ = uploads(cloud)
    assert assets["Properties"]["Include"] == ["assets/*"]
    assert assets["Properties"]["Prune"] is False
    assert assets["Properties"]["SystemMetadata"] == {
        "cache-control": "public, max-age=31536000, immutable"
    }


def test_documents_are_asked_for_each_time_and_appear_after_what_they_name(cloud):
    assets, documents = uploads(cloud)
    assert documents["Properties"]["Exclude"] == ["assets/*"]
    assert documents["Properties"]["SystemMetadata"] == {"cache-control": "no-cache"}
    # The service worker too, and the manifest: kept for a day, they would hold a release back.
    assert documents["Properties"].get("Include", []) == []
    (assets_id,) = (
        name
        for name, it in cloud["Edge"].resources("Custom::CDKBucketDeployment").items()
        if it == assets
    )
    assert assets_id in documents["DependsOn"]


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_the_page_is_told_where_it_is(stage):
    cloud = synthesize(stage=stage)
    (file,) = cloud.folder.parent.glob("asset.*/config.json")
    # What only a deployment knows is filled in by the upload, which brings quotes of its own.
    config = json.loads(re.sub("<<marker:[^>]*>>", '"known when deployed"', file.read_text()))
    assert config["stage"] == stage
    assert config["version"]
    assert config["api_url"] == "/api"
    named = {"authority", "client_id", "hosted_ui_url", "cognito_url", "scope", "mfa"}
    assert config["auth"].keys() == named
    assert config["auth"]["scope"] == "openid email profile aws.cognito.signin.user.admin"
    assert config["auth"]["mfa"] == "optional"
    _, documents = uploads(cloud)
    told = json.dumps(documents["Properties"]["SourceMarkers"])
    for value in ("ProviderURL", "AppClient", "amazoncognito.com", "https://cognito-idp."):
        assert value in told
