"""Waiting for a busy database."""

import pytest

from tracker.deadline import LONGEST_PAUSE, RESERVE, Deadline
from tracker.errors import BusyError


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.time = 100.0
        self.sleeps = []

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.time += seconds


def pause_for_ever(deadline):
    while True:
        deadline.pause()


def test_pauses_go_on_until_the_time_is_up_and_never_beyond():
    clock = Clock()
    deadline = Deadline(20, clock=clock.now, sleep=clock.sleep)
    with pytest.raises(BusyError):
        pause_for_ever(deadline)
    assert clock.time <= 120 - RESERVE
    assert max(clock.sleeps) <= LONGEST_PAUSE
    assert deadline.pauses == len(clock.sleeps) > 5


def test_nothing_is_begun_after_the_time_is_up():
    clock = Clock()
    deadline = Deadline(RESERVE + 1, clock=clock.now, sleep=clock.sleep)
    deadline.check()
    clock.time += 2
    with pytest.raises(BusyError):
        deadline.check()
