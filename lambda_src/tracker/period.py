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


def end_of_month(month: str) -> str:
    """Return the last day of a month, ``YYYY-MM-DD``, of ``YYYY-MM``."""
    return f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"
