"""The days on which something recurs.

The page computes the same days from the same cases: ``tests/recurrence.json``.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Annotated, Any, Literal

import msgspec
from dateutil import rrule
from msgspec import Meta

from tracker.errors import FieldError, InvalidInputError
from tracker.fields import CalendarDate, Dates
from tracker.limits import LAST_DATE, MAX_EVERY, MAX_TIMES

Frequency = Annotated[
    Literal["daily", "weekly", "monthly", "yearly"],
    Meta(description="one of daily, weekly, monthly and yearly"),
]
Weekday = Annotated[
    Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    Meta(description="a day from monday to sunday, or null"),
]
Nth = Annotated[
    Literal[1, 2, 3, 4, -1],
    Meta(description="1 to 4, or -1 for the last, or null"),
]

SHORTEST_MONTH = 28

_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    "daily": rrule.DAILY,
    "weekly": rrule.WEEKLY,
    "monthly": rrule.MONTHLY,
    "yearly": rrule.YEARLY,
}
_WEEKDAYS = {
    "monday": rrule.MO,
    "tuesday": rrule.TU,
    "wednesday": rrule.WE,
    "thursday": rrule.TH,
    "friday": rrule.FR,
    "saturday": rrule.SA,
    "sunday": rrule.SU,
}
_WEEKDAY_NAMES = tuple(_WEEKDAYS)


class Recurrence(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule says of its days.

    Attributes
    ----------
    day : int or None
        Of the month; where the month is shorter, its last. None: the start's.
    weekday : str or None
        Of a week; of a month or of a year's month, the one that `nth` says. None: the start's.
    start, end : str
        No day is before the one or after the other. A year's days are in the start's month.
    count : int or None
        The number of the last day.
    skipped : tuple of str
        Days that are left out; they keep their numbers.
    """

    frequency: Frequency
    every: Annotated[
        int,
        Meta(
            ge=1,
            le=MAX_EVERY,
            description=f"how many days, weeks, months or years apart: 1 to {MAX_EVERY}",
        ),
    ] = 1
    day: (
        Annotated[
            int, Meta(ge=1, le=31, description="a day of the month from 1 to 31, its last, or null")
        ]
        | None
    ) = None
    weekday: Weekday | None = None
    nth: Nth | None = None
    start: CalendarDate
    end: CalendarDate | None = None
    count: (
        Annotated[
            int,
            Meta(ge=1, le=MAX_TIMES, description=f"a number of times, 1 to {MAX_TIMES}, or null"),
        ]
        | None
    ) = None
    first_number: Annotated[
        int,
        Meta(ge=1, le=MAX_TIMES, description="the number of the first time, 1 where none were"),
    ] = 1
    skipped: Dates = ()


def days(recurrence: Recurrence) -> Iterator[tuple[int, str]]:
    """Yield each day that is not skipped, ``YYYY-MM-DD``, after the number it has."""
    for number, day in enumerate(_days(recurrence), recurrence.first_number):
        if recurrence.count is not None and number > recurrence.count:
            return
        if day not in recurrence.skipped:
            yield number, day


def next_day(recurrence: Recurrence, *, after: str = "", since: str = "") -> str | None:
    """Tell the first day after one and not before another; None when there is none."""
    return next((day for _, day in days(recurrence) if after < day and since <= day), None)


def check(recurrence: Recurrence, *, may_skip_all: bool = False) -> None:
    """Refuse what contradicts itself.

    Parameters
    ----------
    may_skip_all : bool
        Whether there may be days and all of them be skipped: so it ends.

    Raises
    ------
    InvalidInputError
        With an error for every field that does not go with the others.
    """
    of_month = recurrence.frequency in ("monthly", "yearly")
    wrong: list[tuple[bool, str, str]] = [
        (recurrence.day is not None and not of_month, "day", "needs monthly or yearly"),
        (
            recurrence.day is not None and recurrence.weekday is not None,
            "weekday",
            "must be left out where there is a day",
        ),
        (
            recurrence.weekday is not None and recurrence.frequency == "daily",
            "weekday",
            "needs weekly, monthly or yearly",
        ),
        (
            (recurrence.nth is not None) != (recurrence.weekday is not None and of_month),
            "nth",
            "must say which weekday of the month, and nothing else",
        ),
        (
            recurrence.count is not None and recurrence.end is not None,
            "count",
            "must be left out where there is an end",
        ),
        (
            recurrence.first_number > (recurrence.count or 1),
            "first_number",
            "must not be over count; without a count it is 1",
        ),
    ]
    errors = [FieldError(field, message) for is_wrong, field, message in wrong if is_wrong]
    counted = msgspec.structs.replace(recurrence, skipped=()) if may_skip_all else recurrence
    if not errors and next(days(counted), None) is None:
        errors = [FieldError("end", "must leave at least one day")]
    if errors:
        raise InvalidInputError(errors)


def _days(recurrence: Recurrence) -> Iterator[str]:
    start = datetime.combine(date.fromisoformat(recurrence.start), time())
    until = datetime.combine(date.fromisoformat(recurrence.end or LAST_DATE), time())
    on: dict[str, Any] = {**_on(recurrence, start), "until": until}
    frequency = _FREQUENCIES[recurrence.frequency]
    # "Every two months on the 15th" begins with the first 15th there is, and counts from there.
    first = next(iter(rrule.rrule(frequency, dtstart=start, **on)), None)
    if first is None:
        return
    for day in rrule.rrule(frequency, dtstart=first, interval=recurrence.every, **on):
        yield day.date().isoformat()


def _on(recurrence: Recurrence, start: datetime) -> dict[str, Any]:
    """Say on which days within its period, as `rrule` has it."""
    if recurrence.frequency == "daily":
        return {}
    if recurrence.frequency == "weekly":
        return {"byweekday": _WEEKDAYS[recurrence.weekday or _WEEKDAY_NAMES[start.weekday()]]}
    month = {"bymonth": start.month} if recurrence.frequency == "yearly" else {}
    if recurrence.weekday is not None and recurrence.nth is not None:
        return month | {"byweekday": _WEEKDAYS[recurrence.weekday](recurrence.nth)}
    day = recurrence.day or start.day
    if day <= SHORTEST_MONTH:
        return month | {"bymonthday": day}
    # The last of those that the month has.
    return month | {"bymonthday": tuple(range(SHORTEST_MONTH, day + 1)), "bysetpos": -1}
