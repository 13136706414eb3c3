"""Cursors: where a list goes on, opaque to the client.

A cursor holds the position of the last expense shown, so that inserts and deletes before or after
it move nothing. It also holds a digest of that position, of the ledger and of the filters; one
that was forged, cut short, or made for another ledger or another list is refused. The digest
guards against mistakes, not against its owner: a position only ever selects among the expenses of a
ledger that the caller may see. As owners can make the digest of anything, the position's form is
checked as well.
"""

import base64
import hashlib
import re

from tracker.errors import FieldError, InvalidParameterError
from tracker.repository.keys import POSITION

DIGEST_BYTES = 12


def encode(position: str, *, owner: str, filters: tuple[object, ...]) -> str:
    """Make the cursor of the page that follows a position.

    Parameters
    ----------
    position : str
        The ``by_date`` sort key of the last expense shown.
    owner : str
        The partition key of the ledger whose list it is.
    filters : tuple
        What the list was narrowed by, in a fixed order.

    Returns
    -------
    str
        URL-safe text.
    """
    text = position.encode()
    return base64.urlsafe_b64encode(_digest(text, owner, filters) + text).decode().rstrip("=")


def decode(
    cursor: str,
    *,
    owner: str,
    filters: tuple[object, ...],
    form: re.Pattern[str] = POSITION,
) -> str:
    """Read the position back.

    Parameters
    ----------
    form : pattern
        What a position of this list looks like.

    Raises
    ------
    InvalidParameterError
        If the cursor was not made by `encode` with this ledger and these filters.
    """
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        position = raw[DIGEST_BYTES:].decode()
    except ValueError:
        raise refusal() from None
    # Compared as text: base64 has several ways to write the same bytes, `encode` has one.
    if cursor != encode(position, owner=owner, filters=filters) or not form.fullmatch(position):
        raise refusal()
    return position


def _digest(position: bytes, owner: str, filters: tuple[object, ...]) -> bytes:
    signed = repr((position, filters)).encode()
    key = hashlib.sha256(owner.encode()).digest()
    return hashlib.blake2b(signed, key=key, digest_size=DIGEST_BYTES).digest()


def refusal() -> InvalidParameterError:
    """Refuse a cursor."""
    message = "must be a next_cursor of this very list; leave it out to start anew"
    return InvalidParameterError([FieldError("cursor", message)])
