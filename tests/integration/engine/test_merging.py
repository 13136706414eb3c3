"""A category is merged while its expenses change, and while calls of DynamoDB go wrong."""

import uuid
from functools import partial

import pytest

from tests.api_client import expense
from tracker.clock import today
from tracker.deadline import Deadline

from .faults import FAULTS, Clock, CountingClient, FaultyClient
from .interposing import InterposedClient
from .scenarios import CHAI, NEW, at_home
from .test_concurrency import at_once


@pytest.fixture
def clock(monkeypatch):
    """Time that passes only when a fault or a pause takes it."""
    clock = Clock()
    monkeypatch.setattr("api.events.Deadline", partial(Deadline, clock=clock, sleep=clock.sleep))
    return clock


def spread(number, category):
    """Expenses of so many months that they need several transactions."""
    return [
        expense(id=NEW.format(n), date=f"{2000 + n}-01-01", category=category, reference=f"UTR{n}")
        for n in range(number)
    ]


def merge(person, home):
    return person.delete_category(home.puja, move_to="groceries")


# One fault before and one after the effect; `test_faults.py` has all, of smaller operations.
@pytest.mark.parametrize("name", ["throttled", "timeout_after_effect"])
def test_an_interrupted_merge_is_right_at_each_step_and_goes_on(  # noqa: PLR0917 -- fixtures
    new_person, books, client, clock, operations_use, name
):
    def prepared():
        person = new_person()
        home = at_home(person)
        person.add_many(spread(35, home.puja))
        person.recur(category=home.puja, start="2100-01-01")
        return person, home

    person, home = prepared()
    counting = CountingClient(client)
    operations_use(counting)
    assert merge(person, home).status == 204
    operations_use(client)
    after = books.statement(person)
    for number in range(1, len(counting.sent) + 1):
        person, home = prepared()
        faulty = FaultyClient(
            client, clock, FAULTS[name], lambda call, number=number: call >= number
        )
        operations_use(faulty)
        answer = merge(person, home)
        operations_use(client)
        if not faulty.struck:
            assert answer.status == 204
            continue
        assert answer.status == 503
        books.check(person)
        again = merge(person, home)
        assert again.status == 204 or (again.status == 404 and books.statement(person) == after)
        assert books.statement(person) == after
        assert [rule["category"] for rule in person.rules()] == ["groceries"]


@pytest.mark.parametrize("change", ["edit", "delete", "reopen", "rename", "recur"])
def test_what_changes_meanwhile_is_moved_as_it_is(asha, books, client, operations_use, change):
    home = at_home(asha)
    rule = asha.recur(category=home.puja, start=today(), amount_paise=None).json
    asha.edit_category(home.puja, archived=change != "recur")

    def act():
        operations_use(client)
        match change:
            case "edit":
                assert asha.edit(home.chai, amount_paise=1_700).status == 200
            case "delete":
                assert asha.delete(CHAI).status == 204
            case "reopen":
                assert asha.edit_category(home.puja, archived=False).status == 200
                assert asha.add(id=NEW.format(1), category=home.puja).status == 201
            case "rename":
                assert asha.edit_category(home.puja, name="Temple").status == 200
            case "recur":
                told = asha.confirm(rule["id"], rule["asked"][0], 900)
                assert (told.status, told.json["category"]) == (201, home.puja)

    operations_use(InterposedClient(client, act))
    assert merge(asha, home).status == 204
    expenses = books.check(asha)
    assert all(one["category"] != home.puja for one in expenses.values())
    if change == "edit":
        assert expenses[CHAI]["amount_paise"] == 1_700
    assert (CHAI in expenses) is (change != "delete")
    (moved,) = asha.rules()
    assert (moved["category"], len(moved["asked"])) == ("groceries", int(change != "recur"))
    assert len([one for one in asha.categories() if not one["builtin"]]) == 0


def test_a_target_that_is_archived_meanwhile_refuses(asha, books, client, operations_use):
    home = at_home(asha)
    target = asha.add_category(name="Temple").json["id"]
    asha.edit_category(home.puja, archived=True)

    def act():
        operations_use(client)
        asha.edit_category(target, archived=True)

    operations_use(InterposedClient(client, act))
    answer = asha.delete_category(home.puja, move_to=target)
    assert (answer.status, answer.wrong_fields) == (400, ["move_to"])
    assert books.check(asha)[CHAI]["category"] == home.puja


def test_merges_edits_and_adds_at_once_leave_everything_right(asha, books):
    home = at_home(asha)
    rows = spread(40, home.puja)
    asha.add_many(rows)
    asha.seconds = 60

    def edit(row):
        stored = asha.get(row["id"]).json
        return asha.edit(stored, amount_paise=7)

    def add():
        return asha.add(id=str(uuid.uuid4()), category=home.puja)

    acts = [partial(edit, row) for row in rows[:6]] + [add] * 4
    answers = at_once(*[partial(merge, asha, home)] * 2, *acts)
    assert sorted(answer.status for answer in answers[:2]) in ([204, 204], [204, 404])
    assert {answer.status for answer in answers[2:8]} <= {200, 412, 422}
    assert {answer.status for answer in answers[8:]} <= {201, 422}
    expenses = books.check(asha)
    added = sum(answer.status == 201 for answer in answers[8:])
    assert len(expenses) == 42 + added
    assert all(one["category"] != home.puja for one in expenses.values())
