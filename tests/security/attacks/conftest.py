"""Attacks that take minutes, on a running local stack: `make attack` starts one of its own."""

import pytest

from local.settings import ACCOUNT, REGION
from tests.stack import running_stack


@pytest.fixture(autouse=True)
def _commands_reach_the_local_stack(monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", running_stack().cognito_url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", ACCOUNT)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "local")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
