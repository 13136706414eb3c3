"""Summaries over HTTP, and their projection from cells."""

import itertools
import json

import msgspec
import pytest

from tests.api_client import expense
from tracker import summary as summary_module
from tracker.cells import changes
from tracker.errors import InvalidParameterError
from tracker.expense import ExpenseContent, record
from tracker.limits import MAX_GROUPS
from tracker.summary import Group, needs_days, summarize

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


def test_more_groups_than_an_answer_holds_are_refused_before_all_is_read(spender, monkeypatch):
    monkeypatch.setattr(summary_module, "MAX_GROUPS", 3)
    answer = spender.summary(group_by="day")
    assert (answer.status, answer.wrong_fields) == (400, ["from"])
    assert spender.summary(group_by="category").status == 200

    def cells():
        yield from changes(added=EXPENSES[:5])
        raise AssertionError("read on")

    with pytest.raises(InvalidParameterError):
        summarize(cells(), first="1900-01-01", last="2100-12-31", group_by=frozenset({"day"}))


def test_as_many_groups_as_an_answer_holds_are_given_and_one_more_is_refused_in_words(
    spender, monkeypatch
):
    days = spender.summary(group_by="day").json["groups"]
    monkeypatch.setattr(summary_module, "MAX_GROUPS", len(days))
    assert spender.summary(group_by="day").json["groups"] == days
    monkeypatch.setattr(summary_module, "MAX_GROUPS", len(days) - 1)
    (error,) = spender.summary(group_by="day").json["errors"]
    assert error == {
        "field": "from",
        "message": f"leaves more than {len(days) - 1} groups; ask for fewer days, or for months",
    }


def test_the_most_groups_fit_into_an_answer_of_lambda():
    """Which is 6 MB, of JSON that holds the body as a string: each quote takes two bytes."""
    longest = Group(
        day="2026-01-01",
        month="2026-01",
        category="01890000-0000-7000-8000-000000000001",
        total_paise=-(2**53),
        count=10**7,
    )
    written = json.dumps(msgspec.json.encode(longest).decode() + ",")
    assert MAX_GROUPS * len(written) < 6_000_000


@pytest.mark.parametrize("last", ["2026-02-28", "2028-02-29", "2026-04-30", "2026-05-31"])
def test_a_whole_month_is_added_up_without_its_days(last):
    month = last[:7]
    spent = [expense_of(f"{month}-01", 5), expense_of(last, 70)]
    cells = [msgspec.structs.replace(cell, days={}) for cell in changes(added=spent)]
    assert not needs_days(f"{month}-01", last, frozenset())
    summary = summarize(cells, first=f"{month}-01", last=last, group_by=frozenset())
    assert (summary.count, summary.total_paise) == (2, 75)


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-02-02", "2026-02-28"), ("2026-02-01", "2026-02-27"), ("2026-01-31", "2026-03-31")],
)
def test_a_month_that_is_cut_is_added_up_by_its_days(first, last):
    assert needs_days(first, last, frozenset({"month", "category"}))


def expense_of(date, paise):
    content = ExpenseContent(**expense(date=date, amount_paise=paise))
    return record(content, expense_id=date, now="2026-01-01T00:00:00Z")
