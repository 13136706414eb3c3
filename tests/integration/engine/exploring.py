"""How state machines are run: the same few runs each time, or many others when asked to explore.

``STATEFUL_EXAMPLES=500 pytest tests/integration/engine/test_state_machine.py`` explores.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

EXPLORES = "STATEFUL_EXAMPLES" in os.environ

ends_in_time = pytest.mark.timeout(0 if EXPLORES else 600)
"""Marks a test that takes as long as it takes when it explores."""


def runs(*, examples: int, steps: int) -> settings:
    """Say how often, and for how many steps each time, a machine runs where nobody explores."""
    return settings(
        max_examples=int(os.environ.get("STATEFUL_EXAMPLES", examples)),
        stateful_step_count=steps,
        deadline=None,
        derandomize=not EXPLORES,
        phases=[Phase.generate, Phase.shrink] if EXPLORES else [Phase.generate],
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
