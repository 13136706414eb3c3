"""Problems (RFC 9457): the one place where errors become answers."""

from http import HTTPStatus
from typing import Any, NamedTuple

from tracker.errors import (
    BusyError,
    ConflictError,
    FieldError,
    InvalidInputError,
    InvalidParameterError,
    NotFoundError,
    StaleError,
    TrackerError,
)
from tracker.limits import MAX_BODY_BYTES


class RequestError(Exception):
    """The root of what is wrong with a request before the domain gets to see it."""


class UnauthorizedError(RequestError):
    """The token does not grant access."""


class BodyTooLargeError(RequestError):
    """The body has more bytes than the API takes."""


class UnsupportedMediaTypeError(RequestError):
    """The body is not said to be JSON."""


class MalformedBodyError(RequestError):
    """The body is not JSON, or not UTF-8."""


class PreconditionRequiredError(RequestError):
    """``If-Match`` is missing."""


class Problem(NamedTuple):
    """An answer that says what went wrong."""

    status: HTTPStatus
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()

    def body(self) -> dict[str, Any]:
        """Make the members of ``application/problem+json``."""
        members: dict[str, Any] = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": self.status.value,
            "detail": self.detail,
        }
        if self.errors:
            members["errors"] = [error._asdict() for error in self.errors]
        return members


RETRY_SECONDS = 1

FAULT = Problem(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "something went wrong on our side and has been noted; nothing was changed by halves",
)

_PROBLEMS: dict[type[Exception], Problem] = {
    InvalidParameterError: Problem(
        HTTPStatus.BAD_REQUEST, "a parameter of the request is not as it must be"
    ),
    MalformedBodyError: Problem(
        HTTPStatus.BAD_REQUEST, "the body must be JSON (RFC 8259) in UTF-8"
    ),
    UnauthorizedError: Problem(
        HTTPStatus.UNAUTHORIZED,
        "an access token is needed; sign in again",
        headers=(("WWW-Authenticate", 'Bearer error="invalid_token"'),),
    ),
    NotFoundError: Problem(HTTPStatus.NOT_FOUND, "you have nothing by this id"),
    ConflictError: Problem(HTTPStatus.CONFLICT, ""),
    StaleError: Problem(
        HTTPStatus.PRECONDITION_FAILED,
        "the expense has changed since; read it again and decide which version to keep",
    ),
    BodyTooLargeError: Problem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body must be at most {MAX_BODY_BYTES} bytes"
    ),
    UnsupportedMediaTypeError: Problem(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "the body's Content-Type must be application/json"
    ),
    InvalidInputError: Problem(
        HTTPStatus.UNPROCESSABLE_ENTITY, "some of what was sent is not as it must be"
    ),
    PreconditionRequiredError: Problem(
        HTTPStatus.PRECONDITION_REQUIRED,
        "send If-Match with the ETag of the version that you mean to replace",
    ),
    BusyError: Problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "the database is busy; send the same request again in a moment",
        headers=(("Retry-After", str(RETRY_SECONDS)),),
    ),
}


def problem_of(error: TrackerError | RequestError) -> Problem:
    """Say which answer an error gets."""
    problem = _PROBLEMS[type(error)]
    if isinstance(error, ConflictError):
        return problem._replace(detail=str(error))
    if isinstance(error, InvalidInputError):
        return problem._replace(errors=tuple(error.errors))
    return problem
