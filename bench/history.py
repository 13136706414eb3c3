"""Histories of a given length: ten expenses on each day up to the same last day."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from local.household_generator import household_day
from tracker.expense import Expense
from tracker.repository import keys, transactions

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
    """Write a history down as the app would have, with the marks and cells that go with it."""
    return [_item(action) for action in transactions.record(keys.of_person(user), recorded)]


def shared_items(ledger: dict[str, Any], recorded: list[Expense]) -> list[dict[str, Any]]:
    """Write a history down in a shared ledger, paid by the member who sees the ledger so."""
    paid = [replace(expense, by=ledger["member"]) for expense in recorded]
    return [_item(action) for action in transactions.record(keys.of_ledger(ledger["id"]), paid)]


def _item(action: dict[str, Any]) -> dict[str, Any]:
    """Turn a put, or an update that adds to nothing, into the item that it makes."""
    if "Put" in action:
        return action["Put"]["Item"]
    update = action["Update"]
    values = update["ExpressionAttributeValues"]
    numbers = {
        name: values[f":{placeholder[1:]}"]
        for placeholder, name in update["ExpressionAttributeNames"].items()
        if f":{placeholder[1:]}" in values
    }
    return {**update["Key"], **numbers}
