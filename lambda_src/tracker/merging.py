"""Merging a category into another: all that has it moves, then it is gone.

A category may have more expenses than can be moved in one function's time. So each portion is a
transaction of its own, which leaves every total right; the category is archived first, so that it
gets no new ones; and what is moved is no longer found, so that the same request goes on when it is
sent again.
"""

from msgspec.structs import replace

from tracker.categories import own_category
from tracker.category import CategoryChange
from tracker.clock import seconds_to_tomorrow
from tracker.errors import DayOverError, FieldError, InvalidParameterError
from tracker.expense import alter
from tracker.ledger import is_open, now
from tracker.limits import FIRST_DATE, LAST_DATE
from tracker.repository import RefusedError
from tracker.repository.merging import MergingRepository
from tracker.repository.sources import of_category
from tracker.repository.table import MAX_ACTIONS
from tracker.rule import refile

TARGET_CLOSED = FieldError(
    "move_to", "must be the id of another of your categories, which is not archived"
)


def merge(repository: MergingRepository, category_id: str, into: str) -> None:
    """Give all that has a category of the person's own another one, and delete the first.

    Its budgets go with it.

    Raises
    ------
    ConflictError
        It is built in.
    NotFoundError
        The person has no such category.
    InvalidParameterError
        The other does not exist, is archived, or is the same.
    DayOverError
        More would move than the person may change in a day; what has moved has moved, and the same
        request goes on tomorrow.
    BusyError
        The time is up; what has moved has moved.
    """
    category = own_category(repository, category_id)
    if into == category_id or not is_open(repository.category(into)):
        raise InvalidParameterError([TARGET_CLOSED])
    while True:
        if not category.archived:
            repository.change_category(category, CategoryChange(archived=True))
        _move_expenses(repository, category_id, into)
        for rule in repository.payee_rules():
            if rule.category == category_id:
                repository.change_payee_rule(rule, replace(rule, category=into))
        _move_recurring(repository, category_id, into)
        if repository.delete_category(category):
            return
        # It was renamed, reopened or changed otherwise meanwhile, or is gone.
        repository.pause()
        category = own_category(repository, category_id)


def _move_expenses(repository: MergingRepository, category_id: str, into: str) -> None:
    while True:
        found = repository.look(
            of_category(category_id),
            first=FIRST_DATE,
            last=LAST_DATE,
            after=None,
            limit=MAX_ACTIONS,
        )
        if not found.seen:
            return
        at = now()
        try:
            moved = repository.revise_first(
                [(before, alter(before, now=at, category=into)) for before, _ in found.seen]
            )
        except RefusedError as refused:
            if refused.standing and not refused.closed:
                raise DayOverError(seconds_to_tomorrow()) from None
            raise InvalidParameterError([TARGET_CLOSED]) from None
        if not moved:
            repository.pause()


def _move_recurring(repository: MergingRepository, category_id: str, into: str) -> None:
    """Give recurring rules the other category; what they missed is recorded by the daily run."""
    while found := [rule for rule in repository.rules() if rule.category == category_id]:
        at = now()
        moved = [repository.replace_rule(rule, refile(rule, into, now=at)) for rule in found]
        if not all(moved):
            repository.pause()
