"""Tags in the table: a mark for each tag of each expense, and a tag's own summary cells.

A mark is a copy of its expense under a key that begins with the tag, so that a list of a tag is
read like any other, however rare the tag and long the history. A tag's cells are like those of all
expenses, so that its totals are read without any. Keys hold tags folded. Both change in the
transaction that changes the expense. Why they are kept like this, and what it costs, is in
docs/decisions/tags.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tracker.cells import changes as cell_changes
from tracker.cells import key_of
from tracker.expense import Expense
from tracker.repository import cells, keys
from tracker.repository.expenses import to_item
from tracker.repository.table import Item
from tracker.text import fold

INDEXED = ("by_date", "by_category")
"""Attributes that a copy must lack, or the expense would be in the indexes twice."""


def marks_of(expense: Expense) -> list[str]:
    """List the sort keys of an expense's marks."""
    return [_mark_key(tag, expense) for tag in folded(expense)]


def keys_of(expense: Expense) -> list[str]:
    """List the sort keys of all that an expense's tags bring with it: marks and cells."""
    cells_of = (keys.tag_cell(tag, *key_of(expense)) for tag in folded(expense))
    return [*marks_of(expense), *cells_of]


def changes(owner: str, *, removed: Iterable[Expense], added: Iterable[Expense]) -> Iterator[Item]:
    """Yield what is to be done for expenses that come and go, each in one version."""
    of_tag: dict[str, tuple[list[Expense], list[Expense]]] = defaultdict(lambda: ([], []))
    for place, expenses in enumerate((removed, added)):
        for expense in expenses:
            for tag in folded(expense):
                of_tag[tag][place].append(expense)
    for tag, (before, after) in sorted(of_tag.items()):
        marks = {_mark_key(tag, expense): expense for expense in after}
        for key in sorted({_mark_key(tag, expense) for expense in before} - marks.keys()):
            yield {"Delete": {"Key": keys.primary(owner, key)}}
        for key, expense in sorted(marks.items()):
            yield {"Put": {"Item": mark(owner, key, expense)}}
        for change in cell_changes(removed=before, added=after):
            yield cells.add_to_cell(owner, keys.tag_cell(tag, *change.key), change)


def mark(owner: str, sort_key: str, expense: Expense) -> Item:
    """Copy an expense under the key of a mark."""
    copied = {name: value for name, value in to_item(owner, expense).items() if name not in INDEXED}
    return {**copied, **keys.primary(owner, sort_key)}


def deletions_if_empty(actions: Iterable[Item]) -> Iterator[Item]:
    """Yield a deletion for each cell of a tag that actions took expenses from: if none is left.

    The actions cannot do it themselves, as they add to a count without knowing it. Done after them,
    it is right whatever others do meanwhile; not done, it leaves a cell of nothing, which adds
    nothing to any total.
    """
    for action in actions:
        update = action.get("Update")
        if update and update["Key"]["SK"]["S"].startswith(keys.TAG_CELLS):
            count = update["ExpressionAttributeValues"].get(":count")
            if count and int(count["N"]) < 0:
                yield deletion_if_empty(update["Key"])


def deletion_if_empty(key: Item) -> Item:
    """Make the deletion of a tag's cell that is to be done if it counts nothing.

    Parameters
    ----------
    key : Item
        The cell's primary key, or the cell.
    """
    return {
        "Key": {name: key[name] for name in ("PK", "SK")},
        "ConditionExpression": "#count = :none",
        "ExpressionAttributeNames": {"#count": "count"},
        "ExpressionAttributeValues": {":none": {"N": "0"}},
    }


def folded(expense: Expense) -> list[str]:
    """List an expense's tags as keys have them: no two that a person would call the same."""
    return [fold(tag) for tag in expense.tags]


def _mark_key(tag: str, expense: Expense) -> str:
    return keys.tagged(tag, keys.by_date(expense.date, expense.id))
