"""These tests run the operator's commands against a running local stack (see `tests/stack.py`)."""

import httpx
import pytest

from local.settings import ACCOUNT, REGION
from tests.stack import new_email, running_stack, sign_up


@pytest.fixture(autouse=True)
def _commands_reach_the_local_stack(monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", running_stack().cognito_url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", ACCOUNT)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "local")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)


@pytest.fixture
def email():
    return new_email("operated")


@pytest.fixture
def person(email):
    """Somebody who uses the API over HTTP."""
    headers = {"Authorization": f"Bearer {sign_up(email)}"}
    with httpx.Client(base_url=running_stack().api_url, headers=headers, timeout=60) as client:
        yield client
