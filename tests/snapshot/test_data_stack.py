"""The table: its keys, its indexes, and what becomes of it."""

import pytest

from tests.table import TABLE


@pytest.mark.parametrize("part", sorted(TABLE))
def test_the_table_is_the_one_that_other_tests_use(cloud, part):
    table = cloud["Data"].only("AWS::DynamoDB::Table")
    declared, used = table[part], TABLE[part]
    if part == "AttributeDefinitions":  # a set, in any order
        declared, used = (sorted(it, key=str) for it in (declared, used))
    assert declared == used


def test_development_data_goes_with_its_stack(dev):
    (table,) = dev["Data"].resources("AWS::DynamoDB::Table").values()
    assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Delete"
    assert table["Properties"]["DeletionProtectionEnabled"] is False


def test_production_data_stays_whatever_becomes_of_its_stack(prod):
    (table,) = prod["Data"].resources("AWS::DynamoDB::Table").values()
    assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Retain"
    assert table["Properties"]["DeletionProtectionEnabled"] is True


def test_production_data_can_be_restored_to_any_second_of_35_days(prod):
    assert prod["Data"].only("AWS::DynamoDB::Table")["PointInTimeRecoverySpecification"] == {
        "PointInTimeRecoveryEnabled": True,
        "RecoveryPeriodInDays": 35,
    }


def test_the_table_is_all_there_is(cloud):
    assert {it["Type"] for it in cloud["Data"].body["Resources"].values()} == {
        "AWS::DynamoDB::Table"
    }
