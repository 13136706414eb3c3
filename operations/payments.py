"""Payments (`tracker.repository.references`), held to the expenses that have them, and mended.

A payment that no expense has is freed, or nobody could record it; one that an expense has, and
that is not taken for it, is taken, or it could be recorded twice. Each is mended in one
transaction, on the condition that both are still as they were seen, so that people may go on
writing.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from operations.books import Books
from operations.tries import State, tries
from tracker.expense import Expense
from tracker.repository import expenses, keys, references
from tracker.repository.table import Item


class Suspect(NamedTuple):
    """A payment that looks wrong.

    Attributes
    ----------
    key : str
        Its item's sort key.
    claims : str or None
        The id of an expense that has it, if one was seen.
    """

    key: str
    claims: str | None


def compare(
    books: Books, items: Mapping[str, Item], recorded: Iterable[Expense], *, apply: bool
) -> Iterator[tuple[str, State]]:
    """Compare a person's payments with their expenses, and mend them if told to.

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
    for suspect in _suspects(items, recorded):
        state = _settle(books, suspect, apply=apply)
        if state:
            yield suspect.key, state


def _suspects(items: Mapping[str, Item], recorded: Iterable[Expense]) -> list[Suspect]:
    having: dict[str, set[str]] = {key: set() for key in items if key.startswith(keys.REFERENCES)}
    for expense in recorded:
        if key := references.key_of(expense):
            having.setdefault(key, set()).add(expense.id)
    return [
        Suspect(key, min(ids, default=None))
        for key, ids in sorted(having.items())
        if key not in items or references.expense_of(items[key]) not in ids
    ]


def _settle(books: Books, suspect: Suspect, *, apply: bool) -> State | None:
    """Look at one suspect again, and mend it if told to."""
    for _ in tries():
        seen = books.item(suspect.key)
        holder_id = references.expense_of(seen) if seen else None
        holder = _expense(books, holder_id)
        claimant = _expense(books, suspect.claims)
        if holder and references.key_of(holder) == suspect.key:
            return None
        has_it = claimant and references.key_of(claimant) == suspect.key
        if not seen and not has_it:
            return None
        if not apply:
            return "wrong"
        looked_at = {holder_id: holder, suspect.claims: claimant}
        unchanged = [
            expenses.check(books.owner, expense_id, expense)
            for expense_id, expense in looked_at.items()
            if expense_id
        ]
        taker = suspect.claims if has_it else None
        mending = references.replace(books.owner, suspect.key, seen, taker)
        if books.do([*unchanged, mending]):
            return "mended"
    return "busy"


def _expense(books: Books, expense_id: str | None) -> Expense | None:
    return books.repository().expense(expense_id) if expense_id else None
