"""The table: its keys, its indexes, and what becomes of it."""

import pytest

from tests.table import TABLE

TABLE_TYPE = "AWS::DynamoDB::GlobalTable"


def replica(cloud):
    (one,) = cloud["Data"].only(TABLE_TYPE)["Replicas"]
    return one


@pytest.mark.parametrize("part", sorted(TABLE))
def test_the_table_is_the_one_that_other_tests_use(cloud, part):
    table = cloud["Data"].only(TABLE_TYPE)
    declared, used = table[part], TABLE[part]
    if part == "AttributeDefinitions":  # a set, in any order
        declared, used = (sorted(it, key=str) for it in (declared, used))
    assert declared == used


def test_development_data_goes_with_its_stack(dev):
    (table,) = dev["Data"].resources(TABLE_TYPE).values()
    assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Delete"
    assert replica(dev)["DeletionProtectionEnabled"] is False


def test_production_data_stays_whatever_becomes_of_its_stack(prod):
    (table,) = prod["Data"].resources(TABLE_TYPE).values()
    assert table["DeletionPolicy"] == "RetainExceptOnCreate"
    assert table["UpdateReplacePolicy"] == "Retain"
    assert replica(prod)["DeletionProtectionEnabled"] is True


def test_production_data_can_be_restored_to_any_second_of_35_days(prod):
    assert replica(prod)["PointInTimeRecoverySpecification"] == {
        "PointInTimeRecoveryEnabled": True,
        "RecoveryPeriodInDays": 35,
    }


def test_the_table_is_all_there_is(cloud):
    assert {it["Type"] for it in cloud["Data"].body["Resources"].values()} == {TABLE_TYPE}


def test_the_table_is_encrypted_with_awss_own_key_and_forgets_what_expires(cloud):
    table = cloud["Data"].only(TABLE_TYPE)
    assert table["SSESpecification"] == {"SSEEnabled": False}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}
