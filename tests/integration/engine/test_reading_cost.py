"""What a page of a category costs depends on the category, not on what lies around it."""

from itertools import chain

import pytest

from tests.api_client import expense

from .faults import CountingClient
from .reading import expense_id, pages


@pytest.fixture(scope="module")
def newcomer(new_person):
    return new_person()


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
            expense(id=expense_id(1000 + month), date=f"2026-{month:02}-15", category="health")
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


def test_a_page_of_everything_is_one_query(shopper, counting):
    shopper.list(limit=200)
    assert len(counting.sent) == 1


def test_a_summary_reads_no_expenses(shopper, counting):
    shopper.summary(group_by="day,category")
    assert counting.sent == ["query"]
