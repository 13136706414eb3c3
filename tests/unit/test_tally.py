"""No more is on record than can be: a number of expenses, and a sum that stays exact."""

import uuid

import pytest

from tests.api_client import expense
from tracker.repository import keys

ID = "01890000-0000-7000-8000-000000000001"


def stored(dynamodb):
    key = keys.primary("USER#asha", keys.TALLY)
    item = dynamodb.get_item(TableName="expenses", Key=key)["Item"]
    return int(item["stored"]["N"]), int(item["gross"]["N"])


@pytest.fixture
def three(monkeypatch):
    monkeypatch.setenv("MAX_STORED_EXPENSES", "3")


def rows(number, **content):
    return [expense(id=str(uuid.UUID(int=n)), **content) for n in range(1, number + 1)]


def test_the_tally_follows_adds_edits_and_deletes(asha, dynamodb):
    one = asha.add(amount_paise=5).json
    asha.add(amount_paise=7, kind="refund")
    assert stored(dynamodb) == (2, 12)
    asha.edit(one, amount_paise=6)
    assert stored(dynamodb) == (2, 13)
    asha.delete(one["id"])
    assert stored(dynamodb) == (1, 7)


def test_an_add_beyond_the_ceiling_is_refused_until_there_is_room(asha, three):
    *_, last = (row["id"] for row in rows(3))
    asha.add_many(rows(3))
    answer = asha.add()
    assert (answer.status, answer.headers["Retry-After"]) == (429, "86400")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert asha.add(id=last).status == 200
    asha.delete(last)
    assert asha.add().status == 201


def test_a_batch_records_what_there_is_room_for(asha, three):
    results = asha.add_many(rows(5)).json["results"]
    assert [row["status"] for row in results] == ["created"] * 3 + ["invalid"] * 2
    assert results[4]["problem"]["status"] == 429
    again = asha.add_many(rows(4)).json["results"]
    assert [row["status"] for row in again] == ["replayed"] * 3 + ["invalid"]


@pytest.fixture
def nearly_all(dynamodb):
    """A ledger whose amounts come to a hundred paise less than they may."""
    item = {"stored": {"N": "1"}, "gross": {"N": str(2**53 - 1 - 100)}}
    key = keys.primary("USER#asha", keys.TALLY)
    dynamodb.put_item(TableName="expenses", Item={**key, **item})


@pytest.mark.parametrize("kind", ["expense", "refund"])
def test_amounts_that_would_come_to_more_than_is_exact_are_refused(asha, nearly_all, kind):
    answer = asha.add(amount_paise=101, kind=kind)
    assert (answer.status, answer.wrong_fields) == (422, ["amount_paise"])
    one = asha.add(amount_paise=99, kind=kind).json
    edited = asha.edit(one, amount_paise=101)
    assert (edited.status, edited.wrong_fields) == (422, ["amount_paise"])
    assert asha.edit(one, amount_paise=100).status == 200


def test_a_batch_records_those_whose_amounts_have_room(asha, nearly_all):
    batch = [
        row | {"amount_paise": paise} for row, paise in zip(rows(3), (60, 50, 40), strict=True)
    ]
    results = asha.add_many(batch).json["results"]
    assert [row["status"] for row in results] == ["created", "invalid", "created"]
