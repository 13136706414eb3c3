"""Summaries over HTTP, and their projection from cells."""

import itertools

import msgspec
import pytest

from handlers import summarize as summarize_handler
from tests.api_client import expense
from tracker.cells import changes
from tracker.expense import ExpenseContent, record
from tracker.summary import summarize

GROUPINGS = [
    combination
    for size in range(4)
    for combination in itertools.combinations(("day", "month", "category"), size)
]
SPENT = [
    ("2025-12-31", "fuel", 1),
    ("2026-01-01", "fuel", 20),
    ("2026-01-01", "rent", 300),
    ("2026-01-31", "fuel", 4_000),
    ("2026-02-28", "fuel", 50_000),
    ("2026-03-01", "rent", 600_000),
]


EXPENSES = [
    record(
        ExpenseContent(**expense(date=date, category=category, amount_paise=paise)),
        expense_id=str(number),
        now="2026-01-01T00:00:00Z",
    )
    for number, (date, category, paise) in enumerate(SPENT)
]


@pytest.fixture
def spender(asha):
    for date, category, paise in SPENT:
        asha.add(date=date, category=category, amount_paise=paise)
    return asha


RANGES = [
    ("1900-01-01", "2100-12-31"),
    ("2026-01-01", "2026-01-31"),
    ("2026-01-02", "2026-02-28"),
    ("2026-02-01", "2026-02-27"),
    ("2026-01-01", "2026-01-01"),
]


@pytest.mark.parametrize("grouping", GROUPINGS, ids=",".join)
@pytest.mark.parametrize(("first", "last"), RANGES)
@pytest.mark.parametrize("category", [None, "fuel", "health"])
def test_a_projection_is_what_the_expenses_add_up_to(grouping, first, last, category):
    cells = [cell for cell in changes(added=EXPENSES) if category in (None, cell.key.category)]
    summary = summarize(cells, first=first, last=last, group_by=frozenset(grouping))
    assert msgspec.to_builtins(summary) == recomputed(grouping, first, last, category)


@pytest.mark.parametrize("grouping", GROUPINGS, ids=",".join)
def test_a_summary_is_what_the_expenses_add_up_to(spender, grouping):
    for (first, last), category in itertools.product(RANGES, [None, "fuel"]):
        query = {"from": first, "to": last, "group_by": ",".join(grouping), "category": category}
        summary = spender.summary(**{name: value for name, value in query.items() if value}).json
        assert summary == recomputed(grouping, first, last, category)


def recomputed(grouping, first, last, category):
    """What the API is to answer, added up from the expenses in another way."""
    rows = [
        ({"day": day, "month": day[:7], "category": of}, paise)
        for day, of, paise in SPENT
        if first <= day <= last and category in (None, of)
    ]
    expected = {}
    for keys, paise in rows:
        group = tuple(keys[name] for name in grouping)
        count, total = expected.get(group, (0, 0))
        expected[group] = (count + 1, total + paise)
    groups = [
        dict(zip(grouping, group, strict=True)) | {"count": count, "total_paise": total}
        for group, (count, total) in sorted(expected.items())
    ]
    return {
        "from": first,
        "to": last,
        "count": len(rows),
        "total_paise": sum(paise for _, paise in rows),
        "groups": groups if grouping else [],
    }


def test_without_a_range_everything_is_added_up(spender):
    assert spender.summary().json == {
        "from": "1900-01-01",
        "to": "2100-12-31",
        "total_paise": sum(paise for _, _, paise in SPENT),
        "count": len(SPENT),
        "groups": [],
    }


@pytest.mark.parametrize(
    "query",
    [
        {"group_by": "week"},
        {"group_by": "day,"},
        {"group_by": "day month"},
        {"from": "2026-13-01"},
        {"to": "2026-02-30"},
        {"category": "#"},
        {"limit": "5"},
    ],
    ids=str,
)
def test_a_wrong_parameter_is_named(asha, query):
    answer = asha.summary(**query)
    assert (answer.status, answer.wrong_fields) == (400, list(query))


def test_a_range_that_ends_before_it_begins_is_refused(asha):
    assert asha.summary(**{"from": "2026-07-02", "to": "2026-07-01"}).status == 400


def test_nobody_sees_another_persons_totals(spender, ravi):
    assert ravi.summary(group_by="category").json["count"] == 0


def test_more_groups_than_an_answer_holds_are_refused(spender, monkeypatch):
    monkeypatch.setattr(summarize_handler, "MAX_GROUPS", 3)
    answer = spender.summary(group_by="day")
    assert (answer.status, answer.wrong_fields) == (400, ["from"])
    assert spender.summary(group_by="category").status == 200
