"""Attacks that are quick enough for every test run; `make attack` adds those in `attacks/`.

Most call the handlers in this process, on moto. Those that are about the gateway or sign-in need a
running local stack (see `tests/stack.py`).
"""

import os

from tests.unit.conftest import asha, dynamodb, engine, logged, ravi

__all__ = ["asha", "dynamodb", "engine", "logged", "ravi"]

collect_ignore = [] if "ATTACK" in os.environ else ["attacks"]
