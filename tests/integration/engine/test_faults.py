"""Whatever call of DynamoDB goes wrong, in whatever way: all is done or nothing, and it is said.

Each operation is run once undisturbed, which counts its calls; then anew for each of them, with
that call going wrong once, and with it and all that follow going wrong.
"""

from functools import partial
from typing import Any, NamedTuple

import pytest

from tracker.deadline import Deadline

from .faults import FAULTS, Clock, CountingClient, FaultyClient
from .scenarios import SCENARIOS


@pytest.fixture
def clock(monkeypatch):
    """Time that passes only when a fault or a pause takes it; operations read it, too."""
    clock = Clock()
    monkeypatch.setattr("api.events.Deadline", partial(Deadline, clock=clock, sleep=clock.sleep))
    return clock


@pytest.fixture(params=SCENARIOS)
def scenario(request):
    return SCENARIOS[request.param]


@pytest.fixture(params=FAULTS)
def fault(request):
    return FAULTS[request.param]


class Undisturbed(NamedTuple):
    """What an operation makes of what there is, and the calls that it takes."""

    before: dict[str, Any]
    after: dict[str, Any]
    calls: list[str]


@pytest.fixture(scope="module")
def undisturbed_runs():
    """What is known already, by scenario."""
    return {}


@pytest.fixture
def undisturbed(  # noqa: PLR0917 -- fixtures
    scenario, new_person, books, client, operations_use, undisturbed_runs
):
    if scenario not in undisturbed_runs:
        person = new_person()
        known = scenario.prepare(person)
        before = books.statement(person)
        counting = CountingClient(client)
        operations_use(counting)
        assert scenario.send(person, known).status == scenario.done
        operations_use(client)
        undisturbed_runs[scenario] = Undisturbed(before, books.statement(person), counting.sent)
    return undisturbed_runs[scenario]


@pytest.fixture
def disturbed(  # noqa: PLR0917 -- fixtures
    scenario, fault, undisturbed, new_person, client, clock, operations_use
):
    """Run the operation once for each of its calls, which go wrong; yield what came of each run."""

    def runs(goes_wrong):
        for number, call in enumerate(undisturbed.calls, start=1):
            if fault.writes_only and call != "transact_write_items":
                continue
            person = new_person()
            known = scenario.prepare(person)
            faulty = FaultyClient(client, clock, fault, partial(goes_wrong, number))
            operations_use(faulty)
            begun = clock.now
            answer = scenario.send(person, known)
            operations_use(client)
            assert faulty.struck
            assert clock.now - begun < person.seconds
            yield person, partial(scenario.send, person, known), answer

    return runs


def test_a_passing_fault_is_not_even_noticed(scenario, disturbed, undisturbed, books):
    for person, _, answer in disturbed(lambda number, call: call == number):
        assert answer.status == scenario.done
        assert books.statement(person) == undisturbed.after


def test_a_lasting_fault_leaves_all_or_nothing_and_sending_it_again_does_it_once(
    scenario, disturbed, undisturbed, books
):
    before, after, _ = undisturbed
    for person, send_again, answer in disturbed(lambda number, call: call >= number):
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "1"
        assert answer.headers["Content-Type"] == "application/problem+json"
        left = books.statement(person)
        assert left in (before, after) or _is_part(left, before, after)
        again = send_again()
        assert again.status == scenario.done or (
            left == after and again.status in scenario.done_already
        )
        assert books.statement(person) == after


def _is_part(left, before, after):
    """Tell whether whole expenses of a batch are there and others not."""
    return (
        left["categories"] == before["categories"] == after["categories"]
        and before["expenses"].items() <= left["expenses"].items() <= after["expenses"].items()
        and len(after["expenses"]) - len(before["expenses"]) > 1
    )
