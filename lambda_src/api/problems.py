"""Problems (RFC 9457): the one place where errors become answers."""

from http import HTTPStatus
from typing import Any, NamedTuple

from tracker.errors import (
    BusyError,
    ConflictError,
    DayOverError,
    DuplicateError,
    FieldError,
    ForbiddenError,
    FullError,
    InvalidInputError,
    InvalidParameterError,
    NoRoomError,
    NotFoundError,
    StaleError,
    TooManyAttemptsError,
    TrackerError,
    UnknownOutcomeError,
)
from tracker.limits import MAX_BODY_BYTES


class RequestError(Exception):
    """The root of what is wrong with a request before the domain gets to see it."""


class UnauthorizedError(RequestError):
    """The token does not grant access."""


class BodyTooLargeError(RequestError):
    """The body has more bytes than the API takes."""


class UnsupportedMediaTypeError(RequestError):
    """The body is not said to be JSON, or said to be compressed."""


class MalformedBodyError(RequestError):
    """The body is not JSON, or not UTF-8."""


class PreconditionRequiredError(RequestError):
    """``If-Match`` is missing."""


class Problem(NamedTuple):
    """An answer that says what went wrong.

    Attributes
    ----------
    expense_id : str or None
        The expense that stands in the way: an extension member (RFC 9457, 3.2).
    """

    status: HTTPStatus
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    expense_id: str | None = None

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
        if self.expense_id:
            members["expense"] = self.expense_id
        return members


RETRY_SECONDS = 1
FULL_RETRY_SECONDS = 24 * 60 * 60
"""Waiting alone makes no room."""

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
    ForbiddenError: Problem(
        HTTPStatus.FORBIDDEN, "your role in this ledger does not allow this; ask one of its owners"
    ),
    ConflictError: Problem(HTTPStatus.CONFLICT, ""),
    DuplicateError: Problem(HTTPStatus.CONFLICT, ""),
    NoRoomError: Problem(
        HTTPStatus.CONFLICT,
        "your expenses fill all the room that there is for one person's, 10 GB; nothing can be"
        " added until some are deleted",
    ),
    FullError: Problem(
        HTTPStatus.TOO_MANY_REQUESTS,
        "you have as many expenses as one person may keep here; delete some, or ask the operator",
        headers=(("Retry-After", str(FULL_RETRY_SECONDS)),),
    ),
    DayOverError: Problem(
        HTTPStatus.TOO_MANY_REQUESTS,
        "you have added and changed as many expenses today as one person may in a day; go on"
        " tomorrow (the day ends at midnight in India), or ask the operator; deleting still works",
    ),
    TooManyAttemptsError: Problem(
        HTTPStatus.TOO_MANY_REQUESTS,
        "you have tried too many invitations that are not valid; ask for a new one, and go on"
        " tomorrow (the day ends at midnight in India)",
    ),
    StaleError: Problem(
        HTTPStatus.PRECONDITION_FAILED,
        "it has changed since; read it again and decide which version to keep",
    ),
    BodyTooLargeError: Problem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body must be at most {MAX_BODY_BYTES} bytes"
    ),
    UnsupportedMediaTypeError: Problem(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "the body must be application/json, and not be compressed",
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
    UnknownOutcomeError: Problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "the database did not answer, so that nobody can know whether this was recorded: look "
        "before you send it again, or it may be there twice; an id of your own would prevent that",
        headers=(("Retry-After", str(RETRY_SECONDS)),),
    ),
}


def problem_of(error: TrackerError | RequestError) -> Problem:
    """Say which answer an error gets."""
    problem = _PROBLEMS[type(error)]
    if isinstance(error, DuplicateError):
        return problem._replace(detail=str(error), expense_id=error.expense_id)
    if isinstance(error, ConflictError):
        return problem._replace(detail=str(error))
    if isinstance(error, DayOverError | TooManyAttemptsError):
        return problem._replace(headers=(("Retry-After", str(error.seconds)),))
    if isinstance(error, InvalidInputError):
        return problem._replace(errors=tuple(error.errors))
    return problem
