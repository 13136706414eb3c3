"""These tests run the operator's commands against a running local stack (see `tests/stack.py`)."""

import httpx
import pytest

from tests.stack import commands_reach_the_local_stack, new_email, running_stack, sign_up

__all__ = ["commands_reach_the_local_stack"]


@pytest.fixture(autouse=True)
def _reaches_the_local_stack(commands_reach_the_local_stack):
    pass


@pytest.fixture
def email():
    return new_email("operated")


@pytest.fixture
def person(email):
    """Somebody who uses the API over HTTP."""
    headers = {"Authorization": f"Bearer {sign_up(email)}"}
    with httpx.Client(base_url=running_stack().api_url, headers=headers, timeout=60) as client:
        yield client
