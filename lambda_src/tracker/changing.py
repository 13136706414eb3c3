"""Changing many expenses in the same way, each judged on its own."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker import ledger
from tracker.errors import (
    DayOverError,
    FieldError,
    InvalidInputError,
    NotFoundError,
    StaleError,
    TrackerError,
)
from tracker.expense import Expense, alter
from tracker.fields import CalendarDate, CategoryId, ExpenseId, Tags
from tracker.limits import MAX_TAGS
from tracker.repository import Repository
from tracker.text import fold

Status = Literal["changed", "stale", "gone", "invalid"]

TOO_MANY_TAGS = FieldError("add_tags", f"must leave an expense with {MAX_TAGS} tags at the most")


class Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to change in every one of some expenses; what is left out stays.

    Raises
    ------
    InvalidInputError
        It says nothing, or what contradicts itself.
    """

    category: CategoryId | UnsetType = UNSET
    add_tags: Tags = ()
    remove_tags: Tags = ()
    date: CalendarDate | UnsetType = UNSET
    delete: Annotated[bool, Meta(description="true or false")] = False

    def __post_init__(self) -> None:
        edits = bool(self.add_tags or self.remove_tags) or (self.category, self.date) != (
            UNSET,
            UNSET,
        )
        if self.delete and edits:
            raise InvalidInputError([FieldError("delete", "must be the only change")])
        if not self.delete and not edits:
            raise InvalidInputError([FieldError("", "must hold at least one change")])
        if set(map(fold, self.add_tags)) & set(map(fold, self.remove_tags)):
            raise InvalidInputError([FieldError("remove_tags", "must name none of add_tags")])

    def edits(self, expense: Expense) -> dict[str, Any]:
        """Tell the fields of an expense that would be others, and what they would be."""
        removed = set(map(fold, self.remove_tags))
        kept = [tag for tag in expense.tags if fold(tag) not in removed]
        known = set(map(fold, kept))
        wanted = {
            "tags": (*kept, *(tag for tag in self.add_tags if fold(tag) not in known)),
            "category": self.category,
            "date": self.date,
        }
        return {
            name: value
            for name, value in wanted.items()
            if value is not UNSET and value != getattr(expense, name)
        }


class Target(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which expense is to change, and the version of it that was seen."""

    id: ExpenseId
    version: Annotated[int, Meta(ge=1, description="a version, a whole number from 1")]


class Row(NamedTuple):
    """What became of one expense.

    Attributes
    ----------
    expense : Expense or None
        As it is now, where it is known.
    problem : TrackerError or None
        Why it was not changed.
    """

    expense_id: str | None
    status: Status
    expense: Expense | None = None
    problem: TrackerError | None = None


def change_many(repository: Repository, targets: Sequence[Target], change: Change) -> list[Row]:
    """Change those expenses that can be, as if they were sent one after another.

    One that is just a version on and as the change would make it was changed by this very request,
    sent before: it is left as it is. So is one which the change would leave as it is.

    Returns
    -------
    list of Row
        One for each, in the order given.
    """
    closed = change.category is not UNSET and not ledger.is_open(
        repository.category(change.category)
    )
    rows: list[Row] = []
    day_over: DayOverError | None = None
    for target in targets:
        row = _row(repository, target, change, closed=closed, day_over=day_over)
        if isinstance(row.problem, DayOverError):
            # Each of the others would be refused as well, and be paid for.
            day_over = row.problem
        rows.append(row)
    return rows


def _row(
    repository: Repository,
    target: Target,
    change: Change,
    *,
    closed: bool,
    day_over: DayOverError | None,
) -> Row:
    stored = None
    try:
        while True:
            stored = _on_record(repository, target)
            if change.delete:
                _check_version(stored, target)
                ledger.delete(repository, target.id, frozenset({stored.revision}))
                return Row(target.id, "changed")
            after = _next_version(stored, target, change, closed=closed)
            if day_over and after is not stored:
                raise day_over
            if after is stored or ledger.replace_version(repository, stored, after):
                return Row(target.id, "changed", after)
            repository.pause()
    except NotFoundError as problem:
        return Row(target.id, "gone", None, problem)
    except StaleError as problem:
        return Row(target.id, "stale", stored, problem)
    except (InvalidInputError, DayOverError) as problem:
        return Row(target.id, "invalid", stored, problem)


def _on_record(repository: Repository, target: Target) -> Expense:
    stored = repository.expense(target.id)
    if stored is None:
        raise NotFoundError
    return stored


def _check_version(stored: Expense, target: Target) -> None:
    if stored.version != target.version:
        raise StaleError


def _next_version(stored: Expense, target: Target, change: Change, *, closed: bool) -> Expense:
    """Make an expense as the change wants it; itself, if it is so already."""
    edits = change.edits(stored)
    if not edits and stored.version == target.version + 1:
        return stored
    _check_version(stored, target)
    if not edits:
        return stored
    if closed and "category" in edits:
        raise InvalidInputError([ledger.CATEGORY_CLOSED])
    if len(edits.get("tags", ())) > MAX_TAGS:
        raise InvalidInputError([TOO_MANY_TAGS])
    return alter(stored, now=ledger.now(), **edits)
