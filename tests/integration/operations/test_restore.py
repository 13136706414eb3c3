"""Restoring a table into a new one, as far as the emulator goes: it restores the present."""

from datetime import UTC, datetime

import pytest

import tracker.repository.repository
from operations.__main__ import main
from operations.deployment import Deployment, client
from tests.api_client import ApiClient
from tests.stack import new_email
from tests.table import TABLE


@pytest.fixture
def dynamodb():
    return client("dynamodb")


@pytest.fixture
def source(dynamodb, monkeypatch):
    """A table as production has it, with one person's ledger in it."""
    name = f"source-{new_email().split('@')[0]}"
    dynamodb.create_table(TableName=name, **TABLE, Tags=[{"Key": "stage", "Value": "prod"}])
    recovery = {"PointInTimeRecoveryEnabled": True, "RecoveryPeriodInDays": 35}
    dynamodb.update_continuous_backups(TableName=name, PointInTimeRecoverySpecification=recovery)
    expiry = {"Enabled": True, "AttributeName": "expires_at"}
    dynamodb.update_time_to_live(TableName=name, TimeToLiveSpecification=expiry)
    monkeypatch.setattr(
        tracker.repository.repository, "table", lambda: Deployment(table_name=name).table
    )
    asha = ApiClient(user="asha")
    asha.add(description="kept", category=asha.add_category(name="Pets").json["id"])
    dynamodb.update_table(TableName=name, DeletionProtectionEnabled=True)
    yield name
    _drop(dynamodb, name)


@pytest.fixture
def target(dynamodb, source):
    name = source.replace("source", "restored")
    yield name
    _drop(dynamodb, name)


def test_a_restored_table_holds_what_was_there_and_is_kept_as_safe(dynamodb, source, target):
    command = ["restore", "--table", source, "--to", target]
    assert main(command) == 0
    restored, original = (dynamodb.scan(TableName=name)["Items"] for name in (target, source))
    assert restored == original
    old, new = (dynamodb.describe_table(TableName=name)["Table"] for name in (source, target))
    for part in ("KeySchema", "LocalSecondaryIndexes", "GlobalSecondaryIndexes"):
        assert _names(old[part]) == _names(new[part])
    assert new["DeletionProtectionEnabled"]
    assert new["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    backups = dynamodb.describe_continuous_backups(TableName=target)
    recovery = backups["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    assert recovery["PointInTimeRecoveryStatus"] == "ENABLED"
    expiry = dynamodb.describe_time_to_live(TableName=target)["TimeToLiveDescription"]
    assert expiry == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
    tags = dynamodb.list_tags_of_resource(ResourceArn=new["TableArn"])["Tags"]
    assert {"Key": "stage", "Value": "prod"} in tags
    # Begun again, it finds the table there and goes on with what is left to do.
    assert main(command) == 0
    assert main(["rebuild", "--table", target]) == 0


def test_a_moment_that_is_not_kept_is_refused(source, capsys):
    command = ["restore", "--table", source, "--to", "never", "--at", "1999-01-01T00:00:00+05:30"]
    assert main(command) == 1
    assert "can be restored" in capsys.readouterr().err


def test_a_table_without_recovery_is_told(dynamodb, source, capsys):
    recovery = {"PointInTimeRecoveryEnabled": False}
    dynamodb.update_continuous_backups(TableName=source, PointInTimeRecoverySpecification=recovery)
    assert main(["restore", "--table", source, "--to", "never"]) == 1
    assert "no point-in-time recovery" in capsys.readouterr().err


def test_a_moment_needs_a_time_zone(capsys):
    now = datetime.now(UTC).replace(tzinfo=None).isoformat()
    with pytest.raises(SystemExit):
        main(["restore", "--table", "any", "--to", "never", "--at", now])


def _names(described):
    return sorted(part.get("IndexName") or part["AttributeName"] for part in described)


def _drop(dynamodb, name):
    dynamodb.update_table(TableName=name, DeletionProtectionEnabled=False)
    dynamodb.delete_table(TableName=name)
