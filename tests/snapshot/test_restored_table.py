"""After a restore: people use the new table, and the old one stays as it was."""

import json

import pytest

from stacks.settings import SettingError
from tests.snapshot.release import problems, release_of
from tests.snapshot.synthesis import settings_from, synthesize

NAME = "expenses-restored-2026-11-23"


@pytest.fixture
def switched():
    return synthesize(stage="prod", restored_table=NAME)


def test_every_function_reads_and_writes_the_restored_table_and_no_other(switched):
    api = switched["Operations"]
    tables = {
        function["Properties"]["Environment"]["Variables"].get("TABLE_NAME", NAME)
        for function in api.resources("AWS::Lambda::Function").values()
    }
    assert tables == {NAME}
    for role in api.resources("AWS::IAM::Role").values():
        for statement in role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]:
            if "dynamodb:" in json.dumps(statement["Action"]):
                assert f":table/{NAME}" in json.dumps(statement["Resource"])
                assert "Fn::GetStackOutput" not in json.dumps(statement["Resource"])


def test_the_stacks_own_table_stays_as_it_was(switched, prod):
    table = "AWS::DynamoDB::GlobalTable"
    assert switched["Data"].resources(table) == prod["Data"].resources(table)


def test_the_switch_and_the_way_back_lose_nothing_that_is_still_read(switched, prod):
    """Data is deployed first, while the functions that are deployed read its own table's name."""
    assert problems(release_of(prod), release_of(switched)) == []
    assert problems(release_of(switched), release_of(prod)) == []


def test_commands_and_alarms_are_about_the_restored_table(switched):
    assert switched["Data"].body["Outputs"]["TableName"]["Value"] == NAME
    assert NAME in json.dumps(switched["Operations"].body)
    assert switched.findings == []


def test_the_setting_is_a_tables_name():
    with pytest.raises(SettingError, match="restored_table"):
        settings_from(stage="prod", restored_table="no such:name")
