"""How long the daily run takes where very many rules are due, next to as many plain transactions.

It runs in this process against the emulator's DynamoDB, which is far slower than AWS's: the ratio
counts, and that none is lost or doubled.
"""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec

from bench import engine
from tracker import daily_run
from tracker.daily_run import AT_ONCE
from tracker.repository import keys, rules
from tracker.repository.table import Table
from tracker.rule import Rule

PEOPLE = 100
RULES = 10_000
DAY = "2026-12-01"
LONGEST_SECONDS = 3_600


def measure() -> dict[str, Any]:
    """Run once over all rules and once more, and count what was recorded.

    Raises
    ------
    RuntimeError
        An expense is missing, or there twice.
    """
    engine.set_environment()
    with engine.running() as running:
        due = [(f"USER#{number % PEOPLE:04}", _rule()) for number in range(RULES)]
        running.load(engine.TABLE_NAME, [rules.to_item(owner, rule) for owner, rule in due])
        table = Table(running.client, engine.TABLE_NAME)

        def run() -> daily_run.Done:
            return daily_run.record_due(
                table, today=DAY, remaining=lambda: LONGEST_SECONDS, failed=engine.fail
            )

        begun = time.monotonic()
        first = run()
        seconds = time.monotonic() - begun
        again = run()
        recorded = _expenses(running.client, {owner for owner, _ in due})
        if (first.days, first.left, again.days, recorded) != (RULES, 0, 0, RULES):
            raise RuntimeError(f"{RULES} were due: {first}, then {again}; {recorded} recorded")
        plain = _plain_transactions(running.client)
    return {
        "people": PEOPLE,
        "rules": RULES,
        "seconds": round(seconds, 1),
        "plain_seconds": round(plain, 1),
        "ratio": round(seconds / plain, 2),
    }


def _rule() -> Rule:
    values = {
        "id": str(uuid.uuid4()),
        "description": "Milk",
        "amount_paise": 6_000,
        "category": "groceries",
        "tags": [],
        "frequency": "monthly",
        "start": DAY,
        "next": DAY,
        "version": 1,
        "created_at": "2026-11-01T00:00:00Z",
        "updated_at": "2026-11-01T00:00:00Z",
    }
    return msgspec.convert(values, Rule)


def _expenses(client: Any, owners: set[str]) -> int:  # noqa: ANN401 -- botocore's clients have no types
    count = 0
    for owner in owners:
        pages = client.get_paginator("query").paginate(
            TableName=engine.TABLE_NAME,
            KeyConditionExpression="PK = :owner AND begins_with(SK, :expenses)",
            ExpressionAttributeValues={":owner": {"S": owner}, ":expenses": {"S": keys.EXPENSES}},
            Select="COUNT",
        )
        count += sum(page["Count"] for page in pages)
    return count


def _plain_transactions(client: Any) -> float:  # noqa: ANN401 -- botocore's clients have no types
    """Tell the seconds for as many transactions of one item, as many at once as the run makes."""

    def put(number: int) -> None:
        item = {"PK": {"S": f"PLAIN#{number % PEOPLE}"}, "SK": {"S": str(number)}}
        client.transact_write_items(
            TransactItems=[{"Put": {"TableName": engine.TABLE_NAME, "Item": item}}]
        )

    begun = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(put, range(RULES)))
    return time.monotonic() - begun
