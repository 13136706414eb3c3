"""Recording, revising and deleting expenses, also while others do the same."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from msgspec import UNSET

from tracker import expense as expenses
from tracker.category import Category
from tracker.errors import ConflictError, FieldError, InvalidInputError, NotFoundError, StaleError
from tracker.expense import Expense, ExpenseContent, IdentifiedContent
from tracker.ids import new_id
from tracker.repository import RefusedError, Repository
from tracker.repository.transactions import portions

Revisions = frozenset[str] | None
"""The revisions (`Expense.revision`) that a caller accepts; None: any."""

CATEGORY_CLOSED = FieldError("category", "must be the id of one of your categories, not archived")
ID_TAKEN = "another expense has this id; give the new one an id of its own"


class Recorded(NamedTuple):
    """An expense that is on record, and whether this very request put it there."""

    expense: Expense
    is_new: bool


class Row(NamedTuple):
    """What became of one expense of a batch.

    Attributes
    ----------
    problem : ConflictError, InvalidInputError or None
        Why it was not recorded.
    """

    expense_id: str | None
    status: Literal["created", "replayed", "conflict", "invalid"]
    problem: ConflictError | InvalidInputError | None = None


def now() -> str:
    """Tell the time: UTC, RFC 3339, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def add(repository: Repository, content: ExpenseContent) -> Recorded:
    """Record an expense; a repetition of one on record changes nothing.

    Raises
    ------
    ConflictError
        The id belongs to another expense of the person.
    InvalidInputError
        The category does not exist or is archived.
    """
    expense_id = new_id() if content.id is UNSET else content.id
    expense = expenses.record(content, expense_id=expense_id, now=now())
    if not is_open(repository.category(content.category)):
        return _repetition(repository.expense(expense_id), content)
    try:
        repository.record([expense])
    except RefusedError as refused:
        return _repetition(refused.taken.get(expense_id), content)
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
    """
    if content.id not in (UNSET, expense_id):
        raise InvalidInputError([FieldError("id", "must be the expense's own id, or left out")])
    while True:
        stored = repository.expense(expense_id)
        if stored and accepted and stored.replaced_revision in accepted and stored.says(content):
            return stored
        before = _wanted(stored, accepted)
        moves = before.category != content.category
        if moves and not is_open(repository.category(content.category)):
            raise InvalidInputError([CATEGORY_CLOSED])
        after = expenses.revise(before, content, now=now())
        try:
            if repository.revise(before, after):
                return after
        except RefusedError:
            raise InvalidInputError([CATEGORY_CLOSED]) from None
        repository.pause()


def delete(repository: Repository, expense_id: str, accepted: Revisions) -> None:
    """Delete an expense.

    Raises
    ------
    NotFoundError, StaleError
        There is no such expense, or not in a version that the caller accepts.
    """
    while not repository.delete(_wanted(repository.expense(expense_id), accepted)):
        repository.pause()


def add_many(repository: Repository, contents: Sequence[IdentifiedContent]) -> list[Row]:
    """Record the expenses of a batch that can be, as if they were sent one after another.

    Parameters
    ----------
    contents : sequence of IdentifiedContent
        Their ids tell repetitions, also within the batch.

    Returns
    -------
    list of Row
        One for each, in the order given.
    """
    open_categories = {category.id for category in repository.categories() if is_open(category)}
    at = now()
    rows: dict[int, Row] = {}
    left: dict[int, IdentifiedContent] = dict(enumerate(contents))
    while left:
        # Of the rows with one id the first decides, unless it is refused: then the next does.
        first = {content.id: place for place, content in reversed(left.items())}
        deciding = [left[place] for place in sorted(first.values())]
        on_record = _record_each(repository, deciding, open_categories, at)
        for place, content in left.items():
            recorded = on_record[content.id]
            if place == first[content.id]:
                rows[place] = _row(content, recorded)
            elif recorded:
                rows[place] = _row(content, recorded._replace(is_new=False))
        left = {place: content for place, content in left.items() if place not in rows}
    return [row for _, row in sorted(rows.items())]


def is_open(category: Category | None) -> bool:
    """Tell whether new expenses may have the category."""
    return category is not None and not category.archived


def _record_each(
    repository: Repository, contents: list[IdentifiedContent], open_categories: set[str], at: str
) -> dict[str, Recorded | None]:
    """Record expenses of different ids; tell what is on record by each id, None if nothing is."""
    on_record: dict[str, Recorded | None] = {}
    new: list[Expense] = []
    for content in contents:
        if content.category in open_categories:
            new.append(expenses.record(content, expense_id=content.id, now=at))
        else:
            on_record[content.id] = _found(repository, content.id)
    for portion in portions(new):
        on_record |= _record_portion(repository, portion)
    return on_record


def _record_portion(repository: Repository, portion: list[Expense]) -> dict[str, Recorded | None]:
    """Record what can be of a portion, leaving out what is refused."""
    on_record: dict[str, Recorded | None] = {}
    left = portion
    while left:
        try:
            repository.record(left)
        except RefusedError as refused:
            kept: list[Expense] = []
            for expense in left:
                if expense.id in refused.taken:
                    on_record[expense.id] = Recorded(refused.taken[expense.id], is_new=False)
                elif expense.category in refused.closed:
                    on_record[expense.id] = _found(repository, expense.id)
                else:
                    kept.append(expense)
            left = kept
        else:
            on_record |= {expense.id: Recorded(expense, is_new=True) for expense in left}
            left = []
    return on_record


def _found(repository: Repository, expense_id: str) -> Recorded | None:
    expense = repository.expense(expense_id)
    return Recorded(expense, is_new=False) if expense else None


def _row(content: IdentifiedContent, recorded: Recorded | None) -> Row:
    """Say what became of an expense, by what is on record under its id."""
    if recorded and recorded.is_new:
        return Row(content.id, "created")
    try:
        _repetition(recorded.expense if recorded else None, content)
    except ConflictError as problem:
        return Row(content.id, "conflict", problem)
    except InvalidInputError as problem:
        return Row(content.id, "invalid", problem)
    return Row(content.id, "replayed")


def _repetition(stored: Expense | None, content: ExpenseContent) -> Recorded:
    """Answer for an expense that was not recorded: since it is already, or cannot be."""
    if stored is None:
        raise InvalidInputError([CATEGORY_CLOSED])
    if not stored.says(content):
        raise ConflictError(ID_TAKEN)
    return Recorded(stored, is_new=False)


def _wanted(expense: Expense | None, accepted: Revisions) -> Expense:
    if expense is None:
        raise NotFoundError
    if accepted is not None and expense.revision not in accepted:
        raise StaleError
    return expense
