"""Which queries the emulator answers by key ranges, and how far those go."""

import importlib.util

import pytest

from local import emulator
from tracker.repository import categories, cells, expenses
from tracker.repository.expenses import Filters

FOLDER = emulator.REPOSITORY / "local" / "emulated_aws"


@pytest.fixture(scope="module")
def key_ranges():
    spec = importlib.util.spec_from_file_location("key_ranges", FOLDER / "key_ranges.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_query_of_the_functions_is_one_of_them(key_ranges):
    filters = Filters(category="food", tag="home", search="milk")
    queries = [
        cells.list_query("u", first="2026-01-01", last="2026-12-31"),
        categories.list_query("u"),
        expenses.list_query(
            "u", first="2026-01-01", last="2026-12-31", filters=filters, after=None, page=51
        ),
    ]

    assert all(key_ranges.key_range(query) for query in queries)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"KeyConditionExpression": 5},
        {"KeyConditionExpression": "PK = :owner"},
        {
            "KeyConditionExpression": "PK = :owner",
            "ExpressionAttributeValues": {":owner": {"N": "1"}},
        },
        {
            "KeyConditionExpression": "PK = :owner AND SK > :first",
            "ExpressionAttributeValues": {":owner": {"S": "u"}, ":first": {"S": "a"}},
        },
    ],
)
def test_others_and_malformed_ones_are_left_alone(key_ranges, query):
    assert key_ranges.key_range(query) is None


@pytest.mark.parametrize(
    ("condition", "values", "more", "reached"),
    [
        ("", {}, {}, "abcde"),
        (" AND SK BETWEEN :x AND :y", {":x": "b", ":y": "d"}, {}, "bcd"),
        (" AND begins_with(SK, :x)", {":x": "c"}, {}, "c"),
        ("", {}, {"Limit": 2}, "abc"),
        ("", {}, {"Limit": 2, "ScanIndexForward": False}, "cde"),
    ],
)
def test_a_range_reaches_no_further_than_one_past_the_page(
    key_ranges, condition, values, more, reached
):
    entries = [key_ranges.Entry(letter, "u", letter) for letter in "abcde"]
    asked = key_ranges.key_range(
        {
            "KeyConditionExpression": f"PK = :owner{condition}",
            "ExpressionAttributeValues": {
                name: {"S": value} for name, value in (values | {":owner": "u"}).items()
            },
            **more,
        }
    )

    assert "".join(entry.sort for entry in key_ranges.cut(entries, asked, None)) == reached


@pytest.mark.parametrize(("forward", "reached"), [(True, "de"), (False, "ab")])
def test_a_page_goes_on_after_the_last(key_ranges, forward, reached):
    entries = [key_ranges.Entry(letter, "u", letter) for letter in "abcde"]
    asked = key_ranges.key_range(
        {
            "KeyConditionExpression": "PK = :owner",
            "ExpressionAttributeValues": {":owner": {"S": "u"}},
            "ScanIndexForward": forward,
        }
    )

    after = key_ranges.cut(entries, asked, key_ranges.Entry("c", "u", "c"))

    assert "".join(entry.sort for entry in after) == reached
