"""Tags: lists and totals by tag, and what is kept for them."""

import uuid

import pytest

from tests.api_client import expense
from tracker import totals
from tracker.expense import ExpenseContent, record
from tracker.repository import transactions
from tracker.repository.table import MAX_ACTIONS

TEN_TAGS = [f"tag {number}" for number in range(10)]


@pytest.fixture
def kept(dynamodb):
    """A function that lists the sort keys kept for a person's tags."""

    def keys():
        items = dynamodb.scan(TableName="expenses")["Items"]
        return sorted(
            item["SK"]["S"] for item in items if item["SK"]["S"].startswith(("TAG#", "TAGGED#"))
        )

    return keys


def total(person, **query):
    summary = person.summary(**query).json
    return summary["count"], summary["total_paise"]


def test_a_total_by_tag_is_that_of_its_expenses_less_its_refunds(asha):
    asha.add(tags=["goa"], amount_paise=500)
    asha.add(tags=["goa", "food"], amount_paise=70, category="travel", date="2026-08-02")
    asha.add(tags=["goa"], amount_paise=100, kind="refund")
    asha.add(tags=["food"], amount_paise=9)
    asha.add(amount_paise=1)
    assert total(asha, tag="goa") == (3, 470)
    assert total(asha, tag="food") == (2, 79)
    assert total(asha, tag="goa,food") == (4, 479)
    assert total(asha, tag="nothing") == (0, 0)
    assert total(asha, tag="goa", category="travel") == (1, 70)
    assert total(asha, tag="goa,food", without="travel") == (3, 409)
    assert total(asha, tag="GOA", **{"from": "2026-07-16"}) == (1, 70)
    for tag in ("goa", "goa,food"):
        groups = asha.summary(tag=tag, group_by="month,category").json["groups"]
        assert [(it["month"], it["category"]) for it in groups] == [
            ("2026-07", "food-dining"),
            ("2026-08", "travel"),
        ]


@pytest.mark.parametrize(
    "change",
    [
        {"amount_paise": 5},
        {"tags": ["goa", "food"]},
        {"tags": ["food"]},
        {"tags": []},
        {"date": "2026-07-16"},
        {"date": "2027-01-01"},
        {"category": "rent"},
        {"kind": "refund"},
        {"description": "only this"},
        {"tags": ["food"], "date": "2027-01-01", "category": "rent", "amount_paise": 3},
    ],
    ids=str,
)
def test_an_edit_moves_an_expense_from_tag_to_tag(asha, change):
    asha.add(tags=["goa"], amount_paise=20)
    stored = asha.add(tags=["goa"], amount_paise=100).json
    edited = asha.edit(stored, **change).json
    for tag in ("goa", "food"):
        expected = [item for item in asha.list().json["items"] if tag in item["tags"]]
        assert asha.list(tag=tag).json["items"] == expected
        spent = sum(
            item["amount_paise"] * (-1 if item["kind"] == "refund" else 1) for item in expected
        )
        assert total(asha, tag=tag) == (len(expected), spent)
    assert edited in asha.list().json["items"]


def test_nothing_is_kept_of_a_tag_without_expenses(asha, kept):
    first, second = (asha.add(tags=["goa", "food"]).json for _ in range(2))
    assert len(kept()) == 4 + 2
    asha.delete(first["id"])
    assert len(kept()) == 2 + 2
    second = asha.edit(second, tags=["food"], date="2026-09-01").json
    assert kept() == ["TAG#food#2026-09#food-dining", f"TAGGED#food#2026-09-01#{second['id']}"]
    asha.delete(second["id"])
    assert kept() == []


def test_an_expense_of_ten_tags_can_be_changed_into_one_of_ten_others(asha, kept):
    own = [asha.add_category(name=name).json["id"] for name in ("One", "Two")]
    stored = asha.add(tags=TEN_TAGS, category=own[0]).json
    others = [f"other {number}" for number in range(10)]
    edited = asha.edit(stored, tags=others, category=own[1], date="2027-01-01")
    assert edited.status == 200
    assert len(kept()) == 20
    assert asha.delete(stored["id"]).status == 204
    assert kept() == []


def rows(count):
    return [
        expense(id=str(uuid.UUID(int=number)), tags=TEN_TAGS, date=f"2026-{number % 12 + 1:02}-01")
        for number in range(count)
    ]


def test_a_batch_of_many_tags_is_recorded(asha):
    results = asha.add_many(rows(12)).json["results"]
    assert {row["status"] for row in results} == {"created"}
    assert total(asha, tag="tag 3") == (12, 12 * 12_000)


def test_a_batch_of_a_hundred_with_ten_tags_each_is_parted_into_transactions_that_fit():
    recorded = [
        record(ExpenseContent(**row), expense_id=row["id"], now="2026-01-01T00:00:00Z")
        for row in rows(100)
    ]
    portions = list(transactions.portions("USER#asha", recorded))
    assert [expense for portion in portions for expense in portion] == recorded
    sizes = [len(transactions.record("USER#asha", portion)) for portion in portions]
    assert max(sizes) <= MAX_ACTIONS
    assert len(sizes) == 25


@pytest.mark.parametrize("tag", ["a#b", "100%", "%23", "#", "a#2026-07-15", "café", "चाय"])
def test_a_tag_may_hold_any_character(asha, tag):
    asha.add(tags=[tag], amount_paise=7)
    asha.add(tags=["a", "1", "2"], amount_paise=1)
    assert [item["tags"] for item in asha.list(tag=tag).json["items"]] == [[tag]]
    assert total(asha, tag=tag) == (1, 7)
    assert total(asha, tag="a") == (1, 1)


def test_tags_that_a_person_would_call_the_same_are_one(asha):
    asha.add(tags=["Café"], amount_paise=3)
    asha.add(tags=["cafe"], amount_paise=4)
    for tag in ("café", "CAFE"):
        assert total(asha, tag=tag) == (2, 7)
        assert len(asha.list(tag=tag).json["items"]) == 2


def test_search_and_kind_narrow_a_list_of_a_tag(asha):
    asha.add(tags=["goa"], description="Chai")
    asha.add(tags=["goa"], description="Cab")
    asha.add(tags=["goa"], description="Cab", kind="refund")
    asha.add(description="Chai")
    assert len(asha.list(tag="goa", q="chai").json["items"]) == 1
    assert len(asha.list(tag="goa", kind="refund").json["items"]) == 1


def test_more_expenses_of_several_tags_than_one_answer_reads_are_refused(asha, monkeypatch):
    monkeypatch.setattr(totals, "MAX_ADDED_UP", 3)
    for number in range(4):
        asha.add(tags=["goa" if number % 2 else "food"], date=f"2026-0{number + 1}-01")
    answer = asha.summary(tag="food,goa")
    assert (answer.status, answer.wrong_fields) == (400, ["tag"])
    assert total(asha, tag="food,goa", to="2026-02-28")[0] == 2
    assert total(asha, tag="goa")[0] == 2


def test_nobody_sees_another_persons_tags(asha, ravi):
    asha.add(tags=["goa"])
    assert ravi.list(tag="goa").json["items"] == []
    assert total(ravi, tag="goa") == (0, 0)
