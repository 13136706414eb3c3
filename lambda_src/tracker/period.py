"""Ranges of days that a person asks about."""

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
