"""Merging a category into another."""

import uuid

import pytest

from tests.api_client import ApiClient, etag, expense
from tracker.repository.table import Table

UNKNOWN = "01890000-0000-7000-8000-0000000000ff"


@pytest.fixture
def pets(asha):
    return asha.add_category(name="Pets").json["id"]


@pytest.fixture
def animals(asha):
    return asha.add_category(name="Animals").json["id"]


def rows(number, **content):
    return [expense(id=str(uuid.UUID(int=n)), **content) for n in range(1, number + 1)]


def ids(client):
    return {category["id"] for category in client.categories()}


def test_its_expenses_move_and_it_is_gone(asha, pets, animals):
    dog = asha.add(category=pets, date="2026-07-15", amount_paise=500, tags=["dog"]).json
    cat = asha.add(category=animals, date="2026-07-16", amount_paise=300).json
    assert asha.delete_category(pets, move_to=animals).status == 204
    assert pets not in ids(asha)
    assert [item["id"] for item in asha.list(category=animals).json["items"]] == [
        cat["id"],
        dog["id"],
    ]
    groups = asha.summary(group_by="month,category").json["groups"]
    assert [(group["category"], group["total_paise"]) for group in groups] == [(animals, 800)]


def test_what_moved_is_a_new_version_and_otherwise_the_same(asha, pets):
    before = asha.add(category=pets, reference="UTR1", description="Bone").json
    asha.delete_category(pets, move_to="shopping")
    after = asha.get(before["id"]).json
    assert (after["version"], after["category"]) == (2, "shopping")
    changed = {"version", "category", "updated_at"}
    assert {name for name in before if before[name] != after[name]} == changed
    assert asha.edit(before, amount_paise=1).status == 412
    assert etag(after) == asha.get(before["id"]).headers["ETag"]


def test_the_expenses_of_an_archived_category_move_too(asha, pets):
    asha.add(category=pets)
    asha.edit_category(pets, archived=True)
    assert asha.delete_category(pets, move_to="shopping").status == 204
    assert len(asha.list(category="shopping").json["items"]) == 1


def test_more_expenses_than_one_transaction_holds_move(asha, pets):
    days = [f"20{n // 12:02}-{n % 12 + 1:02}-01" for n in range(40)]
    batch = [row | {"date": day} for row, day in zip(rows(40), days, strict=True)]
    asha.add_many([row | {"category": pets} for row in batch])
    before = asha.summary(group_by="month").json["groups"]
    patient = ApiClient(user="asha", seconds=60)
    assert patient.delete_category(pets, move_to="shopping").status == 204
    assert asha.summary(group_by="month").json["groups"] == before
    assert len(asha.list_all(category="shopping")) == 40


def test_when_the_time_is_up_the_same_request_goes_on(asha, pets, monkeypatch):
    asha.add_many([row | {"category": pets} for row in rows(100)])
    asha.add(category=pets, date="2026-08-01")
    transact = Table.transact
    hurried = ApiClient(user="asha", seconds=0)

    def once(table, actions, deadline):
        transact(table, actions, deadline)
        deadline._end = 0

    asha.edit_category(pets, archived=True)
    monkeypatch.setattr(Table, "transact", once)
    busy = asha.delete_category(pets, move_to="shopping")
    assert (busy.status, busy.headers["Retry-After"]) == (503, "1")
    assert hurried.delete_category(pets, move_to="shopping").status == 503
    moved = asha.summary(category="shopping").json["count"]
    assert 0 < moved < 101
    assert asha.summary().json["count"] == 101
    monkeypatch.undo()
    assert asha.delete_category(pets, move_to="shopping").status == 204
    assert asha.summary(category="shopping").json["count"] == 101


def test_an_interrupted_category_takes_no_new_expense(asha, pets, monkeypatch):
    asha.add(category=pets)
    change, calls = Table.transact, []

    def first_only(table, actions, deadline):
        calls.append(actions)
        if len(calls) > 1:
            deadline._end = 0
            deadline.check()
        change(table, actions, deadline)

    monkeypatch.setattr(Table, "transact", first_only)
    assert asha.delete_category(pets, move_to="shopping").status == 503
    monkeypatch.undo()
    assert asha.add(category=pets).status == 422


def test_its_budgets_go_and_its_payees_follow(asha, pets):
    asha.budget(pets, "2026-07", 100)
    asha.teach("Vet", category=pets, tags=["dog"])
    asha.teach("Chemist", category="health")
    asha.delete_category(pets, move_to="shopping")
    assert [(rule["payee"], rule["category"], rule["tags"]) for rule in asha.payees()] == [
        ("Chemist", "health", []),
        ("Vet", "shopping", ["dog"]),
    ]
    assert asha.budgets("2026-07") == {}


def test_its_recurring_rules_follow_a_version_on(asha, pets, monkeypatch):
    for place in ("rules", "recording"):
        monkeypatch.setattr(f"tracker.{place}.today", lambda: "2026-11-25")
    food = asha.recur(category=pets, start="2026-11-20", amount_paise=None).json
    asha.recur(category="rent")
    asha.edit_category(pets, archived=True)
    assert asha.delete_category(pets, move_to="shopping").status == 204
    after = asha.rule(food["id"]).json
    assert (after["category"], after["version"], after["state"]) == ("shopping", 2, "active")
    changed = {"category", "version", "updated_at"}
    assert {name for name in food if food[name] != after[name]} == changed
    assert asha.edit_rule(food, description="Fish food").status == 412
    assert asha.confirm(food["id"], "2026-11-20", 300).json["category"] == "shopping"
    assert [rule["category"] for rule in asha.rules()] == ["shopping", "rent"]


def test_a_repetition_finds_nothing(asha, pets):
    asha.delete_category(pets, move_to="shopping")
    assert asha.delete_category(pets, move_to="shopping").status == 404


@pytest.mark.parametrize("target", ["itself", "archived", UNKNOWN, "", "Not an id", "no-such"])
def test_where_it_cannot_move_to_is_refused_and_nothing_is_changed(asha, pets, animals, target):
    asha.add(category=pets)
    asha.edit_category(animals, archived=True)
    answer = asha.delete_category(
        pets, move_to={"itself": pets, "archived": animals}.get(target, target)
    )
    assert (answer.status, answer.wrong_fields) == (400, ["move_to"])
    assert asha.add(category=pets).status == 201


def test_a_built_in_category_cannot_be_merged_away(asha):
    asha.add(category="rent")
    assert asha.delete_category("rent", move_to="shopping").status == 409
    assert asha.summary(category="rent").json["count"] == 1


def test_a_built_in_category_can_be_what_another_becomes(asha, pets):
    asha.add(category=pets)
    assert asha.delete_category(pets, move_to="rent").status == 204


def test_nobody_merges_another_persons_category(asha, ravi, pets):
    asha.add(category=pets)
    assert ravi.delete_category(pets, move_to="shopping").status == 404
    own = ravi.add_category(name="Own").json["id"]
    assert ravi.delete_category(own, move_to=pets).status == 400
    assert asha.summary(category=pets).json["count"] == 1
