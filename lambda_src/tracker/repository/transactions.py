"""The transactions that change expenses: each also changes all that counts them.

The expenses come first among the actions, then the payments that they have, then their summary
cells, then the counts of use of the person's own categories.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tracker.category import BUILTIN
from tracker.cells import changes
from tracker.cells import key_of as cell_key_of
from tracker.expense import Expense
from tracker.repository import (
    categories,
    cells,
    expenses,
    images,
    keys,
    references,
    tags,
    tally,
)
from tracker.repository.part import room
from tracker.repository.table import Item

TALLIES = 1
"""Actions of every transaction that records."""


def record(owner: str, recorded: list[Expense], *, writer: str | None = None) -> list[Item]:
    """Record new expenses.

    Parameters
    ----------
    writer : str or None
        For whose day they count, as in `tally.change`; here and below.
    """
    return [
        *(expenses.put_new(owner, expense) for expense in recorded),
        *_counts(owner, added=recorded, writer=writer),
    ]


def revise(
    owner: str, *revisions: tuple[Expense, Expense], writer: str | None = None
) -> list[Item]:
    """Replace versions of expenses by the next."""
    befores = [before for before, _ in revisions]
    afters = [after for _, after in revisions]
    return [
        *(expenses.put_next(owner, after) for after in afters),
        *_counts(owner, removed=befores, added=afters, writer=writer),
    ]


def revise_first(
    owner: str, revisions: Sequence[tuple[Expense, Expense]], *, writer: str | None = None
) -> list[Item]:
    """Replace versions of the first expenses of a sequence, as many as fit into one transaction."""
    most = room(owner)
    number = min(len(revisions), most)
    while len(actions := revise(owner, *revisions[:number], writer=writer)) > most:
        number = number * most // len(actions)
    return actions


def delete(owner: str, expense: Expense, at: str) -> list[Item]:
    """Delete a version of an expense, and keep an image of it.

    Parameters
    ----------
    at : str
        The time of deletion, UTC, RFC 3339.
    """
    return [
        expenses.delete(owner, expense),
        images.put(owner, expense, at),
        *_counts(owner, removed=[expense]),
    ]


def carry(
    source: str, target: str, before: Expense, after: Expense, *, keep: bool, writer: str | None
) -> list[Item]:
    """Record an expense in another ledger, and take it off the record of its own unless kept.

    It counts as one expense written, in whichever action changes the writer's own tally already:
    a transaction changes an item only once.
    """
    if keep:
        return [expenses.check(source, before.id, before), *record(target, [after], writer=writer)]
    leaver, recorder = (writer, None) if source == writer else (None, writer)
    return [
        expenses.delete(source, before),
        *_counts(source, removed=[before], writer=leaver, written=1),
        *record(target, [after], writer=recorder),
    ]


def portions(owner: str, recorded: Iterable[Expense]) -> Iterator[list[Expense]]:
    """Split expenses so that each portion fits into one transaction.

    An expense takes one action, one for its payment where it has a reference, and one for the mark
    of each tag. It may bring summary cells and a category with it that no other of its portion has.
    """
    portion: list[Expense] = []
    counted: set[tuple[str, ...]] = set()
    most = room(owner) - TALLIES
    for expense in recorded:
        brings = {cell_key_of(expense), ("", expense.category)}
        if payment := references.key_of(expense):
            brings.add(("", payment))
        brings |= {("", key) for key in tags.keys_of(expense)}
        if len(portion) + 1 + len(counted | brings) > most:
            yield portion
            portion, counted = [], set()
        portion.append(expense)
        counted |= brings
    if portion:
        yield portion


def _counts(
    owner: str,
    *,
    removed: Iterable[Expense] = (),
    added: Iterable[Expense] = (),
    writer: str | None = None,
    written: int | None = None,
) -> Iterator[Item]:
    removed, added = list(removed), list(added)
    yield from references.changes(owner, removed=removed, added=added)
    yield from tally.change(owner, removed=removed, added=added, writer=writer, written=written)
    for change in changes(removed=removed, added=added):
        yield cells.add_to_cell(owner, keys.cell(*change.key), change)
    yield from tags.changes(owner, removed=removed, added=added)
    uses = Counter(expense.category for expense in added)
    uses.subtract(expense.category for expense in removed)
    for category_id, difference in sorted(uses.items()):
        if difference and category_id not in BUILTIN:
            yield categories.count_use(owner, category_id, difference, needs_open=difference > 0)
