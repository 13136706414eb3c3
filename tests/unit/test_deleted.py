"""What was deleted can be seen and brought back for thirty days."""

import uuid
from datetime import datetime

import pytest

from tests.api_client import SAID, expense
from tracker import deleted, ledger
from tracker.moments import later, now

ID = "01890000-0000-7000-8000-000000000001"
OTHER_ID = "01890000-0000-7000-8000-000000000002"


def shown(person, **query):
    return [item["id"] for item in person.deleted(**query).json["items"]]


def bring_back(person, item):
    return person.add(id=item["id"], **{name: item[name] for name in SAID if name in item})


def images(dynamodb):
    items = dynamodb.scan(TableName="expenses")["Items"]
    return [item for item in items if item["SK"]["S"].startswith("GONE#")]


@pytest.fixture
def clock(monkeypatch):
    """A function that sets the time at which expenses are deleted, in days from now."""
    return lambda days: monkeypatch.setattr(ledger, "now", lambda: later(now(), days=days))


def test_nothing_was_deleted_at_first(asha):
    asha.add()
    assert asha.deleted().json == {"items": [], "next_cursor": None}


def test_a_deleted_expense_is_shown_as_it_was(asha):
    first = asha.add(
        id=ID, description="Chai", tags=["office"], reference="UTR1", kind="refund", of=OTHER_ID
    ).json
    edited = asha.edit(first, amount_paise=7).json
    before = now()
    asha.delete(ID)
    (item,) = asha.deleted().json["items"]
    assert before <= item.pop("deleted_at") <= now()
    assert item == edited


def test_a_delete_that_was_refused_leaves_no_image(asha, dynamodb):
    asha.add(id=ID)
    assert asha.delete(ID, **{"if-match": '"9"'}).status == 412
    assert images(dynamodb) == []


def test_it_is_brought_back_by_adding_it_with_its_id(asha):
    stored = asha.add(id=ID, reference="UTR1", description="Chai").json
    asha.delete(ID)
    (item,) = asha.deleted().json["items"]
    assert bring_back(asha, item).status == 201
    assert {name: asha.get(ID).json[name] for name in SAID if name in stored} == {
        name: stored[name] for name in SAID if name in stored
    }
    assert shown(asha) == []
    assert asha.summary().json["count"] == 1


def test_what_was_deleted_twice_is_shown_once_as_it_was_last(asha):
    asha.add(id=ID, amount_paise=1)
    asha.delete(ID)
    asha.add(id=ID, amount_paise=2)
    asha.delete(ID)
    (item,) = asha.deleted().json["items"]
    assert item["amount_paise"] == 2


def test_the_newest_deletion_comes_first_whatever_the_day_of_the_expense(asha):
    for expense_id, date in ((ID, "2026-12-31"), (OTHER_ID, "1900-01-01")):
        asha.add(id=expense_id, date=date)
        asha.delete(expense_id)
    assert shown(asha) == [OTHER_ID, ID]


@pytest.mark.parametrize(("days", "expected"), [(-29, [ID]), (-30, [])])
def test_it_can_be_brought_back_for_thirty_days(asha, clock, dynamodb, days, expected):
    asha.add(id=ID)
    clock(days)
    asha.delete(ID)
    assert shown(asha) == expected
    (image,) = images(dynamodb)
    ends = int(image["expires_at"]["N"]) - datetime.fromisoformat(now()).timestamp()
    assert ends == pytest.approx((30 + days) * 86_400, abs=60)


def test_images_are_in_no_list_of_expenses_and_in_no_total(asha):
    asha.add(id=ID)
    asha.delete(ID)
    assert asha.list_all(**{"from": "1900-01-01", "to": "2100-12-31"}) == []
    assert asha.list_all(category="food-dining") == []
    assert asha.get(ID).status == 404
    assert asha.summary().json["count"] == 0


@pytest.fixture
def many(asha):
    """Thirty expenses that were deleted, of which every third was brought back."""
    ids = [str(uuid.UUID(int=number)) for number in range(1, 31)]
    asha.add_many([expense(id=expense_id) for expense_id in ids])
    for expense_id in ids:
        asha.delete(expense_id)
    asha.add_many([expense(id=expense_id) for expense_id in ids[::3]])
    return [expense_id for place, expense_id in enumerate(ids) if place % 3][::-1]


@pytest.mark.parametrize("limit", [1, 7, 19, 20, 200])
def test_pages_are_full_and_hold_all(asha, many, limit):
    pages, query = [], {"limit": limit}
    while True:
        page = asha.deleted(**query).json
        pages.append([item["id"] for item in page["items"]])
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert [expense_id for page in pages for expense_id in page] == many
    assert all(len(page) == limit for page in pages[:-1])


def test_a_page_that_would_begin_before_what_is_kept_is_empty(asha, clock, monkeypatch):
    clock(-29)
    for expense_id in (ID, OTHER_ID):
        asha.add(id=expense_id)
        asha.delete(expense_id)
    cursor = asha.deleted(limit=1).json["next_cursor"]
    assert shown(asha, cursor=cursor) == [ID]
    monkeypatch.setattr(deleted, "now", lambda: later(now(), days=2))
    assert asha.deleted(cursor=cursor).json == {"items": [], "next_cursor": None}


@pytest.mark.parametrize(
    "query", [{"limit": 0}, {"limit": 201}, {"cursor": "nonsense"}, {"from": "2026-01-01"}]
)
def test_a_wrong_parameter_is_named(asha, query):
    answer = asha.deleted(**query)
    assert (answer.status, answer.wrong_fields) == (400, [*query])


def test_a_cursor_is_of_this_list_and_this_person(asha, ravi):
    for person in (asha, ravi):
        for expense_id in (ID, OTHER_ID):
            person.add(id=expense_id)
            person.add()
            person.delete(expense_id)
    cursor = asha.deleted(limit=1).json["next_cursor"]
    assert asha.deleted(limit=1, cursor=cursor).status == 200
    assert ravi.deleted(limit=1, cursor=cursor).status == 400
    assert asha.deleted(cursor=asha.list(limit=1).json["next_cursor"]).status == 400
    assert asha.list(cursor=cursor).status == 400


def test_nobody_sees_what_another_person_deleted(asha, ravi):
    asha.add(id=ID)
    asha.delete(ID)
    assert shown(ravi) == []
