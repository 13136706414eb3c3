"""What the operator sees of a command that takes its time."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")

SECONDS_BETWEEN_LINES = 1.0


def say(text: str) -> None:
    """Print a line of progress, apart from what a command prints as its result."""
    print(text, file=sys.stderr, flush=True)


def shown(things: Iterable[Thing], what: str, total: int | None = None) -> Iterator[Thing]:
    """Pass things on; about once a second say how many it were.

    Parameters
    ----------
    what : str
        What the things are: "people".
    total : int or None
        How many there will be, if that is known.
    """
    last = time.monotonic()
    number = 0
    for number, thing in enumerate(things, start=1):
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            say(f"… {number:,}{f' of {total:,}' if total else ''} {what}")
        yield thing
    say(f"{number:,} {what}")
