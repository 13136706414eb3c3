import asyncio
import gzip
import json
from contextlib import asynccontextmanager

import brotli
import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from yarl import URL

from local.distribution import Behaviour, Distribution, Header
from local.edge import Edge, path_matches
from local.static_files import StaticFile, accepted_encodings

FALLBACK = """
function handler(event) {
  const request = event.request;
  if (!request.uri.includes(".")) request.uri = "/index.html";
  return request;
}
"""
SCRIPT = b"export const answer = 42;\n" * 100
SITE = {
    "index.html": StaticFile(b"<!doctype html>", {"Content-Type": "text/html"}),
    "assets/app.js": StaticFile(
        SCRIPT, {"Content-Type": "text/javascript", "Cache-Control": "max-age=31536000"}
    ),
}
PAGE_HEADER = Header("Content-Security-Policy", "default-src 'self'", override=True)
API_HEADER = Header("Cache-Control", "no-store", override=True)


def behaviour(pattern, **changed):
    usual = {
        "origin": None,
        "methods": ("GET", "HEAD"),
        "compresses": True,
        "rewrite": None,
        "headers": (PAGE_HEADER,),
        "removed": (),
    }
    return Behaviour(pattern=pattern, **(usual | changed))


DISTRIBUTION = Distribution(
    root="index.html",
    missing_file_status=404,
    behaviours=(
        behaviour(
            "/api/*",
            origin="abcd1234.execute-api.ap-south-1.amazonaws.com",
            methods=("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"),
            headers=(API_HEADER,),
            removed=("x-powered-by",),
        ),
        behaviour("*", rewrite=FALLBACK),
    ),
)


async def echo(request):
    """Stand in for the emulator: tell what came."""
    if request.path == "/api/gone":
        request.transport.close()
    return web.json_response(
        {
            "method": request.method,
            "path": request.raw_path,
            "headers": {name.lower(): value for name, value in request.headers.items()},
            "body": (await request.read()).decode(),
        },
        status=201,
        headers={"ETag": '"7"', "Cache-Control": "public", "X-Powered-By": "an emulator"},
    )


@asynccontextmanager
async def served():
    emulator_application = web.Application(handler_args={"auto_decompress": False})
    emulator_application.router.add_route("*", "/{path:.*}", echo)
    async with TestServer(emulator_application) as emulator:
        edge = Edge(DISTRIBUTION, SITE, emulator.make_url("/"))
        async with (
            TestServer(edge.application()) as server,
            ClientSession(server.make_url("/"), auto_decompress=False) as client,
        ):
            yield client


def ask(method, path, **options):
    """Send one request to an edge; return the response and its body."""

    async def scenario():
        # Encoded as it is, which is how a browser sends it.
        url = URL(path, encoded=True)
        async with served() as client, client.request(method, url, **options) as response:
            return response, await response.read()

    return asyncio.run(scenario())


def test_a_body_that_is_falsely_called_compressed_reaches_the_api_as_it_is():
    headers = {"Content-Encoding": "gzip"}
    response, body = ask("POST", "/api/expenses", data=b"{}", headers=headers)

    assert response.status == 201
    assert json.loads(body)["body"] == "{}"
    assert json.loads(body)["headers"]["content-encoding"] == "gzip"


def test_the_root_is_the_root_object():
    response, body = ask("GET", "/")

    assert response.status == 200
    assert body == SITE["index.html"].content


def test_an_address_within_the_page_is_rewritten_by_the_templates_function():
    response, body = ask("GET", "/expenses/2026-11")

    assert response.status == 200
    assert body == SITE["index.html"].content


def test_a_missing_file_is_what_the_bucket_says():
    response, body = ask("GET", "/assets/old.js")

    assert response.status == 404
    assert b"NoSuchKey" in body


def test_every_response_has_the_headers_of_its_behaviour():
    for path in ("/", "/assets/app.js", "/assets/old.js"):
        response, _ = ask("GET", path)
        assert response.headers["Content-Security-Policy"] == "default-src 'self'"


def test_a_file_has_the_headers_of_its_deployment():
    response, _ = ask("GET", "/assets/app.js")

    assert response.headers["Content-Type"] == "text/javascript"
    assert response.headers["Cache-Control"] == "max-age=31536000"


def test_text_is_compressed_for_those_who_accept_it():
    brotlied, brotli_body = ask("GET", "/assets/app.js", headers={"Accept-Encoding": "gzip, br"})
    gzipped, gzip_body = ask("GET", "/assets/app.js", headers={"Accept-Encoding": "gzip"})
    plain, plain_body = ask("GET", "/assets/app.js", headers={"Accept-Encoding": "identity"})

    assert brotlied.headers["Content-Encoding"] == "br"
    assert brotli.decompress(brotli_body) == SCRIPT
    assert gzipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(gzip_body) == SCRIPT
    assert "Content-Encoding" not in plain.headers
    assert plain_body == SCRIPT


def test_a_small_file_is_not_compressed():
    response, _ = ask("GET", "/", headers={"Accept-Encoding": "br"})

    assert "Content-Encoding" not in response.headers


def test_a_file_that_has_not_changed_is_not_sent_again():
    first, _ = ask("GET", "/assets/app.js", headers={"Accept-Encoding": "br"})
    again, body = ask("GET", "/assets/app.js", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status == 304
    assert body == b""


def test_head_has_headers_only():
    response, body = ask("HEAD", "/assets/app.js", headers={"Accept-Encoding": "identity"})

    assert response.headers["Content-Length"] == str(len(SCRIPT))
    assert body == b""


def test_a_method_that_the_behaviour_does_not_allow_is_refused():
    response, _ = ask("POST", "/", data=b"x")

    assert response.status == 403


def test_the_api_gets_the_request_as_it_is():
    headers = {"If-Match": '"7"', "Authorization": "Bearer x", "Content-Type": "text/csv"}
    response, body = ask("PUT", "/api/expenses/1?q=%26a%2Fb&q=c", data=b"body", headers=headers)

    told = json.loads(body)
    assert response.status == 201
    assert (told["method"], told["body"]) == ("PUT", "body")
    assert told["path"] == "/api/expenses/1?q=%26a%2Fb&q=c"
    assert headers.items() <= {(name.title(), told["headers"][name.lower()]) for name in headers}
    assert told["headers"]["host"].startswith("abcd1234.execute-api.localhost:")


def test_the_api_s_headers_come_back_under_the_behaviours_policy():
    response, _ = ask("GET", "/api/expenses")

    assert response.headers["ETag"] == '"7"'
    assert response.headers["Cache-Control"] == "no-store"
    assert "X-Powered-By" not in response.headers
    assert "Content-Security-Policy" not in response.headers


def test_an_api_that_is_not_there_is_a_bad_gateway():
    response, body = ask("GET", "/api/gone")

    assert response.status == 502
    assert body == b"The API is not there.\n"


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/api/*", "/api/expenses/1", True),
        ("/api/*", "/api", False),
        ("api/*", "/api/x", True),
        ("*", "/anything", True),
        ("/a?c.js", "/abc.js", True),
        ("/a.c", "/abc", False),
    ],
)
def test_path_patterns_are_cloudfronts(pattern, path, fits):
    assert path_matches(pattern, path) is fits


def test_an_encoding_of_no_quality_is_not_accepted():
    assert accepted_encodings("gzip;q=0.5, br; q=0, *") == {"gzip", "*"}
