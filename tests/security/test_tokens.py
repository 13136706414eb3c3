"""What the gateway and the operations make of tokens, on the local stack, on every route."""

import time

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from local import users
from local.settings import LOCAL_PASSWORD
from stacks.operations import read_operations
from tests.api_client import filled
from tests.security import forging
from tests.security.forging import read, signed
from tests.stack import new_email, running_stack

NOBODYS_ID = "01890000-0000-7000-8000-00000000ffff"
PROTECTED = [operation for operation in read_operations() if not operation.public]


@pytest.fixture(scope="module")
def person():
    """Somebody's tokens, as the sign-in page gives them."""
    email = new_email("tokens")
    users.create(email, running_stack())
    return users.tokens(email, running_stack())


@pytest.fixture(scope="module")
def http():
    with httpx.Client(base_url=running_stack().app_url, timeout=60) as client:
        yield client


@pytest.fixture(scope="module")
def call(http):
    def call(operation, authorization):
        headers = {} if authorization is None else {"Authorization": authorization}
        path = filled(operation.path, NOBODYS_ID)
        body = {} if operation.method in ("POST", "PUT") else None
        return http.request(operation.method, path, headers=headers, json=body)

    return call


@pytest.fixture(scope="module")
def genuine(person):
    return read(person["access_token"])


@pytest.fixture(scope="module")
def key():
    return forging.pools_key(running_stack().user_pool_id)


@pytest.fixture(scope="module")
def other_pool():
    """An access token of another user pool of the same account."""
    cognito = running_stack().client("cognito-idp")
    pool = cognito.create_user_pool(PoolName="another")["UserPool"]["Id"]
    client = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="another", ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"]
    )["UserPoolClient"]["ClientId"]
    yield _password_token(cognito, pool, client)
    cognito.delete_user_pool(UserPoolId=pool)


@pytest.fixture(scope="module")
def other_client():
    """An access token of the app's own pool, made for another client."""
    cognito = running_stack().client("cognito-idp")
    pool = running_stack().user_pool_id
    client = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="another", ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"]
    )["UserPoolClient"]["ClientId"]
    yield _password_token(cognito, pool, client)
    cognito.delete_user_pool_client(UserPoolId=pool, ClientId=client)


@pytest.fixture(scope="module")
def meant_for_something_else(person, genuine, key, other_pool, other_client):
    """Tokens truly signed, by what keeps each from being an access token of this app."""
    header, claims = genuine
    now = int(time.time())
    return {
        "expired": signed(header, claims | {"exp": now - 1, "iat": now - 3601}, key),
        "not valid yet": signed(header, claims | {"nbf": now + 600}, key),
        "another pool's": other_pool,
        "another client's": other_client,
        "another issuer's": signed(header, claims | {"iss": "https://example.com"}, key),
        "an id token": person["id_token"],
        "a refresh token": person["refresh_token"],
        "of no use": signed(header, {**claims, "token_use": ""}, key),
        "nobody's": signed(header, {k: v for k, v in claims.items() if k != "sub"}, key),
    }


def _password_token(cognito, pool, client):
    name = new_email("another")
    cognito.admin_create_user(UserPoolId=pool, Username=name, MessageAction="SUPPRESS")
    cognito.admin_set_user_password(
        UserPoolId=pool, Username=name, Password=LOCAL_PASSWORD, Permanent=True
    )
    return cognito.admin_initiate_auth(
        UserPoolId=pool,
        ClientId=client,
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": name, "PASSWORD": LOCAL_PASSWORD},
    )["AuthenticationResult"]["AccessToken"]


def ids(operations):
    return [operation.name for operation in operations]


@pytest.mark.parametrize("operation", PROTECTED, ids=ids(PROTECTED))
def test_a_genuine_access_token_is_let_in(call, person, operation):
    assert call(operation, f"Bearer {person['access_token']}").status_code not in (401, 403)


def test_signing_with_the_pools_key_is_what_makes_a_token_genuine(call, genuine, key):
    """So that the refusals below are for their own reason, and not since the forging is bad."""
    for operation in PROTECTED[:1]:
        assert call(operation, f"Bearer {signed(*genuine, key)}").status_code == 200


@pytest.mark.parametrize("operation", PROTECTED, ids=ids(PROTECTED))
@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer a",
        "Bearer a.b.c",
        "Bearer ....",
        "Basic YTpi",
        "null",
    ],
)
def test_no_token_or_garbage_is_refused(call, operation, authorization):
    assert call(operation, authorization).status_code == 401


@pytest.mark.parametrize("operation", PROTECTED, ids=ids(PROTECTED))
def test_forged_tokens_are_refused(call, person, genuine, key, operation):
    header, claims = genuine
    text, signature = person["access_token"].rsplit(".", 1)
    strangers_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    forged = {
        "another person's claims": forging.unsigned(header, claims | {"sub": "x"})
        + f".{signature}",
        "a changed signature": f"{text}.{'A' * 10}{signature[10:]}",
        "no signature": f"{text}.",
        "alg none": forging.unsigned({**header, "alg": "none"}, claims) + ".",
        "alg None": forging.unsigned({**header, "alg": "None"}, claims) + f".{signature}",
        "the public key for a secret": forging.signed_with_public_key(
            header, claims, forging.public_pem(key)
        ),
        "a stranger's key": signed(header, claims, strangers_key),
        "a key brought along": signed(
            {**header, "jwk": {"kty": "RSA"}, "jku": "https://example.com/jwks.json"},
            claims,
            strangers_key,
        ),
        "no key's name": signed({"alg": "RS256"}, claims, key),
    }
    statuses = {name: call(operation, f"Bearer {it}").status_code for name, it in forged.items()}
    assert statuses == dict.fromkeys(forged, 401)


@pytest.mark.parametrize("operation", PROTECTED, ids=ids(PROTECTED))
def test_genuine_tokens_for_something_else_are_refused(call, meant_for_something_else, operation):
    statuses = {
        name: call(operation, f"Bearer {token}").status_code
        for name, token in meant_for_something_else.items()
    }
    # A genuine token of the right client and issuer; what it lacks is a scope.
    assert statuses == dict.fromkeys(meant_for_something_else, 401) | {"an id token": 403}


def test_a_token_elsewhere_than_in_its_header_is_none(http, person):
    token = person["access_token"]
    assert http.get("/api/expenses", params={"access_token": token}).status_code == 401
    assert http.get("/api/expenses", headers={"Cookie": f"access_token={token}"}).status_code == 401
    assert http.get("/api/expenses", headers={"X-Authorization": token}).status_code == 401


def test_no_header_passes_for_the_gateways_verdict(http, person):
    forged = {
        "x-amzn-oidc-identity": "x",
        "x-amzn-request-context": '{"authorizer": {"jwt": {"claims": {"sub": "x"}}}}',
        "requestContext": '{"authorizer": {"jwt": {"claims": {"sub": "x"}}}}',
    }
    assert http.get("/api/expenses", headers=forged).status_code == 401


def test_a_refresh_token_is_worth_nothing_after_signing_out():
    stack = running_stack()
    email = new_email("leaver")
    users.create(email, stack)
    refresh_token = users.tokens(email, stack)["refresh_token"]
    form = {
        "grant_type": "refresh_token",
        "client_id": stack.client_id,
        "refresh_token": refresh_token,
    }
    token_endpoint = f"{stack.cognito_url}/oauth2/token"
    assert httpx.post(token_endpoint, data=form, timeout=30).status_code == 200
    # What the page does at `/oauth2/revoke`, which the emulator does not serve.
    stack.client("cognito-idp").revoke_token(Token=refresh_token, ClientId=stack.client_id)
    refused = httpx.post(token_endpoint, data=form, timeout=30)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")


def test_health_needs_no_token_and_minds_none(http):
    for headers in ({}, {"Authorization": "Bearer garbage"}):
        assert http.get("/api/health", headers=headers).json().keys() == {"version"}
