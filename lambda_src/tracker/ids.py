"""Identifiers of expenses and of a person's own categories."""

import secrets
import time
import uuid
from collections.abc import Generator
from contextlib import contextmanager

from msgspec import UNSET, UnsetType

from tracker.errors import BusyError, UnknownOutcomeError


def new_id() -> str:
    """Make a UUIDv7 (RFC 9562, 5.7): ids made later sort later.

    Returns
    -------
    str
        The canonical form: 36 characters, lower case.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62
    return str(uuid.UUID(int=value | secrets.randbits(62)))


@contextmanager
def known_by(sent_id: str | UnsetType) -> Generator[None]:
    """Write what a client made, which a repetition would make twice unless its id was the client's.

    Raises
    ------
    UnknownOutcomeError
        The database did not answer, and the client sent no id.
    """
    try:
        yield
    except BusyError:
        if sent_id is UNSET:
            raise UnknownOutcomeError from None
        raise
