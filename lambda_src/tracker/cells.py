"""Summary cells: what a person spent in one month on one category, by day.

In a shared ledger there is one for each member: who paid is a part of what a cell is of, and the
whole is their sum.

Cells change in the transaction that changes the expenses, and every total and chart is read from
them. So a change of expenses is also, always, a change of cells; this file derives the one from the
other and holds no input or output.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from tracker.expense import Expense


class CellKey(NamedTuple):
    """Which cell: a month as ``YYYY-MM``, a category's id and, in a shared ledger, who paid."""

    month: str
    category: str
    member: str = ""


def key_of(expense: Expense) -> CellKey:
    """Tell which cell counts an expense."""
    return CellKey(expense.month, expense.category, expense.by or "")


class DayTotal(msgspec.Struct, frozen=True):
    """What one day adds up to: a number of expenses and refunds, and the paise spent.

    Refunds take away, so that the paise may be less than zero.
    """

    count: int
    paise: int


class Cell(msgspec.Struct, frozen=True):
    """One summary cell.

    Attributes
    ----------
    count, total_paise : int
        Of the whole month.
    days : dict of str to DayTotal
        By the day of the month, ``01`` to ``31``; days that add up to nothing may be missing.
    """

    key: CellKey
    count: int
    total_paise: int
    days: dict[str, DayTotal]


def changes(*, removed: Iterable[Expense] = (), added: Iterable[Expense] = ()) -> list[Cell]:
    """Add up what expenses do to their cells.

    Returns
    -------
    list of Cell
        Differences to add, one a cell, in the order of their keys; a cell that keeps its
        numbers is not among them.
    """
    by_cell: dict[CellKey, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for sign, expenses in ((-1, removed), (1, added)):
        for expense in expenses:
            day = by_cell[key_of(expense)][expense.day]
            day[0] += sign
            day[1] += sign * expense.spent_paise
    differences: list[Cell] = []
    for key, days in sorted(by_cell.items()):
        changed = {day: DayTotal(*sums) for day, sums in sorted(days.items()) if any(sums)}
        if changed:
            differences.append(
                Cell(
                    key=key,
                    count=sum(day.count for day in changed.values()),
                    total_paise=sum(day.paise for day in changed.values()),
                    days=changed,
                )
            )
    return differences
