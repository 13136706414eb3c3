"""Refunds: money that came back, recorded as a positive amount and counted as less spent."""

import pytest

from tests.api_client import expense

ID = "01890000-0000-7000-8000-000000000001"
REFUND_ID = "01890000-0000-7000-8000-000000000002"


def test_what_is_not_said_to_be_a_refund_is_an_expense(asha):
    assert asha.add(id=ID).json["kind"] == "expense"
    assert asha.add(id=ID, kind="expense").status == 200
    assert asha.add(id=ID, kind="refund").status == 409


@pytest.mark.parametrize("group_by", ["day", "month", "category", "day,month,category"])
def test_a_refund_is_counted_as_an_entry_and_as_less_spent(asha, group_by):
    asha.add(amount_paise=500)
    answer = asha.add(kind="refund", amount_paise=120)
    assert (answer.status, answer.json["kind"], answer.json["amount_paise"]) == (201, "refund", 120)
    (group,) = asha.summary(group_by=group_by).json["groups"]
    assert (group["total_paise"], group["count"]) == (380, 2)


@pytest.mark.parametrize("group_by", ["day", "month", "category"])
@pytest.mark.parametrize(("spent", "total"), [(300, 0), (200, -100)])
def test_totals_may_be_zero_or_below_and_are_shown_all_the_same(asha, group_by, spent, total):
    asha.add(amount_paise=spent)
    asha.add(kind="refund", amount_paise=300)
    summary = asha.summary(group_by=group_by).json
    assert (summary["total_paise"], summary["count"]) == (total, 2)
    (group,) = summary["groups"]
    assert (group["total_paise"], group["count"]) == (total, 2)


def test_an_expense_that_is_made_a_refund_changes_sides(asha):
    asha.add(amount_paise=1_000)
    stored = asha.add(amount_paise=70).json
    edited = asha.edit(stored, kind="refund")
    assert edited.json["kind"] == "refund"
    assert asha.summary(group_by="day").json["total_paise"] == 930
    assert asha.edit(edited.json, amount_paise=80).json["kind"] == "refund"
    assert asha.summary(group_by="day").json["total_paise"] == 920
    asha.delete(stored["id"])
    assert asha.summary(group_by="day").json["total_paise"] == 1_000


def test_a_refund_may_name_its_purchase(asha):
    answer = asha.add(id=REFUND_ID, kind="refund", of=ID)
    assert (answer.status, answer.json["of"]) == (201, ID)
    assert asha.get(REFUND_ID).json["of"] == ID
    assert asha.list().json["items"][0]["of"] == ID
    assert asha.add(id=REFUND_ID, kind="refund", of=ID).status == 200
    assert asha.add(id=REFUND_ID, kind="refund").status == 409
    without = {name: value for name, value in answer.json.items() if name != "of"}
    edited = asha.edit(without)
    assert edited.status == 200
    assert "of" not in edited.json


def test_an_expense_names_no_purchase(asha):
    answer = asha.add(of=ID)
    assert (answer.status, answer.wrong_fields) == (422, ["of"])
    row = asha.add_many([expense(id=REFUND_ID, of=ID)]).json["results"][0]
    assert (row["status"], row["problem"]["errors"][0]["field"]) == ("invalid", "of")
    assert asha.list().json["items"] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "income"),
        ("kind", None),
        ("kind", "Refund"),
        ("of", "nonsense"),
        ("of", f"{ID}\n"),
        ("amount_paise", -1),
    ],
)
def test_a_wrong_field_of_a_refund_is_named(asha, field, value):
    answer = asha.add(**({"kind": "refund"} | {field: value}))
    assert (answer.status, answer.wrong_fields) == (422, [field])


def test_a_list_is_narrowed_to_one_kind(asha):
    asha.add(id=ID)
    asha.add(id=REFUND_ID, kind="refund")
    for kind, expected in (("expense", ID), ("refund", REFUND_ID)):
        assert [item["id"] for item in asha.list_all(kind=kind)] == [expected]
    assert asha.list(kind="income").status == 400


def test_pages_of_one_kind_are_full_and_their_cursor_is_theirs(asha):
    for number in range(9):
        asha.add(kind="refund" if number % 3 == 0 else "expense")
    page = asha.list(kind="refund", limit=2).json
    assert len(page["items"]) == 2
    assert len(asha.list_all(kind="refund", limit=2)) == 3
    assert asha.list(kind="expense", limit=2, cursor=page["next_cursor"]).status == 400


def test_a_batch_records_refunds(asha):
    rows = [expense(id=ID, amount_paise=9), expense(id=REFUND_ID, kind="refund", amount_paise=4)]
    answer = asha.add_many(rows).json["results"]
    assert [row["status"] for row in answer] == ["created", "created"]
    assert asha.summary().json["total_paise"] == 5
