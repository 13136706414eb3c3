"""Trying again what people's own writing got in the way of."""

import random
import time
from collections.abc import Iterator
from typing import Literal

State = Literal["wrong", "mended", "busy"]
"""What became of an item that was not right: left as it is, set right, or changing all the time."""

TRIES = 50
LONGEST_PAUSE = 0.2
"""Seconds between tries: a person's writes to one item are further apart."""


def tries() -> Iterator[int]:
    """Count tries, with a pause after each that did not end them."""
    for number in range(TRIES):
        yield number
        time.sleep(random.uniform(0, LONGEST_PAUSE))  # noqa: S311 -- spreads load, keeps no secret
