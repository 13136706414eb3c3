"""What expenses add up to, read from summary cells wherever these can tell."""

from collections.abc import Iterable

import msgspec

from tracker.cells import Cell, changes
from tracker.errors import FieldError, InvalidParameterError
from tracker.filters import Filters
from tracker.limits import MAX_ADDED_UP
from tracker.repository import Repository
from tracker.repository.sources import tagged
from tracker.summary import Grouping, Summary, needs_days, summarize


def add_up(
    repository: Repository,
    *,
    first: str,
    last: str,
    filters: Filters,
    group_by: frozenset[Grouping],
) -> Summary:
    """Add a person's expenses up.

    Parameters
    ----------
    first, last : str
        The range of days, ``YYYY-MM-DD``, both included.
    filters : Filters
        By categories, tags and members.

    Raises
    ------
    InvalidParameterError
        If that would be more groups, or take more expenses, than one answer holds or reads.
    """
    days = needs_days(first, last, group_by)
    if len(filters.tags) > 1:
        cells = _of_several_tags(repository, first, last, filters.tags)
    else:
        tag = next(iter(filters.tags), None)
        cells = repository.cells(first=first, last=last, days=days, tag=tag)
    me = repository.part.person or ""
    wanted = (
        cell
        for cell in (_attributed(cell, me) for cell in cells)
        if filters.take_category(cell.key.category) and filters.take_member(cell.key.member)
    )
    return summarize(wanted, first=first, last=last, group_by=group_by)


def _attributed(cell: Cell, person: str) -> Cell:
    """Say of a cell of one's own ledger who paid, as nothing there does: oneself."""
    if cell.key.member:
        return cell
    return msgspec.structs.replace(cell, key=cell.key._replace(member=person))


def _of_several_tags(
    repository: Repository, first: str, last: str, tags: tuple[str, ...]
) -> Iterable[Cell]:
    """Make cells of the expenses that have any of some tags, each counted once.

    Their own cells can't tell how many have two of them, so this reads the expenses; but first, in
    the cells, how many these are.
    """
    count = sum(
        cell.count
        for tag in tags
        for cell in repository.cells(first=first, last=last, days=False, tag=tag)
    )
    if count > MAX_ADDED_UP:
        message = f"has more than {MAX_ADDED_UP} expenses; ask for fewer days, or for one tag"
        raise InvalidParameterError([FieldError("tag", message)])
    expenses = {
        expense.id: expense
        for tag in tags
        for expense in repository.expenses(tagged(tag), first=first, last=last)
    }
    return changes(added=expenses.values())
