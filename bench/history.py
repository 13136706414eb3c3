"""Histories of a given length: ten expenses on each day up to the same last day."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from local.household_generator import household_day
from tracker.cells import changes
from tracker.expense import Expense
from tracker.repository import cells, expenses

LAST_DAY = date(2026, 6, 30)
EXPENSES_A_DAY = 10
MONTHS_LAST_DAY = LAST_DAY.isoformat()
"""The newest month is a whole one, so that all histories but the shortest have a whole one."""

NOTED_AT = "2026-06-30T18:30:00.000000Z"


def history(count: int, *, last_day: date = LAST_DAY) -> list[Expense]:
    """Make the newest expenses of a long history up to a day, oldest first.

    The generator's household has three or four a day; as many households are put together as it
    takes, so that descriptions, categories and amounts stay as people's are.
    """
    return list(itertools.islice(_backwards(last_day), count))[::-1]


def _backwards(last_day: date) -> Iterator[Expense]:
    for days_ago in itertools.count():
        day = last_day - timedelta(days=days_ago)
        households = (household_day(day, seed) for seed in itertools.count(1))
        drawn = itertools.chain.from_iterable(households)
        for content in itertools.islice(drawn, EXPENSES_A_DAY):
            yield Expense(
                id=content["id"],
                date=content["date"],
                amount_paise=content["amount_paise"],
                category=content["category"],
                tags=tuple(content["tags"]),
                description=content["description"],
                version=1,
                created_at=NOTED_AT,
                updated_at=NOTED_AT,
            )


def items(user: str, recorded: list[Expense]) -> list[dict[str, Any]]:
    """Write a history down as the app would have: the expenses, and the cells that add them up."""
    return [
        *(expenses.to_item(user, expense) for expense in recorded),
        *(_cell_item(cells.add_to_cell(user, cell)) for cell in changes(added=recorded)),
    ]


def _cell_item(action: dict[str, Any]) -> dict[str, Any]:
    """Turn an update that adds to nothing into the item that it makes."""
    update = action["Update"]
    values = update["ExpressionAttributeValues"]
    numbers = {
        name: values[f":{placeholder[1:]}"]
        for placeholder, name in update["ExpressionAttributeNames"].items()
    }
    return {**update["Key"], **numbers}
