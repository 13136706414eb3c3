"""Recording the expenses of a batch, each judged on its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from tracker import expense as expenses
from tracker.errors import ConflictError, DuplicateError, InvalidInputError, TrackerError
from tracker.expense import Expense, IdentifiedContent
from tracker.ledger import (
    CATEGORY_CLOSED,
    Outcome,
    Recorded,
    on_record,
    open_categories,
    outcome_of,
    payer,
    settle,
    without_room,
)
from tracker.moments import now
from tracker.repository import RefusedError, Repository
from tracker.repository.references import key_of as payment_of
from tracker.repository.transactions import portions

Status = Literal["created", "replayed", "conflict", "invalid", "duplicate"]


class Row(NamedTuple):
    """What became of one expense of a batch.

    Attributes
    ----------
    problem : TrackerError or None
        Why it was not recorded.
    """

    expense_id: str | None
    status: Status
    problem: TrackerError | None = None


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
    opened = open_categories(repository)
    at = now()
    rows: dict[int, Row] = {}
    left: dict[int, Expense] = {}
    for place, content in enumerate(contents):
        try:
            said = replace(content, by=payer(repository, content.by))
        except InvalidInputError as problem:
            rows[place] = Row(content.id, "invalid", problem)
        else:
            left[place] = expenses.record(
                said, expense_id=content.id, now=at, entered_by=repository.part.member
            )
    payments: dict[str, str] = {}
    while left:
        deciding = dict(_deciding(left, payments))
        outcomes = _record_each(repository, [*deciding.values()], opened, payments)
        payments |= _payments(deciding.values(), outcomes)
        for place, expense in left.items():
            outcome = outcomes.get(expense.id)
            if place in deciding:
                rows[place] = _row(expense, outcomes[expense.id])
            elif isinstance(outcome, Recorded):
                rows[place] = _row(expense, outcome._replace(is_new=False))
        left = {place: expense for place, expense in left.items() if place not in rows}
    return [row for _, row in sorted(rows.items())]


def _deciding(
    left: Mapping[int, Expense], payments: Mapping[str, str]
) -> Iterator[tuple[int, Expense]]:
    """Yield the rows that nothing before them can decide.

    Of the rows with one id, or one payment, the first decides, unless it is refused: then the next
    does, when its turn comes.

    Parameters
    ----------
    payments : mapping of str to str
        Those that are known to be on record.
    """
    seen: set[str] = set()
    for place, expense in left.items():
        payment = payment_of(expense)
        names = {expense.id}
        if payment and payment not in payments:
            names.add(payment)
        if not names & seen:
            yield place, expense
        seen |= names


def _payments(decided: Iterable[Expense], outcomes: Mapping[str, Outcome]) -> dict[str, str]:
    """Tell which expense has each payment, as far as what became of some tells."""
    known: dict[str, str] = {}
    for expense in decided:
        payment, outcome = payment_of(expense), outcomes[expense.id]
        if payment and isinstance(outcome, DuplicateError):
            known[payment] = outcome.expense_id
        elif isinstance(outcome, Recorded) and (payment := payment_of(outcome.expense)):
            known[payment] = expense.id
    return known


def _record_each(
    repository: Repository,
    new: list[Expense],
    opened: set[str],
    payments: Mapping[str, str],
) -> dict[str, Outcome]:
    """Record expenses of different ids and payments; tell what became of each, by its id."""
    outcomes: dict[str, Outcome] = {}
    left: list[Expense] = []
    for expense in new:
        payment = payment_of(expense)
        if expense.category not in opened:
            refused = InvalidInputError([CATEGORY_CLOSED])
        elif payment and payment in payments:
            refused = DuplicateError(payments[payment])
        else:
            left.append(expense)
            continue
        outcomes[expense.id] = on_record(repository, expense.id) or refused
    for portion in portions(repository.owner, left):
        outcomes |= _record_portion(repository, portion)
    return outcomes


def _record_portion(repository: Repository, portion: list[Expense]) -> dict[str, Outcome]:
    """Record what can be of a portion, leaving out what is refused."""
    outcomes: dict[str, Outcome] = {}
    left = portion
    while left:
        try:
            repository.record(left)
        except RefusedError as refused:
            told: Mapping[str, Outcome] = {
                expense.id: outcome
                for expense in left
                if (outcome := outcome_of(refused, expense)) is not None
            }
            told = told or without_room(refused, left)
            if not told:
                raise
            outcomes |= told
            left = [expense for expense in left if expense.id not in told]
        else:
            outcomes |= {expense.id: Recorded(expense, is_new=True) for expense in left}
            left = []
    return outcomes


def _row(expense: Expense, outcome: Outcome) -> Row:
    """Say what became of an expense."""
    try:
        recorded = settle(outcome, expense)
    except DuplicateError as problem:
        return Row(expense.id, "duplicate", problem)
    except ConflictError as problem:
        return Row(expense.id, "conflict", problem)
    except TrackerError as problem:
        return Row(expense.id, "invalid", problem)
    return Row(expense.id, "created" if recorded.is_new else "replayed")
