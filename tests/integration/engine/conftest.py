"""These tests call the handlers in this process, against DynamoDB as ministack plays it.

They need the emulator's environment, `.venv-emulator`, which is made if it is missing.

Every test has people of its own, who have nothing yet; the table is shared.
"""

import importlib
import itertools
import os
import pkgutil

os.environ.setdefault("POWERTOOLS_SERVICE_NAME", "expense-tracker")
os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "ExpenseTracker")

import pytest

import api.operation
import tracker.repository
from local.settings import REGION
from tests.api_client import ApiClient
from tests.table import TABLE
from tracker.repository.table import Table, table

from . import dynamodb
from .books import Books
from .telemetry import Telemetry

TABLE_NAME = "expenses"
PATIENCE_SECONDS = 60

OPENERS = [
    module
    for name in pkgutil.iter_modules(tracker.repository.__path__)
    if name.name != "table"
    and hasattr(
        module := importlib.import_module(f"{tracker.repository.__name__}.{name.name}"), "table"
    )
]
"""The modules that open a person's part of the table, each through a name of its own."""

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def opened_table():
    """The table, opened as a Lambda function opens it."""
    with dynamodb.running() as address, pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_ENDPOINT_URL_DYNAMODB", address)
        environment.setenv("AWS_DEFAULT_REGION", REGION)
        environment.setenv("AWS_ACCESS_KEY_ID", "test")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "test")
        environment.setenv("TABLE_NAME", TABLE_NAME)
        table.cache_clear()
        opened = table()
        # Other tests of this session have tables of their own.
        table.cache_clear()
        environment.undo()
        opened._client.create_table(TableName=TABLE_NAME, **TABLE)
        yield opened


@pytest.fixture(scope="session")
def client(opened_table):
    """The botocore client through which the operations reach the table."""
    return opened_table._client


@pytest.fixture
def operations_use(monkeypatch):
    """Tell the operations which client to reach the table through."""

    def use(client):
        for module in OPENERS:
            monkeypatch.setattr(module, "table", lambda: Table(client, TABLE_NAME))

    return use


@pytest.fixture(autouse=True)
def _operations_use_the_emulator(operations_use, client, monkeypatch):
    operations_use(client)
    monkeypatch.setattr(api.operation, "logger", Telemetry())
    monkeypatch.setattr(api.operation, "metrics", Telemetry())


@pytest.fixture(scope="session")
def new_person():
    """Make people who have nothing yet."""
    return lambda **limits: ApiClient(user=f"person-{next(_numbers)}", **limits)


@pytest.fixture
def asha(new_person):
    """A person who uses the API, on a machine that may have much else to do."""
    return new_person(seconds=PATIENCE_SECONDS)


@pytest.fixture
def ravi(new_person):
    """Another person."""
    return new_person(seconds=PATIENCE_SECONDS)


@pytest.fixture(scope="session")
def books(client):
    """Reads what is stored of a person, past the operations."""
    return Books(client, TABLE_NAME)
