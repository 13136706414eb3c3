"""The daily run, as Lambda calls it: what is due by anybody's rules is recorded, each day once."""

import json
from types import SimpleNamespace

import pytest

from api.pseudonym import pseudonym
from jobs import record_due
from tracker import daily_run, recording
from tracker.errors import BusyError
from tracker.repository import keys
from tracker.repository.recurring import RuleRepository
from tracker.repository.table import Table

MIDNIGHT_PASSED = "2026-12-01"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    """A function that makes it another day in India; it is the 25th of November."""

    def make_it(day):
        for place in ("tracker.rules", "tracker.recording", "jobs.record_due"):
            monkeypatch.setattr(f"{place}.today", lambda: day)

    make_it("2026-11-25")
    return make_it


def run(seconds=900):
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: seconds * 1000)
    return record_due.handler({}, context)


def days_recorded(person, **query):
    return sorted(item["date"] for item in person.list_all(**query))


def test_each_rule_is_recorded_on_its_day_whoever_s_it_is(asha, ravi, day):
    rent = asha.recur(start="2026-12-01").json
    later = asha.recur(start="2026-12-02").json
    milk = ravi.recur(start="2026-11-28", frequency="weekly").json
    assert run() == {"days": 0, "left": 0, "faults": 0}
    day(MIDNIGHT_PASSED)
    assert run()["days"] == 2
    assert [item["rule"] for item in asha.list_all()] == [rent["id"]]
    assert asha.rule(rent["id"]).json["next"] == "2027-01-01"
    assert asha.rule(later["id"]).json["next"] == "2026-12-02"
    assert days_recorded(ravi, rule=milk["id"]) == ["2026-11-28"]
    assert asha.summary().json["total_paise"] == 25_000_00


def test_running_again_records_nothing_again(asha, day):
    asha.recur()
    day("2026-12-05")
    assert [run()["days"] for _ in range(3)] == [1, 0, 0]
    assert days_recorded(asha) == ["2026-11-01", "2026-12-01"]


def test_all_that_was_missed_is_recorded_each_on_its_own_day(asha, day):
    asha.recur(day=31, start="2026-11-30")
    asha.recur(start="2026-12-01", frequency="daily", count=3, category="groceries")
    day("2027-03-31")
    assert run()["days"] == 8
    assert days_recorded(asha, category="rent") == [
        *("2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"),
    ]
    assert len(days_recorded(asha, category="groceries")) == 3
    assert asha.rules()[1]["state"] == "ended"


def test_a_rule_that_is_paused_ended_or_deleted_is_not_in_the_index(asha, day, dynamodb):
    paused = asha.recur(start="2026-12-01").json
    asha.edit_rule(paused, paused=True)
    asha.recur(frequency="daily", start="2026-11-25", count=1)
    asha.delete_rule(asha.recur(start="2026-12-01").json["id"])
    assert dynamodb.scan(TableName="expenses", IndexName="due")["Count"] == 0
    day("2027-01-01")
    assert run()["days"] == 0


def test_what_asks_for_its_amount_becomes_something_to_confirm(asha, day):
    rule = asha.recur(amount_paise=None).json
    day(MIDNIGHT_PASSED)
    assert run()["days"] == 1
    assert asha.rule(rule["id"]).json["asked"] == ["2026-11-01", "2026-12-01"]
    assert asha.list_all() == []


@pytest.mark.parametrize("builtin", [True, False])
def test_a_rule_waits_for_its_category_and_then_all_is_recorded(asha, day, builtin):
    category = "rent" if builtin else asha.add_category(name="Flat").json["id"]
    asha.recur(category=category)
    asha.edit_category(category, archived=True)
    day("2027-01-02")
    assert run() == {"days": 0, "left": 0, "faults": 0}
    assert asha.rules()[0]["state"] == "waiting"
    asha.edit_category(category, archived=False)
    assert run()["days"] == 2
    assert days_recorded(asha) == ["2026-11-01", "2026-12-01", "2027-01-01"]


def test_a_rule_waits_for_a_category_that_is_gone(asha, day):
    own = asha.add_category(name="Flat").json["id"]
    asha.recur(category=own, start="2026-12-01")
    assert asha.delete_category(own).status == 204
    day(MIDNIGHT_PASSED)
    assert run()["days"] == 0
    assert (asha.rules()[0]["state"], asha.list_all()) == ("waiting", [])


def test_a_day_that_is_on_record_is_not_recorded_again(asha, day):
    rule = asha.recur(start="2026-12-01").json
    day(MIDNIGHT_PASSED)
    run()
    (stored,) = asha.list_all()
    asha.delete_rule(rule["id"])
    asha.recur(id=rule["id"], start="2026-12-01")
    assert asha.list_all() == [stored]
    assert asha.rule(rule["id"]).json["next"] == "2027-01-01"


def test_an_edit_that_comes_in_between_is_not_lost(asha, day, monkeypatch):
    rule = asha.recur(start="2026-12-01").json
    day(MIDNIGHT_PASSED)
    record = RuleRepository.record_due
    edited = []

    def edit_first(repository, before, after, expense, **how):
        if not edited:
            edited.append(True)
            day("2026-11-30")
            assert asha.edit_rule(rule, amount_paise=26_000_00).status == 200
            day(MIDNIGHT_PASSED)
        return record(repository, before, after, expense, **how)

    monkeypatch.setattr(RuleRepository, "record_due", edit_first)
    assert run()["days"] == 1
    assert [item["amount_paise"] for item in asha.list_all()] == [26_000_00]
    assert asha.rule(rule["id"]).json["amount_paise"] == 26_000_00


def test_a_rule_deleted_in_between_records_nothing(asha, day, monkeypatch):
    rule = asha.recur(start="2026-12-01").json
    day(MIDNIGHT_PASSED)
    record = RuleRepository.record_due

    def delete_first(repository, *written, **how):
        asha.delete_rule(rule["id"])
        return record(repository, *written, **how)

    monkeypatch.setattr(RuleRepository, "record_due", delete_first)
    assert run()["days"] == 0
    assert asha.list_all() == []


def test_a_run_whose_time_ends_says_so_and_the_next_one_goes_on(asha, ravi, day):
    for person in (asha, ravi):
        person.recur(start="2026-12-01")
    day(MIDNIGHT_PASSED)
    with pytest.raises(record_due.UnfinishedError):
        run(seconds=1)
    assert (asha.list_all(), ravi.list_all()) == ([], [])
    assert run()["days"] == 2


def test_an_index_that_cannot_be_read_is_told_as_what_is_left(ravi, day, monkeypatch, logged):
    ravi.recur(start="2026-12-01")
    day(MIDNIGHT_PASSED)

    def busy(*_, **__):
        raise BusyError

    with monkeypatch.context() as patch:
        patch.setattr(Table, "query", busy)
        with pytest.raises(record_due.UnfinishedError):
            run()
    (line,) = [json.loads(it) for it in logged().splitlines() if "left" in it]
    assert line["left"] == len(keys.DUE_SHARDS)
    assert run()["days"] == 1


def test_a_bug_with_one_persons_rule_is_followed_by_what_stands_for_them(
    asha, day, monkeypatch, logged
):
    asha.recur(start="2026-12-01")
    day(MIDNIGHT_PASSED)
    monkeypatch.setenv("PERSON_KEY", "key")

    def broken(*_, **__):
        raise LookupError

    monkeypatch.setattr(daily_run, "catch_up", broken)
    assert run()["faults"] == 1
    lines = [json.loads(it) for it in logged().splitlines() if '"fault"' in it]
    assert [it["person"] for it in lines] == [pseudonym("asha", "key")]


def test_a_busy_database_leaves_a_rule_to_the_next_run(asha, ravi, day, monkeypatch):
    for person in (asha, ravi):
        person.recur(start="2026-12-01")
    day(MIDNIGHT_PASSED)
    record = RuleRepository.record_due

    def busy_for_ravi(repository, *written, **how):
        if repository.owner == "USER#ravi":
            raise BusyError
        return record(repository, *written, **how)

    with monkeypatch.context() as patch:
        patch.setattr(RuleRepository, "record_due", busy_for_ravi)
        with pytest.raises(record_due.UnfinishedError):
            run()
    assert (days_recorded(asha), days_recorded(ravi)) == (["2026-12-01"], [])
    assert run()["days"] == 1
    assert days_recorded(ravi) == ["2026-12-01"]


def test_a_bug_with_one_rule_rings_and_leaves_the_others_alone(asha, day, monkeypatch, logged):
    for amount in (1, 2, 3):
        asha.recur(start="2026-12-01", amount_paise=amount, description="secret")
    day(MIDNIGHT_PASSED)
    catch_up = recording.catch_up

    def broken(repository, rule, **how):
        if rule.amount_paise == 2:
            raise ZeroDivisionError("secret")
        return catch_up(repository, rule, **how)

    monkeypatch.setattr(daily_run, "catch_up", broken)
    assert run() == {"days": 2, "left": 0, "faults": 1}
    told = logged()
    assert '"Faults"' in told
    assert "ZeroDivisionError" in told
    assert "secret" not in told


def test_a_rule_that_cannot_be_read_rings_and_leaves_the_others_alone(
    asha, ravi, day, dynamodb, logged
):
    broken = asha.recur(start="2026-12-01").json["id"]
    for person in (asha, ravi):
        person.recur(start="2026-12-01", description="secret")
    (item,) = (it for it in dynamodb.scan(TableName="expenses")["Items"] if broken in it["SK"]["S"])
    dynamodb.put_item(TableName="expenses", Item=item | {"frequency": {"S": "hourly"}})
    day(MIDNIGHT_PASSED)
    assert run() == {"days": 2, "left": 0, "faults": 1}
    assert (len(asha.list_all()), len(ravi.list_all())) == (1, 1)
    told = logged()
    assert '"Faults"' in told
    assert "secret" not in told


def test_rules_are_spread_over_the_index():
    assert len({keys.due_shard(f"0189-{digit:x}") for digit in range(16)}) == 16


def test_what_a_run_records_does_not_count_as_what_the_person_wrote(asha, day, monkeypatch):
    monkeypatch.setenv("MAX_WRITES_PER_DAY", "2")
    asha.add(date="2026-11-01")
    asha.add(date="2026-11-02")
    asha.recur(start="2026-12-01")
    day(MIDNIGHT_PASSED)
    assert run()["days"] == 1
    assert asha.summary(**{"from": "2026-12-01"}).json["count"] == 1
    assert asha.add().status == 429


def test_what_a_person_could_not_have_recorded_at_once_the_next_run_records(asha, day, monkeypatch):
    monkeypatch.setenv("MAX_WRITES_PER_DAY", "2")
    rule = asha.recur(start="2026-11-20", frequency="daily").json
    assert (rule["next"], days_recorded(asha)) == ("2026-11-22", ["2026-11-20", "2026-11-21"])
    assert run()["days"] == 4
    assert len(days_recorded(asha)) == 6
