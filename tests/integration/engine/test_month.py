"""A month as it passes: rules, runs, refunds and budgets, in whatever order, and all agrees.

The steps are drawn at random, but the same each time; see `test_state_machine`. What must be on
record is worked out from day to day, by nothing of `tracker`.
"""

from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from jobs import record_due
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


class Month(RuleBasedStateMachine):
    """One person whose days pass, and what they must be shown."""

    def __init__(self, person, books, run_at):
        super().__init__()
        self.person, self.books, self.run_at = person, books, run_at
        self.day = BEGUN
        self.rules = {}
        """By id: amount, category, days apart, first day, and whether it is there."""
        self.expected = {}
        """What is spent, below zero of refunds: by rule and day, or by an id alone."""
        self.budgets = {}

    @rule(amount=amounts, category=st.sampled_from(CATEGORIES), every=st.integers(1, 5))
    def add_rule(self, amount, category, every):
        first = max(self.day, BEGUN) + timedelta(days=1)
        answer = self.person.recur(
            frequency="daily",
            every=every,
            start=first.isoformat(),
            amount_paise=amount,
            category=category,
        )
        assert answer.status == 201
        self.rules[answer.json["id"]] = [amount, category, every, first, True]

    @precondition(lambda self: any(rule[-1] for rule in self.rules.values()))
    @rule(data=st.data())
    def delete_a_rule(self, data):
        there = [rule_id for rule_id, rule in self.rules.items() if rule[-1]]
        rule_id = data.draw(st.sampled_from(there))
        assert self.person.delete_rule(rule_id).status == 204
        self.rules[rule_id][-1] = False

    @rule(
        days=st.integers(0, 9),
        how=st.sampled_from(["once", "twice", "at once", "killed"]),
        call=st.integers(1, 24),
    )
    def days_pass_and_a_run_comes(self, days, how, call):
        self.day += timedelta(days=days)
        if how == "killed":
            self.run_at(self.day, breaks_at=call)
        if how == "at once":
            at_once(*[lambda: self.run_at(self.day)] * 2)
        for _ in range(2 if how == "twice" else 1):
            self.run_at(self.day)
        self.what_is_due_is_expected()

    def what_is_due_is_expected(self):
        for rule_id, (amount, category, every, first, there) in self.rules.items():
            day = first
            while there and day <= self.day:
                self.expected[rule_id, day.isoformat()] = (category, amount)
                day += timedelta(days=every)

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
    monkeypatch.setattr(record_due, "today", lambda: now.day)
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
        settings=runs(examples=4, steps=12),
    )
