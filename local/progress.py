"""What a person sees while the local stack works: a line a step, and on failure the log's end."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES_OF_LOG = 30
# `make` may have installed things before, and counts from then.
_BEGUN = time.time() if (_told := os.environ.get("EXPENSE_TRACKER_BEGUN")) is None else float(_told)


class StepFailedError(Exception):
    """Something the person asked for could not be done.

    Parameters
    ----------
    message
        What failed and, where known, what to do about it.
    log
        The log whose end tells more.
    """

    def __init__(self, message: str, log: Path | None = None) -> None:
        super().__init__(message)
        self.log = log


def say(text: str) -> None:
    """Print a line with the seconds since the start."""
    print(f"[{time.time() - _BEGUN:6.1f} s] {text}", flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what begins; if it fails, say that it was this that failed."""
    say(f"{what} …")
    try:
        yield
    except StepFailedError as error:
        raise StepFailedError(f"{what}: {error}", error.log) from error


def report_failure(error: StepFailedError) -> None:
    """Print what failed and the end of its log to the standard error."""
    print(f"\nFailed: {error}", file=sys.stderr)
    if error.log and error.log.exists():
        print(f"\nThe end of {error.log}:", file=sys.stderr)
        for line in end_of(error.log):
            print(f"  | {line}", file=sys.stderr)


def end_of(log: Path, lines: int = LINES_OF_LOG) -> list[str]:
    """Return the last lines of a log."""
    return log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]
