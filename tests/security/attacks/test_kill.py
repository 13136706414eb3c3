"""The database and every function killed in the midst of writing, twice; nothing is wrong after.

The emulator loses the last seconds before a kill, also of what it acknowledged (docs/local.md), as
DynamoDB would not. So each client does what one does that cannot know what arrived: it sends all of
its writes again, in their order.
"""

import json
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from local import emulator, stack
from local.settings import Settings
from tests.security.attacks.histories import check_totals, histories, ledger, send
from tests.security.attacks.people import Person, wrong_counts

WRITES = 1_000
CLIENTS = 8
KILLED_AFTER = (350, 700)
"""Writes acknowledged in a round, after which the round is cut short."""


@pytest.fixture
def settings():
    """The private stack that `tests/with_stack.py` started, and that may be killed."""
    if "LOCAL_DIR" not in os.environ:
        pytest.skip("kills the stack that it runs on: only on one of its own, by `make attack`")
    return Settings.from_environment()


class Round:
    """All clients send all their writes, until done or until the stack is killed."""

    def __init__(self, person: Person, parts: list[list]) -> None:
        self.acknowledged = 0
        self.broken = threading.Event()
        self._lock = threading.Lock()
        self._person = person
        self._pool = ThreadPoolExecutor(CLIENTS)
        self.clients = [self._pool.submit(self._send_all, part) for part in parts]

    def _send_all(self, part) -> None:
        with self._person.client() as client:
            for history in part:
                for step in range(len(history.steps)):
                    try:
                        answer = send(client, history, step)
                    except httpx.TransportError:
                        self.broken.set()
                    else:
                        if answer.status_code >= 500:
                            self.broken.set()
                    if self.broken.is_set():
                        return
                    with self._lock:
                        self.acknowledged += 1

    def wait(self, seconds: float) -> None:
        for client in self.clients:
            client.result(seconds)


def kill(settings: Settings) -> None:
    """Kill the emulator and its children, the Lambda workers, at once and without warning."""
    record = json.loads((settings.folder / "emulator.pid").read_text())
    os.killpg(record["pid"], signal.SIGKILL)
    deadline = time.monotonic() + 30
    while emulator.process(settings).running():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.timeout(1200)
def test_a_killed_database_and_retries_leave_ledger_and_totals_exact(settings):
    assert Path(os.environ["EXPENSE_TRACKER_LOCAL"]).resolve() == settings.folder.resolve()
    person = Person("killed")
    # The address and the categories must be in a checkpoint, as after any minute of use.
    time.sleep(10)
    drawn = histories(WRITES, person.categories, seed=7)
    parts = [drawn[number::CLIENTS] for number in range(CLIENTS)]

    for acknowledged in KILLED_AFTER:
        cut_short = Round(person, parts)
        deadline = time.monotonic() + 300
        while cut_short.acknowledged < acknowledged:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        kill(settings)
        cut_short.wait(180)
        assert cut_short.broken.is_set()
        stack.up(settings, "make attack")

    last = Round(person, parts)
    last.wait(600)
    assert not last.broken.is_set()
    assert last.acknowledged == WRITES

    with person.client() as client:
        expenses = ledger(client)
        assert expenses == {it.expense_id: it.end for it in drawn if it.end}
        check_totals(client, expenses)
    assert wrong_counts(person) == []
