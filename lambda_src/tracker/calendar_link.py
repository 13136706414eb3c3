"""The secret link by which a calendar reads what is due, without a token."""

import hashlib
import re
import secrets
from typing import NamedTuple

import msgspec

from tracker.moments import now

SECRET_BYTES = 32
PATH = "/api/calendar"
FILE = re.compile(r"(?P<secret>[A-Za-z0-9_-]{43})\.ics")
"""32 bytes in base64url, as calendars expect a file to be called."""


class CalendarLink(msgspec.Struct, frozen=True):
    """Whether there is a link, and since when. The link itself is told once, as it is made."""

    created_at: str | None


class NewCalendarLink(msgspec.Struct, frozen=True):
    """A link that was made: its path, which nothing but a new one can tell again."""

    path: str
    created_at: str


class StoredLink(NamedTuple):
    """What is kept of a link: a secret of 256 bits needs no salt and no slow hash."""

    digest: str
    created_at: str


def make() -> tuple[NewCalendarLink, StoredLink]:
    """Make up a link, and what is to be kept of it."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    created_at = now()
    return (
        NewCalendarLink(path=f"{PATH}/{secret}.ics", created_at=created_at),
        StoredLink(digest=digest_of(secret), created_at=created_at),
    )


def digest_of(secret: str) -> str:
    """Tell under what a secret is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def secret_in(file: str) -> str | None:
    """Read the secret off the last part of a path; None where it can be none."""
    found = FILE.fullmatch(file)
    return found["secret"] if found else None
