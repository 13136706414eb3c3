"""What a page of a category costs depends on the category, not on what lies around it."""

from itertools import chain

import pytest

from bench.recording import RecordingClient
from tests.api_client import expense
from tracker import listing

from .conftest import PATIENCE_SECONDS
from .faults import CountingClient
from .reading import expense_id, pages


@pytest.fixture(scope="module")
def newcomer(new_person):
    return new_person(seconds=PATIENCE_SECONDS)


@pytest.fixture
def shopper(newcomer):
    """A person with 700 of one category in two months, and one a month of a rare one."""
    if not newcomer.list(limit=1).json["items"]:
        dense = [
            expense(
                id=expense_id(number),
                date=f"2026-{number % 2 + 5:02}-{number % 28 + 1:02}",
                category="groceries",
            )
            for number in range(700)
        ]
        rare = [
            expense(
                id=expense_id(1000 + month),
                date=f"2026-{month:02}-15",
                category="health",
                tags=["yearly"] if month % 6 == 0 else [],
            )
            for month in range(1, 13)
        ]
        for start in range(0, 700, 100):
            assert newcomer.add_many(dense[start : start + 100]).status == 200
        assert newcomer.add_many(rare).status == 200
    return newcomer


@pytest.fixture
def counting(client, operations_use):
    counting = CountingClient(client)
    operations_use(counting)
    return counting


@pytest.fixture
def recording(client, operations_use):
    recording = RecordingClient(client)
    operations_use(recording)
    return recording


MOST_UNITS = 6
"""Of a page of 50: some 400 bytes an expense, strongly consistent, one for each 4 KB begun."""


@pytest.mark.parametrize("category", ["groceries", "health", None])
def test_a_page_costs_the_same_few_units_however_much_lies_around_it(shopper, recording, category):
    costs = {}
    narrowed = {"category": category} if category else {}
    with recording.cost_of(costs, "page"):
        shown = shopper.list(limit=50, **narrowed).json["items"]
    assert len(shown) == (12 if category == "health" else 50)
    assert (costs["page"].requests, costs["page"].write) == (1, 0)
    # Consistent reads: half as many units would do for others.
    assert 1 <= costs["page"].read <= MOST_UNITS
    assert costs["page"].size / 4096 > costs["page"].read - 1
    assert costs["page"].items <= 51


def test_a_later_page_of_a_category_costs_what_the_first_does(shopper, recording):
    costs = {}
    cursor = {}
    for number in range(6):
        with recording.cost_of(costs, str(number)):
            page = shopper.list(limit=50, category="groceries", **cursor).json
        cursor = {"cursor": page["next_cursor"]}
    assert {cost.read for cost in costs.values()} <= set(range(4, MOST_UNITS + 1))
    assert {cost.requests for cost in costs.values()} == {1}


def test_the_rare_one_is_listed_in_full_pages(shopper):
    shown = pages(shopper, limit=5, category="health")
    assert [len(page) for page in shown] == [5, 5, 2]
    assert list(chain(*shown)) == [expense_id(1000 + month) for month in range(12, 0, -1)]


def test_a_page_of_the_rare_one_is_one_query(shopper, counting):
    assert len(shopper.list(limit=12, category="health").json["items"]) == 12
    assert len(counting.sent) == 1


def test_the_dense_one_is_listed_in_full_pages(shopper):
    shown = pages(shopper, limit=200, category="groceries")
    assert [len(page) for page in shown] == [200, 200, 200, 100]
    assert len(set(chain(*shown))) == 700


def test_a_page_of_a_category_without_expenses_is_one_query(shopper, counting):
    assert shopper.list(category="rent").json == {"items": [], "next_cursor": None}
    assert len(counting.sent) == 1


def test_a_page_of_some_categories_is_a_query_for_each(shopper, counting):
    assert len(shopper.list(limit=12, category="health,travel,rent").json["items"]) == 12
    assert len(counting.sent) == 3


def test_a_page_of_all_but_a_rare_one_is_one_query(shopper, counting):
    shopper.list(limit=150, without="travel")
    assert len(counting.sent) == 1


def test_a_page_of_all_but_the_dense_one_does_not_read_that_to_its_end(
    shopper, counting, monkeypatch
):
    monkeypatch.setattr(listing, "SCANNED", 100)
    assert len(shopper.list(limit=12, without="groceries").json["items"]) == 12
    scanning, known, categories = 4, 1, 17
    assert len(counting.sent) <= scanning + known + categories


def test_a_search_stops_after_its_share(shopper, counting, monkeypatch):
    monkeypatch.setattr(listing, "SEARCHED", 100)
    page = shopper.list(limit=12, q="nothing says this").json
    assert page["items"] == []
    assert page["searched_to"] > "2026-01"
    assert len(counting.sent) <= 4


def test_a_page_of_everything_is_one_query(shopper, counting):
    shopper.list(limit=200)
    assert len(counting.sent) == 1


def test_a_page_of_a_rare_tag_is_one_query_however_long_the_history(shopper, counting):
    assert len(shopper.list(limit=12, tag="yearly").json["items"]) == 2
    assert len(counting.sent) == 1


def test_a_page_of_some_tags_is_a_query_for_each(shopper, counting):
    assert len(shopper.list(limit=3, tag="yearly,nothing").json["items"]) == 2
    assert len(counting.sent) == 2


def test_a_summary_of_a_tag_reads_no_expenses(shopper, counting):
    groups = shopper.summary(tag="yearly", group_by="month,category").json["groups"]
    assert [(it["month"], it["category"], it["count"]) for it in groups] == [
        ("2026-06", "health", 1),
        ("2026-12", "health", 1),
    ]
    assert counting.sent == ["query"]


def test_a_summary_reads_no_expenses(shopper, counting):
    shopper.summary(group_by="day,category")
    assert counting.sent == ["query"]
