"""What comes with an answer: compression, security headers, leave for pages of other origins."""

import gzip
import json

import httpx
import pytest

from tests.api_client import expense

METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}
SENT = {"authorization", "content-type", "if-match", "if-none-match"}
PAGE = "/"


@pytest.fixture(scope="module")
def api(stack):
    """The API's own address, past CloudFront, as other clients use it."""
    (api,) = stack.client("apigatewayv2").get_apis()["Items"]
    address = f"{stack.cognito_url}/_aws/execute-api/{api['ApiId']}/$default"
    with httpx.Client(base_url=address, timeout=120) as client:
        yield client


@pytest.fixture(scope="module")
def writer(new_person):
    """A person with a list that is longer than a kilobyte."""
    person = new_person()
    rows = [
        expense(id=f"01890000-0000-7000-8000-0000000000{number}", description="चाय " * 20)
        for number in range(10, 20)
    ]
    assert person.add_many(rows).status == 200
    return person


def _raw(person, path, accepted):
    headers = {"Authorization": f"Bearer {person.token}", "Accept-Encoding": accepted}
    with person.http.stream("GET", path, headers=headers) as response:
        return response.headers, b"".join(response.iter_raw())


def test_a_long_answer_is_compressed_when_asked_for(writer):
    plain_headers, plain = _raw(writer, "/api/expenses", "identity")
    headers, packed = _raw(writer, "/api/expenses", "br;q=0, gzip")
    assert len(plain) > 1024
    assert "Content-Encoding" not in plain_headers
    assert headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in headers["Vary"]
    assert json.loads(gzip.decompress(packed)) == json.loads(plain)
    assert len(packed) < len(plain)


def test_a_short_answer_is_left_as_it_is(writer):
    headers, _ = _raw(writer, "/api/summary", "gzip")
    assert "Content-Encoding" not in headers


@pytest.mark.parametrize("path", ["/api/summary", "/api/expenses/nonsense", "/api/nothing"])
def test_no_answer_of_the_api_may_be_cached_or_taken_for_a_page(writer, path):
    headers = writer.call("GET", path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert "json" in headers["Content-Type"]


def test_the_page_comes_with_its_security_headers(http):
    answer = http.get(PAGE)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]


@pytest.mark.parametrize("path", [PAGE, "/index.html", "/config.json", "/openapi.json"])
def test_what_may_change_is_asked_for_anew(http, path):
    assert "no-cache" in http.get(path).headers["Cache-Control"]


def test_what_a_hash_names_is_kept_for_a_year(http):
    asset = http.get(PAGE).text.partition('src="/assets/')[2].partition('"')[0]
    cached = http.get(f"/assets/{asset}").headers["Cache-Control"]
    assert "immutable" in cached
    assert "max-age=31536000" in cached


def test_an_unknown_path_shows_the_page_but_never_in_place_of_an_error_of_the_api(http, writer):
    shown = http.get("/some/view")
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "text/html")
    refused = writer.call("GET", "/api/expenses/nonsense")
    assert refused.json["status"] == refused.status == 404


def test_config_json_tells_the_page_where_to_sign_in(http, stack):
    config = http.get("/config.json").json()
    assert config["api_url"] == "/api"
    assert config["auth"]["client_id"] == stack.client_id
    assert stack.user_pool_id in config["auth"]["authority"]
    assert config["auth"]["hosted_ui_url"] == config["auth"]["cognito_url"] == stack.cognito_url


@pytest.mark.parametrize("origin", ["http://localhost:8080", "http://localhost:5173"])
def test_a_page_of_an_allowed_origin_may_ask_for_everything(api, origin):
    for method in METHODS:
        asked = {
            "Origin": origin,
            "Access-Control-Request-Method": method,
            "Access-Control-Request-Headers": ",".join(sorted(SENT)),
        }
        answer = api.options("/api/expenses", headers=asked)
        assert answer.status_code in {200, 204}
        assert answer.headers["Access-Control-Allow-Origin"] == origin
        assert _names(answer, "Access-Control-Allow-Methods") == {name.lower() for name in METHODS}
        assert _names(answer, "Access-Control-Allow-Headers") >= SENT


def test_a_page_of_an_allowed_origin_may_read_etag_and_location(api):
    answer = api.get("/api/health", headers={"Origin": "http://localhost:8080"})
    assert answer.headers["Access-Control-Allow-Origin"] == "http://localhost:8080"
    assert _names(answer, "Access-Control-Expose-Headers") >= {"etag", "location"}


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://localhost:8080.evil.example", "null"]
)
def test_a_page_of_another_origin_gets_no_leave(api, origin):
    asked = {"Origin": origin, "Access-Control-Request-Method": "GET"}
    for answer in (
        api.options("/api/expenses", headers=asked),
        api.get("/api/health", headers={"Origin": origin}),
    ):
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_no_page_of_another_origin_may_use_cookies(api):
    """Any page over HTTPS may ask: a browser has nothing to send along by itself."""
    answer = api.get("/api/health", headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Set-Cookie" not in answer.headers


def _names(answer, header):
    return {name.strip().lower() for name in answer.headers[header].split(",")}
