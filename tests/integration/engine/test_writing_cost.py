"""What a write costs in write units, exactly, in one's own ledger and in a shared one."""

import pytest

from bench.recording import RecordingClient

OWN = {
    "plain": (8, {}),
    "with a tag": (12, {"tags": ["trip"]}),
    "with a reference": (10, {"reference": "UTR1"}),
}
"""Adds to one's own ledger, and what each cost before any were shared (docs/decisions/bench.md)."""

SHARED_ADD = 12
"""The member, demanded in the transaction, and the writer's day in their own tally are 2 each."""

COPY, MOVE = 14, 18
"""From one's own ledger into a shared one. A copy demands the expense in the version seen, 2; a
move takes it away from where it was: 6 and what the other ledger's add costs."""

COPY_OUT, MOVE_OUT = 12, 18
"""From a shared ledger into one's own: the same, and the member, demanded there."""

COPY_ACROSS, MOVE_ACROSS = 16, 22
"""From one shared ledger into another: the member is demanded in both."""

WORST = 120
"""Of an expense with as much to it as it may have, as docs/architecture.md reckons with."""


@pytest.fixture
def home(asha, ravi):
    ledger = asha.share("Home").json
    asha.let_in(ledger, ravi)
    return ledger


@pytest.fixture
def units(client, operations_use):
    """A function that sends a request, and tells how many write units it took."""
    recording = RecordingClient(client)
    operations_use(recording)

    def sent(request, *args, **kwargs):
        costs = {}
        with recording.cost_of(costs, "it"):
            answer = request(*args, **kwargs)
        assert answer.status in (200, 201), answer.json
        return costs["it"].write

    return sent


@pytest.mark.parametrize("kind", OWN)
def test_an_add_to_ones_own_ledger_costs_what_it_did_before_any_were_shared(asha, units, kind):
    number, content = OWN[kind]
    asha.add()
    assert units(asha.add, **content) == number


@pytest.mark.parametrize("kind", OWN)
def test_nor_does_it_cost_more_for_who_shares_others(asha, home, units, kind):
    number, content = OWN[kind]
    asha.within(home).add()
    assert units(asha.add, **content) == number


@pytest.mark.parametrize("number", [0, 40])
def test_an_add_to_a_shared_ledger_costs_a_few_units_however_much_is_in_it(
    asha, ravi, home, units, number
):
    ours = asha.within(home)
    for day in range(number):
        ours.add(date=f"2026-07-{day % 28 + 1:02}")
    assert units(ours.add) == SHARED_ADD
    assert units(ours.add, by=ravi.id) == SHARED_ADD
    assert units(ravi.within(home).add) == SHARED_ADD


def test_a_move_and_a_copy_cost_both_ledgers_shares_and_one_write_of_the_day(asha, home, units):
    mine = asha.add().json
    assert units(asha.transfer, [mine], home, copy=True) == COPY
    other = asha.add().json
    assert units(asha.transfer, [other], home) == MOVE
    assert units(asha.within(home).transfer, [other], None) == MOVE_OUT


def test_out_of_a_shared_ledger_they_cost_the_demand_of_the_member_and_a_copy_no_revision(
    asha, home, units
):
    ours, trip = asha.within(home), asha.share("Trip").json
    shared, mine, other = (ours.add().json for _ in range(3))
    assert units(ours.transfer, [mine], None, copy=True) == COPY_OUT
    assert units(ours.transfer, [shared], trip, copy=True) == COPY_ACROSS
    assert units(ours.transfer, [other], trip) == MOVE_ACROSS


def test_the_most_that_one_write_of_the_day_can_cost(asha, home, units):
    ours = asha.within(home)
    pets, _ = (who.add_category(name="Pets").json["id"] for who in (asha, ours))
    tags, others = ([f"{name} {number}" for number in range(10)] for name in ("tag", "other"))
    mine = asha.add(category=pets, tags=tags, reference="UTR1").json
    change = {"tags": others, "reference": "UTR2", "category": "rent", "date": "2026-01-05"}
    costs = [units(asha.transfer, [mine], home)]
    shared = ours.get(mine["id"]).json
    costs.append(units(ours.edit, shared, **change, amount_paise=7))
    costs.append(units(ours.transfer, [ours.get(mine["id"]).json], None))
    assert asha.get(mine["id"]).json["tags"] == others
    assert WORST - 10 < max(costs) <= WORST
