"""Lists of expenses: newest first, narrowed, page by page, and never behind what was written.

Pages are read from the index by date, those of one category from the index by category: both are
local, since only a local index can be read strongly consistently.
"""

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
        # DynamoDB refuses a start key that lies outside of the query's range.
        last = after[: len(last)]
    page = FILTERED_PAGE if filters.tag or filters.search else limit + 1
    expenses = repository.expenses(first=first, last=last, filters=filters, after=after, page=page)
    found = list(islice(expenses, limit + 1))
    items = found[:limit]
    if len(found) == len(items):
        return Page(items, None)
    position = by_date(items[-1].date, items[-1].id)
    return Page(items, cursors.encode(position, user=repository.user, filters=narrowed_by))
