"""Attacks that take minutes, on a running local stack: `make attack` starts one of its own."""

import pytest

from tests.stack import commands_reach_the_local_stack

__all__ = ["commands_reach_the_local_stack"]


@pytest.fixture(autouse=True)
def _reaches_the_local_stack(commands_reach_the_local_stack):
    pass
