"""Cursors: where a list goes on, opaque to the client.

A cursor holds the position of the last expense shown, so that inserts and deletes before or after
it move nothing. It also holds a digest of that position, of the person and of the filters; one
that was forged, cut short, or made for another person or another list is refused. The digest
guards against mistakes, not against its owner: a position only ever selects among the caller's own
expenses. As owners can make the digest of anything, the position's form is checked as well.
"""

import base64
import hashlib
import re

from tracker.errors import FieldError, InvalidParameterError

DIGEST_BYTES = 12
POSITION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}#[0-9a-f-]{36}")


def encode(position: str, *, user: str, filters: tuple[str | None, ...]) -> str:
    """Make the cursor of the page that follows a position.

    Parameters
    ----------
    position : str
        The ``by_date`` sort key of the last expense shown.
    user : str
        The person whose list it is.
    filters : tuple of str or None
        What the list was narrowed by, in a fixed order.

    Returns
    -------
    str
        URL-safe text.
    """
    text = position.encode()
    return base64.urlsafe_b64encode(_digest(text, user, filters) + text).decode().rstrip("=")


def decode(cursor: str, *, user: str, filters: tuple[str | None, ...]) -> str:
    """Read the position back.

    Raises
    ------
    InvalidParameterError
        If the cursor was not made by `encode` with this person and these filters.
    """
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        position = raw[DIGEST_BYTES:].decode()
    except ValueError:
        raise refusal() from None
    # Compared as text: base64 has several ways to write the same bytes, `encode` has one.
    if cursor != encode(position, user=user, filters=filters) or not POSITION.fullmatch(position):
        raise refusal()
    return position


def _digest(position: bytes, user: str, filters: tuple[str | None, ...]) -> bytes:
    signed = repr((position, filters)).encode()
    key = hashlib.sha256(user.encode()).digest()
    return hashlib.blake2b(signed, key=key, digest_size=DIGEST_BYTES).digest()


def refusal() -> InvalidParameterError:
    """Refuse a cursor."""
    message = "must be a next_cursor of this very list; leave it out to start anew"
    return InvalidParameterError([FieldError("cursor", message)])
