"""The transactions that change expenses: each also changes all that counts them.

The expenses come first among the actions, in the order given, so that a failure's position tells
which one it was; then their summary cells; then the counts of use of the person's own categories.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from tracker.category import BUILTIN
from tracker.cells import changes
from tracker.expense import Expense
from tracker.repository import categories, cells, expenses
from tracker.repository.table import MAX_ACTIONS, Item


def record(user: str, recorded: list[Expense]) -> list[Item]:
    """Record new expenses."""
    return [
        *(expenses.put_new(user, expense) for expense in recorded),
        *_counts(user, added=recorded),
    ]


def revise(user: str, before: Expense, after: Expense) -> list[Item]:
    """Replace a version of an expense by the next."""
    return [expenses.put_next(user, after), *_counts(user, removed=[before], added=[after])]


def delete(user: str, expense: Expense) -> list[Item]:
    """Delete a version of an expense."""
    return [expenses.delete(user, expense), *_counts(user, removed=[expense])]


def portions(recorded: Iterable[Expense]) -> Iterator[list[Expense]]:
    """Split expenses so that each portion fits into one transaction.

    An expense takes one action, and may bring a summary cell and a category with it that no other
    of its portion has.
    """
    portion: list[Expense] = []
    counted: set[tuple[str, str]] = set()
    for expense in recorded:
        brings = {(expense.month, expense.category), ("", expense.category)}
        if len(portion) + 1 + len(counted | brings) > MAX_ACTIONS:
            yield portion
            portion, counted = [], set()
        portion.append(expense)
        counted |= brings
    if portion:
        yield portion


def _counts(
    user: str, *, removed: Iterable[Expense] = (), added: Iterable[Expense] = ()
) -> Iterator[Item]:
    removed, added = list(removed), list(added)
    for change in changes(removed=removed, added=added):
        yield cells.add_to_cell(user, change)
    uses = Counter(expense.category for expense in added)
    uses.subtract(expense.category for expense in removed)
    for category_id, difference in sorted(uses.items()):
        if difference and category_id not in BUILTIN:
            yield categories.count_use(user, category_id, difference, needs_open=difference > 0)
