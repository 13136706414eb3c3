"""Routes and their authorizer, CORS, throttling and what is logged."""

import json

import pytest

from stacks.operations import OPENAPI
from stacks.parts.http_api import ACCESS_LOG_FIELDS
from tests.snapshot.synthesis import synthesize
from tests.snapshot.test_identity_stack import OWN_DOMAIN

METHODS = ("get", "post", "put", "patch", "delete")
DESCRIBED = {
    f"{method.upper()} {path.replace('{payee}', '{payee+}')}": operation
    for path, methods in json.loads(OPENAPI.read_text())["paths"].items()
    for method, operation in methods.items()
    if method in METHODS
}


def routes(cloud):
    found = cloud["Operations"].resources("AWS::ApiGatewayV2::Route").values()
    return {route["Properties"]["RouteKey"]: route["Properties"] for route in found}


def integration_of(cloud, route):
    (reference,) = (it for it in route["Target"]["Fn::Join"][1] if isinstance(it, dict))
    return cloud["Operations"].body["Resources"][reference["Ref"]]["Properties"]


PUBLIC = {"GET /api/health", "GET /api/calendar/{file}"}


def test_there_is_a_route_for_each_described_operation_and_no_other(cloud):
    assert routes(cloud).keys() == DESCRIBED.keys()
    assert len(DESCRIBED) == 51


@pytest.mark.parametrize("key", sorted(DESCRIBED))
def test_a_route_leads_to_the_function_of_its_operation(cloud, key):
    uri = integration_of(cloud, routes(cloud)[key])["IntegrationUri"]
    function = cloud["Operations"].body["Resources"][uri["Fn::GetAtt"][0]]["Properties"]
    assert function["Handler"] == f"handlers.{DESCRIBED[key]['operationId']}.handler"


@pytest.mark.parametrize("key", sorted(DESCRIBED.keys() - PUBLIC))
def test_a_route_demands_a_token(cloud, key):
    route = routes(cloud)[key]
    (authorizer,) = cloud["Edge"].resources("AWS::ApiGatewayV2::Authorizer")
    assert route["AuthorizationType"] == "JWT"
    output = route["AuthorizerId"]["Fn::GetStackOutput"]
    assert output["StackName"] == cloud.names["Edge"]
    told = cloud["Edge"].body["Outputs"][output["OutputName"]]
    assert told["Value"] == {"Ref": authorizer}


@pytest.mark.parametrize("key", sorted(DESCRIBED.keys() - PUBLIC))
def test_a_route_refuses_id_tokens_which_hold_no_scope(cloud, key):
    scopes = routes(cloud)[key]["AuthorizationScopes"]
    assert scopes == ["openid", "aws.cognito.signin.user.admin"]
    given = cloud["Edge"].only("AWS::Cognito::UserPoolClient")["AllowedOAuthScopes"]
    assert set(scopes) <= set(given)


def test_only_health_and_what_has_a_secret_link_are_public(cloud):
    public = {key for key, it in routes(cloud).items() if it["AuthorizationType"] != "JWT"}
    assert public == PUBLIC


def test_the_authorizer_admits_this_pools_tokens_for_this_page_only(cloud):
    authorizer = cloud["Edge"].only("AWS::ApiGatewayV2::Authorizer")
    assert authorizer["AuthorizerType"] == "JWT"
    assert authorizer["IdentitySource"] == ["$request.header.Authorization"]
    configuration = json.dumps(authorizer["JwtConfiguration"])
    assert "UserPool" in configuration
    assert "ProviderURL" in configuration
    assert "AppClient" in json.dumps(authorizer["JwtConfiguration"]["Audience"])


@pytest.mark.parametrize("key", sorted(DESCRIBED))
def test_integrations_speak_payload_version_2(cloud, key):
    assert integration_of(cloud, routes(cloud)[key])["PayloadFormatVersion"] == "2.0"


def cors(cloud):
    return cloud["Edge"].only("AWS::ApiGatewayV2::Api")["CorsConfiguration"]


def test_development_pages_on_this_machine_may_call_the_api(dev):
    assert cors(dev) == {
        "AllowHeaders": ["accept", "authorization", "content-type", "if-match", "if-none-match"],
        "AllowMethods": ["GET", "POST", "PUT", "PATCH", "DELETE"],
        "AllowOrigins": ["http://localhost:8080", "http://localhost:5173", "https://*"],
        "ExposeHeaders": ["etag", "location", "retry-after"],
        "MaxAge": 3600,
    }


def test_a_page_elsewhere_may_send_and_read_every_header_of_the_contract(dev):
    sent = {
        parameter["name"].lower()
        for operation in DESCRIBED.values()
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "header"
    }
    told = {
        name.lower()
        for operation in DESCRIBED.values()
        for answer in operation["responses"].values()
        for name in answer.get("headers", {})
    }
    assert {"if-match", "if-none-match"} <= sent <= set(cors(dev)["AllowHeaders"])
    assert {"etag"} <= told <= set(cors(dev)["ExposeHeaders"])


def test_production_whose_address_is_not_known_yet_admits_pages_without_credentials(prod):
    assert cors(prod)["AllowOrigins"] == ["https://*"]
    assert "AllowCredentials" not in cors(prod)


def test_production_with_its_own_domain_admits_that_and_what_it_is_told_to():
    told = synthesize(**OWN_DOMAIN, allowed_origins="https://a.example.com")
    assert cors(told)["AllowOrigins"] == ["https://expenses.example.com", "https://a.example.com"]


@pytest.mark.parametrize(("stage", "rate", "burst"), [("dev", 50, 100), ("prod", 20, 40)])
def test_calls_are_throttled_as_the_settings_say(stage, rate, burst):
    api = synthesize(stage=stage)["Operations"].only("AWS::ApiGatewayV2::Stage")
    assert api["DefaultRouteSettings"]["ThrottlingRateLimit"] == rate
    assert api["DefaultRouteSettings"]["ThrottlingBurstLimit"] == burst


def test_what_anybody_may_call_is_throttled_lower_once_its_route_is_there(prod):
    (stage,) = prod["Operations"].resources("AWS::ApiGatewayV2::Stage").values()
    assert stage["Properties"]["RouteSettings"] == {
        key: {"ThrottlingRateLimit": 2, "ThrottlingBurstLimit": 4} for key in PUBLIC
    }
    there = {
        name
        for name, it in prod["Operations"].resources("AWS::ApiGatewayV2::Route").items()
        if it["Properties"]["RouteKey"] in PUBLIC
    }
    assert len(there) == len(PUBLIC)
    assert there <= set(stage["DependsOn"])


def test_the_access_log_is_where_deliveries_share_one_policy(cloud):
    names = [
        it["Properties"].get("LogGroupName", "")
        for it in cloud["Operations"].resources("AWS::Logs::LogGroup").values()
    ]
    assert sum(name.startswith("/aws/vendedlogs/") for name in names) == 1


def test_calls_are_logged_as_json(cloud):
    stage = cloud["Operations"].only("AWS::ApiGatewayV2::Stage")
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
