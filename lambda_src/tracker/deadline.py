"""How long an operation may still take, and how it waits for a busy database."""

import random
import time
from collections.abc import Callable

from tracker.errors import BusyError

FIRST_PAUSE = 0.025
LONGEST_PAUSE = 0.4
"""Seconds; in between, each pause is drawn from a range that doubles ("full jitter")."""

MOST_DOUBLINGS = 20
"""It is the longest long before, and 2 to the power of thousands is no float."""

CONNECT_SECONDS = 1
ANSWER_SECONDS = 2
"""How long one request may take. DynamoDB answers in milliseconds; what does not is better asked
again."""

JITTER = random.SystemRandom()
"""A seeded generator would give the same pauses to all that start from one snapshot (SnapStart)."""

RESERVE = CONNECT_SECONDS + ANSWER_SECONDS + 0.25
"""Seconds kept back at the end: for the last request, and to say that it did not work."""


class Deadline:
    """Counts down the time of one operation.

    Parameters
    ----------
    seconds : float
        What is left of the operation's time.
    clock, sleep : callable
        In seconds; replaced in tests.
    """

    def __init__(
        self,
        seconds: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._end = clock() + seconds - RESERVE
        self.pauses = 0

    def check(self) -> None:
        """Raise `BusyError` when there is no time left to begin something."""
        if self._clock() >= self._end:
            raise BusyError

    def pause(self) -> None:
        """Wait before the next attempt; raise `BusyError` when there is no time for one."""
        longest = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(self.pauses, MOST_DOUBLINGS))
        seconds = JITTER.uniform(0, longest)
        if self._clock() + seconds >= self._end:
            raise BusyError
        self.pauses += 1
        self._sleep(seconds)
