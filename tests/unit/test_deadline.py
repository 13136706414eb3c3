"""Waiting for a busy database."""

import pytest

from tracker import deadline as deadline_module
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


def test_a_run_of_a_quarter_of_an_hour_pauses_to_its_end():
    clock = Clock()
    deadline = Deadline(900, clock=clock.now, sleep=clock.sleep)
    with pytest.raises(BusyError):
        pause_for_ever(deadline)
    assert deadline.pauses > 2_000
    assert max(clock.sleeps) <= LONGEST_PAUSE


def test_nothing_is_begun_after_the_time_is_up():
    clock = Clock()
    deadline = Deadline(RESERVE + 1, clock=clock.now, sleep=clock.sleep)
    deadline.check()
    clock.time += 2
    with pytest.raises(BusyError):
        deadline.check()


class Longest:
    """Draws the most of every range, and remembers the ranges."""

    def __init__(self):
        self.ranges = []

    def uniform(self, low, high):
        self.ranges.append((low, high))
        return high


@pytest.fixture
def jitter(monkeypatch):
    """What pauses are drawn by."""
    drawn = Longest()
    monkeypatch.setattr(deadline_module, "JITTER", drawn)
    return drawn


def test_each_pause_is_drawn_from_a_range_twice_as_long_up_to_the_longest(jitter):
    clock = Clock()
    deadline = Deadline(20, clock=clock.now, sleep=clock.sleep)
    for _ in range(6):
        deadline.pause()
    assert jitter.ranges == [(0, 0.025), (0, 0.05), (0, 0.1), (0, 0.2), (0, 0.4), (0, 0.4)]
    assert clock.sleeps == [high for _, high in jitter.ranges]


def test_the_last_moment_is_too_late(jitter, monkeypatch):
    # None kept back, so that the sums are exact.
    monkeypatch.setattr(deadline_module, "RESERVE", 0)
    clock = Clock()
    clock.time = 0.0
    Deadline(0.03, clock=clock.now, sleep=clock.sleep).pause()
    clock.time = 0.0
    with pytest.raises(BusyError):
        # A pause that ends when the time does leaves none for an attempt.
        Deadline(0.025, clock=clock.now, sleep=clock.sleep).pause()
    assert clock.sleeps == [0.025]
    with pytest.raises(BusyError):
        Deadline(0, clock=clock.now).check()


def test_the_time_is_the_machines_and_a_pause_is_slept():
    deadline = Deadline(RESERVE + 60)
    deadline.check()
    deadline.pause()
    with pytest.raises(BusyError):
        Deadline(RESERVE - 1).check()
