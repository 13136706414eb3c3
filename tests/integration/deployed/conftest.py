"""These tests use the running local stack over HTTP, as browsers do (see `tests/stack.py`).

Every test that writes has people of its own, who have nothing yet.
"""

import httpx
import pytest

from tests.stack import running_stack, sign_up

from .client import DeployedApi

PATIENCE = 120
"""Seconds. A request that meets functions that have not started yet waits for them to."""


@pytest.fixture(scope="session")
def stack():
    return running_stack()


@pytest.fixture(scope="session")
def http(stack):
    with httpx.Client(base_url=stack.app_url, timeout=PATIENCE) as client:
        yield client


@pytest.fixture(scope="session")
def new_person(http):
    """Make people who have nothing yet."""
    return lambda: DeployedApi(http, sign_up())


@pytest.fixture(scope="session")
def nobody(http):
    """Somebody who has not signed in."""
    return DeployedApi(http, None)


@pytest.fixture
def asha(new_person):
    """A person who uses the API."""
    return new_person()


@pytest.fixture(scope="session")
def reader(new_person):
    """A person of whom tests may ask anything that changes nothing."""
    return new_person()
