"""A year from day to day, by 200 rules of every form, against days that a plain walk finds.

The ledger is in memory, so that a year of runs takes no minutes; it refuses what the table does: a
rule that stands otherwise than it was seen, and an expense that is there. The walk (`naive_days`)
knows no library and no jumps.
"""

import itertools
import random
import uuid
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.unit.test_recurrence import WEEKDAYS, naive_days
from tracker.limits import MAX_ASKED
from tracker.recording import catch_up
from tracker.recurrence import next_day
from tracker.repository import RefusedError
from tracker.rule import Rule

FIRST, LAST = date(2027, 7, 1), date(2028, 6, 30)
"""A year with a 29th of February, and with ends of months of every length."""

DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
RULES = 200
SEED = 20271


class Ledger:
    """What is on record, with the conditions of the table's transactions."""

    def __init__(self, rules):
        self.rules = {rule.id: rule for rule in rules}
        self.recorded = {}

    def rule(self, rule_id):
        return self.rules.get(rule_id)

    def replace_rule(self, before, after):
        if self.rules.get(before.id) != before:
            return False
        self.rules[before.id] = after
        return True

    def record_due(self, before, after, expense):
        if self.rules.get(before.id) != before:
            return False
        if expense.id in self.recorded:
            raise RefusedError(taken={expense.id: self.recorded[expense.id]}, closed=set(), paid={})
        self.recorded[expense.id] = expense
        self.rules[before.id] = after
        return True


def forms(chance):
    """Every form that a rule can have, over and over, with other numbers each time."""
    for frequency in itertools.cycle(("daily", "weekly", "monthly", "yearly")):
        yield {"frequency": frequency}
        if frequency != "daily":
            on = {"weekday": chance.choice(WEEKDAYS)}
            if frequency != "weekly":
                on["nth"] = chance.choice([1, 2, 3, 4, -1])
                yield {"frequency": frequency, "day": chance.choice([1, 15, 28, 29, 30, 31])}
            yield {"frequency": frequency, **on}


def make_rules():
    """Make 200 rules: begun before the year and in it, with and without an end or skipped days."""
    chance = random.Random(SEED)  # noqa: S311 -- the same rules each time
    rules = []
    for said in itertools.islice(forms(chance), RULES):
        start = FIRST + timedelta(days=chance.randint(-300, 200))
        every = chance.choice([1, 1, 2, 3]) if said["frequency"] != "yearly" else 1
        rule = Rule(
            **said,
            id=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
            every=every,
            start=start.isoformat(),
            description="",
            amount_paise=chance.choice([None, 100, 25_000_00]),
            category="rent",
            created_at="",
            updated_at="",
            **chance.choice(
                [
                    {},
                    {"end": (start + timedelta(days=200)).isoformat()},
                    {"count": 12, "first_number": 5},
                    {"skipped": tuple(itertools.islice(naive_days_of(said, start, every), 1, 2))},
                ]
            ),
        )
        # What was before the year is done.
        since = max(FIRST.isoformat(), rule.start)
        rules.append(replace(rule, next=next_day(rule, since=since)))
    return rules


def naive_days_of(said, start, every):
    plain = Rule(
        **said,
        id="",
        every=every,
        start=start.isoformat(),
        description="",
        amount_paise=1,
        category="",
        created_at="",
        updated_at="",
    )
    return naive_days(plain, LAST)


def expected(rule):
    """The days of the year on which a rule is due, by the walk."""
    numbered = enumerate(naive_days(rule, LAST), rule.first_number)
    return [
        day
        for number, day in numbered
        if day >= FIRST.isoformat()
        and (rule.end is None or day <= rule.end)
        and (rule.count is None or number <= rule.count)
        and day not in rule.skipped
    ]


def run(ledger, day, due):
    """What a daily run does with what the index has: rules as they were read, maybe a while ago."""
    for rule in due:
        catch_up(ledger, rule, today=day, category_open=True)


@pytest.fixture(scope="module")
def rules():
    return make_rules()


def test_the_year_has_every_form_the_leap_day_and_the_last_days_of_months(rules):
    days = {day for rule in rules for day in expected(rule)}
    assert {"2028-02-29", "2027-09-30", "2027-12-31", "2028-02-01"} <= days
    assert {(r.frequency, r.day is not None, r.nth is not None) for r in rules} >= {
        *(("daily", False, False), ("weekly", False, False)),
        *((each, *on) for each in ("monthly", "yearly") for on in ((True, False), (False, True))),
    }


@pytest.mark.parametrize("upset", ["none", "twice", "stale", "outages"])
def test_a_year_day_by_day_records_what_a_plain_walk_says(rules, upset):
    ledger = Ledger(rules)
    chance = random.Random(upset)  # noqa: S311 -- the same each time
    seen = list(ledger.rules.values())
    for day in DAYS:
        if upset == "outages" and day != LAST and chance.random() < 0.4:
            continue
        before, seen = seen, list(ledger.rules.values())
        # A run may read from an index that lags by a run.
        run(ledger, day.isoformat(), before if upset == "stale" else seen)
        if upset in {"twice", "stale"}:
            run(ledger, day.isoformat(), list(ledger.rules.values()))
    for rule in rules:
        recorded = sorted(it.date for it in ledger.recorded.values() if it.rule == rule.id)
        if rule.amount_paise is None:
            # Nothing is invented, and one that nobody answers waits in the end.
            assert recorded == []
            assert list(ledger.rules[rule.id].asked) == expected(rule)[:MAX_ASKED]
        else:
            assert recorded == expected(rule)


def test_an_expense_is_recorded_on_its_day_and_not_before(rules):
    ledger = Ledger(rules)
    for day in DAYS[:60]:
        known = len(ledger.recorded)
        run(ledger, day.isoformat(), list(ledger.rules.values()))
        fresh = list(ledger.recorded.values())[known:]
        assert {expense.date for expense in fresh} <= {day.isoformat()}
