from collections import Counter
from datetime import date, timedelta

import pytest

from local.festivals import festivals
from local.household_generator import household_year
from local.household_habits import BUDGETS
from tracker.category import BUILTIN
from tracker.expense import IdentifiedContent
from tracker.parsing import parse_body

LAST_DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def year():
    return list(household_year(LAST_DAY, seed=1))


def test_the_api_takes_every_expense(year):
    for expense in year:
        parse_body(IdentifiedContent, dict(expense))
        assert expense["category"] in BUILTIN


def test_the_year_ends_on_the_last_day(year):
    dates = [expense["date"] for expense in year]

    assert dates == sorted(dates)
    assert dates[-1] <= "2026-11-23"
    assert dates[0] >= "2025-11-24"


def test_it_is_the_same_every_time(year):
    assert list(household_year(LAST_DAY, seed=1)) == year


def test_another_seed_is_another_household(year):
    other = list(household_year(LAST_DAY, seed=2))

    assert not {one["id"] for one in year} & {one["id"] for one in other}


def test_ids_are_unique(year):
    assert len({one["id"] for one in year}) == len(year)


def test_tomorrows_year_repeats_all_but_the_day_that_left(year):
    tomorrow = list(household_year(LAST_DAY + timedelta(days=1), seed=1))

    assert [one for one in year if one["date"] > "2025-11-24"] == [
        one for one in tomorrow if one["date"] < "2026-11-24"
    ]


def test_the_rent_is_due_on_the_first_of_each_month(year):
    rents = [expense["date"] for expense in year if expense["category"] == "rent"]

    assert len(rents) == 12
    assert all(day.endswith("-01") for day in rents)


def test_a_household_spends_every_week_and_in_every_category(year):
    weeks = Counter(date.fromisoformat(one["date"]).isocalendar()[:2] for one in year)

    assert min(weeks.values()) >= 3
    assert {one["category"] for one in year} == BUILTIN.keys()


def test_diwali_is_the_time_for_gifts(year):
    before_diwali = [one for one in year if "diwali" in one["tags"]]

    assert len(before_diwali) == 8
    assert all("2026-10-" in one["date"] or "2026-11-" in one["date"] for one in before_diwali)


# Dates as the Government of India's gazetted holidays have them.
@pytest.mark.parametrize(
    ("year", "diwali", "holi"),
    [
        (2024, date(2024, 10, 31), date(2024, 3, 25)),
        (2025, date(2025, 10, 20), date(2025, 3, 14)),
        (2026, date(2026, 11, 8), date(2026, 3, 4)),
    ],
)
def test_festivals_are_near_enough(year, diwali, holi):
    found = festivals(year)

    assert abs(found.diwali - diwali) <= timedelta(days=2)
    assert abs(found.holi - holi) <= timedelta(days=2)


def test_some_budgets_are_kept_and_some_missed(year):
    spent = Counter()
    for one in year:
        spent[one["category"], one["date"][:7]] += one["amount_paise"]
    for category, budget in BUDGETS.items():
        assert category in BUILTIN
        kept = {spent[key] <= budget for key in spent if key[0] == category}
        assert kept == {True, False}
