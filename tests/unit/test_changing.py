"""Changing many expenses at once."""

import pytest

from tests.api_client import ApiClient, etag
from tracker import ledger
from tracker.errors import BusyError

UNKNOWN = {"id": "01890000-0000-7000-8000-0000000000ff", "version": 1}


@pytest.fixture
def chai(asha):
    return asha.add(description="Chai", amount_paise=100, date="2026-07-15", tags=["office"]).json


@pytest.fixture
def train(asha):
    return asha.add(
        description="Train", amount_paise=900, date="2026-07-16", category="travel"
    ).json


def rows(answer):
    assert answer.status == 200, answer.bytes
    return answer.json["results"]


def statuses(answer):
    return [row["status"] for row in rows(answer)]


def test_all_get_the_change_and_are_answered_in_their_order(asha, chai, train):
    answer = asha.change_many([train, chai], category="rent", date="2026-08-01", add_tags=["Goa"])
    assert statuses(answer) == ["changed", "changed"]
    assert [row["id"] for row in rows(answer)] == [train["id"], chai["id"]]
    after = rows(answer)[1]["expense"]
    assert after == asha.get(chai["id"]).json
    assert (after["version"], after["category"], after["date"]) == (2, "rent", "2026-08-01")
    assert after["tags"] == ["office", "goa"]
    assert (after["amount_paise"], after["description"]) == (100, "Chai")
    groups = asha.summary(group_by="month,category").json["groups"]
    assert [(it["month"], it["category"], it["total_paise"]) for it in groups] == [
        ("2026-08", "rent", 1000)
    ]
    assert len(asha.list(tag="goa").json["items"]) == 2


def test_tags_are_told_apart_as_everywhere(asha):
    stored = asha.add(tags=["café", "goa"]).json
    (row,) = rows(asha.change_many([stored], remove_tags=["CAFE"], add_tags=["Goa\u00a0", "x"]))
    assert row["expense"]["tags"] == ["goa", "x"]


def test_deleting_is_a_change_too(asha, chai, train):
    answer = asha.change_many([chai, train], delete=True)
    assert statuses(answer) == ["changed", "changed"]
    assert all("expense" not in row for row in rows(answer))
    assert asha.summary().json["count"] == 0


def test_what_cannot_be_changed_is_told_and_the_rest_is_changed(asha, chai, train):
    newer = asha.edit(train, amount_paise=5).json
    full = asha.add(tags=[f"t{number}" for number in range(10)]).json
    body = {
        "expenses": [
            {"id": train["id"], "version": 1},
            UNKNOWN,
            {"id": full["id"], "version": 1},
            {"id": "nonsense", "version": 0},
            "nonsense",
            {"id": chai["id"], "version": 1},
        ],
        "change": {"add_tags": ["goa"]},
    }
    answer = asha.call("PATCH", "/api/expenses", body=body)
    assert statuses(answer) == ["stale", "gone", "invalid", "invalid", "invalid", "changed"]
    stale, gone, too_many, wrong, nonsense, _ = rows(answer)
    assert stale["expense"] == newer
    assert [row["problem"]["status"] for row in (stale, gone, too_many)] == [412, 404, 422]
    assert [error["field"] for error in wrong["problem"]["errors"]] == ["id", "version"]
    assert (wrong["id"], nonsense["id"]) == ("nonsense", None)
    assert asha.get(full["id"]).json == full


def test_sent_again_nothing_is_done_twice(asha, chai, train):
    change = {"category": "rent", "add_tags": ["goa"], "remove_tags": ["office"]}
    first = rows(asha.change_many([chai, train], **change))
    assert rows(asha.change_many([chai, train], **change)) == first
    assert [row["expense"]["version"] for row in first] == [2, 2]


def test_what_was_changed_otherwise_since_is_stale_when_it_is_sent_again(asha, chai):
    (row,) = rows(asha.change_many([chai], category="rent"))
    assert asha.edit(row["expense"], amount_paise=7).status == 200
    assert statuses(asha.change_many([chai], category="rent")) == ["stale"]
    assert asha.get(chai["id"]).json["version"] == 3


def test_a_deletion_sent_again_finds_nothing(asha, chai):
    asha.change_many([chai], delete=True)
    assert statuses(asha.change_many([chai], delete=True)) == ["gone"]


def test_one_expense_named_twice_is_changed_once(asha, chai):
    answer = asha.change_many([chai, chai], date="2026-08-01")
    assert statuses(answer) == ["changed", "changed"]
    assert asha.get(chai["id"]).json["version"] == 2


def test_what_the_change_leaves_as_it_is_keeps_its_version(asha, train):
    (row,) = rows(asha.change_many([train], category="travel", remove_tags=["none"]))
    assert (row["status"], row["expense"]) == ("changed", train)


def test_only_what_has_a_closed_category_already_keeps_it(asha, chai):
    pets = asha.add_category(name="Pets").json["id"]
    dog = asha.add(category=pets).json
    asha.edit_category(pets, archived=True)
    answer = asha.change_many([dog, chai], category=pets, add_tags=["dog"])
    assert statuses(answer) == ["changed", "invalid"]
    assert rows(answer)[1]["problem"]["errors"][0]["field"] == "category"
    assert asha.get(chai["id"]).json == chai
    assert statuses(asha.change_many([chai], category="no-such")) == ["invalid"]


def test_a_change_moves_the_etag_on(asha, chai):
    (row,) = rows(asha.change_many([chai], date="2026-08-01"))
    assert asha.get(chai["id"]).headers["ETag"] == etag(row["expense"])
    assert asha.edit(chai, amount_paise=1).status == 412


def test_when_the_time_is_up_the_same_request_goes_on(asha, chai, train, monkeypatch):
    replace, done = ledger.replace_version, []

    def once(*args):
        if done:
            raise BusyError
        done.append(args)
        return replace(*args)

    monkeypatch.setattr(ledger, "replace_version", once)
    assert asha.change_many([chai, train], category="rent").status == 503
    monkeypatch.undo()
    assert asha.summary(category="rent").json["count"] == 1
    answer = asha.change_many([chai, train], category="rent")
    assert [(row["status"], row["expense"]["version"]) for row in rows(answer)] == [
        ("changed", 2),
        ("changed", 2),
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, "change"),
        ({"delete": False}, "change"),
        ({"delete": True, "date": "2026-08-01"}, "change.delete"),
        ({"delete": "yes"}, "change.delete"),
        ({"date": "2026-02-30"}, "change.date"),
        ({"category": "Not an id"}, "change.category"),
        ({"add_tags": ["\u200b"]}, "change.add_tags"),
        ({"add_tags": ["café"], "remove_tags": ["Cafe"]}, "change.remove_tags"),
        ({"amount_paise": 5}, "change.amount_paise"),
        ([], "change"),
        (None, "change"),
    ],
    ids=str,
)
def test_a_wrong_change_is_named_and_nothing_is_changed(asha, chai, change, field):
    body = {"expenses": [{"id": chai["id"], "version": 1}], "change": change}
    answer = asha.call("PATCH", "/api/expenses", body=body)
    assert (answer.status, answer.wrong_fields) == (422, [field])
    assert asha.get(chai["id"]).json == chai


@pytest.mark.parametrize("expenses", [[], [UNKNOWN] * 101, "all", None], ids=repr)
def test_it_is_one_to_a_hundred(asha, expenses):
    body = {"expenses": expenses, "change": {"delete": True}}
    answer = asha.call("PATCH", "/api/expenses", body=body)
    assert (answer.status, answer.wrong_fields) == (422, ["expenses"])


def test_nobody_changes_another_persons_expense(asha, ravi, chai):
    assert statuses(ravi.change_many([chai], category="rent")) == ["gone"]
    assert statuses(ravi.change_many([chai], delete=True)) == ["gone"]
    assert asha.get(chai["id"]).json == chai


def test_no_time_left_is_busy(asha, chai):
    hurried = ApiClient(user="asha", seconds=0)
    assert hurried.change_many([chai], delete=True).status == 503
