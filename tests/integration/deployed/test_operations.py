"""The operations, each as a client meets it: what it answers, and what that changes."""

import json
import uuid

import pytest

from tests.api_client import etag, expense, filled

from .openapi import document

ID = "01890000-0000-7000-8000-000000000001"
NOBODYS_ID = "01890000-0000-7000-8000-00000000ffff"
ROUTES = [
    (method.upper(), path, described["security"] == [])
    for path, methods in document()["paths"].items()
    for method, described in methods.items()
]


def test_an_expense_lives_from_adding_to_deleting(asha):
    added = asha.add(id=ID, description="Masala chai", tags=["Office ", "office"])
    assert added.status == 201
    assert added.headers["Location"] == f"/api/expenses/{ID}"
    stored = added.json
    assert added.headers["ETag"] == etag(stored)
    assert stored == {
        "id": ID,
        "kind": "expense",
        "date": "2026-07-15",
        "amount_paise": 12_000,
        "currency": "INR",
        "category": "food-dining",
        "tags": ["office"],
        "description": "Masala chai",
        "version": 1,
        "created_at": stored["created_at"],
        "updated_at": stored["created_at"],
    }
    assert asha.call("GET", added.headers["Location"]).json == stored
    assert asha.list().json == {"items": [stored], "next_cursor": None}

    edited = asha.edit(stored, amount_paise=15_000, date="2026-08-01")
    assert (edited.status, edited.headers["ETag"]) == (200, etag(edited.json))
    assert asha.get(ID).json == edited.json
    months = asha.summary(group_by="month").json["groups"]
    assert months == [{"month": "2026-08", "total_paise": 15_000, "count": 1}]

    deleted = asha.delete(ID)
    assert (deleted.status, deleted.bytes) == (204, b"")
    assert asha.get(ID).status == 404
    assert asha.list().json["items"] == []
    assert asha.summary().json["count"] == 0


def test_an_add_may_be_sent_again_but_not_for_another_expense(asha):
    first = asha.add(id=ID)
    again = asha.add(id=ID)
    assert (again.status, again.json) == (200, first.json)
    assert again.headers["ETag"] == first.headers["ETag"]
    assert asha.add(id=ID, amount_paise=1).status == 409
    assert asha.summary().json["total_paise"] == 12_000


def test_an_id_is_made_where_none_is_sent(asha):
    assert uuid.UUID(asha.add().json["id"]).version == 7


def test_an_edit_needs_the_version_that_it_replaces(asha):
    stored = asha.add(id=ID).json
    path, body = f"/api/expenses/{ID}", expense(amount_paise=1)
    assert asha.call("PUT", path, body=body).status == 428
    assert asha.call("PUT", path, body=body, headers={"If-Match": '"9"'}).status == 412
    assert asha.call("PUT", path, body=body, headers={"If-Match": "1"}).status == 400
    assert asha.get(ID).json == stored
    assert asha.call("PUT", path, body=body, headers={"If-Match": etag(stored)}).status == 200


def test_a_delete_honours_the_version_when_one_is_sent(asha):
    stored = asha.add(id=ID).json
    assert asha.delete(ID, **{"If-Match": '"2"'}).status == 412
    assert asha.delete(ID, **{"If-Match": "nonsense"}).status == 400
    assert asha.delete(ID, **{"If-Match": etag(stored)}).status == 204


def test_a_batch_of_a_hundred_is_recorded_once_however_often_it_is_sent(asha):
    rows = [
        expense(id=str(uuid.UUID(int=(0x0189 << 112) + number)), amount_paise=number + 1)
        for number in range(100)
    ]
    first = asha.add_many(rows).json["results"]
    assert [(row["id"], row["status"]) for row in first] == [(r["id"], "created") for r in rows]
    again = asha.add_many(rows).json["results"]
    assert {row["status"] for row in again} == {"replayed"}
    summary = asha.summary().json
    assert (summary["count"], summary["total_paise"]) == (100, 5050)


def test_a_batch_records_what_it_can_and_names_what_it_cannot(asha):
    asha.add(id=ID)
    results = asha.add_many(
        [
            expense(id=NOBODYS_ID),
            expense(id=NOBODYS_ID),
            expense(id=ID),
            expense(id=ID, amount_paise=1),
            expense(id=str(uuid.UUID(int=1)), date="2026-02-30"),
            expense(),
        ]
    ).json["results"]
    assert [row["status"] for row in results] == [
        "created",
        "replayed",
        "replayed",
        "conflict",
        "invalid",
        "invalid",
    ]
    assert results[4]["problem"]["errors"][0]["field"] == "date"
    assert asha.summary().json["count"] == 2


def test_a_list_is_read_page_by_page(asha):
    rows = [
        expense(id=str(uuid.UUID(int=(0x0189 << 112) + n)), date=f"2026-07-{n % 9 + 1:02}")
        for n in range(23)
    ]
    asha.add_many(rows)
    first = asha.list(limit=10).json
    second = asha.list(limit=10, cursor=first["next_cursor"]).json
    third = asha.list(limit=10, cursor=second["next_cursor"]).json
    assert [len(page["items"]) for page in (first, second, third)] == [10, 10, 3]
    assert third["next_cursor"] is None
    shown = [item["id"] for page in (first, second, third) for item in page["items"]]
    newest_first = sorted(rows, key=lambda row: (row["date"], row["id"]), reverse=True)
    assert shown == [row["id"] for row in newest_first]


def test_a_list_is_narrowed_by_every_filter_at_once(asha):
    wanted = asha.add(tags=["office"], description="Masala chai", category="groceries").json
    asha.add(tags=["office"], description="Masala chai", category="rent")
    asha.add(tags=["home"], description="Masala chai", category="groceries")
    asha.add(tags=["office"], description="Coffee", category="groceries")
    asha.add(tags=["office"], description="Chai", category="groceries", date="2026-07-16")
    narrowed = {"from": "2026-07-15", "to": "2026-07-15", "category": "groceries"}
    shown = asha.list(**narrowed, tag="Office", q="CHAI").json["items"]
    assert shown == [wanted]


def test_a_summary_groups_by_any_keys_in_order(asha):
    asha.add(date="2026-07-02", amount_paise=200, category="rent")
    asha.add(date="2026-07-01", amount_paise=100, category="rent")
    asha.add(date="2026-06-30", amount_paise=50, category="fuel")
    period = {"from": "2026-07-01", "to": "2026-07-31"}
    assert asha.summary(**period, group_by="day,category").json == {
        **period,
        "total_paise": 300,
        "count": 2,
        "groups": [
            {"day": "2026-07-01", "category": "rent", "total_paise": 100, "count": 1},
            {"day": "2026-07-02", "category": "rent", "total_paise": 200, "count": 1},
        ],
    }
    assert asha.summary(category="fuel").json["total_paise"] == 50


def test_a_replacement_character_is_a_character(asha):
    raw = json.dumps(expense(description="caf\ufffd"), ensure_ascii=False).encode()
    assert asha.call("POST", "/api/expenses", raw=raw).json["description"] == "caf\ufffd"


def test_a_category_is_merged_and_its_expenses_are_changed_at_once(asha):
    made = asha.add_category(name="Pets").json["id"]
    stored = [asha.add(category=made).json for _ in range(2)]
    assert asha.delete_category(made, move_to="shopping").status == 204
    moved = asha.list(category="shopping").json["items"]
    assert {one["id"] for one in moved} == {one["id"] for one in stored}
    results = asha.change_many([*moved, stored[0]], add_tags=["dog"]).json["results"]
    assert [row["status"] for row in results] == ["changed", "changed", "stale"]
    assert len(asha.list(tag="dog").json["items"]) == 2


def test_a_category_lives_from_adding_to_deleting(asha):
    added = asha.add_category(name="Puja")
    assert added.status == 201
    category_id = added.json["id"]
    assert added.headers["Location"] == f"/api/categories/{category_id}"
    assert added.json in asha.categories()
    assert asha.add_category(name="PUJA").status == 409

    renamed = asha.edit_category(category_id, name="Temple")
    assert renamed.json == added.json | {"name": "Temple"}
    assert asha.add_category(name="Puja").status == 201

    stored = asha.add(id=ID, category=category_id).json
    assert asha.delete_category(category_id).status == 409
    assert asha.edit_category(category_id, archived=True).status == 200
    assert asha.add(category=category_id).status == 422
    assert asha.edit(stored, amount_paise=1).status == 200
    asha.delete(ID)
    assert asha.delete_category(category_id).status == 204
    assert asha.delete_category(category_id).status == 404
    assert asha.edit_category(category_id, name="Gone").status == 404


def test_built_in_categories_come_first_and_cannot_be_deleted(asha):
    categories = asha.categories()
    assert len(categories) >= 18
    assert all(category["builtin"] and not category["archived"] for category in categories)
    assert asha.delete_category("rent").status == 409
    assert asha.edit_category("rent", name="Flat").json["name"] == "Flat"


def test_health_tells_the_version_to_anybody(nobody):
    answer = nobody.call("GET", "/api/health")
    assert (answer.status, answer.json) == (200, {"version": document()["info"]["version"]})


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_an_unknown_id_is_not_found(reader, method):
    headers = {"If-Match": '"1"'}
    body = expense() if method == "PUT" else None
    for name in (NOBODYS_ID, "nonsense", "EXP%23", "%F0%9F%AA%94", "x" * 300):
        answer = reader.call(method, f"/api/expenses/{name}", body=body, headers=headers)
        assert answer.status == 404


def test_two_people_have_nothing_in_common(new_person):
    asha, ravi = new_person(), new_person()
    category = asha.add_category(name="Puja").json["id"]
    stored = asha.add(id=ID, category=category).json
    before = asha.list().json
    assert ravi.get(ID).status == 404
    assert ravi.edit(stored, category="rent", amount_paise=1).status == 404
    assert ravi.delete(ID).status == 404
    assert ravi.add(category=category).status == 422
    assert ravi.edit_category(category, name="Mine").status == 404
    assert ravi.delete_category(category).status == 404
    assert ravi.add(id=ID, amount_paise=1).status == 201
    assert [item["amount_paise"] for item in ravi.list().json["items"]] == [1]
    assert asha.list().json == before
    assert asha.summary().json["total_paise"] == 12_000


@pytest.mark.parametrize(("method", "path", "public"), ROUTES)
def test_every_documented_route_answers_and_wants_the_token_it_says(nobody, method, path, public):
    answer = nobody.call(method, filled(path, NOBODYS_ID))
    # A calendar's address is its secret: nobody's is there.
    assert answer.status == ((200 if path == "/api/health" else 404) if public else 401)


@pytest.mark.parametrize(("method", "path", "public"), ROUTES)
def test_every_documented_route_leads_to_its_operation(reader, method, path, public):
    body = {} if method in {"POST", "PUT", "PATCH"} else None
    headers = {"if-match": "*"} if method == "PUT" else {}
    answer = reader.call(method, filled(path, NOBODYS_ID), body=body, headers=headers)
    # What each makes of nothing, of an unknown id, or of an empty body.
    if (method, path) == ("POST", "/api/calendar"):
        assert answer.status == 201
    elif "/ledgers/{id}" in path:
        assert answer.status == 404
    else:
        assert answer.status in {"GET": {200, 404}, "DELETE": {404}}.get(method, {422})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/nothing"),
        ("DELETE", "/api/expenses"),
        ("POST", f"/api/expenses/{ID}"),
        ("GET", "/api/expenses/a/b"),
        ("PUT", "/api/categories"),
        ("POST", "/api/health"),
        ("GET", "/api/categories/rent"),
    ],
)
def test_any_other_route_is_not_found_and_no_page(reader, method, path):
    answer = reader.call(method, path)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "application/json"


def test_the_published_document_is_the_one_that_answers_are_held_to(http):
    answer = http.get("/openapi.json")
    assert answer.json() == document()
    assert answer.headers["Content-Type"].startswith("application/json")
