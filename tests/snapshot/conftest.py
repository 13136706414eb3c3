"""Snapshot tests need the project's Python environment and Node, which CDK runs on; no network."""

import pytest

from tests.snapshot.synthesis import Synthesis, synthesize


@pytest.fixture
def dev() -> Synthesis:
    """What is deployed for development."""
    return synthesize(stage="dev")


@pytest.fixture
def prod() -> Synthesis:
    """What is deployed for people."""
    return synthesize(stage="prod")


@pytest.fixture(params=["dev", "prod"])
def cloud(request: pytest.FixtureRequest) -> Synthesis:
    """Either stage, for what must hold in both."""
    return synthesize(stage=request.param)
