"""A ledger's tally in the table: how much is on record, and how much was written on one day.

One item ``TALLY`` holds ``stored``, the number of expenses, and ``gross``, the sum of their amounts
whatever their kind: no total can be further from zero. A number named by the day, as
``w2026-11-25``, holds how many expenses were added, edited, moved and copied on it, in India. They
change in the transactions that change expenses, on the condition that each stays within what it may
be.

So the ceiling of a day costs an add nothing: the item changes with it anyhow. An edit that leaves
the amount as it was pays two write units more for it. The ceiling is a person's, whichever ledger
they write in: what they write in a shared one is counted in the tally of their own, for two units.
"""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tracker.clock import days_before, today
from tracker.expense import Expense
from tracker.limits import MAX_SUM_PAISE
from tracker.repository import keys
from tracker.repository.table import Item

WRITTEN = "written"
"""What expressions call the number of today."""

DAYS_FORGOTTEN = 31
"""How many earlier days a write forgets; who writes less often leaves some fifteen bytes a time."""


class Tally(NamedTuple):
    """What is on record: a number of expenses, and the sum of their amounts in paise."""

    stored: int
    gross: int

    def plus(self, expense: Expense) -> "Tally":
        """Add an expense."""
        return Tally(self.stored + 1, self.gross + expense.amount_paise)

    def has_room(self, amount_paise: int) -> bool:
        """Tell whether an expense of an amount may come to what is on record."""
        return self.stored < most_stored() and self.gross + amount_paise <= MAX_SUM_PAISE

    def minus(self, expense: Expense) -> "Tally":
        """Take an expense away."""
        return Tally(self.stored - 1, self.gross - expense.amount_paise)


class Standing(NamedTuple):
    """How a person stands to what they may have, and may write.

    Attributes
    ----------
    written : int
        Expenses that were written on the day of the transaction that was to be.
    """

    on_record: Tally
    written: int

    def plus(self, expense: Expense) -> "Standing":
        """Write an expense that is not on record."""
        return Standing(self.on_record.plus(expense), self.written + 1)

    def with_that_of(self, other: "Standing") -> "Standing":
        """Put together what a ledger's tally and its writer's say, each of what it counts."""
        on_record = Tally(*map(sum, zip(self.on_record, other.on_record, strict=True)))
        return Standing(on_record, self.written + other.written)

    def minus(self, expense: Expense) -> "Standing":
        """Take an expense off the record, as the next version of it is to be."""
        return self._replace(on_record=self.on_record.minus(expense))

    def is_beyond_day(self) -> bool:
        """Tell whether more was written than one person may write in a day."""
        return self.written > most_written()

    def is_full(self) -> bool:
        """Tell whether there are more expenses than one person may have."""
        return self.on_record.stored > most_stored()

    def is_beyond_sums(self) -> bool:
        """Tell whether a total might no longer be exact in a browser."""
        return self.on_record.gross > MAX_SUM_PAISE


def of(expenses: Iterable[Expense]) -> Tally:
    """Add expenses up."""
    amounts = [expense.amount_paise for expense in expenses]
    return Tally(len(amounts), sum(amounts))


def from_item(item: Item | None) -> Tally:
    """Read a tally; where there is none, nothing is on record."""
    return Tally(*(int(item[name]["N"]) if item and name in item else 0 for name in Tally._fields))


def most_stored() -> int:
    """Tell how many expenses one person may have: as the deployment says, or any number."""
    return int(os.environ.get("MAX_STORED_EXPENSES", MAX_SUM_PAISE))


def most_written() -> int:
    """Tell how many expenses one person may write in a day: as the deployment says, or any."""
    return int(os.environ.get("MAX_WRITES_PER_DAY", MAX_SUM_PAISE))


def standing(action: Item, item: Item | None) -> Standing:
    """Read how a person stood when an action of `change` was refused.

    Parameters
    ----------
    item : Item or None
        The tally that there was; None: nothing is on record.
    """
    names = action["Update"]["ExpressionAttributeNames"]

    def number(called: str) -> int:
        name = names.get(f"#{called}")
        return int(item[name]["N"]) if item and name in item else 0

    return Standing(Tally(*map(number, Tally._fields)), number(WRITTEN))


class _Step(NamedTuple):
    """A number of a tally that changes: its attribute, by how much, and what it may be at most."""

    name: str
    by: int
    most: int


def change(
    owner: str,
    *,
    removed: list[Expense],
    added: list[Expense],
    writer: str | None = None,
    written: int | None = None,
) -> Iterator[Item]:
    """Yield what is to be done for expenses that come and go: nothing, where the tallies stay.

    Parameters
    ----------
    owner : str
        Partition key of the ledger.
    removed, added : list of Expense
        An edit removes a version and adds the next.
    writer : str or None
        Partition key of the person for whose day what is written counts, whichever ledger it is in;
        None: nobody's.
    written : int or None
        How many expenses count; None: those that are added.
    """
    if written is None:
        written = len(added)
    before, after = of(removed), of(added)
    kept: dict[str, _Step] = {}
    if before != after:
        kept = {
            "stored": _Step("stored", after.stored - before.stored, most_stored()),
            "gross": _Step("gross", after.gross - before.gross, MAX_SUM_PAISE),
        }
    day: dict[str, _Step] = {}
    if written and writer:
        day = {WRITTEN: _Step(_of_day(today()), written, most_written())}
    if writer == owner:
        yield from _update(owner, kept | day)
    else:
        yield from _update(owner, kept)
        yield from _update(writer or owner, day)


def _update(owner: str, steps: dict[str, _Step]) -> Iterator[Item]:
    if not steps:
        return
    names = {f"#{called}": step.name for called, step in steps.items()}
    values = {f":{called}": {"N": str(step.by)} for called, step in steps.items()}
    conditions: list[str] = []
    for called, step in steps.items():
        if step.by > 0:
            room = step.most - step.by
            values[f":room_{called}"] = {"N": str(room)}
            # Where nothing is counted yet, the room is what all of it must fit into.
            absent = f"attribute_not_exists(#{called}) OR " if room >= 0 else ""
            conditions.append(f"({absent}#{called} <= :room_{called})")
    expression = "ADD " + ", ".join(f"#{called} :{called}" for called in steps)
    if WRITTEN in steps:
        forgotten = days_before(_day_of(steps[WRITTEN].name), DAYS_FORGOTTEN)
        earlier = {f"#e{place}": _of_day(day) for place, day in enumerate(forgotten)}
        names |= earlier
        expression += " REMOVE " + ", ".join(earlier)
    update: Item = {
        "Key": keys.primary(owner, keys.TALLY),
        "UpdateExpression": expression,
        "ExpressionAttributeNames": names,
        "ExpressionAttributeValues": values,
    }
    if conditions:
        update["ConditionExpression"] = " AND ".join(conditions)
        update["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
    yield {"Update": update}


def _of_day(day: str) -> str:
    """Name the number of what was written on a day."""
    return f"w{day}"


def _day_of(name: str) -> str:
    return name.removeprefix("w")
