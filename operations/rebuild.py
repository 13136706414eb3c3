"""Set right what counts expenses, from the expenses, while people go on writing.

A first, quick look compares everything that counts with the expenses. It is not of one moment, so
what differs is only suspected. Each suspect is then measured: the item is read, its expenses, the
item again and the expenses again, until nothing changed meanwhile. What is found missing is added
(see `operations.aggregates` for why adding is right) on the condition that the numbers are still
those seen, so that two rebuilds at once do not add it twice. A category that expenses have and that
is gone is made anew: without it nobody could move or delete them. A name that is taken and belongs
to no category is freed, or nobody could take it. A tag's cell that counts nothing, which a request
cut short can leave, goes. Payments, and the marks of tags, are held to the expenses that have them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from operations import marks, payments
from operations.aggregates import Aggregate, aggregates_of
from operations.books import Books
from operations.tries import tries
from tracker.repository import keys
from tracker.repository.expenses import from_item
from tracker.repository.table import Item, Table
from tracker.repository.tags import deletion_if_empty


class Finding(NamedTuple):
    """An item that is not what its expenses add up to.

    Attributes
    ----------
    difference : dict of str to int
        What is to be added to its numbers; paise, and numbers of expenses.
    state : str
        ``wrong`` (only looked at), ``mended``, or ``busy`` (people kept changing it; try again).
    """

    owner: str
    sort_key: str
    difference: dict[str, int]
    state: str


def rebuild(table: Table, owner: str, *, apply: bool) -> Iterator[Finding]:
    """Compare all that counts a ledger's expenses with these, and mend it if told to.

    Parameters
    ----------
    owner : str
        The ledger's partition key.

    Yields
    ------
    Finding
        One for each item that is wrong, as soon as it is known.
    """
    books = Books(table, owner)
    items: dict[str, Item] = {item["SK"]["S"]: item for item in books.items()}
    for name in books.orphaned_names():
        if apply:
            books.free(name)
        yield Finding(owner, name, {}, "mended" if apply else "wrong")
    expenses = [from_item(item) for key, item in items.items() if key.startswith(keys.EXPENSES)]
    for compare in (payments.compare, marks.compare):
        for key, state in compare(books, items, expenses, apply=apply):
            yield Finding(owner, key, {}, state)
    for aggregate, own in aggregates_of(items, expenses):
        item = items.get(aggregate.sort_key)
        finding = None
        if aggregate.difference(item, own):
            finding = _settle(books, aggregate, apply=apply)
        elif item and aggregate.is_deleted_when_empty and not own:
            finding = Finding(owner, aggregate.sort_key, {}, "mended" if apply else "wrong")
        if apply and aggregate.is_deleted_when_empty and not own:
            books.do([{"Delete": deletion_if_empty(keys.primary(owner, aggregate.sort_key))}])
        if finding:
            yield finding


def _settle(books: Books, aggregate: Aggregate, *, apply: bool) -> Finding | None:
    """Measure one suspect, and mend it if told to."""
    for _ in tries():
        seen = books.item(aggregate.sort_key)
        expenses = books.expenses_of(aggregate)
        quiet = books.item(aggregate.sort_key) == seen and books.expenses_of(aggregate) == expenses
        difference = aggregate.difference(seen, expenses)
        if quiet:
            if not difference:
                return None
            if not apply:
                return Finding(books.owner, aggregate.sort_key, difference, "wrong")
            if seen is None and not aggregate.is_created_by_expenses:
                books.recover_category(aggregate.category)
            elif books.add(aggregate, seen, difference):
                return Finding(books.owner, aggregate.sort_key, difference, "mended")
    return Finding(books.owner, aggregate.sort_key, {}, "busy")
