"""One person adds and edits so many expenses in a day, and no more."""

import uuid
from itertools import product

import pytest

from tests.api_client import expense
from tracker.repository import keys
from tracker.repository.table import Table

MORNING, NEXT = "2026-11-25", "2026-11-26"


def rows(number, **content):
    return [expense(id=str(uuid.UUID(int=n)), **content) for n in range(1, number + 1)]


@pytest.fixture
def day_is(monkeypatch):
    """A function that makes it another day."""

    def be(day):
        monkeypatch.setattr("tracker.repository.tally.today", lambda: day)

    be(MORNING)
    return be


@pytest.fixture
def three(monkeypatch, day_is):
    """Three writes a day; and what is left of the day, in seconds."""
    monkeypatch.setenv("MAX_WRITES_PER_DAY", "3")
    for place in ("ledger", "merging"):
        monkeypatch.setattr(f"tracker.{place}.seconds_to_tomorrow", lambda: 4321)


@pytest.fixture
def counted(dynamodb):
    """A function that tells what the tally says of days."""

    def read(person="asha"):
        key = keys.primary(keys.of_person(person), keys.TALLY)
        item = dynamodb.get_item(TableName="expenses", Key=key).get("Item", {})
        return {name[1:]: int(it["N"]) for name, it in item.items() if name.startswith("w")}

    return read


def is_refused(answer):
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "tomorrow" in answer.json["detail"]
    return (answer.status, answer.headers["Retry-After"]) == (429, "4321")


def test_adds_and_edits_count_and_deletes_do_not(asha, day_is, counted):
    one, two = (asha.add().json for _ in range(2))
    asha.edit(one, description="Not the amount")
    asha.edit(two, amount_paise=9)
    asha.delete(two["id"])
    assert counted() == {MORNING: 4}


def test_what_is_refused_or_repeated_does_not_count(asha, day_is, counted):
    one = asha.add(id=str(uuid.UUID(int=1)), amount_paise=1).json
    assert asha.add(id=one["id"], amount_paise=1).status == 200
    assert asha.add(id=one["id"], amount_paise=2).status == 409
    assert asha.edit(one | {"version": 7}, amount_paise=2).status == 412
    edited = asha.edit(one, amount_paise=2)
    assert asha.edit(one, amount_paise=2).bytes == edited.bytes
    assert counted() == {MORNING: 2}


def test_beyond_them_adds_and_edits_are_refused_until_tomorrow(asha, three, day_is):
    one, *_ = (asha.add().json for _ in range(3))
    assert is_refused(asha.add())
    assert is_refused(asha.edit(one, description="Other"))
    assert is_refused(asha.edit(one, amount_paise=1))
    assert asha.get(one["id"]).json == one
    assert asha.summary().json["count"] == 3
    day_is(NEXT)
    assert asha.edit(one, description="Other").status == 200
    assert asha.add().status == 201


def test_deletes_always_work_and_give_no_write_back(asha, three):
    one, *_ = (asha.add().json for _ in range(3))
    assert asha.delete(one["id"]).status == 204
    assert is_refused(asha.add())
    assert is_refused(asha.add(id=one["id"]))


def test_a_repetition_of_what_was_done_is_answered_as_ever(asha, three):
    one = asha.add(id=str(uuid.UUID(int=1))).json
    edited = asha.edit(one, amount_paise=7).json
    asha.add()
    assert is_refused(asha.add())
    assert asha.edit(one, amount_paise=7).json == edited
    other = asha.add_many([expense(id=str(uuid.UUID(int=1)), amount_paise=7)]).json["results"]
    assert [row["status"] for row in other] == ["replayed"]
    repeated = asha.add(id=one["id"], amount_paise=7)
    assert (repeated.status, repeated.json) == (200, edited)


def test_the_ceiling_is_each_person_s_own(asha, ravi, three, counted):
    asha.add_many(rows(3))
    assert ravi.add().status == 201
    assert counted("ravi") == {MORNING: 1}


def test_a_batch_records_what_fits_into_the_day(asha, three, day_is):
    results = asha.add_many(rows(5)).json["results"]
    assert [row["status"] for row in results] == ["created"] * 3 + ["invalid"] * 2
    assert results[4]["problem"]["status"] == 429
    assert "tomorrow" in results[4]["problem"]["detail"]
    day_is(NEXT)
    again = asha.add_many(rows(5)).json["results"]
    assert [row["status"] for row in again] == ["replayed"] * 3 + ["created"] * 2


def test_a_change_of_many_changes_what_fits_and_tries_no_further(asha, three, day_is, monkeypatch):
    stored = []
    for day in (MORNING, NEXT):
        day_is(day)
        stored += [asha.add().json for _ in range(2)]
    transact, sent = Table.transact, []

    def note(table, actions, deadline):
        sent.append(actions)
        transact(table, actions, deadline)

    monkeypatch.setattr(Table, "transact", note)
    unchanged, *others = stored
    results = asha.change_many([*others, unchanged], category="rent").json["results"]
    assert [row["status"] for row in results] == ["changed", *["invalid"] * 3]
    assert [row["problem"]["status"] for row in results[1:]] == [429] * 3
    assert results[1]["expense"] == others[1]
    assert len(sent) == 2
    as_they_are = asha.change_many([unchanged], category=unchanged["category"])
    assert as_they_are.json["results"][0]["status"] == "changed"
    deleted = asha.change_many(others[1:], delete=True).json["results"]
    assert [row["status"] for row in deleted] == ["changed"] * 2


def test_a_merge_stops_and_goes_on_tomorrow(asha, three, day_is):
    pets = asha.add_category(name="Pets").json["id"]
    asha.add_many(rows(2, category=pets))
    refused = asha.delete_category(pets, move_to="rent")
    assert is_refused(refused)
    day_is(NEXT)
    assert asha.delete_category(pets, move_to="rent").status == 204
    assert len(asha.list(category="rent").json["items"]) == 2


def test_a_day_forgets_those_before_it(asha, day_is, counted):
    for day in ("2026-10-31", MORNING, "2026-12-01", "2026-12-02"):
        day_is(day)
        asha.add()
    assert counted() == {"2026-12-02": 1}


def test_who_wrote_long_ago_may_write_as_much_as_anybody(asha, three, day_is):
    asha.add_many(rows(3))
    day_is("2027-11-25")
    assert [asha.add().status for _ in range(4)] == [201, 201, 201, 429]


def test_a_full_ledger_is_told_as_such(asha, three, monkeypatch):
    monkeypatch.setenv("MAX_STORED_EXPENSES", "2")
    asha.add_many(rows(2))
    assert "delete some" in asha.add().json["detail"]


@pytest.mark.usefixtures("three")
class TestSharedLedgers:
    @pytest.fixture
    def home(self, asha, ravi):
        home = asha.share("Home").json
        asha.let_in(home, ravi)
        return home

    def test_what_is_written_there_counts_for_who_writes_it(self, asha, ravi, home, counted):
        asha.within(home).add_many(rows(2))
        ravi.within(home).add()
        assert (counted("asha"), counted("ravi")) == ({MORNING: 2}, {MORNING: 1})
        assert asha.add().status == 201
        assert is_refused(asha.add())
        assert is_refused(asha.within(home).add())
        assert ravi.within(home).add().status == 201

    def test_edits_and_batches_there_keep_what_fits(self, asha, home):
        there = asha.within(home)
        one = there.add(id=str(uuid.UUID(int=1))).json
        results = there.add_many(rows(4)).json["results"]
        assert [row["status"] for row in results] == ["replayed", "created", "created", "invalid"]
        assert is_refused(there.edit(one, description="Other"))
        assert is_refused(there.edit(one, amount_paise=7))
        assert there.get(one["id"]).json == one
        assert there.delete(one["id"]).status == 204

    def test_what_fills_a_ledger_is_told_as_such(self, asha, home, monkeypatch):
        monkeypatch.setenv("MAX_STORED_EXPENSES", "1")
        there = asha.within(home)
        there.add()
        assert "delete some" in there.add().json["detail"]

    def test_a_move_counts_as_a_write_of_who_moves_whichever_way(self, asha, home, counted):
        mine = asha.add().json
        asha.transfer([mine], home)
        assert counted("asha") == {MORNING: 2}
        asha.within(home).transfer([mine], None)
        assert counted("asha") == {MORNING: 3}
        assert asha.summary().json["count"] == 1

    def test_a_copy_counts_as_a_write_and_the_same_again_does_not(self, asha, home, counted):
        mine = asha.add().json
        for _ in range(2):
            answer = asha.transfer([mine], home, copy=True)
            assert [row["status"] for row in answer.json["results"]] == ["copied"]
        assert counted("asha") == {MORNING: 2}

    def test_one_between_two_shared_ledgers_counts_for_who_takes_it(
        self, asha, ravi, home, counted
    ):
        trip = ravi.share("Goa").json
        shared = asha.within(home).add().json
        ravi.within(home).transfer([shared], trip, by="ravi")
        assert (counted("asha"), counted("ravi")) == ({MORNING: 1}, {MORNING: 1})

    @pytest.fixture
    def sent(self, monkeypatch):
        """The transactions that were sent."""
        transact, sent = Table.transact, []

        def note(table, actions, deadline):
            sent.append(actions)
            transact(table, actions, deadline)

        monkeypatch.setattr(Table, "transact", note)
        return sent

    @pytest.mark.parametrize(("copy", "out"), [*product([False, True], repeat=2)])
    def test_beyond_the_day_none_goes_and_no_more_are_tried(self, asha, home, sent, copy, out):
        source, target = (asha, asha.within(home)) if out else (asha.within(home), asha)
        to = home if out else None
        kept, *others = source.add_many(rows(3)).json["results"]
        seen = [{"id": row["id"], "version": 1} for row in (kept, *others)]
        before = source.summary().json
        sent.clear()
        answer = source.transfer(seen, to, copy=copy).json["results"]
        assert [row["status"] for row in answer] == ["invalid"] * 3
        assert {row["problem"]["status"] for row in answer} == {429}
        assert "tomorrow" in answer[0]["problem"]["detail"]
        assert len(sent) == 1
        assert source.summary().json == before
        assert target.summary().json["count"] == 0

    @pytest.mark.parametrize("copy", [False, True])
    def test_what_did_not_go_goes_tomorrow(self, asha, home, day_is, copy):
        seen = [{"id": row["id"], "version": 1} for row in asha.add_many(rows(3)).json["results"]]
        asha.transfer(seen, home, copy=copy)
        day_is(NEXT)
        answer = asha.transfer(seen, home, copy=copy).json["results"]
        assert [row["status"] for row in answer] == ["copied" if copy else "moved"] * 3

    def test_what_is_copied_already_is_told_so_beyond_the_day(self, asha, home):
        first, second = (asha.add().json for _ in range(2))
        asha.transfer([second], home, copy=True)
        answer = asha.transfer([first, second], home, copy=True).json["results"]
        assert [row["status"] for row in answer] == ["invalid", "copied"]

    def test_what_is_moved_already_is_told_so_beyond_the_day(self, asha, home):
        first, second = (asha.add().json for _ in range(2))
        asha.transfer([second], home)
        answer = asha.transfer([first, second], home).json["results"]
        assert [row["status"] for row in answer] == ["invalid", "moved"]
