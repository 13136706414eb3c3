"""Answers, as HTTP API takes them from Lambda (payload format 2.0)."""

import base64
import gzip
from http import HTTPStatus
from typing import Any, NamedTuple

import msgspec

from api.problems import Problem
from tracker.expense import Expense

COMPRESS_FROM = 1024
"""Bytes from which an answer is compressed, where the client asked for it."""

GZIP_LEVEL = 4
"""Takes a third of level 6's time on a year by day, for a sixth more bytes."""


class Response(NamedTuple):
    """An answer: a status, a value that becomes JSON, and headers."""

    status: HTTPStatus
    body: object = None
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "application/json"


def of_expense(
    expense: Expense, status: HTTPStatus = HTTPStatus.OK, *, location: bool = False
) -> Response:
    """Answer with an expense and its ETag."""
    headers = [("ETag", f'"{expense.revision}"')]
    if location:
        headers.append(("Location", f"/api/expenses/{expense.id}"))
    return Response(status, expense, tuple(headers))


def of_problem(problem: Problem) -> Response:
    """Answer with a problem."""
    return Response(problem.status, problem.body(), problem.headers, "application/problem+json")


def to_lambda(response: Response, *, gzip_accepted: bool) -> dict[str, Any]:
    """Make the value that a Lambda function returns to HTTP API."""
    headers = {**dict(response.headers), "Cache-Control": "no-store"}
    answer: dict[str, Any] = {"statusCode": response.status.value, "headers": headers}
    if response.body is None:
        return answer
    body = msgspec.json.encode(response.body)
    headers["Content-Type"] = response.media_type
    headers["Vary"] = "Accept-Encoding"
    if gzip_accepted and len(body) > COMPRESS_FROM:
        headers["Content-Encoding"] = "gzip"
        packed = gzip.compress(body, GZIP_LEVEL, mtime=0)
        return answer | {"body": base64.b64encode(packed).decode(), "isBase64Encoded": True}
    return answer | {"body": body.decode(), "isBase64Encoded": False}
