"""Lists of expenses: newest first, narrowed, page by page, and never behind what was written.

Pages are read from the index by date, since only a local index can be read strongly consistent. A
list of one category would read much that it leaves out there; the category's summary cells, which
are as consistent, say on which days of which months there is anything to read at all.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tracker import cursor as cursors
from tracker.expense import Expense
from tracker.repository import Filters, Repository
from tracker.repository.keys import by_date

FILTERED_PAGE = 500
"""Expenses that one request looks at where a filter may leave most of them out: some 150 KB."""


class Page(NamedTuple):
    """Some expenses of a list, and the cursor of those that follow, if any."""

    items: list[Expense]
    next_cursor: str | None


def list_expenses(
    repository: Repository,
    *,
    first: str,
    last: str,
    filters: Filters,
    limit: int,
    cursor: str | None,
) -> Page:
    """Read one page of a person's expenses.

    Parameters
    ----------
    first, last : str
        The range of days, ``YYYY-MM-DD``, both included.
    limit : int
        How many a page holds, unless it is the last.
    cursor : str or None
        From the page before.

    Raises
    ------
    InvalidParameterError
        If the cursor is not of this very list.
    """
    narrowed_by = (first, last, *filters)
    after = None
    if cursor is not None:
        after = cursors.decode(cursor, user=repository.user, filters=narrowed_by)
        if not first <= after[: len(last)] <= last:
            raise cursors.refusal()
    page = FILTERED_PAGE if any(filters) else limit + 1
    found = list(
        islice(
            _expenses(repository, first, last, filters=filters, after=after, page=page),
            limit + 1,
        )
    )
    items = found[:limit]
    if len(found) == len(items):
        return Page(items, None)
    position = by_date(items[-1].date, items[-1].id)
    return Page(items, cursors.encode(position, user=repository.user, filters=narrowed_by))


def _expenses(
    repository: Repository,
    first: str,
    last: str,
    *,
    filters: Filters,
    after: str | None,
    page: int,
) -> Iterator[Expense]:
    if after:
        last = after[: len(last)]
    for start, end in _spans(repository, first, last, filters.category):
        # DynamoDB refuses a start key that lies outside of the query's range.
        inside = after if after and after.startswith(end) else None
        yield from repository.expenses(
            first=start, last=end, filters=filters, after=inside, page=page
        )


def _spans(
    repository: Repository, first: str, last: str, category: str | None
) -> Iterator[tuple[str, str]]:
    """Yield the ranges of days to read, newest first."""
    if category is None:
        yield first, last
        return
    for cell in repository.newest_cells(first=first, last=last):
        if cell.key.category == category:
            days = [f"{cell.key.month}-{day}" for day, total in cell.days.items() if total.count]
            within = [day for day in days if first <= day <= last]
            if within:
                yield min(within), max(within)
