"""The request as HTTP API hands it to Lambda (payload format 2.0), checked and typed."""

import base64
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from api.problems import (
    BodyTooLargeError,
    MalformedBodyError,
    UnauthorizedError,
    UnsupportedMediaTypeError,
)
from tracker.deadline import Deadline
from tracker.errors import FieldError, InvalidParameterError, NotFoundError
from tracker.limits import MAX_BODY_BYTES

ID = re.compile(r"[0-9a-z-]{1,50}")
REPLACEMENT_CHARACTER = "\ufffd"
"""What HTTP API puts in the place of bytes that are not UTF-8, before it hands on a body as text.
A client that means the character itself can write it as JSON's ``\\ufffd``."""
ENTITY_TAG = re.compile(r'(?P<weak>W/)?"(?P<tag>[\x21\x23-\x7e\x80-\xff]*)"')
"""RFC 9110, 8.8.3."""


class Request:
    """One call of an operation.

    Parameters
    ----------
    event : mapping
        HTTP API's event, payload format 2.0.
    seconds : float
        What is left of the function's time.
    """

    def __init__(self, event: Mapping[str, Any], seconds: float) -> None:
        self._event = event
        self.deadline = Deadline(seconds)

    @cached_property
    def user(self) -> str:
        """The person: the verified token's subject, and nothing a client can choose.

        Raises
        ------
        UnauthorizedError
            The token is not an access token. HTTP API's authorizer lets an id token pass too,
            whose audience is the client; but it is made to be shown, not to grant access.
        """
        authorizer = self._event.get("requestContext", {}).get("authorizer") or {}
        claims = (authorizer.get("jwt") or {}).get("claims") or {}
        if claims.get("token_use") != "access" or not claims.get("sub"):
            raise UnauthorizedError
        return str(claims["sub"])

    @cached_property
    def headers(self) -> dict[str, str]:
        """Headers by their names in lower case."""
        return {name.lower(): value for name, value in self._event.get("headers", {}).items()}

    @property
    def path_id(self) -> str:
        """The ``{id}`` of the route.

        Raises
        ------
        NotFoundError
            Nothing can have it: it is no id at all.
        """
        path_id = str((self._event.get("pathParameters") or {}).get("id", ""))
        if not ID.fullmatch(path_id):
            raise NotFoundError
        return path_id

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters.

        They are read from the raw query, as HTTP API joins repeated ones by a comma.

        Raises
        ------
        InvalidParameterError
            One is given twice, or is not UTF-8.
        """
        try:
            pairs = parse_qsl(
                self._event.get("rawQueryString") or "",
                keep_blank_values=True,
                errors="strict",
                max_num_fields=50,
            )
        except (UnicodeDecodeError, ValueError):
            raise InvalidParameterError([FieldError("", "the query must be valid UTF-8")]) from None
        values = dict(pairs)
        if len(values) < len(pairs):
            names = [name for name, _ in pairs]
            repeated = next(name for name in names if names.count(name) > 1)
            raise InvalidParameterError([FieldError(repeated, "must be given once")])
        return values

    def json(self) -> object:
        """Decode the body.

        Raises
        ------
        BodyTooLargeError, UnsupportedMediaTypeError, MalformedBodyError
            In this order of precedence.
        """
        body = self._body()
        if len(body) > MAX_BODY_BYTES:
            raise BodyTooLargeError
        media_type = self.headers.get("content-type", "application/json")
        if media_type.partition(";")[0].strip().lower() != "application/json":
            raise UnsupportedMediaTypeError
        try:
            text = body.decode("utf-8", errors="strict")
            if REPLACEMENT_CHARACTER in text:
                raise MalformedBodyError
            return msgspec.json.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise MalformedBodyError from None

    def _body(self) -> bytes:
        body = self._event.get("body") or ""
        if self._event.get("isBase64Encoded"):
            return base64.b64decode(body)
        return body.encode("utf-8", errors="surrogatepass")

    def accepts_gzip(self) -> bool:
        """Tell whether the client asked for compressed answers (RFC 9110, 12.5.3)."""
        for coding in self.headers.get("accept-encoding", "").lower().split(","):
            name, _, weight = coding.partition(";")
            if name.strip() == "gzip":
                return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
        return False


def revisions(if_match: str) -> frozenset[str] | None:
    """Read an ``If-Match`` header (RFC 9110, 13.1.1).

    Returns
    -------
    frozenset of str or None
        The revisions it names; None for ``*``, which means any. A weak tag names none, as
        ``If-Match`` compares strongly; nor does a tag that this API never gave.

    Raises
    ------
    InvalidParameterError
        It is not a list of entity tags.
    """
    if if_match.strip() == "*":
        return None
    # None of this API's tags holds a comma, so that a part is a whole tag or none of ours.
    tags = [ENTITY_TAG.fullmatch(tag.strip()) for tag in if_match.split(",")]
    if not all(tags):
        raise InvalidParameterError(
            [FieldError("If-Match", "must be the ETag that the expense was answered with")]
        )
    return frozenset(tag["tag"] for tag in tags if tag and not tag["weak"])
