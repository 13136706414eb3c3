"""Routes and their authorizer, CORS, throttling and what is logged."""

import json

import pytest

from stacks.operations import OPENAPI
from stacks.parts.http_api import ACCESS_LOG_FIELDS
from tests.snapshot.synthesis import synthesize

METHODS = ("get", "post", "put", "delete")
DESCRIBED = {
    f"{method.upper()} {path}": operation
    for path, methods in json.loads(OPENAPI.read_text())["paths"].items()
    for method, operation in methods.items()
    if method in METHODS
}


def routes(cloud):
    found = cloud["Api"].resources("AWS::ApiGatewayV2::Route").values()
    return {route["Properties"]["RouteKey"]: route["Properties"] for route in found}


def integration_of(cloud, route):
    (reference,) = (it for it in route["Target"]["Fn::Join"][1] if isinstance(it, dict))
    return cloud["Api"].body["Resources"][reference["Ref"]]["Properties"]


def test_there_is_a_route_for_each_described_operation_and_no_other(cloud):
    assert routes(cloud).keys() == DESCRIBED.keys()
    assert len(DESCRIBED) == 12


@pytest.mark.parametrize("key", sorted(DESCRIBED))
def test_a_route_leads_to_the_function_of_its_operation(cloud, key):
    uri = integration_of(cloud, routes(cloud)[key])["IntegrationUri"]
    function = cloud["Api"].body["Resources"][uri["Fn::GetAtt"][0]]["Properties"]
    assert function["Handler"] == f"handlers.{DESCRIBED[key]['operationId']}.handler"


@pytest.mark.parametrize("key", sorted(DESCRIBED.keys() - {"GET /api/health"}))
def test_a_route_demands_a_token(cloud, key):
    route = routes(cloud)[key]
    (authorizer,) = cloud["Api"].resources("AWS::ApiGatewayV2::Authorizer")
    assert route["AuthorizationType"] == "JWT"
    assert route["AuthorizerId"] == {"Ref": authorizer}


def test_only_health_is_public(cloud):
    public = {key for key, it in routes(cloud).items() if it["AuthorizationType"] != "JWT"}
    assert public == {"GET /api/health"}


def test_the_authorizer_admits_this_pools_tokens_for_this_page_only(cloud):
    authorizer = cloud["Api"].only("AWS::ApiGatewayV2::Authorizer")
    assert authorizer["AuthorizerType"] == "JWT"
    assert authorizer["IdentitySource"] == ["$request.header.Authorization"]
    configuration = json.dumps(authorizer["JwtConfiguration"])
    assert "UserPool" in configuration
    assert "ProviderURL" in configuration
    assert "AppClient" in json.dumps(authorizer["JwtConfiguration"]["Audience"])


@pytest.mark.parametrize("key", sorted(DESCRIBED))
def test_integrations_speak_payload_version_2(cloud, key):
    assert integration_of(cloud, routes(cloud)[key])["PayloadFormatVersion"] == "2.0"


def test_development_pages_on_this_machine_may_call_the_api(dev):
    assert dev["Api"].only("AWS::ApiGatewayV2::Api")["CorsConfiguration"] == {
        "AllowHeaders": ["accept", "authorization", "content-type", "if-match"],
        "AllowMethods": ["GET", "POST", "PUT", "DELETE"],
        "AllowOrigins": ["http://localhost:8080", "http://localhost:5173"],
        "ExposeHeaders": ["etag", "location", "retry-after"],
        "MaxAge": 3600,
    }


def test_production_admits_pages_of_other_origins_only_where_told_to(prod):
    assert "CorsConfiguration" not in prod["Api"].only("AWS::ApiGatewayV2::Api")
    told = synthesize(stage="prod", allowed_origins="https://a.example.com,https://b.example.com")
    cors = told["Api"].only("AWS::ApiGatewayV2::Api")["CorsConfiguration"]
    assert cors["AllowOrigins"] == ["https://a.example.com", "https://b.example.com"]


def test_calls_are_throttled_as_the_settings_say(dev):
    route_settings = dev["Api"].only("AWS::ApiGatewayV2::Stage")["DefaultRouteSettings"]
    assert route_settings["ThrottlingRateLimit"] == 50
    assert route_settings["ThrottlingBurstLimit"] == 100


def test_calls_are_logged_as_json(cloud):
    stage = cloud["Api"].only("AWS::ApiGatewayV2::Stage")
    assert json.loads(stage["AccessLogSettings"]["Format"]) == ACCESS_LOG_FIELDS


def test_the_access_log_tells_nothing_about_a_person():
    told = " ".join(ACCESS_LOG_FIELDS.values())
    for private in (
        "sourceIp",
        "userAgent",
        "identity",
        "claims",
        "header",
        "$context.path",
        "sub",
    ):
        assert private not in told
