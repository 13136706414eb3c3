"""The request as HTTP API hands it to Lambda (payload format 2.0), checked and typed."""

import base64
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast
from urllib.parse import parse_qsl

import msgspec

from api.problems import (
    BodyTooLargeError,
    MalformedBodyError,
    PreconditionRequiredError,
    UnauthorizedError,
    UnsupportedMediaTypeError,
)
from tracker.access import Claim, Role
from tracker.deadline import Deadline
from tracker.errors import FieldError, InvalidParameterError, NotFoundError
from tracker.limits import MAX_BODY_BYTES, SHOWN_NAME

ID = re.compile(r"[0-9a-z-]{1,50}")
LEDGER = "ledger"
"""The parameter of a query that names a shared ledger."""
MAX_PARAMETERS = 50
"""Of a query; more than any operation knows."""

REPLACEMENT_CHARACTER = "\ufffd"
"""What HTTP API puts in place of bytes that are not UTF-8, before it hands on a body as text."""
HALF_CHARACTERS = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
"""Escapes of surrogates that are no pair, which a text cut within a character ends in. Escaped
backslashes and pairs are matched to be passed over."""
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
    needs : str or None
        The least role in a shared ledger that allows it; None: it is about no ledger.
    names_ledger : bool
        Whether the path names the ledger; else the query may.
    """

    def __init__(
        self,
        event: Mapping[str, Any],
        seconds: float,
        *,
        needs: Role | None = None,
        names_ledger: bool = False,
    ) -> None:
        self._event = event
        self._needs: Role | None = needs
        self._names_ledger = names_ledger
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

    def require_person(self) -> None:
        """Refuse a request that is nobody's.

        Raises
        ------
        UnauthorizedError
            The token is not an access token.
        """
        _ = self.user

    @property
    def claim(self) -> Claim:
        """Who asks, of which ledger, and what for.

        Raises
        ------
        NotFoundError
            No ledger can have such an id.
        """
        if self._needs is None:
            raise LookupError("the operation is about no ledger")
        if self._names_ledger:
            return Claim(self.user, self.path_id, self._needs)
        ledger = self._parameters.get(LEDGER)
        if ledger is not None and not ID.fullmatch(ledger):
            raise NotFoundError
        return Claim(self.user, ledger, self._needs)

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
    def path_texts(self) -> dict[str, str]:
        """The parts of the path that a route names, besides its id.

        HTTP API decodes all of a path but ``%25``.
        """
        named: dict[str, str] = self._event.get("pathParameters") or {}
        return {name: text.replace("%25", "%") for name, text in named.items() if name != "id"}

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters, but for the one that `claim` reads.

        Raises
        ------
        InvalidParameterError
            There are too many, one is given twice, or is not UTF-8.
        """
        if self._needs is None or self._names_ledger:
            return self._parameters
        return {name: value for name, value in self._parameters.items() if name != LEDGER}

    @cached_property
    def _parameters(self) -> dict[str, str]:
        """The query's parameters, all of them.

        They are read from the raw query, as HTTP API joins repeated ones by a comma.

        Raises
        ------
        InvalidParameterError
            There are too many, one is given twice, or is not UTF-8.
        """
        raw = self._event.get("rawQueryString") or ""
        if raw.count("&") >= MAX_PARAMETERS:
            message = f"the query must have at most {MAX_PARAMETERS} parameters"
            raise InvalidParameterError([FieldError("", message)])
        try:
            pairs = parse_qsl(raw, keep_blank_values=True, errors="strict")
        except UnicodeDecodeError:
            raise InvalidParameterError([FieldError("", "the query must be valid UTF-8")]) from None
        values = dict(pairs)
        if len(values) < len(pairs):
            names = [name for name, _ in pairs]
            repeated = next(name for name in names if names.count(name) > 1)
            raise InvalidParameterError([FieldError(repeated[:SHOWN_NAME], "must be given once")])
        return values

    def json(self, *, rows: str | None = None) -> object:
        """Decode the body.

        Parameters
        ----------
        rows : str or None
            The only member, where it is a list whose items are judged one by one: half a character
            in one of them is for its field to refuse, and spoils no other.

        Raises
        ------
        BodyTooLargeError, UnsupportedMediaTypeError, MalformedBodyError
            In this order of precedence.
        """
        body = self._body()
        if len(body) > MAX_BODY_BYTES:
            raise BodyTooLargeError
        media_type = self.headers.get("content-type", "application/json")
        coding = self.headers.get("content-encoding", "identity")
        if (
            media_type.partition(";")[0].strip().lower() != "application/json"
            or coding.strip().lower() != "identity"
        ):
            raise UnsupportedMediaTypeError
        try:
            text = body.decode("utf-8", errors="strict")
            if REPLACEMENT_CHARACTER in text and not self._is_as_sent(body):
                raise MalformedBodyError
            return _decode(text, rows)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise MalformedBodyError from None

    def _body(self) -> bytes:
        body = self._event.get("body") or ""
        if self._event.get("isBase64Encoded"):
            return base64.b64decode(body)
        return body.encode("utf-8", errors="surrogatepass")

    def _is_as_sent(self, body: bytes) -> bool:
        """Tell whether a body has as many bytes as the client sent, as far as that is known.

        A replacement character that was typed is a character like others; one that stands for bytes
        which were not UTF-8 has another length than those, but for three that begin a fourth.
        """
        sent = self.headers.get("content-length", "")
        return not sent.isdecimal() or int(sent) == len(body)

    def accepts_gzip(self) -> bool:
        """Tell whether the client asked for compressed answers (RFC 9110, 12.5.3)."""
        for coding in self.headers.get("accept-encoding", "").lower().split(","):
            name, _, weight = coding.partition(";")
            if name.strip() == "gzip":
                return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
        return False


def _decode(text: str, rows: str | None) -> object:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        if rows is None:
            raise
        # No field takes a NUL.
        whole = HALF_CHARACTERS.sub(lambda m: r"\u0000" if m["half"] else m[0], text)
        value: object = msgspec.json.decode(whole)
        if not isinstance(value, dict) or value.keys() != {rows}:
            raise
        return cast("object", value)


def demanded_revisions(headers: Mapping[str, str]) -> frozenset[str] | None:
    """Read the ``If-Match`` header of a request that must have one.

    Raises
    ------
    PreconditionRequiredError
        There is none.
    InvalidParameterError
        It is not a list of entity tags.
    """
    if "if-match" not in headers:
        raise PreconditionRequiredError
    return revisions(headers["if-match"])


def known_revisions(headers: Mapping[str, str]) -> frozenset[str]:
    """Read the ``If-None-Match`` header (RFC 9110, 13.1.2), which compares weakly.

    Returns
    -------
    frozenset of str
        The revisions it names; what is no entity tag names none.
    """
    parts = headers.get("if-none-match", "").split(",")
    tags = [ENTITY_TAG.fullmatch(part.strip()) for part in parts]
    return frozenset(tag["tag"] for tag in tags if tag)


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
            [FieldError("If-Match", "must be the ETag that it was answered with")]
        )
    return frozenset(tag["tag"] for tag in tags if tag and not tag["weak"])
