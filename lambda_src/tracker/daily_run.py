"""The daily run: what is due by everybody's recurring rules, found by day in an index of its own.

The index may lag behind, and the run may be cut short, or run twice, or twice at once: what it
writes holds only while a rule stands as it was seen (`tracker.recording`).
"""

import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from tracker.deadline import Deadline
from tracker.errors import BusyError
from tracker.ledger import open_categories
from tracker.recording import catch_up
from tracker.repository import keys, rules
from tracker.repository.part import Part
from tracker.repository.recurring import RuleRepository
from tracker.repository.table import Item, Table
from tracker.rule import Rule

AT_ONCE = 8
"""Ledgers whose rules are recorded at once. Those of one are not: they share summary cells."""

SECONDS_A_RULE = 30
"""How long one rule may keep a run from the others."""


class Done(NamedTuple):
    """What a run did.

    Attributes
    ----------
    days : int
        That were recorded or asked about.
    left : int
        Rules that the time did not suffice for, or that the database was too busy for; a part of
        the index that could not be read to its end counts as one.
    faults : int
        Rules that a bug kept from being read or recorded; another run would not do better.
    """

    days: int = 0
    left: int = 0
    faults: int = 0


def record_due(
    table: Table,
    *,
    today: str,
    remaining: Callable[[], float],
    failed: Callable[[str, Exception], None],
) -> Done:
    """Record what is due up to today.

    Parameters
    ----------
    today : str
        In India, ``YYYY-MM-DD``.
    remaining : callable
        Tells the seconds that are left.
    failed : callable
        Is told of each bug, and in whose ledger it is: one person's must not keep another's rent
        from being recorded.
    """
    run = _Run(table, today, remaining, failed)
    done: list[Done] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for shard in keys.DUE_SHARDS:
            by_owner: dict[str, list[Item]] = defaultdict(list)
            query = rules.due_query(shard, today)
            try:
                for item in table.query(Deadline(remaining()), **query):
                    by_owner[item["PK"]["S"]].append(item)
            except BusyError:
                # How many more there are is not known: one at least, perhaps.
                done.append(Done(left=1))
            done += pool.map(run.record_of_one, by_owner, by_owner.values())
    return Done(*(sum(numbers) for numbers in zip(*done, strict=True)))


class _Run:
    """One run; its parameters are those of `record_due`."""

    def __init__(
        self,
        table: Table,
        today: str,
        remaining: Callable[[], float],
        failed: Callable[[str, Exception], None],
    ) -> None:
        self._table = table
        self._today = today
        self._remaining = remaining
        self._failed = failed
        self._telling = threading.Lock()

    def record_of_one(self, owner: str, due: list[Item]) -> Done:
        """Record what is due by some rules of one ledger."""
        days = left = faults = 0
        opened: set[str] | None = None
        for item in due:
            deadline = Deadline(min(SECONDS_A_RULE, self._remaining()))
            # Nobody's: it counts for no person's day, or a busy one would keep the rent back.
            repository = RuleRepository(self._table, Part(owner), deadline)
            try:
                if opened is None:
                    opened = open_categories(repository)
                days += self._record(repository, rules.from_item(item), opened)
            except BusyError:
                left += 1
            except Exception as error:  # noqa: BLE001 -- a bug becomes an alarm, other rules go on
                with self._telling:
                    self._failed(owner, error)
                faults += 1
        return Done(days, left, faults)

    def _record(self, repository: RuleRepository, rule: Rule, opened: set[str]) -> int:
        is_open = rule.category in opened
        return catch_up(repository, rule, today=self._today, category_open=is_open).days
