"""The daily run among others: at once with itself and with people, and with calls that go wrong."""

import uuid
from datetime import date, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from jobs import record_due
from tests.api_client import ApiClient
from tracker.clock import today
from tracker.deadline import Deadline
from tracker.errors import BusyError
from tracker.repository import keys
from tracker.repository.table import Table

from .books import Books
from .conftest import TABLE_NAME
from .faults import FAULTS, Clock, CountingClient, FaultyClient
from .test_concurrency import at_once

TOMORROW = (date.fromisoformat(today()) + timedelta(days=1)).isoformat()
AFTER = (date.fromisoformat(today()) + timedelta(days=4)).isoformat()
DAYS = 4


def run():
    """Run as Lambda does, and again as Lambda does where a run fails."""
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: 900_000)
    try:
        return record_due.handler({}, context)
    except record_due.UnfinishedError:
        return run()


@pytest.fixture(autouse=True)
def four_days_later(monkeypatch, client):
    """Runs see the day four days from now, through a client that a test may replace."""

    def through(client):
        monkeypatch.setattr(record_due, "table", lambda: Table(client, TABLE_NAME))

    monkeypatch.setattr(record_due, "today", lambda: AFTER)
    through(client)
    return through


def daily_rules(person, number):
    for amount in range(1, number + 1):
        rule = person.recur(start=TOMORROW, frequency="daily", amount_paise=amount)
        assert rule.status == 201


def test_runs_at_once_record_each_day_once(new_person, books):
    people = [new_person() for _ in range(3)]
    for person in people:
        daily_rules(person, 3)
    at_once(*[run] * 4)
    for person in people:
        amounts = [expense["amount_paise"] for expense in books.check(person).values()]
        assert sorted(amounts) == sorted([1, 2, 3] * DAYS)


def test_a_run_and_a_person_at_once_lose_nothing(asha, books):
    daily_rules(asha, 2)
    add = [partial(asha.add, date=AFTER, category="rent", amount_paise=7) for _ in range(6)]
    _, *answers = at_once(run, *add)
    assert {answer.status for answer in answers} == {201}
    amounts = [expense["amount_paise"] for expense in books.check(asha).values()]
    assert sorted(amounts) == sorted([1, 2] * DAYS + [7] * 6)


class Case(NamedTuple):
    """A rule and its run.

    Attributes
    ----------
    days
        That are due by it.
    shared
        Whether they are recorded in a shared ledger.
    shards
        The partitions of the index that the run reads; that of the rule is `SHARD`.
    """

    content: dict[str, Any]
    days: list[str]
    shared: bool = False
    shards: str = "789"


SHARD = "8"
ON_THE_DAY = {"start": AFTER, "frequency": "monthly"}
MISSED = [(date.fromisoformat(TOMORROW) + timedelta(days=n)).isoformat() for n in range(DAYS)]
CASES = {
    "fixed": Case(ON_THE_DAY, [AFTER], shards=keys.DUE_SHARDS),
    "asks": Case(ON_THE_DAY | {"amount_paise": None}, [AFTER]),
    "missed": Case({"start": TOMORROW, "frequency": "daily"}, MISSED),
    "shared": Case(ON_THE_DAY, [AFTER], shared=True),
}
AT_EACH_CALL = {"timeout_before_effect", "timeout_after_effect"}
"""Of all faults the quickest: they use up a run's time. The others strike each write."""


class Kept(NamedTuple):
    """A rule in its ledger, to be seen as its people see it."""

    case: Case
    person: ApiClient
    rule_id: str
    books: Books

    def days_done(self) -> int:
        """How many days are done, each of them whole: what there is agrees with the rule."""
        rule = self.person.rule(self.rule_id).json
        expenses = self.person.list_all()
        amount = rule["amount_paise"]
        recorded = sorted(expense["date"] for expense in expenses)
        done = rule["asked"] if amount is None else recorded
        assert done == self.case.days[: len(done)]
        assert rule["last"] == (done[-1] if done else None)
        assert len(recorded) == (0 if amount is None else len(done))
        summary = self.person.summary().json
        if not self.case.shared:
            assert len(self.books.check(self.person)) == len(recorded)
        assert summary["count"] == len(recorded)
        assert summary["total_paise"] == len(recorded) * (amount or 0)
        return len(done)


@pytest.fixture(params=CASES)
def name(request):
    return request.param


@pytest.fixture
def case(name, monkeypatch):
    case = CASES[name]
    monkeypatch.setattr(keys, "DUE_SHARDS", case.shards)
    return case


@pytest.fixture
def begin(new_person, books):
    """Write a rule of a case; all are in one partition of the index, amid those read."""

    def begin(case):
        person = new_person()
        if case.shared:
            person = person.within(person.share().json)
        rule = person.recur(id=f"{str(uuid.uuid4())[:-1]}{SHARD}", **case.content)
        assert rule.status == 201, rule.bytes
        return Kept(case, person, rule.json["id"], books)

    return begin


@pytest.fixture
def run_with(client, four_days_later, monkeypatch):
    """Run once with calls that go wrong; tell how many did."""
    clock = Clock()
    monkeypatch.setattr(
        "tracker.daily_run.Deadline", partial(Deadline, clock=clock, sleep=clock.sleep)
    )

    def run_with(fault, goes_wrong, seconds):
        faulty = FaultyClient(client, clock, FAULTS[fault], goes_wrong)
        four_days_later(faulty)
        context = SimpleNamespace(get_remaining_time_in_millis=lambda: seconds * 1000)
        try:
            record_due.handler({}, context)
        finally:
            four_days_later(client)
        return faulty.struck

    return run_with


@pytest.fixture(scope="module")
def calls_known():
    """The calls of undisturbed runs, by the name of their case."""
    return {}


@pytest.fixture
def calls(name, case, calls_known, begin, client, four_days_later):  # noqa: PLR0917 -- fixtures
    """The calls of an undisturbed run of the case."""
    if name not in calls_known:
        run()  # what other tests have left due would have calls of its own
        kept = begin(case)
        counting = CountingClient(client)
        four_days_later(counting)
        run()
        four_days_later(client)
        assert kept.days_done() == len(case.days)
        calls_known[name] = counting.sent
    return calls_known[name]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_run_that_breaks_off_at_any_call_is_completed_by_the_next(
    begin, calls, run_with, fault, case
):
    assert calls.count("transact_write_items") == len(case.days)
    for number, call in enumerate(calls, start=1):
        if fault not in AT_EACH_CALL and call != "transact_write_items":
            continue
        kept = begin(case)
        before = calls[: number - 1].count("transact_write_items")
        with pytest.raises((record_due.UnfinishedError, BusyError)):
            run_with(fault, lambda it, first=number: it >= first, seconds=10)
        took_effect = FAULTS[fault].takes_effect and call == "transact_write_items"
        assert kept.days_done() == before + took_effect
        run()
        assert kept.days_done() == len(case.days)


@pytest.mark.parametrize("fault", [name for name in FAULTS if not FAULTS[name].writes_only])
def test_a_run_does_not_even_notice_that_each_of_its_calls_went_wrong_once(
    begin, calls, run_with, fault, case
):
    kept = begin(case)
    # The call after one that went wrong is its repetition.
    assert run_with(fault, lambda number: number % 2 == 1, seconds=60) == len(calls)
    assert kept.days_done() == len(case.days)
