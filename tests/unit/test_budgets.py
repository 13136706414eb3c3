"""Budgets, each from its month on."""

import pytest

from tracker.repository import part
from tracker.repository.plans import PlanRepository

NOTHING = "01890000-0000-7000-8000-00000000ffff"


def test_a_budget_holds_from_its_month_on(asha):
    answer = asha.budget("rent", "2026-07", 25_000_00)
    said = {"category": "rent", "from": "2026-07", "amount_paise": 25_000_00}
    assert (answer.status, answer.json) == (200, said)
    assert asha.budgets("2026-06") == {}
    for month in ("2026-07", "2026-08", "2100-12"):
        assert asha.budgets(month) == {"rent": 25_000_00}


def test_a_changed_budget_leaves_past_months_theirs(asha):
    asha.budget("rent", "2026-04", 20_000_00)
    asha.budget("rent", "2026-07", 25_000_00)
    assert [asha.budgets(month)["rent"] for month in ("2026-06", "2026-07")] == [
        20_000_00,
        25_000_00,
    ]


def test_a_later_budget_stays_when_an_earlier_one_is_set(asha):
    asha.budget("rent", "2026-07", 2)
    asha.budget("rent", "2026-04", 1)
    assert [asha.budgets(f"2026-{month:02}") for month in (3, 4, 6, 7)] == [
        {},
        {"rent": 1},
        {"rent": 1},
        {"rent": 2},
    ]


def test_null_ends_a_budget_from_its_month_on(asha):
    asha.budget("rent", "2026-04", 1)
    assert asha.budget("rent", "2026-06", None).json["amount_paise"] is None
    assert asha.budgets("2026-05") == {"rent": 1}
    assert asha.budgets("2026-06") == {}
    asha.budget("rent", "2026-08", 3)
    assert (asha.budgets("2026-07"), asha.budgets("2026-08")) == ({}, {"rent": 3})


def test_a_month_has_one_budget_the_one_said_last(asha):
    for amount in (1, None, 2, 2):
        asha.budget("rent", "2026-04", amount)
    assert asha.budgets("2026-04") == {"rent": 2}


def test_the_total_has_a_budget_of_its_own_and_comes_first(asha):
    for category in ("rent", "total", "fuel"):
        asha.budget(category, "2026-07", 5)
    answer = asha.call("GET", "/api/budgets", query={"month": "2026-09"}).json
    assert answer["month"] == "2026-09"
    assert [(item["category"], item["from"]) for item in answer["items"]] == [
        ("total", "2026-07"),
        ("fuel", "2026-07"),
        ("rent", "2026-07"),
    ]


def test_of_several_months_those_that_begin_or_end_in_them_are_told(asha):
    for month, amount in (("2026-01", 1), ("2026-03", 2), ("2026-05", None), ("2026-09", 4)):
        asha.budget("rent", month, amount)
    asha.budget("fuel", "2026-04", None)

    def told(first, last):
        items = asha.call("GET", "/api/budgets", query={"month": first, "to": last}).json["items"]
        return [(item["from"], item["amount_paise"]) for item in items]

    assert told("2026-02", "2026-06") == [("2026-01", 1), ("2026-03", 2), ("2026-05", None)]
    assert told("2026-03", "2026-03") == [("2026-03", 2)]
    assert told("2026-05", "2026-08") == []
    assert told("2025-01", "2026-01") == [("2026-01", 1)]
    assert told("2026-06", "2026-12") == [("2026-09", 4)]


def test_without_a_month_it_is_the_present_one_in_india(asha, monkeypatch):
    monkeypatch.setattr("handlers.list_budgets.today", lambda: "2026-11-01")
    asha.budget("rent", "2026-11", 5)
    answer = asha.call("GET", "/api/budgets").json
    assert (answer["month"], len(answer["items"])) == ("2026-11", 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(
            ("month", value)
            for value in ("2026-13", "2026-1", "2026-07-01", "1899-12", 202607, None)
        ),
        *(("amount_paise", value) for value in (0, -1, 1.5, "100", 10**13 + 1)),
        ("category", "fuel"),
    ],
)
def test_a_wrong_field_is_named(asha, field, value):
    body = {"month": "2026-07", "amount_paise": 5} | {field: value}
    answer = asha.call("PUT", "/api/budgets/rent", body=body)
    assert (answer.status, answer.wrong_fields) == (422, [field])
    assert asha.budgets("2026-07") == {}


@pytest.mark.parametrize("missing", ["month", "amount_paise"])
def test_a_budget_says_all_it_must(asha, missing):
    body = {"month": "2026-07", "amount_paise": None}
    del body[missing]
    assert asha.call("PUT", "/api/budgets/rent", body=body).wrong_fields == [missing]


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ({"month": "2026-13"}, "month"),
        ({"month": ""}, "month"),
        ({"month": "2026-07", "to": "2026-06"}, "to"),
        ({"from": "2026-07"}, "from"),
    ],
)
def test_a_wrong_parameter_is_named(asha, query, wrong):
    answer = asha.call("GET", "/api/budgets", query=query)
    assert (answer.status, answer.wrong_fields) == (400, [wrong])


@pytest.mark.parametrize("category", [NOTHING, "nothing", "*", "a#b", "Total"])
def test_only_what_there_is_has_a_budget(asha, dynamodb, category):
    assert asha.budget(category, "2026-07", 5).status == 404
    assert dynamodb.scan(TableName="expenses")["Count"] == 0


def test_an_archived_category_keeps_its_budget(asha):
    asha.budget("rent", "2026-07", 5)
    asha.edit_category("rent", archived=True)
    assert asha.budgets("2026-07") == {"rent": 5}
    assert asha.budget("rent", "2026-08", 6).status == 200


def test_deleting_a_category_takes_its_budgets_also_those_of_many_transactions(asha, monkeypatch):
    monkeypatch.setattr(part, "MAX_ACTIONS", 4)
    pets = asha.add_category(name="Pets").json["id"]
    other = asha.add_category(name="Garden").json["id"]
    for month in range(1, 13):
        asha.budget(pets, f"2026-{month:02}", 5)
    asha.budget(other, "2026-07", 6)
    assert asha.delete_category(pets).status == 204
    assert asha.budgets("2026-07", to="2030-12") == {other: 6}


def test_a_category_that_stays_keeps_its_budgets(asha):
    pets = asha.add_category(name="Pets").json["id"]
    asha.budget(pets, "2026-07", 5)
    asha.add(category=pets)
    assert asha.delete_category(pets).status == 409
    assert asha.budgets("2026-07") == {pets: 5}


def test_no_budget_comes_to_a_category_that_was_deleted_meanwhile(asha, monkeypatch):
    pets = asha.add_category(name="Pets").json["id"]
    put = PlanRepository.put_budget

    def deleted_first(repository, budget):
        asha.delete_category(pets)
        return put(repository, budget)

    monkeypatch.setattr(PlanRepository, "put_budget", deleted_first)
    assert asha.budget(pets, "2026-07", 5).status == 404
    assert asha.budgets("2026-07") == {}
