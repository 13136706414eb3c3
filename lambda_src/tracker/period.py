"""Ranges of days that a person asks about."""

from calendar import monthrange
from datetime import date, timedelta

from tracker.errors import FieldError, InvalidParameterError
from tracker.limits import LAST_DATE


def check_period(first: str, last: str) -> None:
    """Refuse a range that ends before it begins.

    Raises
    ------
    InvalidParameterError
        Named after the parameter ``from``.
    """
    if first > last:
        raise InvalidParameterError([FieldError("from", "must not be after to")])


def days_after(day: str, days: int) -> str:
    """Tell the day so many days after another, or the last that there can be."""
    latest = date.fromisoformat(LAST_DATE)
    return min(date.fromisoformat(day) + timedelta(days=days), latest).isoformat()


def month_of(day: str, month_start: int) -> str:
    """Tell the month that a day lies in, by the month of the calendar that it begins in.

    Parameters
    ----------
    day : str
        ``YYYY-MM-DD``.
    month_start : int
        The day that months begin on, 1 to 28.
    """
    year, month, number = map(int, day.split("-"))
    if number < month_start:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year:04}-{month:02}"


def is_whole(month: str, first: str, last: str) -> bool:
    """Tell whether all days of a month, ``YYYY-MM``, lie in a range of days."""
    ended = month < last[:7] or (month == last[:7] and _ends_month(last))
    return ended and first <= f"{month}-01"


def _ends_month(day: str) -> bool:
    year, month, number = map(int, day.split("-"))
    return number == monthrange(year, month)[1]
