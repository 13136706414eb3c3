"""What can go wrong in the domain, by name. `api.problems` maps each to an answer."""

from typing import NamedTuple


class FieldError(NamedTuple):
    """One thing wrong with the input.

    Attributes
    ----------
    field : str
        The field's name in the request, with an index where it is a list: ``tags[2]``.
    message : str
        What the field must be, as the end of a sentence that starts with its name.
    """

    field: str
    message: str


class TrackerError(Exception):
    """The root of the domain's errors."""


class InvalidInputError(TrackerError):
    """The body is readable but breaks a rule."""

    def __init__(self, errors: list[FieldError]) -> None:
        super().__init__("; ".join(f"{error.field} {error.message}" for error in errors))
        self.errors = errors


class InvalidParameterError(InvalidInputError):
    """A parameter of the query, or a header, breaks a rule."""


class NotFoundError(TrackerError):
    """The person has no such thing; whether another person does is not told."""


class ConflictError(TrackerError):
    """What is stored already contradicts the request."""


class StaleError(TrackerError):
    """The expense has changed since the version that the caller saw."""


class BusyError(TrackerError):
    """The database could not do it in the time there was; nothing is half done."""
