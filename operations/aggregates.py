"""Items whose numbers count expenses: summary cells, of all and of tags, and own categories.

They change in the transactions that change expenses, by as much as the expenses do. So the
difference between what such an item says and what it ought to say is not changed by anything that
people do; once measured, it can be added while they go on writing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tracker import cells
from tracker.category import BUILTIN
from tracker.expense import Expense
from tracker.limits import FIRST_DATE, LAST_DATE
from tracker.repository import keys, tally
from tracker.repository.cells import numbers
from tracker.repository.table import Item
from tracker.repository.tags import folded

USES = "expense_count"
CELL_NUMBERS = ("count", "total", *(f"{kind}{day:02}" for kind in "nd" for day in range(1, 32)))


class Aggregate(NamedTuple):
    """One item, and the expenses that it counts.

    Attributes
    ----------
    sort_key : str
        The item's.
    first, last : str
        The range of days of the expenses that it counts, both included.
    category : str
        Their category; empty for all.
    tag : str or None
        The tag that they have, folded; None: whatever they have.
    member : str or None
        Who paid them, in a shared ledger; None: whoever did.
    names : tuple of str
        The item's numbers.
    add_up : callable
        Makes those numbers, zeros left out, of the expenses.
    is_created_by_expenses : bool
        Whether an expense makes the item where it is missing.
    """

    sort_key: str
    first: str
    last: str
    category: str
    tag: str | None
    member: str | None
    names: tuple[str, ...]
    add_up: Callable[[list[Expense]], dict[str, int]]
    is_created_by_expenses: bool

    @property
    def is_deleted_when_empty(self) -> bool:
        """Whether the item is deleted with the last expense that it counts."""
        return self.tag is not None

    def counts(self, expense: Expense) -> bool:
        """Tell whether an expense of its days and category is one that it counts."""
        has_tag = self.tag is None or self.tag in folded(expense)
        return has_tag and self.member in (None, expense.by or "")

    def difference(self, item: Item | None, expenses: list[Expense]) -> dict[str, int]:
        """Tell what is to be added to the item's numbers to make them right."""
        right = self.add_up(expenses)
        return {
            name: right.get(name, 0) - number
            for name, number in self.stored(item).items()
            if right.get(name, 0) != number
        }

    def stored(self, item: Item | None) -> dict[str, int]:
        """Read the item's numbers; those that are missing are zero."""
        return {name: int(item[name]["N"]) if item and name in item else 0 for name in self.names}


def cell(month: str, category: str, member: str = "", *, tag: str | None = None) -> Aggregate:
    """Describe the summary cell of a month, ``YYYY-MM``, and a category: of all, or of a tag's.

    Parameters
    ----------
    member : str
        In a shared ledger, who paid.
    """

    def add_up(expenses: list[Expense]) -> dict[str, int]:
        return {
            name: number
            for change in cells.changes(added=expenses)
            for name, number in numbers(change).items()
        }

    return Aggregate(
        sort_key=(
            keys.tag_cell(tag, month, category, member)
            if tag
            else keys.cell(month, category, member)
        ),
        first=f"{month}-01",
        last=f"{month}-31",
        category=category,
        tag=tag,
        member=member,
        names=CELL_NUMBERS,
        add_up=add_up,
        is_created_by_expenses=True,
    )


def own_category(category: str) -> Aggregate:
    """Describe a category of the person's own."""

    def add_up(expenses: list[Expense]) -> dict[str, int]:
        return {USES: len(expenses)} if expenses else {}

    return Aggregate(
        sort_key=keys.category(category),
        first=FIRST_DATE,
        last=LAST_DATE,
        category=category,
        tag=None,
        member=None,
        names=(USES,),
        add_up=add_up,
        is_created_by_expenses=False,
    )


def everything() -> Aggregate:
    """Describe the tally of all that is on record."""

    def add_up(expenses: list[Expense]) -> dict[str, int]:
        return tally.of(expenses)._asdict()

    return Aggregate(
        sort_key=keys.TALLY,
        first=FIRST_DATE,
        last=LAST_DATE,
        category="",
        tag=None,
        member=None,
        names=tally.Tally._fields,
        add_up=add_up,
        is_created_by_expenses=True,
    )


def aggregates_of(
    sort_keys: Iterable[str], expenses: Iterable[Expense]
) -> list[tuple[Aggregate, list[Expense]]]:
    """List all that counts expenses, or ought to, each with those that it counts.

    Parameters
    ----------
    sort_keys : iterable of str
        Of the ledger's items.
    expenses : iterable of Expense
        All that the ledger holds.
    """
    aggregates: dict[str, Aggregate] = {}
    own: dict[str, list[Expense]] = defaultdict(list)
    for key in sort_keys:
        kind, *parts = key.split(keys.SEPARATOR)
        if key == keys.TALLY:
            aggregates[key] = everything()
        elif kind == "SUM":
            aggregates[key] = cell(*keys.cell_parts(key))
        elif key.startswith(keys.TAG_CELLS):
            aggregates[key] = cell(*keys.cell_parts(key), tag=keys.tag_of(key))
        elif key.startswith(keys.CATEGORIES) and parts[0] not in BUILTIN:
            aggregates[key] = own_category(*parts)
    for expense in expenses:
        of_tags = (cell(*cells.key_of(expense), tag=tag) for tag in folded(expense))
        due = [everything(), cell(*cells.key_of(expense)), *of_tags]
        if expense.category not in BUILTIN:
            due.append(own_category(expense.category))
        for aggregate in due:
            aggregates.setdefault(aggregate.sort_key, aggregate)
            own[aggregate.sort_key].append(expense)
    return [(aggregates[key], own[key]) for key in sorted(aggregates)]
