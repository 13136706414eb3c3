"""Recording, revising and deleting expenses, also while others do the same."""

from typing import NamedTuple, Protocol, TypeVar

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from tracker import expense as expenses
from tracker.category import Category
from tracker.clock import seconds_to_tomorrow
from tracker.errors import (
    ConflictError,
    DayOverError,
    DuplicateError,
    FieldError,
    FullError,
    InvalidInputError,
    NotFoundError,
    StaleError,
    TrackerError,
)
from tracker.expense import Expense, ExpenseContent
from tracker.ids import known_by, new_id
from tracker.limits import MAX_SUM_PAISE
from tracker.moments import now
from tracker.repository import RefusedError, Repository
from tracker.repository.references import key_of as payment_of
from tracker.repository.tally import Standing

Revisions = frozenset[str] | None
"""The revisions (`Expense.revision`) that a caller accepts; None: any."""


class _HasRevision(Protocol):
    @property
    def revision(self) -> str: ...


Versioned = TypeVar("Versioned", bound=_HasRevision)
"""An expense, or something else with versions."""

CATEGORY_CLOSED = FieldError("category", "must be the id of one of your categories, not archived")
SUM_TOO_LARGE = FieldError(
    "amount_paise",
    f"must not bring all of your amounts to more than {MAX_SUM_PAISE} paise together",
)
ID_TAKEN = "another expense has this id; give the new one an id of its own"


class Recorded(NamedTuple):
    """An expense that is on record, and whether this very request put it there."""

    expense: Expense
    is_new: bool


Outcome = Recorded | TrackerError
"""What became of an expense that was to be recorded: what is on record by its id, or why not."""


def add(repository: Repository, content: ExpenseContent) -> Recorded:
    """Record an expense; a repetition of one on record changes nothing.

    Raises
    ------
    ConflictError
        The id belongs to another expense of the person, or the payment does (`DuplicateError`).
    InvalidInputError
        The category does not exist or is archived.
    FullError, DayOverError
        The person has as many expenses as they may, or has written as many as they may today.
    UnknownOutcomeError
        The database did not answer, and there is no id by which a repetition would be known.
    """
    expense_id = new_id() if content.id is UNSET else content.id
    content = replace(content, by=payer(repository, content.by))
    expense = expenses.record(
        content, expense_id=expense_id, now=now(), entered_by=repository.part.member
    )
    if not is_open(repository.category(content.category)):
        closed = InvalidInputError([CATEGORY_CLOSED])
        return settle(on_record(repository, expense_id) or closed, expense)
    try:
        with known_by(content.id):
            repository.record([expense])
    except RefusedError as refused:
        outcome = outcome_of(refused, expense) or without_room(refused, [expense]).get(expense_id)
        if outcome is None:
            raise
        return settle(outcome, expense)
    return Recorded(expense, is_new=True)


def edit(
    repository: Repository, expense_id: str, content: ExpenseContent, accepted: Revisions
) -> Expense:
    """Replace what an expense says; a repetition of the edit that made it say so changes nothing.

    Raises
    ------
    NotFoundError, StaleError
        There is no such expense, or not in a version that the caller accepts.
    InvalidInputError
        The expense was to move to a category that does not exist or is archived, or to get
        another id.
    DuplicateError
        The payment that it was to have is another expense's.
    DayOverError
        The person has written as many expenses as they may today.
    """
    if content.id not in (UNSET, expense_id):
        raise InvalidInputError([FieldError("id", "must be the expense's own id, or left out")])
    said = content
    while True:
        stored = repository.expense(expense_id)
        by = payer(repository, said.by, stored.by if stored else None)
        content = replace(said, by=by)
        if stored and accepted and stored.replaced_revision in accepted and stored.says(content):
            return stored
        before = in_accepted_revision(stored, accepted)
        moves = before.category != content.category
        if moves and not is_open(repository.category(content.category)):
            raise InvalidInputError([CATEGORY_CLOSED])
        after = expenses.revise(before, content, now=now())
        if replace_version(repository, before, after):
            return after
        repository.pause()


def payer(
    repository: Repository, said: str | UnsetType, before: str | UnsetType | None = None
) -> str | UnsetType:
    """Tell who paid: whom a person names, else whom they named before, else themself.

    Parameters
    ----------
    before : str or UNSET or None
        Who paid by what is on record; None where nothing is.

    Raises
    ------
    InvalidInputError
        Somebody is named who never was in the ledger, or who paid in one's own.
    """
    if said is UNSET:
        return repository.part.member if before is None else before
    if said != before:
        check_member(repository, said, "by")
    return said


def check_member(repository: Repository, member: str, field: str) -> None:
    """Demand that somebody is, or was, in the ledger.

    Raises
    ------
    InvalidInputError
        They never were, or the ledger is one's own.
    """
    if repository.part.member is UNSET:
        raise InvalidInputError([FieldError(field, "must be left out in your own ledger")])
    if not repository.knows_member(member):
        raise InvalidInputError([FieldError(field, "must be somebody who is or was in the ledger")])


def replace_version(repository: Repository, before: Expense, after: Expense) -> bool:
    """Put the next version in the place of one; tell whether that was still the newest.

    Raises
    ------
    InvalidInputError, DuplicateError
        What is stored contradicts the next version.
    DayOverError
        The person has written as many expenses as they may today.
    """
    try:
        return repository.revise(before, after)
    except RefusedError as refused:
        outcome = outcome_of(refused, after)
        if outcome is None and refused.standing:
            outcome = _overstep(refused.standing.minus(before).plus(after))
        if not isinstance(outcome, TrackerError):
            raise
        raise outcome from None


def delete(repository: Repository, expense_id: str, accepted: Revisions) -> None:
    """Delete an expense; what it was can be brought back for a while (`tracker.deleted`).

    Raises
    ------
    NotFoundError, StaleError
        There is no such expense, or not in a version that the caller accepts.
    """
    while True:
        stored = in_accepted_revision(repository.expense(expense_id), accepted)
        if repository.delete(stored, now()):
            return
        repository.pause()


def in_accepted_revision(stored: Versioned | None, accepted: Revisions) -> Versioned:
    """Hold what is stored to what a caller accepts.

    Raises
    ------
    NotFoundError, StaleError
        There is nothing, or not in a version that the caller accepts.
    """
    if stored is None:
        raise NotFoundError
    if accepted is not None and stored.revision not in accepted:
        raise StaleError
    return stored


def in_accepted_version(stored: Expense | None, version: int) -> Expense:
    """Hold what is stored to the version that a caller saw.

    Raises
    ------
    NotFoundError, StaleError
        There is nothing, or in another version.
    """
    if stored is None:
        raise NotFoundError
    if stored.version != version:
        raise StaleError
    return stored


def open_categories(repository: Repository) -> set[str]:
    """Read the ids of the categories that new expenses may have."""
    return {category.id for category in repository.categories() if is_open(category)}


def is_open(category: Category | None) -> bool:
    """Tell whether new expenses may have the category."""
    return category is not None and not category.archived


def on_record(repository: Repository, expense_id: str) -> Recorded | None:
    """Look for an expense that this request did not put on record."""
    stored = repository.expense(expense_id)
    return Recorded(stored, is_new=False) if stored else None


def outcome_of(refused: RefusedError, expense: Expense) -> Outcome | None:
    """Tell what a refused transaction comes to for one of its expenses; None: it was not why."""
    if stored := refused.taken.get(expense.id):
        return Recorded(stored, is_new=False)
    if expense.category in refused.closed:
        return InvalidInputError([CATEGORY_CLOSED])
    payment = payment_of(expense)
    if payment and (holder := refused.paid.get(payment)):
        return DuplicateError(holder)
    return None


def without_room(refused: RefusedError, wanted: list[Expense]) -> dict[str, TrackerError]:
    """Tell, by their ids, which expenses found no room; those before them keep theirs."""
    refusals: dict[str, TrackerError] = {}
    kept = refused.standing
    if kept is None:
        return refusals
    for expense in wanted:
        more = kept.plus(expense)
        if problem := _overstep(more):
            refusals[expense.id] = problem
        else:
            kept = more
    return refusals


def _overstep(standing: Standing) -> TrackerError | None:
    """Say what a person would have too much of."""
    if standing.is_beyond_day():
        return DayOverError(seconds_to_tomorrow())
    if standing.is_beyond_sums():
        return InvalidInputError([SUM_TOO_LARGE])
    return FullError() if standing.is_full() else None


def settle(outcome: Outcome, expense: Expense) -> Recorded:
    """Answer for an expense by its outcome, as long as that is what it was meant to be.

    Raises
    ------
    TrackerError
        It was refused, or its id belongs to another expense.
    """
    if isinstance(outcome, TrackerError):
        raise outcome
    if not outcome.is_new and not outcome.expense.says(expense):
        raise ConflictError(ID_TAKEN)
    return outcome
