"""Answers, as HTTP API takes them from Lambda (payload format 2.0)."""

import base64
import gzip
from http import HTTPStatus
from typing import Any, NamedTuple, Protocol, runtime_checkable

import msgspec

from api.problems import Problem

COMPRESS_FROM = 1024
"""Bytes from which an answer is compressed, where the client asked for it."""

GZIP_LEVEL = 4
"""Takes a third of level 6's time on a year by day, for a sixth more bytes."""


class Made(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """What names it among its kind."""
        ...


@runtime_checkable
class Versioned(Protocol):
    """What has versions, one of which is named by its ETag."""

    @property
    def revision(self) -> str:
        """What names this version, and never another."""
        ...


class Response(NamedTuple):
    """An answer: a status, a value that becomes JSON, or bytes as they are, and headers."""

    status: HTTPStatus
    body: object = None
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "application/json"


def of_versioned(item: Versioned) -> Response:
    """Answer with an expense, or a recurring rule, and its ETag."""
    return Response(HTTPStatus.OK, item, (_etag(item),))


def of_made(item: Made, *, collection: str, is_new: bool) -> Response:
    """Answer with what a request made, or an earlier one like it, and where it is.

    Parameters
    ----------
    collection : str
        The path that the item's own begins with.
    """
    status = HTTPStatus.CREATED if is_new else HTTPStatus.OK
    location = ("Location", f"{collection}/{item.id}")
    if isinstance(item, Versioned):
        return Response(status, item, (_etag(item), location))
    return Response(status, item, (location,))


def _etag(item: Versioned) -> tuple[str, str]:
    return ("ETag", f'"{item.revision}"')


def with_etag(response: Response, revision: str) -> Response:
    """Add an ETag to an answer."""
    return response._replace(headers=(*response.headers, ("ETag", f'"{revision}"')))


def of_problem(problem: Problem) -> Response:
    """Answer with a problem."""
    return Response(problem.status, problem.body(), problem.headers, "application/problem+json")


def to_lambda(response: Response, *, gzip_accepted: bool) -> dict[str, Any]:
    """Make the value that a Lambda function returns to HTTP API."""
    headers = {**dict(response.headers), "Cache-Control": "no-store"}
    answer: dict[str, Any] = {"statusCode": response.status.value, "headers": headers}
    if response.body is None:
        return answer
    body = response.body
    if not isinstance(body, bytes):
        body = msgspec.json.encode(body)
    headers["Content-Type"] = response.media_type
    headers["Vary"] = "Accept-Encoding"
    if gzip_accepted and len(body) > COMPRESS_FROM:
        headers["Content-Encoding"] = "gzip"
        packed = gzip.compress(body, GZIP_LEVEL, mtime=0)
        return answer | {"body": base64.b64encode(packed).decode(), "isBase64Encoded": True}
    return answer | {"body": body.decode(), "isBase64Encoded": False}
