"""Ranges of days that a person asks about."""

from calendar import monthrange

from tracker.errors import FieldError, InvalidParameterError


def check_period(first: str, last: str) -> None:
    """Refuse a range that ends before it begins.

    Raises
    ------
    InvalidParameterError
        Named after the parameter ``from``.
    """
    if first > last:
        raise InvalidParameterError([FieldError("from", "must not be after to")])


def ends_month(day: str) -> bool:
    """Tell whether a day, ``YYYY-MM-DD``, is the last one of its month."""
    year, month, number = map(int, day.split("-"))
    return number == monthrange(year, month)[1]
