"""Adding many expenses at once."""

import json
import uuid

import pytest

from tests.api_client import expense


def rows(number, **content):
    return [expense(id=str(uuid.UUID(int=n)), **content) for n in range(1, number + 1)]


def statuses(answer):
    return [row["status"] for row in answer.json["results"]]


def test_all_of_a_batch_is_recorded_in_its_order(asha):
    answer = asha.add_many(rows(100))
    assert answer.status == 200
    assert statuses(answer) == ["created"] * 100
    assert [row["id"] for row in answer.json["results"]] == [row["id"] for row in rows(100)]
    assert asha.summary().json["count"] == 100


def test_a_batch_over_more_cells_than_a_transaction_holds(asha):
    batch = [
        row | {"date": f"20{n // 12:02}-{n % 12 + 1:02}-01"} for n, row in enumerate(rows(100))
    ]
    assert statuses(asha.add_many(batch)) == ["created"] * 100
    assert len(asha.summary(group_by="month").json["groups"]) == 100


def test_half_a_character_spoils_its_row_only(asha):
    good, half, escaped, whole = rows(4)
    body = json.dumps(
        {
            "expenses": [
                good,
                half | {"tags": ["HALF"]},
                escaped | {"description": "\\ud83d"},
                whole | {"description": "😀"},
            ]
        }
    )
    answer = asha.call("POST", "/api/expenses/batch", raw=body.replace("HALF", "\\ud83d"))
    assert statuses(answer) == ["created", "invalid", "created", "created"]
    problem = answer.json["results"][1]["problem"]
    assert [error["field"] for error in problem["errors"]] == ["tags"]
    assert asha.get(escaped["id"]).json["description"] == "\\ud83d"
    assert asha.get(whole["id"]).json["description"] == "😀"


def test_repeating_a_batch_changes_nothing(asha):
    asha.add_many(rows(60))
    assert statuses(asha.add_many(rows(60))) == ["replayed"] * 60
    assert asha.summary().json["count"] == 60


def test_valid_rows_are_recorded_beside_every_sort_of_wrong_one(asha):
    good, taken, again, bad, archived = rows(5)
    asha.add(**(taken | {"amount_paise": 1}))
    asha.add(**again)
    asha.edit_category("rent", archived=True)
    answer = asha.add_many(
        [
            good,
            taken,
            again,
            bad | {"amount_paise": "5"},
            archived | {"category": "rent"},
            expense(),
            "nonsense",
        ]
    )
    assert statuses(answer) == [
        "created",
        "conflict",
        "replayed",
        "invalid",
        "invalid",
        "invalid",
        "invalid",
    ]
    results = answer.json["results"]
    assert "problem" not in results[0]
    assert results[1]["problem"]["status"] == 409
    assert results[3]["problem"]["errors"][0]["field"] == "amount_paise"
    assert results[4]["problem"]["errors"][0]["field"] == "category"
    assert [results[5]["id"], results[5]["problem"]["errors"][0]["field"]] == [None, "id"]
    assert results[6]["id"] is None
    assert asha.summary().json["count"] == 3


def test_an_id_twice_in_a_batch_is_recorded_once(asha):
    (row,) = rows(1)
    answer = asha.add_many([row, row, row | {"amount_paise": 1}])
    assert statuses(answer) == ["created", "replayed", "conflict"]
    assert asha.summary().json["total_paise"] == row["amount_paise"]


def test_a_repetition_is_recognised_after_its_category_was_archived(asha):
    asha.add_many(rows(2))
    asha.edit_category("food-dining", archived=True)
    assert statuses(asha.add_many(rows(3))) == ["replayed", "replayed", "invalid"]


@pytest.mark.parametrize("number", [0, 101])
def test_a_batch_has_1_to_100_expenses(asha, number):
    answer = asha.add_many(rows(number))
    assert (answer.status, answer.wrong_fields) == (422, ["expenses"])


@pytest.mark.parametrize("body", [{}, {"expenses": {}}, {"expenses": [], "extra": 1}])
def test_a_batch_of_another_form_is_refused(asha, body):
    assert asha.call("POST", "/api/expenses/batch", body=body).status == 422


def test_a_batch_is_the_persons_own(asha, ravi):
    asha.add_many(rows(3))
    assert statuses(ravi.add_many(rows(3))) == ["created"] * 3
