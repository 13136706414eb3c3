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


class ForbiddenError(TrackerError):
    """The person is in the ledger, and their role there does not allow this."""


class ConflictError(TrackerError):
    """What is stored already contradicts the request."""


class DuplicateError(ConflictError):
    """The payment is on record already, as another expense.

    Attributes
    ----------
    expense_id : str
        That expense's.
    """

    def __init__(self, expense_id: str) -> None:
        super().__init__("this payment is on record already: same bank reference, same amount")
        self.expense_id = expense_id


class NoRoomError(TrackerError):
    """The ledger is as large as the table lets one be; nothing was written."""


class FullError(TrackerError):
    """The person has as many expenses as they may have."""


class DayOverError(TrackerError):
    """The person has written as many expenses as they may in a day.

    Attributes
    ----------
    seconds : int
        How long the day still lasts.
    """

    def __init__(self, seconds: int) -> None:
        super().__init__(f"nothing more can be written for {seconds} seconds")
        self.seconds = seconds


class TooManyAttemptsError(TrackerError):
    """The person has tried too many tokens of no invitation on this day.

    Attributes
    ----------
    seconds : int
        How long the day still lasts.
    """

    def __init__(self, seconds: int) -> None:
        super().__init__(f"no invitation can be tried for {seconds} seconds")
        self.seconds = seconds


class StaleError(TrackerError):
    """The expense, or the rule, has changed since the version that the caller saw."""


class BusyError(TrackerError):
    """The database could not do it in the time there was; nothing is half done."""


class UnknownOutcomeError(TrackerError):
    """As `BusyError`, but it may be done, and a repetition would do it once more."""
