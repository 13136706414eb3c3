"""CloudFront's place on this machine: the page and the API on one origin, as the template says.

Everything it does is read from the synthesized distribution (`local.distribution`). It leaves out
what has no meaning here: TLS and the redirect to it, HTTP/2 and /3, caching between people, logs.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

import aiohttp
from aiohttp import web
from multidict import CIMultiDict
from yarl import URL

from local.distribution import Behaviour, Distribution
from local.static_files import StaticFile, load_site
from local.viewer_function import Answer, ViewerFunction, ViewerFunctionError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Of one connection only: RFC 9110, 7.6.1. The client and the server set their own.
HOP_BY_HOP = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
# CloudFront's default for an origin's first byte is 30 s; the HTTP API itself gives up before.
SECONDS_FOR_THE_ORIGIN = 60
# What S3 answers for a file that is not there: to those who may list its bucket, and to others.
MISSING_FILE = {404: "NoSuchKey", 403: "AccessDenied"}

_LOG = logging.getLogger("edge")
_Response = TypeVar("_Response", bound=web.StreamResponse)


class Edge:
    """Serves one distribution.

    Parameters
    ----------
    distribution
        What to serve, and how.
    site
        The bucket's files.
    emulator
        Where the emulated AWS listens.
    """

    def __init__(
        self, distribution: Distribution, site: dict[str, StaticFile], emulator: URL
    ) -> None:
        self._distribution = distribution
        self._site = site
        self._emulator = emulator
        codes = {one.rewrite for one in distribution.behaviours if one.rewrite}
        self._functions = {code: ViewerFunction(code) for code in codes}
        self._client: aiohttp.ClientSession | None = None

    def application(self) -> web.Application:
        """Return the web application."""
        # As it is to the API, which says what it thinks of a body that is called compressed.
        application = web.Application(handler_args={"auto_decompress": False})
        application.router.add_route("*", "/{path:(?s:.*)}", self._serve)
        application.cleanup_ctx.append(self._resources)
        return application

    async def _resources(self, _application: web.Application):  # noqa: ANN202
        # Bodies go through as they are: compressed by the API stays compressed by the API.
        self._client = aiohttp.ClientSession(
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            connector=aiohttp.TCPConnector(limit=64, keepalive_timeout=60),
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=5, sock_read=SECONDS_FOR_THE_ORIGIN
            ),
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
        )
        yield
        await self._client.close()
        for function in self._functions.values():
            await function.close()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        path = request.raw_path.partition("?")[0]
        behaviour = next(
            one for one in self._distribution.behaviours if path_matches(one.pattern, path)
        )
        if request.method not in behaviour.methods:
            return self._finish(
                web.Response(status=403, text="This method is not allowed.\n"), behaviour
            )
        if behaviour.rewrite:
            try:
                decided = await self._functions[behaviour.rewrite](request.method, path)
            except ViewerFunctionError:
                _LOG.exception("the viewer function failed for %s", path)
                return self._finish(
                    web.Response(status=503, text="The function failed.\n"), behaviour
                )
            if isinstance(decided, Answer):
                answer = web.Response(
                    status=decided.status, text=decided.body, headers=decided.headers
                )
                return self._finish(answer, behaviour)
            path = decided
        if behaviour.origin:
            return await self._forward(request, behaviour.origin, behaviour)
        return self._finish(self._file(request, path, behaviour), behaviour)

    def _file(self, request: web.Request, path: str, behaviour: Behaviour) -> web.Response:
        name = unquote(path.removeprefix("/")) or self._distribution.root
        file = self._site.get(name)
        if file is None:
            status = self._distribution.missing_file_status
            text = f'<?xml version="1.0"?>\n<Error><Code>{MISSING_FILE[status]}</Code></Error>\n'
            return web.Response(status=status, text=text, content_type="application/xml")
        headers = CIMultiDict(file.headers)
        encoding, body = None, file.content
        if behaviour.compresses:
            encoding, body = file.encoded(request.headers.get("Accept-Encoding", ""))
            if file.compressible:
                headers["Vary"] = "Accept-Encoding"
        # A compressed copy is the same file in other bytes: its tag is weak, as CloudFront's is.
        headers["ETag"] = f"W/{file.etag}" if encoding else file.etag
        if _already_has(request.headers.get("If-None-Match"), file.etag):
            headers.popall("Content-Type")
            return web.Response(status=304, headers=headers)
        if encoding:
            headers["Content-Encoding"] = encoding
        return web.Response(body=body, headers=headers)

    async def _forward(
        self, request: web.Request, api: str, behaviour: Behaviour
    ) -> web.StreamResponse:
        assert self._client  # noqa: S101  made before the first request
        headers = _without_hop_by_hop(request.headers)
        # The emulator knows an API by its id in front of a name of the emulator's own.
        headers["Host"] = f"{api.partition('.')[0]}.execute-api.localhost:{self._emulator.port}"
        try:
            async with self._client.request(
                request.method,
                URL(f"{self._emulator.origin()}{request.raw_path}", encoded=True),
                headers=headers,
                data=request.content if request.body_exists else None,
                allow_redirects=False,
            ) as origin:
                response = web.StreamResponse(
                    status=origin.status,
                    reason=origin.reason,
                    headers=_without_hop_by_hop(origin.headers),
                )
                self._finish(response, behaviour)
                await response.prepare(request)
                async for chunk in origin.content.iter_any():
                    await response.write(chunk)
                await response.write_eof()
                return response
        except TimeoutError:
            _LOG.warning("%s %s: no answer from the API in time", request.method, request.path)
            return self._finish(
                web.Response(status=504, text="The API did not answer.\n"), behaviour
            )
        except aiohttp.ClientError as error:
            _LOG.warning("%s %s: %s", request.method, request.path, error)
            return self._finish(web.Response(status=502, text="The API is not there.\n"), behaviour)

    @staticmethod
    def _finish(response: _Response, behaviour: Behaviour) -> _Response:
        """Apply the behaviour's response headers policy."""
        for name in behaviour.removed:
            response.headers.popall(name, None)
        for header in behaviour.headers:
            if header.override or header.name not in response.headers:
                response.headers[header.name] = header.value
        # Else aiohttp tells its own and Python's version.
        response.headers.setdefault("Server", "edge")
        return response


@lru_cache(maxsize=64)
def _as_regular_expression(pattern: str) -> re.Pattern[str]:
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(one) or re.escape(one) for one in pattern), re.DOTALL)


def path_matches(pattern: str, path: str) -> bool:
    """Tell whether a path fits a CloudFront path pattern; the slash in front is optional there."""
    pattern = pattern if pattern.startswith(("/", "*")) else f"/{pattern}"
    return _as_regular_expression(pattern).fullmatch(path) is not None


def _already_has(if_none_match: str | None, etag: str) -> bool:
    """Compare weakly, as RFC 9110 demands of `If-None-Match`."""
    if if_none_match is None:
        return False
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return "*" in tags or etag in tags


def _without_hop_by_hop(headers: Mapping[str, str]) -> CIMultiDict[str]:
    kept = CIMultiDict(headers)
    named = {name.strip().lower() for name in kept.get("Connection", "").split(",")}
    for name in {name.lower() for name in kept} & (HOP_BY_HOP | named):
        kept.popall(name)
    return kept


def serve(folder: Path, port: int, emulator_url: str) -> None:
    """Serve what was prepared in a folder, on loopback, until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    distribution = Distribution.load(folder / "distribution.json")
    edge = Edge(distribution, load_site(folder / "site"), URL(emulator_url))
    web.run_app(
        edge.application(),
        host="127.0.0.1",
        port=port,
        print=None,
        shutdown_timeout=3,
        access_log_format="%r %s %b bytes %Tf s",
    )
