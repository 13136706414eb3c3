"""The emulator's DynamoDB with one table in it, for what is counted and not timed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import botocore.session

from local.settings import REGION
from tests.integration.engine import dynamodb
from tests.table import TABLE

TABLE_NAME = "expenses"
BATCH = 25
"""Items that one BatchWriteItem takes."""


class Engine(NamedTuple):
    """A client, and how it reaches the emulator."""

    client: Any

    def create(self, name: str, definition: dict[str, Any]) -> None:
        """Create a table."""
        self.client.create_table(TableName=name, **definition)

    def load(self, name: str, items: list[dict[str, Any]]) -> None:
        """Write items down as they are."""
        for start in range(0, len(items), BATCH):
            puts = [{"PutRequest": {"Item": item}} for item in items[start : start + BATCH]]
            self.client.batch_write_item(RequestItems={name: puts})


@contextmanager
def running() -> Iterator[Engine]:
    """Run the emulator with this app's table in it, empty."""
    with dynamodb.running() as address:
        session = botocore.session.get_session()
        engine = Engine(
            session.create_client(
                "dynamodb",
                endpoint_url=address,
                region_name=REGION,
                aws_access_key_id="bench",
                aws_secret_access_key="bench",  # noqa: S106 -- the emulator's, which asks for none
            )
        )
        engine.create(TABLE_NAME, TABLE)
        yield engine


def set_environment() -> None:
    """Give this process what Lambda gives the handlers; before any of them is imported."""
    os.environ.setdefault("POWERTOOLS_SERVICE_NAME", "expense-tracker")
    os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "ExpenseTracker")
    os.environ.setdefault("POWERTOOLS_LOG_LEVEL", "WARNING")
    os.environ.setdefault("TABLE_NAME", TABLE_NAME)


def fail(_owner: str, error: Exception) -> None:
    """End a measurement at a bug that the daily run meets."""
    raise error
