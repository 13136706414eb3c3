"""Set right what counts expenses, from the expenses, while people go on writing.

A first, quick look compares everything that counts with the expenses. It is not of one moment, so
what differs is only suspected. Each suspect is then measured: the item is read, its expenses, the
item again and the expenses again, until nothing changed meanwhile. What is found missing is added
(see `operations.counted` for why adding is right) on the condition that the numbers are still those
seen, so that two rebuilds at once do not add it twice. A category that expenses have and that is
gone is made anew: without it nobody could move or delete them. A name that is taken and belongs to
no category is freed, or nobody could take it.
"""

import random
import time
from collections.abc import Iterator
from typing import NamedTuple

from operations.books import Books
from operations.counted import Counted, counted_by
from tracker.repository.expenses import from_item
from tracker.repository.keys import expense as expense_key
from tracker.repository.table import Item, Table

TRIES = 50
LONGEST_PAUSE = 0.2
"""Seconds between tries: a person's writes to one cell are further apart."""


class Finding(NamedTuple):
    """An item that is not what its expenses add up to.

    Attributes
    ----------
    difference : dict of str to int
        What is to be added to its numbers; paise, and numbers of expenses.
    state : str
        ``wrong`` (only looked at), ``mended``, or ``busy`` (people kept changing it; try again).
    """

    user: str
    sort_key: str
    difference: dict[str, int]
    state: str


def rebuild(table: Table, user: str, *, apply: bool) -> Iterator[Finding]:
    """Compare all that counts a person's expenses with these, and mend it if told to.

    Yields
    ------
    Finding
        One for each item that is wrong, as soon as it is known.
    """
    books = Books(table, user)
    items: dict[str, Item] = {item["SK"]["S"]: item for item in books.items()}
    for name in books.orphaned_names():
        if apply:
            books.free(name)
        yield Finding(user, name, {}, "mended" if apply else "wrong")
    expenses = [from_item(item) for key, item in items.items() if key.startswith(expense_key(""))]
    for counted, own in counted_by(items, expenses):
        if counted.difference(items.get(counted.sort_key), own):
            finding = _settle(books, counted, apply=apply)
            if finding:
                yield finding


def _settle(books: Books, counted: Counted, *, apply: bool) -> Finding | None:
    """Measure one suspect, and mend it if told to."""
    for _ in range(TRIES):
        seen = books.item(counted.sort_key)
        expenses = books.expenses_counted_by(counted)
        quiet = (
            books.item(counted.sort_key) == seen and books.expenses_counted_by(counted) == expenses
        )
        difference = counted.difference(seen, expenses)
        if quiet:
            if not difference:
                return None
            if not apply:
                return Finding(books.user, counted.sort_key, difference, "wrong")
            if seen is None and not counted.is_made_by_counting:
                books.recover_category(counted.category)
            elif books.add(counted, seen, difference):
                return Finding(books.user, counted.sort_key, difference, "mended")
        time.sleep(random.uniform(0, LONGEST_PAUSE))  # noqa: S311 -- spreads load, keeps no secret
    return Finding(books.user, counted.sort_key, {}, "busy")
