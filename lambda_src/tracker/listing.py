"""Lists of expenses: newest first, narrowed, page by page, and never behind what was written.

Pages are read from the index by date, those of categories from the index by category, those of tags
from the marks of each tag. The indexes are local, since only a local one can be read strongly
consistently. How a page is read where several filters meet, and what that costs, is in
docs/decisions/lists.md.
"""

import functools
from typing import NamedTuple

from tracker import cursor as cursors
from tracker.category import Category
from tracker.expense import Expense
from tracker.filters import Filters
from tracker.repository import Look, Repository
from tracker.repository.keys import by_date, day_of
from tracker.repository.sources import EVERYTHING, Source, of_category, tagged
from tracker.search import look_up
from tracker.streams import Share, Stream, Taken, first_limit, take

SEARCHED = 20_000
SEARCH_SECONDS = 1.0
"""What a search looks at before it answers with what it has found: five years of ten a day."""

FEW_CATEGORIES = 8
"""So many are read each from its own keys: a request each, most of them of one read unit."""

SCANNED = 1000
"""Expenses of any category that are looked at before more categories than a few are read so too."""


class Page(NamedTuple):
    """Some expenses of a list, and the cursor of those that follow, if any.

    Attributes
    ----------
    searched_to : str or None
        Where the page is short since enough was looked at: the day down to which.
    """

    items: list[Expense]
    next_cursor: str | None
    searched_to: str | None = None


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
        How many a page holds, unless it is the last or a search has looked at enough.
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
        after = cursors.decode(cursor, owner=repository.owner, filters=narrowed_by)
        if not first <= day_of(after) <= last:
            raise cursors.refusal()
    found, stopped_at = _Reading(repository, first, last, filters).read(after, limit + 1)
    items = found[:limit]
    if len(found) > limit:
        stopped_at = by_date(items[-1].date, items[-1].id)
    if stopped_at is None:
        return Page(items, None)
    next_cursor = cursors.encode(stopped_at, owner=repository.owner, filters=narrowed_by)
    return Page(items, next_cursor, day_of(stopped_at) if len(items) < limit else None)


class _Reading:
    """One reading of a list: what it is narrowed to, and where it is read from."""

    def __init__(self, repository: Repository, first: str, last: str, filters: Filters) -> None:
        self._repository = repository
        self._first = first
        self._last = last
        self._filters = filters
        self._words = look_up(filters.words, self._categories) if filters.words else []

    def read(self, after: str | None, count: int) -> Taken:
        """Read so many expenses, or all there are, or those that are found in a share of work."""
        filters = self._filters
        sources = self._sources()
        streams = self._streams(sources, after, count)
        narrowed = filters.words or filters.kind or filters.rule or filters.by
        if narrowed or (filters.tags and filters.narrow_categories):
            return take(streams, count, Share(expenses=SEARCHED, seconds=SEARCH_SECONDS))
        if sources != [EVERYTHING] or not filters.narrow_categories:
            return take(streams, count)
        newer, stopped_at = take(streams, count, Share(expenses=SCANNED))
        if stopped_at is None:
            return Taken(newer, None)
        # Few around there are wanted: from here on, the others are not even looked at.
        left = count - len(newer)
        older = take(self._streams(self._sources_of_all(), stopped_at, left), left)
        return Taken(newer + older.expenses, None)

    @functools.cached_property
    def _categories(self) -> list[Category]:
        return self._repository.categories()

    def _sources(self) -> list[Source]:
        if self._filters.tags:
            return [*map(tagged, self._filters.tags)]
        if not self._filters.categories:
            return [EVERYTHING]
        wanted = [*filter(self._filters.take_category, self._filters.categories)]
        return [*map(of_category, wanted)] if len(wanted) <= FEW_CATEGORIES else [EVERYTHING]

    def _sources_of_all(self) -> list[Source]:
        """Name a source for each category that is wanted, however many there are."""
        known = [category.id for category in self._categories]
        return [*map(of_category, filter(self._filters.take_category, known))]

    def _streams(self, sources: list[Source], after: str | None, count: int) -> list[Stream]:
        return [
            Stream(functools.partial(self._look, source), self._wants, after, limit)
            for source in sources
            for limit in [first_limit(count, len(sources))]
        ]

    def _look(self, source: Source, after: str | None, limit: int) -> Look:
        # Nothing before it is read, so the newest day may be that of the position.
        last = day_of(after) if after else self._last
        return self._repository.look(source, first=self._first, last=last, after=after, limit=limit)

    def _wants(self, expense: Expense, text: str) -> bool:
        """Tell whether an expense is wanted, as far as its source does not say so."""
        return (
            self._filters.take_category(expense.category)
            and self._filters.kind in (None, expense.kind)
            and self._filters.rule in (None, expense.rule)
            and self._filters.take_member(expense.by or self._repository.part.person or "")
            and all(word.finds(expense, text) for word in self._words)
        )
