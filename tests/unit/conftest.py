"""Unit tests need nothing but the project's Python environment: DynamoDB is moto, in-process."""

import io
import os

import pytest

os.environ.update(
    AWS_ACCESS_KEY_ID="testing",
    AWS_SECRET_ACCESS_KEY="testing",
    AWS_DEFAULT_REGION="ap-south-1",
    POWERTOOLS_SERVICE_NAME="expense-tracker",
    POWERTOOLS_METRICS_NAMESPACE="ExpenseTracker",
    TABLE_NAME="expenses",
)

import boto3
from moto import mock_aws

from api import operation
from tests.api_client import ApiClient
from tests.table import TABLE
from tracker.repository.table import table


@pytest.fixture(scope="session")
def engine():
    """Moto in place of DynamoDB, and one client of it for all tests."""
    with mock_aws():
        table.cache_clear()
        yield boto3.client("dynamodb")
    table.cache_clear()


@pytest.fixture
def dynamodb(engine):
    """A client that sees an empty table.

    A new one for each test, since moto copies the whole table at every transaction.
    """
    engine.create_table(TableName="expenses", **TABLE)
    yield engine
    engine.delete_table(TableName="expenses")


@pytest.fixture
def asha(dynamodb):
    """A person who uses the API and has nothing yet."""
    return ApiClient(user="asha")


@pytest.fixture
def ravi(dynamodb):
    """Another person."""
    return ApiClient(user="ravi")


@pytest.fixture
def logged(capsys, monkeypatch):
    """A function that tells what was logged, metrics included."""
    lines = io.StringIO()
    # Not `setStream`, which flushes the one before: of an earlier run in this process, closed.
    monkeypatch.setattr(operation.logger.registered_handler, "stream", lines)
    return lambda: lines.getvalue() + capsys.readouterr().out
