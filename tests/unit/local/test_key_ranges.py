"""Which queries the emulator answers by key ranges, and how far those go."""

import importlib.util
import uuid

import pytest

from local import emulator
from tracker.repository import categories, cells, keys, sources

FOLDER = emulator.REPOSITORY / "local" / "emulated_aws"


@pytest.fixture(scope="module")
def key_ranges():
    spec = importlib.util.spec_from_file_location("key_ranges", FOLDER / "key_ranges.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_query_of_the_functions_is_one_of_them(key_ranges):
    queries = [
        cells.list_query("u", keys.CELLS, first="2026-01-01", last="2026-12-31"),
        categories.list_query("u"),
        *(
            sources.query("u", source, first="2026-01-01", last="2026-12-31", after=after)
            for source in (sources.EVERYTHING, sources.of_category("food"), sources.tagged("home"))
            for after in (None, f"2026-12-31#{uuid.UUID(int=1)}")
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
        ("", {}, {"Limit": 2}, "ab"),
        ("", {}, {"Limit": 2, "ScanIndexForward": False}, "de"),
    ],
)
def test_a_range_reaches_no_further_than_the_page(key_ranges, condition, values, more, reached):
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


class Ministack:
    """As much of ministack's module as is replaced; its query tells what it was shown."""

    _INDEX_MEMBERS = "_index_members"

    def __init__(self):
        keys = [{"AttributeName": name, "AttributeType": "S"} for name in ("PK", "SK", "by_date")]
        items = {
            "u": {
                f"EXP#{day:02}": {
                    "PK": {"S": "u"},
                    "SK": {"S": f"EXP#{day:02}"},
                    "by_date": {"S": f"2026-01-{day:02}"},
                }
                for day in range(1, 31)
            }
        }
        self.table = {
            "AttributeDefinitions": keys,
            "pk_name": "PK",
            "sk_name": "SK",
            "items": items,
        }
        self._tables = {"expenses": self.table}

    def _normalize_table_name(self, name):
        return name

    def _index_key_schemas(self, _table):
        return [("by-date", ["PK"], ["by_date"])]

    def _index_members(self, table):
        members = {"by-date": {"u": {("u", key): None for key in table["items"]["u"]}}}
        return table.setdefault(self._INDEX_MEMBERS, members)

    def _query(self, data):
        if "IndexName" in data:
            return [sk for _, sk in self.table[self._INDEX_MEMBERS]["by-date"]["u"]]
        return [*self.table["items"]["u"]]

    def _set_item(self, table, pk, sk, item):
        before = table["items"][pk].get(sk)
        table["items"][pk][sk] = item
        return before

    def _remove_item(self, table, pk, sk):
        return table["items"][pk].pop(sk, None)


@pytest.mark.parametrize("index", [{}, {"IndexName": "by-date"}])
def test_ministack_is_shown_no_more_than_a_query_can_reach(key_ranges, index):
    ministack = Ministack()
    key_ranges.read_key_ranges(ministack)
    sort, first, last = (
        ("by_date", "2026-01-05", "2026-01-07") if index else ("SK", "EXP#05", "EXP#07")
    )
    query = {
        "TableName": "expenses",
        "KeyConditionExpression": f"PK = :owner AND {sort} BETWEEN :first AND :last",
        "ExpressionAttributeValues": {
            ":owner": {"S": "u"},
            ":first": {"S": first},
            ":last": {"S": last},
        },
        **index,
    }
    shown = [ministack._query(query)]
    ministack._remove_item(ministack.table, "u", "EXP#06")
    shown.append(ministack._query(query))
    whole = ministack._query({**query, "KeyConditionExpression": "PK = :owner AND SK > :first"})

    assert shown == [["EXP#05", "EXP#06", "EXP#07"], ["EXP#05", "EXP#07"]]
    assert len(whole) == (30 if index else 29)
