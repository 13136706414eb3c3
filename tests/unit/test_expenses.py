"""Adding, reading, editing and deleting one expense."""

import uuid

import pytest
from msgspec import structs

from tests.api_client import etag, expense
from tracker.access import Claim
from tracker.deadline import Deadline
from tracker.moments import now
from tracker.repository import open_repository

ID = "01890000-0000-7000-8000-000000000001"


def test_an_added_expense_is_answered_in_full(asha):
    answer = asha.add(id=ID, description="Masala chai", tags=["Office ", "chai"])
    stored = answer.json
    assert answer.status == 201
    assert answer.headers["Location"] == f"/api/expenses/{ID}"
    assert answer.headers["ETag"] == etag(stored)
    assert stored.pop("created_at") == stored.pop("updated_at")
    assert stored == {
        "id": ID,
        "kind": "expense",
        "date": "2026-07-15",
        "amount_paise": 12000,
        "currency": "INR",
        "category": "food-dining",
        "tags": ["office", "chai"],
        "description": "Masala chai",
        "version": 1,
    }


def test_an_expense_without_an_id_gets_a_version_7_uuid(asha):
    made = uuid.UUID(asha.add().json["id"])
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_adding_the_same_expense_again_changes_nothing(asha):
    first = asha.add(id=ID)
    again = asha.add(id=ID)
    assert (again.status, again.json) == (200, first.json)
    assert asha.summary().json["count"] == 1


def test_the_same_id_with_other_content_is_a_conflict(asha):
    asha.add(id=ID)
    answer = asha.add(id=ID, amount_paise=1)
    assert answer.status == 409
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert asha.summary().json["total_paise"] == 12_000


def test_a_repetition_is_recognised_after_its_category_was_archived(asha):
    asha.add(id=ID)
    asha.edit_category("food-dining", archived=True)
    assert asha.add(id=ID).status == 200


def test_editing_replaces_what_an_expense_says(asha):
    stored = asha.add(description="Chai", tags=["office"]).json
    answer = asha.edit(stored, amount_paise=500, description="Coffee", tags=[])
    assert answer.status == 200
    assert answer.headers["ETag"] == etag(answer.json) != etag(stored)
    edited = asha.get(stored["id"]).json
    assert edited == answer.json
    assert (edited["amount_paise"], edited["description"], edited["tags"]) == (500, "Coffee", [])
    assert edited["created_at"] == stored["created_at"]


def test_editing_moves_the_amount_to_the_new_month_and_category(asha):
    stored = asha.add().json
    asha.edit(stored, date="2026-08-01", category="fuel", amount_paise=700)
    assert asha.summary(group_by="month,category").json["groups"] == [
        {"month": "2026-08", "category": "fuel", "total_paise": 700, "count": 1}
    ]


def test_editing_keeps_a_category_that_was_archived_since(asha):
    stored = asha.add().json
    asha.edit_category("food-dining", archived=True)
    assert asha.edit(stored, amount_paise=1).status == 200


def test_editing_cannot_move_to_an_archived_category(asha):
    stored = asha.add(category="fuel").json
    asha.edit_category("food-dining", archived=True)
    answer = asha.edit(stored, category="food-dining")
    assert (answer.status, answer.wrong_fields) == (422, ["category"])


def test_a_stale_edit_changes_nothing(asha):
    stored = asha.add().json
    asha.edit(stored, amount_paise=1)
    answer = asha.edit(stored, amount_paise=2)
    assert answer.status == 412
    assert asha.summary().json["total_paise"] == 1


@pytest.mark.parametrize(
    ("if_match", "status"), [(None, 428), ("1", 400), ('"1" x', 400), ("", 400)]
)
def test_an_edit_needs_a_well_formed_if_match(asha, if_match, status):
    stored = asha.add().json
    path = f"/api/expenses/{stored['id']}"
    answer = asha.call("PUT", path, body=expense(), headers={"if-match": if_match})
    assert answer.status == status
    # Which version is meant is asked before what is to become of it.
    wrong = asha.call("PUT", path, body=expense(amount_paise=0), headers={"if-match": if_match})
    assert wrong.status == status


@pytest.mark.parametrize("if_match", ["*", "{etag}", '"7", {etag}', "W/{etag}, {etag}"])
def test_an_edit_takes_every_form_of_if_match(asha, if_match):
    stored = asha.add().json
    path, headers = (
        f"/api/expenses/{stored['id']}",
        {"if-match": if_match.format(etag=etag(stored))},
    )
    assert asha.call("PUT", path, body=expense(), headers=headers).status == 200


@pytest.mark.parametrize("if_match", ["W/{etag}", '"1"', '"01"', '"x"', '""'])
def test_an_edit_is_refused_by_every_tag_that_is_not_strongly_the_expenses(asha, if_match):
    stored = asha.add().json
    path, headers = (
        f"/api/expenses/{stored['id']}",
        {"if-match": if_match.format(etag=etag(stored))},
    )
    assert asha.call("PUT", path, body=expense(), headers=headers).status == 412


def test_an_edit_sent_again_is_done_once(asha):
    stored = asha.add().json
    edited = asha.edit(stored, amount_paise=1)
    again = asha.edit(stored, amount_paise=1)
    assert (again.status, again.json, again.headers["ETag"]) == (
        200,
        edited.json,
        edited.headers["ETag"],
    )
    asha.edit(edited.json, amount_paise=2)
    assert asha.edit(stored, amount_paise=1).status == 412


def test_a_tag_of_an_expense_that_was_deleted_never_names_its_successor(asha):
    first = asha.add(id=ID).json
    edited = asha.edit(first, amount_paise=1).json
    asha.delete(ID)
    second = asha.add(id=ID).json
    assert asha.edit(first, amount_paise=2).status == 412
    asha.edit(second, amount_paise=3)
    assert asha.edit(edited, amount_paise=4).status == 412
    assert asha.delete(ID, **{"if-match": etag(edited)}).status == 412
    assert asha.summary().json["total_paise"] == 3


def test_an_edit_may_repeat_the_id_but_not_change_it(asha):
    stored = asha.add(id=ID).json
    assert asha.edit(stored, id=ID).status == 200
    answer = asha.edit(stored, id="01890000-0000-7000-8000-000000000002")
    assert (answer.status, answer.wrong_fields) == (422, ["id"])


def test_a_deleted_expense_is_gone_from_everything(asha):
    stored = asha.add().json
    answer = asha.delete(stored["id"])
    assert (answer.status, answer.bytes) == (204, b"")
    assert asha.get(stored["id"]).status == 404
    assert asha.list().json == {"items": [], "next_cursor": None}
    assert asha.summary(group_by="day").json["groups"] == []


@pytest.mark.parametrize("change", ["revise", "delete"])
def test_an_id_that_was_used_again_is_another_expense(asha, change):
    """Both are version 1: taking one for the other would leave its amount in the totals."""
    asha.add(id=ID, amount_paise=100)
    repository = open_repository(Claim(asha.claims["sub"], None, "member"), Deadline(10))
    seen = repository.expense(ID)
    asha.delete(ID)
    asha.add(id=ID, amount_paise=500)
    rest = {"revise": structs.replace(seen, version=2, amount_paise=7), "delete": now()}[change]
    assert not getattr(repository, change)(seen, rest)
    assert asha.get(ID).json["amount_paise"] == 500
    assert asha.summary().json["total_paise"] == 500


def test_deleting_honours_if_match(asha):
    stored = asha.add().json
    edited = asha.edit(stored, amount_paise=1).json
    assert asha.delete(stored["id"], **{"if-match": etag(stored)}).status == 412
    assert asha.delete(stored["id"], **{"if-match": "nonsense"}).status == 400
    assert asha.delete(stored["id"], **{"if-match": etag(edited)}).status == 204


@pytest.mark.parametrize("wrong_id", [ID, "nonsense", "..", "EXP", "a#b", "x" * 2000, "ⅻ", "%23"])
def test_an_unknown_id_is_not_found(asha, wrong_id):
    headers = {"if-match": '"1"'}
    path = f"/api/expenses/{wrong_id}"
    assert asha.get(wrong_id).status == 404
    assert asha.delete(wrong_id).status == 404
    assert asha.call("PUT", path, body=expense(), headers=headers).status == 404


def test_nobody_reaches_another_persons_expense(asha, ravi):
    stored = asha.add(id=ID).json
    assert ravi.get(ID).status == 404
    assert ravi.edit(stored, amount_paise=1).status == 404
    assert ravi.delete(ID).status == 404
    assert ravi.add(id=ID, amount_paise=1).status == 201
    assert asha.get(ID).json == stored


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount_paise", 0),
        ("amount_paise", -1),
        ("amount_paise", 10**12 + 1),
        ("amount_paise", 10**40),
        ("amount_paise", 1.0),
        ("amount_paise", 1.5),
        ("amount_paise", "100"),
        ("amount_paise", True),
        ("amount_paise", None),
        ("amount_paise", []),
        ("date", "2026-02-30"),
        ("date", "2026-2-3"),
        ("date", "1899-12-31"),
        ("date", "2101-01-01"),
        ("date", "2026-07-15T00:00:00"),
        ("date", "２０２６-07-15"),
        ("date", 20260715),
        ("date", ""),
        ("category", "unknown"),
        ("category", ""),
        ("category", "Food & dining"),
        ("category", "food-dining#x"),
        ("category", None),
        ("description", "x" * 501),
        ("description", "a\x00b"),
        ("description", "a\nb"),
        ("description", "a\x85b"),
        ("description", "a\u2028b"),
        ("description", "\u202ea"),
        ("description", 5),
        ("tags", "office"),
        ("tags", ["x" * 33]),
        ("tags", [""]),
        ("tags", ["  "]),
        ("tags", ["a\tb"]),
        ("tags", ["\u200d"]),
        ("tags", ["\u3164"]),
        ("tags", ["\u2066a"]),
        ("tags", ["\ufdfa" * 32]),
        ("tags", [1]),
        ("tags", [f"t{n}" for n in range(11)]),
        ("tags", {"a": 1}),
        ("currency", "USD"),
        ("id", "not-a-uuid"),
        ("id", ID.upper().replace("8", "A")),
        ("version", 1),
        ("created_at", "2026-01-01T00:00:00Z"),
        ("user", "ravi"),
        ("PK", "USER#ravi"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_written(asha, field, value):
    answer = asha.add(**{field: value})
    assert (answer.status, answer.wrong_fields) == (422, [field])
    assert asha.list().json["items"] == []


def test_every_wrong_field_is_named_at_once(asha):
    answer = asha.call("POST", "/api/expenses", body={"amount_paise": 0, "date": "x", "colour": 1})
    assert sorted(answer.wrong_fields) == ["amount_paise", "category", "colour", "date"]
    assert all(error["message"] for error in answer.json["errors"])


@pytest.mark.parametrize("limit", [1, 10**12])
def test_the_smallest_and_the_largest_amount_are_kept_exactly(asha, limit):
    assert asha.add(amount_paise=limit).json["amount_paise"] == limit
    assert asha.summary().json["total_paise"] == limit


def test_tags_are_trimmed_lower_cased_and_made_unique(asha):
    assert asha.add(tags=[" Chai", "chai", "CHAI ", "दूध"]).json["tags"] == ["chai", "दूध"]


def test_of_tags_that_are_the_same_the_first_is_kept_as_it_was_written(asha):
    tags = ["goa  trip", "Goa\u00a0trip", "Café", "cafe", "रक्\u200dषा", "रक्षा"]
    assert asha.add(tags=tags).json["tags"] == ["goa trip", "café", "रक्\u200dषा"]


def test_any_script_and_emoji_are_kept_as_they_are(asha):
    text = "चाय और समोसा ☕ #{x} <b>&amp;</b> ' OR 1=1 --"
    assert asha.add(description=text).json["description"] == text
    assert asha.list().json["items"][0]["description"] == text
