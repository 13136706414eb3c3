"""Writing iCalendar (RFC 5545): the part of it that a feed of whole days needs."""

from collections.abc import Iterable
from typing import NamedTuple

MAX_LINE_BYTES = 75
"""Of a content line without its end (RFC 5545, 3.1); what is longer is folded."""

DAY_BEFORE_AT_NINE = "-PT15H"
"""A whole day begins at midnight: fifteen hours before that it is nine in the morning."""

DAY_ITSELF_AT_NINE = "PT9H"

HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Expense Tracker//Recurring expenses//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
)


class Event(NamedTuple):
    """What stands on a day.

    Attributes
    ----------
    uid : str
        The same in every later answer, so that a calendar changes its entry and adds no second.
    day : str
        ``YYYY-MM-DD``.
    reminder : str
        When it rings, as a duration (RFC 5545, 3.3.6) from the midnight that the day begins with.
    """

    uid: str
    day: str
    summary: str
    description: str
    reminder: str = DAY_BEFORE_AT_NINE


def write(name: str, events: Iterable[Event], *, at: str) -> bytes:
    """Write a calendar, each event with its reminder.

    Parameters
    ----------
    name : str
        The calendar's, as calendars show it.
    at : str
        The moment of writing, RFC 3339 in UTC.
    """
    stamp = at[:19].replace("-", "").replace(":", "") + "Z"
    lines = [
        *HEAD,
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        *(line for event in events for line in _event(event, stamp)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(event: Event, stamp: str) -> tuple[str, ...]:
    summary = _text(event.summary)
    return (
        "BEGIN:VEVENT",
        f"UID:{_text(event.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.day.replace('-', '')}",
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{_text(event.description)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        f"TRIGGER:{event.reminder}",
        "END:VALARM",
        "END:VEVENT",
    )


def _text(value: str) -> str:
    """Escape a text (RFC 5545, 3.3.11)."""
    for special in ("\\", ";", ","):
        value = value.replace(special, f"\\{special}")
    return value.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """End a line, and fold it where it is too long, between characters and not within one."""
    folded = [b""]
    for character in line:
        encoded = character.encode()
        if len(folded[-1]) + len(encoded) > MAX_LINE_BYTES:
            folded.append(b" ")
        folded[-1] += encoded
    return b"\r\n".join(folded) + b"\r\n"
