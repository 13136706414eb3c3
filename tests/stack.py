"""The running local stack that the integration and browser tests use.

`EXPENSE_TRACKER_LOCAL` names its folder; `make test` starts one of its own for them. To run single
tests against your own: `make up`, then
`EXPENSE_TRACKER_LOCAL=.local .venv/bin/pytest tests/integration -k …`.
"""

from __future__ import annotations

import os
import uuid
from functools import cache
from pathlib import Path

import pytest

from local import users
from local.outputs import Outputs, read_outputs
from local.progress import StepFailedError
from local.settings import ACCOUNT, REGION, REPOSITORY


@cache
def running_stack() -> Outputs:
    """Return the addresses and names of the running stack; fail the tests if there is none."""
    folder = REPOSITORY / Path(os.environ.get("EXPENSE_TRACKER_LOCAL", ".local"))
    try:
        return read_outputs(folder / "outputs.json")
    except StepFailedError:
        pytest.exit(
            f"These tests need a running local stack, and {folder} has none. Run `make test`, or "
            "`make up` and set EXPENSE_TRACKER_LOCAL=.local.",
            returncode=1,
        )


def new_email(name: str = "someone") -> str:
    """Return an address that nobody has used before, so that no two tests share a person."""
    return f"{name}-{uuid.uuid4().hex[:12]}@example.com"


def sign_up(email: str | None = None) -> str:
    """Create a person if there is none with this address, and return an access token of theirs."""
    return users.access_token(email or new_email(), running_stack())


def sub_of(email: str) -> str:
    """Return the id that the user pool gave a person."""
    pool = running_stack().client("cognito-idp")
    query = {"UserPoolId": running_stack().user_pool_id, "Filter": f'email = "{email}"'}
    (account,) = pool.list_users(**query)["Users"]
    return next(it["Value"] for it in account["Attributes"] if it["Name"] == "sub")


@pytest.fixture
def commands_reach_the_local_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the operator's commands, which run in this process, at the running stack."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", running_stack().cognito_url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", ACCOUNT)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "local")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
