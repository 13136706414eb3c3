"""The days on which something recurs: the table of cases that the page's code reads too."""

import calendar
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.errors import InvalidInputError
from tracker.recurrence import Recurrence, check, days, next_day

CASES = json.loads((Path(__file__).parents[1] / "recurrence.json").read_text())
WEEKDAYS = [day.lower() for day in calendar.day_name]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_case_of_the_table(case):
    said = Recurrence(**case["rule"])
    check(said)
    shown = len(case["days"])
    found = [day for (_, day), _ in zip(days(said), range(shown + 1), strict=False)]
    assert found[:shown] == case["days"]
    assert (len(found) == shown) == case["ends"]
    if "numbers" in case:
        assert [number for number, _ in days(said)][:shown] == case["numbers"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"frequency": "daily", "day": 5}, "day"),
        ({"frequency": "weekly", "day": 5}, "day"),
        ({"frequency": "daily", "weekday": "monday"}, "weekday"),
        ({"frequency": "monthly", "day": 5, "weekday": "monday", "nth": 1}, "weekday"),
        ({"frequency": "monthly", "weekday": "monday"}, "nth"),
        ({"frequency": "monthly", "nth": 1}, "nth"),
        ({"frequency": "weekly", "weekday": "monday", "nth": 1}, "nth"),
        ({"frequency": "daily", "end": "2026-12-01", "count": 3}, "count"),
        ({"frequency": "daily", "first_number": 2}, "first_number"),
        ({"frequency": "daily", "count": 3, "first_number": 4}, "first_number"),
        ({"frequency": "daily", "end": "2026-11-24"}, "end"),
        ({"frequency": "monthly", "day": 1, "end": "2026-11-30"}, "end"),
        ({"frequency": "daily", "count": 1, "skipped": ("2026-11-25",)}, "end"),
    ],
)
def test_a_contradiction_is_refused(said, field):
    with pytest.raises(InvalidInputError) as refused:
        check(Recurrence(start="2026-11-25", **said))
    assert [error.field for error in refused.value.errors] == [field]


def test_the_next_day_is_after_one_and_not_before_another():
    rent = Recurrence(frequency="monthly", day=1, start="2026-11-01", count=3)
    assert next_day(rent) == "2026-11-01"
    assert next_day(rent, after="2026-11-01") == "2026-12-01"
    assert next_day(rent, after="2026-11-01", since="2026-12-02") == "2027-01-01"
    assert next_day(rent, after="2027-01-01") is None


def month_days(year, month):
    return calendar.monthrange(year, month)[1]


def naive_days(said, until):
    """The days by walking from day to day: no library, no jumps."""
    start = date.fromisoformat(said.start)
    first = None
    day = start
    while day <= until:
        if said.frequency == "daily":
            fits = True
        elif said.frequency == "weekly":
            fits = WEEKDAYS[day.weekday()] == (said.weekday or WEEKDAYS[start.weekday()])
        else:
            last = month_days(day.year, day.month)
            if said.weekday:
                in_order = range(day.day, 0, -7)
                nth = len(in_order) if said.nth > 0 else -len(range(day.day, last + 1, 7))
                fits = WEEKDAYS[day.weekday()] == said.weekday and nth == said.nth
            else:
                fits = day.day == min(said.day or start.day, last)
            if said.frequency == "yearly":
                fits = fits and day.month == start.month
        if fits:
            first = first or day
            apart = {
                "daily": (day - first).days,
                "weekly": (day - first).days // 7,
                "monthly": (day.year - first.year) * 12 + day.month - first.month,
                "yearly": day.year - first.year,
            }[said.frequency]
            if apart % said.every == 0:
                yield day.isoformat()
        day += timedelta(days=1)


@st.composite
def recurrences(draw):
    frequency = draw(st.sampled_from(["daily", "weekly", "monthly", "yearly"]))
    start = draw(st.dates(date(2023, 1, 1), date(2028, 12, 31)))
    said = {"frequency": frequency, "start": start.isoformat(), "every": draw(st.integers(1, 5))}
    on = draw(st.sampled_from(["start", "day", "weekday"]))
    if frequency in ("monthly", "yearly") and on == "day":
        said["day"] = draw(st.integers(1, 31))
    if frequency in ("monthly", "yearly") and on == "weekday":
        said["nth"] = draw(st.sampled_from([1, 2, 3, 4, -1]))
    if on == "weekday" and frequency != "daily":
        said["weekday"] = draw(st.sampled_from(WEEKDAYS))
    return Recurrence(**said)


@settings(max_examples=150, deadline=None)
@given(recurrences())
def test_the_days_are_those_of_a_walk_from_day_to_day(said):
    until = date.fromisoformat(said.start) + timedelta(days=1200)
    found = []
    for _, day in days(said):
        if day > until.isoformat():
            break
        found.append(day)
    assert found == list(naive_days(said, until))
