"""A month as it passes: rules, runs, refunds and budgets, in whatever order, and all agrees.

The steps are drawn at random, but the same each time; see `test_state_machine`. What must be on
record is worked out from day to day, by nothing of `tracker`.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from jobs import record_due
from tracker import recording, rules
from tracker.clock import today
from tracker.deadline import Deadline
from tracker.errors import BusyError
from tracker.repository.table import Table

from .conftest import TABLE_NAME
from .exploring import ends_in_time, runs
from .faults import FAULTS, Clock, FaultyClient
from .test_concurrency import at_once

BEGUN = date.fromisoformat(today())
MONTHS = [f"{BEGUN + timedelta(days=31 * number):%Y-%m}" for number in range(-1, 3)]
CATEGORIES = ("rent", "fuel")
amounts = st.integers(1, 500)


@dataclass
class Recurring:
    """A rule as the person means it, and what has come of it."""

    amount: int | None
    """None: asked each time."""
    category: str
    every: int
    first: date
    is_there: bool = True
    paused: bool = False
    skipped: set[date] = field(default_factory=set)
    come: set[date] = field(default_factory=set)
    """Its days that were recorded or asked about."""
    asked: set[date] = field(default_factory=set)
    """Those of them whose amount is not told."""

    def is_on(self, day):
        is_one = day >= self.first and (day - self.first).days % self.every == 0
        return is_one and day not in self.skipped

    def next_after(self, day):
        while not self.is_on(day := day + timedelta(days=1)):
            pass
        return day


class Month(RuleBasedStateMachine):
    """One person whose days pass, and what they must be shown."""

    def __init__(self, person, books, run_at):
        super().__init__()
        self.person, self.books, self.run_at = person, books, run_at
        self.day = BEGUN
        run_at(BEGUN)  # which makes it that day again
        self.rules = {}
        """By id, those that were deleted among them."""
        self.expected = {}
        """What is spent, below zero of refunds: by rule and day, or by an id alone."""
        self.budgets = {}

    @rule(amount=amounts, category=st.sampled_from(CATEGORIES), every=st.integers(1, 5))
    def add_rule(self, amount, category, every):
        self.make(Recurring(amount, category, every, self.day + timedelta(days=1)))

    # Fewer than it may ask for in all steps together.
    @rule(category=st.sampled_from(CATEGORIES), every=st.integers(2, 5))
    def add_rule_that_asks(self, category, every):
        self.make(Recurring(None, category, every, self.day + timedelta(days=1)))

    def make(self, made):
        answer = self.person.recur(
            frequency="daily",
            every=made.every,
            start=made.first.isoformat(),
            amount_paise=made.amount,
            category=made.category,
        )
        assert answer.status == 201
        self.rules[answer.json["id"]] = made

    def there(self):
        return {rule_id: one for rule_id, one in self.rules.items() if one.is_there}

    def running(self):
        return {rule_id: one for rule_id, one in self.there().items() if not one.paused}

    def paused(self):
        return {rule_id: one for rule_id, one in self.there().items() if one.paused}

    def asking(self):
        return {rule_id: one for rule_id, one in self.there().items() if one.asked}

    def edit(self, rule_id, **changes):
        assert self.person.edit_rule(self.person.rule(rule_id).json, **changes).status == 200

    def skip(self, rule_id, day):
        self.rules[rule_id].skipped.add(day)
        skipped = sorted(one.isoformat() for one in self.rules[rule_id].skipped)
        self.edit(rule_id, skipped=skipped)

    @precondition(there)
    @rule(data=st.data())
    def delete_a_rule(self, data):
        rule_id = data.draw(st.sampled_from([*self.there()]))
        assert self.person.delete_rule(rule_id).status == 204
        self.rules[rule_id].is_there = False

    @precondition(running)
    @rule(data=st.data())
    def pause_a_rule(self, data):
        rule_id = data.draw(st.sampled_from([*self.running()]))
        self.rules[rule_id].paused = True
        self.edit(rule_id, paused=True)

    @precondition(paused)
    @rule(data=st.data(), days=st.integers(0, 9))
    def days_pass_and_a_rule_is_resumed(self, data, days):
        self.pass_days(days)
        rule_id = data.draw(st.sampled_from([*self.paused()]))
        self.rules[rule_id].paused = False
        self.edit(rule_id, paused=False)
        # What passed meanwhile stays out; what is due this very day comes at once.
        self.comes(rule_id, self.day)

    @precondition(there)
    @rule(data=st.data())
    def skip_the_next(self, data):
        rule_id, one = data.draw(st.sampled_from([*self.there().items()]))
        self.skip(rule_id, one.next_after(self.day))

    @precondition(asking)
    @rule(data=st.data(), amount=amounts)
    def tell_an_amount(self, data, amount):
        rule_id, one = data.draw(st.sampled_from([*self.asking().items()]))
        day = data.draw(st.sampled_from(sorted(one.asked)))
        assert self.person.confirm(rule_id, day.isoformat(), amount).status == 201
        one.asked.remove(day)
        self.expected[rule_id, day.isoformat()] = (one.category, amount)

    @precondition(asking)
    @rule(data=st.data())
    def let_one_go(self, data):
        rule_id, one = data.draw(st.sampled_from([*self.asking().items()]))
        day = data.draw(st.sampled_from(sorted(one.asked)))
        one.asked.remove(day)
        self.skip(rule_id, day)

    @rule(
        days=st.integers(0, 9),
        how=st.sampled_from(["once", "twice", "at once", "killed"]),
        call=st.integers(1, 24),
    )
    def days_pass_and_a_run_comes(self, days, how, call):
        self.pass_days(days, how, call)

    def pass_days(self, days, how="once", call=1):
        passed = [self.day + timedelta(days=one + 1) for one in range(days)]
        self.day += timedelta(days=days)
        if how == "killed":
            self.run_at(self.day, breaks_at=call)
        if how == "at once":
            at_once(*[lambda: self.run_at(self.day)] * 2)
        for _ in range(2 if how == "twice" else 1):
            self.run_at(self.day)
        for day in passed:
            for rule_id in self.there():
                self.comes(rule_id, day)

    def comes(self, rule_id, day):
        """Expect what a day brings by a rule, which may have come already."""
        one = self.rules[rule_id]
        if one.paused or day in one.come or not one.is_on(day):
            return
        one.come.add(day)
        if one.amount is None:
            one.asked.add(day)
        else:
            self.expected[rule_id, day.isoformat()] = (one.category, one.amount)

    @rule(amount=amounts, category=st.sampled_from(CATEGORIES), is_refund=st.booleans())
    def spend_or_get_back(self, amount, category, is_refund):
        day = self.day.isoformat()
        kind = "refund" if is_refund else "expense"
        added = self.person.add(date=day, amount_paise=amount, category=category, kind=kind)
        assert added.status == 201
        self.expected[added.json["id"], day] = (category, -amount if is_refund else amount)

    @rule(
        category=st.sampled_from([*CATEGORIES, "total"]),
        month=st.sampled_from(MONTHS),
        amount=amounts | st.none(),
    )
    def say_a_budget(self, category, month, amount):
        assert self.person.budget(category, month, amount).status == 200
        self.budgets[category, month] = amount

    @invariant()
    def all_that_is_shown_agrees(self):
        items = self.person.list_all(limit=200)
        shown = {
            (item.get("rule") or item["id"], item["date"]): (
                item["category"],
                -item["amount_paise"] if item["kind"] == "refund" else item["amount_paise"],
            )
            for item in items
        }
        assert len(shown) == len(items)
        assert shown == self.expected
        for category in CATEGORIES:
            spent = sum(paise for named, paise in shown.values() if named == category)
            assert self.person.summary(category=category).json["total_paise"] == spent
        assert self.books.left_over(self.person) == []
        for month in MONTHS:
            assert self.person.budgets(month) == self.budgets_in(month)
        told = {it["id"]: (it["state"], it["next"], it["asked"]) for it in self.person.rules()}
        assert told == {rule_id: self.told_of(one) for rule_id, one in self.there().items()}

    def told_of(self, one):
        asked = sorted(day.isoformat() for day in one.asked)
        if one.paused:
            return ("paused", None, asked)
        return ("active", one.next_after(self.day).isoformat(), asked)

    def budgets_in(self, month):
        found = {}
        for (category, since), amount in sorted(self.budgets.items(), key=lambda it: it[0][1]):
            if since <= month:
                found[category] = amount
        return {category: amount for category, amount in found.items() if amount is not None}


@pytest.fixture
def run_at(monkeypatch, client):
    """A function that runs the job on a day, through a client that may break off."""

    # Two runs at once are on one day: what they share is patched around both, not by each.
    now = SimpleNamespace(day=BEGUN.isoformat(), client=client)
    monkeypatch.setattr(record_due, "table", lambda: Table(now.client, TABLE_NAME))
    for module in (record_due, rules, recording):
        monkeypatch.setattr(module, "today", lambda: now.day)
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: 900_000)

    def run(day, *, breaks_at=None):
        now.day, now.client = day.isoformat(), client
        if not breaks_at:
            record_due.handler({}, context)
            return
        clock = Clock()
        fault = FAULTS["unreachable"]
        now.client = FaultyClient(client, clock, fault, lambda number: number >= breaks_at)
        in_no_time = partial(Deadline, clock=clock, sleep=clock.sleep)
        with monkeypatch.context() as patch, suppress(record_due.UnfinishedError, BusyError):
            patch.setattr("tracker.daily_run.Deadline", in_no_time)
            record_due.handler({}, context)

    return run


@ends_in_time
def test_a_month_agrees_after_every_step(new_person, books, run_at):
    run_machine(
        lambda: Month(new_person(), books, run_at),
        settings=runs(examples=6, steps=20),
    )
