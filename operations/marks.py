"""Marks of tags (`tracker.repository.tags`), held to the expenses that have the tags, and mended.

A mark is a copy of its expense. One that is missing, stale or of no expense is written anew or
deleted, on the condition that the expense is still as it was seen, so that people may go on
writing.
"""

from collections.abc import Iterable, Iterator, Mapping

from operations.books import Books
from operations.tries import State, tries
from tracker.expense import Expense
from tracker.repository import expenses, keys, tags
from tracker.repository.table import Item


def compare(
    books: Books, items: Mapping[str, Item], recorded: Iterable[Expense], *, apply: bool
) -> Iterator[tuple[str, State]]:
    """Compare a person's marks with their expenses, and mend them if told to.

    Parameters
    ----------
    items : mapping of str to Item
        All that the person has, by sort key; it need not be of one moment.
    recorded : iterable of Expense
        The expenses among these.

    Yields
    ------
    tuple of str and str
        The sort key of one that is wrong, and what became of it.
    """
    right = {
        key: tags.mark(books.owner, key, expense)
        for expense in recorded
        for key in tags.marks_of(expense)
    }
    stored = {key: item for key, item in items.items() if key.startswith(keys.TAGGED)}
    for key in sorted(right.keys() | stored.keys()):
        if right.get(key) != stored.get(key):
            state = _settle(books, key, apply=apply)
            if state:
                yield key, state


def _settle(books: Books, key: str, *, apply: bool) -> State | None:
    """Look at one mark again, and mend it if told to."""
    expense_id = key.rpartition(keys.SEPARATOR)[2]
    for _ in tries():
        expense = books.repository().expense(expense_id)
        has_it = expense is not None and key in tags.marks_of(expense)
        right = tags.mark(books.owner, key, expense) if expense and has_it else None
        if books.item(key) == right:
            return None
        if not apply:
            return "wrong"
        mending = (
            {"Put": {"Item": right}}
            if right
            else {"Delete": {"Key": keys.primary(books.owner, key)}}
        )
        if books.do([expenses.check(books.owner, expense_id, expense), mending]):
            return "mended"
    return "busy"
