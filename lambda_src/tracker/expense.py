"""An expense, and what a person says of one."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.errors import FieldError, InvalidInputError
from tracker.fields import (
    AmountPaise,
    CalendarDate,
    CategoryId,
    Description,
    ExpenseId,
    Kind,
    MemberId,
    Reference,
    Tags,
)
from tracker.revision import Revised

Currency = Annotated[Literal["INR"], Meta(description='"INR", the only currency')]
Purchase = Annotated[
    ExpenseId, Meta(description="the id of the expense whose money a refund brings back")
]


SAID = (
    *("kind", "date", "amount_paise", "category", "description", "tags"),
    *("reference", "of", "by"),
)
"""The fields of an expense that are a person's to say, apart from its id."""


class ExpenseContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of an expense: a whole replacement of what was said before.

    Raises
    ------
    InvalidInputError
        It says something of a purchase that only a refund can.
    """

    kind: Kind = "expense"
    date: CalendarDate
    amount_paise: AmountPaise
    category: CategoryId
    description: Description = ""
    tags: Tags = ()
    currency: Currency = "INR"
    reference: Reference | UnsetType = UNSET
    of: Purchase | UnsetType = UNSET
    by: MemberId | UnsetType = UNSET
    id: ExpenseId | UnsetType = UNSET

    def __post_init__(self) -> None:
        if self.of is not UNSET and self.kind != "refund":
            raise InvalidInputError([FieldError("of", "must be left out where kind is not refund")])


class IdentifiedContent(ExpenseContent, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of an expense, with the id that makes it safe to say again."""

    id: ExpenseId  # pyright: ignore[reportGeneralTypeIssues] -- required here


class Expense(msgspec.Struct, Revised, frozen=True, kw_only=True):
    """A recorded expense, or a refund: money that came back.

    Attributes
    ----------
    kind : {"expense", "refund"}
        Whether the amount was spent or came back.
    date : str
        The person's own calendar day, ``YYYY-MM-DD``.
    amount_paise : int
        Paise, a hundredth of a rupee; positive for a refund too.
    reference : str
        The bank's reference of the payment, where there is one. One payment is one expense: no
        other of the person's has this reference with this amount and kind.
    of : str
        The id of the purchase that a refund is of, where that was said. It need not be on record:
        the purchase may be recorded later, and deleted before.
    by : str
        In a shared ledger, the member who paid.
    entered_by : str
        In a shared ledger, the member who recorded it; nobody can say or change it.
    rule : str
        The id of the recurring rule by which it was recorded; nobody can say or change it.
    version : int
        1 when recorded, one more with each edit.
    created_at, updated_at : str
        UTC, RFC 3339.
    """

    id: ExpenseId
    kind: Kind = "expense"
    date: CalendarDate
    amount_paise: AmountPaise
    currency: Literal["INR"] = "INR"
    category: CategoryId
    tags: Tags
    description: Description
    reference: Reference | UnsetType = UNSET
    of: Purchase | UnsetType = UNSET
    rule: ExpenseId | UnsetType = UNSET
    by: MemberId | UnsetType = UNSET
    entered_by: MemberId | UnsetType = UNSET
    version: Annotated[int, Meta(ge=1)]
    created_at: str
    updated_at: str

    @property
    def spent_paise(self) -> int:
        """What the expense adds to totals: a refund takes away."""
        return -self.amount_paise if self.kind == "refund" else self.amount_paise

    @property
    def month(self) -> str:
        """The calendar month, ``YYYY-MM``."""
        return self.date[:7]

    @property
    def day(self) -> str:
        """The day of the month, ``01`` to ``31``."""
        return self.date[8:]

    def says(self, content: "ExpenseContent | Expense") -> bool:
        """Tell whether the expense holds just what a person says, or another expense does."""
        return _said(self) == _said(content)


class DeletedExpense(Expense, frozen=True, kw_only=True):
    """An expense as it was when it was deleted.

    Attributes
    ----------
    deleted_at : str
        UTC, RFC 3339.
    """

    deleted_at: str


def record(
    content: ExpenseContent,
    *,
    expense_id: str,
    now: str,
    entered_by: str | UnsetType = UNSET,
) -> Expense:
    """Make a new expense of what a person says.

    Parameters
    ----------
    now : str
        The time of recording, UTC, RFC 3339.
    entered_by : str
        In a shared ledger, the member who says so.
    """
    return Expense(
        id=expense_id,
        version=1,
        created_at=now,
        updated_at=now,
        entered_by=entered_by,
        **_said(content),
    )


def revise(expense: Expense, content: ExpenseContent, *, now: str) -> Expense:
    """Make the next version of an expense."""
    return alter(expense, now=now, **_said(content))


def alter(expense: Expense, *, now: str, **fields: Any) -> Expense:  # noqa: ANN401 -- any field's
    """Make the next version of an expense, which differs in some fields."""
    return msgspec.structs.replace(expense, version=expense.version + 1, updated_at=now, **fields)


def _said(of: Expense | ExpenseContent) -> dict[str, Any]:
    return {name: getattr(of, name) for name in SAID}
