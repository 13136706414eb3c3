"""An expense, and what a person says of one."""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.fields import AmountPaise, CalendarDate, CategoryId, Description, ExpenseId, Tags

Currency = Annotated[Literal["INR"], Meta(description='"INR", the only currency')]


class ExpenseContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of an expense: a whole replacement of what was said before."""

    date: CalendarDate
    amount_paise: AmountPaise
    category: CategoryId
    description: Description = ""
    tags: Tags = ()
    currency: Currency = "INR"
    id: ExpenseId | UnsetType = UNSET


class IdentifiedContent(ExpenseContent, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of an expense, with the id that makes it safe to say again."""

    id: ExpenseId  # pyright: ignore[reportGeneralTypeIssues] -- required here


class Expense(msgspec.Struct, frozen=True, kw_only=True):
    """A recorded expense.

    Attributes
    ----------
    date : str
        The person's own calendar day, ``YYYY-MM-DD``.
    amount_paise : int
        Paise, a hundredth of a rupee.
    version : int
        1 when recorded, one more with each edit.
    created_at, updated_at : str
        UTC, RFC 3339.
    """

    id: ExpenseId
    date: CalendarDate
    amount_paise: AmountPaise
    currency: Literal["INR"] = "INR"
    category: CategoryId
    tags: Tags
    description: Description
    version: Annotated[int, Meta(ge=1)]
    created_at: str
    updated_at: str

    @property
    def revision(self) -> str:
        """What names this version of this expense, and never another.

        An id may be used again after a deletion, and versions begin anew then: the time of
        recording, to the microsecond, tells the two apart.
        """
        return self._revision(self.version)

    @property
    def replaced_revision(self) -> str:
        """The revision that this one took the place of; nothing's where it is the first."""
        return self._revision(self.version - 1)

    def _revision(self, version: int) -> str:
        return f"{version}-{''.join(filter(str.isdigit, self.created_at))}"

    @property
    def month(self) -> str:
        """The calendar month, ``YYYY-MM``."""
        return self.date[:7]

    @property
    def day(self) -> str:
        """The day of the month, ``01`` to ``31``."""
        return self.date[8:]

    def says(self, content: ExpenseContent) -> bool:
        """Tell whether the expense holds just what the content says."""
        return (self.date, self.amount_paise, self.category, self.tags, self.description) == (
            content.date,
            content.amount_paise,
            content.category,
            content.tags,
            content.description,
        )


def record(content: ExpenseContent, *, expense_id: str, now: str) -> Expense:
    """Make a new expense of what a person says.

    Parameters
    ----------
    now : str
        The time of recording, UTC, RFC 3339.
    """
    return Expense(
        id=expense_id,
        date=content.date,
        amount_paise=content.amount_paise,
        category=content.category,
        tags=content.tags,
        description=content.description,
        version=1,
        created_at=now,
        updated_at=now,
    )


def revise(expense: Expense, content: ExpenseContent, *, now: str) -> Expense:
    """Make the next version of an expense."""
    return msgspec.structs.replace(
        expense,
        date=content.date,
        amount_paise=content.amount_paise,
        category=content.category,
        tags=content.tags,
        description=content.description,
        version=expense.version + 1,
        updated_at=now,
    )
