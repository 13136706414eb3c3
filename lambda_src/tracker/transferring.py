"""Moving and copying expenses from one ledger to another, each judged on its own."""

from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.changing import Target
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
from tracker.expense import Expense
from tracker.fields import CategoryId, LedgerId, MemberId
from tracker.ledger import (
    ID_TAKEN,
    Outcome,
    check_member,
    in_accepted_version,
    is_open,
    on_record,
    outcome_of,
    settle,
    without_room,
)
from tracker.moments import now
from tracker.repository import RefusedError
from tracker.repository.transfers import Passage
from tracker.text import fold

Status = Literal["moved", "copied", "stale", "gone", "conflict", "duplicate", "invalid"]

_STATUSES: dict[type[TrackerError], Status] = {
    DuplicateError: "duplicate",
    ConflictError: "conflict",
    InvalidInputError: "invalid",
    DayOverError: "invalid",
    FullError: "invalid",
}
"""What a problem makes of a row; the first that fits."""

NO_CATEGORY = FieldError(
    "category", "must be the id of an open category there, as none has the name of the expense's"
)


class Destination(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where expenses go, and what they get there.

    Attributes
    ----------
    to : str or None
        A shared ledger's id; None: one's own.
    category : str
        That of expenses whose own is not there.
    by : str
        Who paid, in a shared ledger.
    """

    to: LedgerId | None
    copy: Annotated[bool, Meta(description="true or false")] = False
    category: CategoryId | UnsetType = UNSET
    by: MemberId | UnsetType = UNSET


class Row(NamedTuple):
    """What became of one expense.

    Attributes
    ----------
    expense : Expense or None
        As it is in the other ledger, or, where it is stale, in the first.
    problem : TrackerError or None
        Why it did not go.
    """

    expense_id: str | None
    status: Status
    expense: Expense | None = None
    problem: TrackerError | None = None


def transfer(passage: Passage, targets: Sequence[Target], wanted: Destination) -> list[Row]:
    """Bring those expenses to another ledger that can be, as if they were sent one after another.

    Returns
    -------
    list of Row
        One for each, in the order given.

    Raises
    ------
    InvalidInputError
        Somebody is said to have paid who never was in the other ledger.
    """
    if wanted.by is not UNSET:
        check_member(passage.target, wanted.by, "by")
    categories = _Categories(passage, wanted)
    rows: list[Row] = []
    day_over: DayOverError | None = None
    for target in targets:
        row = _row(passage, target, wanted, categories, day_over)
        if isinstance(row.problem, DayOverError):
            day_over = row.problem
        rows.append(row)
    return rows


class _Categories:
    """Which category of the other ledger an expense gets."""

    def __init__(self, passage: Passage, wanted: Destination) -> None:
        self._names = {category.id: fold(category.name) for category in passage.source.categories()}
        opened = [category for category in passage.target.categories() if is_open(category)]
        self._builtin = {category.id for category in opened if category.builtin}
        self._ids = {fold(category.name): category.id for category in opened}
        known = {category.id for category in opened}
        self._else = wanted.category if wanted.category in known else UNSET

    def of(self, category_id: str) -> str:
        """Tell which: the built-in one that it is, or one of its name, or the one that was said."""
        if category_id in self._builtin:
            return category_id
        found = self._ids.get(self._names.get(category_id, ""), self._else)
        if found is UNSET:
            raise InvalidInputError([NO_CATEGORY])
        return found


def _row(
    passage: Passage,
    target: Target,
    wanted: Destination,
    categories: _Categories,
    day_over: DayOverError | None,
) -> Row:
    try:
        gone = _carried(passage, target, wanted, categories, day_over)
    except StaleError as problem:
        return Row(target.id, "stale", passage.source.expense(target.id), problem)
    except NotFoundError as problem:
        # Whoever lost the answer to a move asks again.
        there = None if wanted.copy else passage.target.expense(target.id)
        return Row(target.id, "moved", there) if there else Row(target.id, "gone", None, problem)
    except TrackerError as problem:
        for kind, status in _STATUSES.items():
            if isinstance(problem, kind):
                return Row(target.id, status, None, problem)
        raise
    return Row(target.id, "copied" if wanted.copy else "moved", gone)


def _carried(
    passage: Passage,
    target: Target,
    wanted: Destination,
    categories: _Categories,
    day_over: DayOverError | None,
) -> Expense:
    """Bring an expense to the other ledger, in the version that was seen."""
    while True:
        seen = in_accepted_version(passage.source.expense(target.id), target.version)
        after = _there(passage, seen, wanted, categories)
        if day_over:
            # It would be refused as well, and be paid for; unless it is there already.
            return _settled(on_record(passage.target, after.id) or day_over, after, wanted)
        try:
            if passage.carry(seen, after, keep=wanted.copy):
                return after
        except RefusedError as refused:
            outcome = outcome_of(refused, after) or without_room(refused, [after]).get(after.id)
            if outcome is None:
                raise
            return _settled(outcome, after, wanted)
        passage.pause()


def _settled(outcome: Outcome, after: Expense, wanted: Destination) -> Expense:
    """Answer for an expense that did not go: a copy may be there already, a move has its id."""
    there = settle(outcome, after).expense
    if wanted.copy:
        return there
    raise ConflictError(ID_TAKEN)


def _there(
    passage: Passage, stored: Expense, wanted: Destination, categories: _Categories
) -> Expense:
    """Make the expense that the other ledger gets: recorded there now, by who brings it."""
    at = now()
    me = passage.target.part.member
    by = wanted.by
    if me is not UNSET and by is UNSET:
        by = me if stored.by is UNSET else stored.by
        check_member(passage.target, by, "by")
    return msgspec.structs.replace(
        stored,
        category=categories.of(stored.category),
        by=by,
        entered_by=me,
        rule=UNSET,
        version=1,
        created_at=at,
        updated_at=at,
    )
