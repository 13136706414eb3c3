"""The running API against its OpenAPI document: at each field's bounds, at random, in turn."""

import pytest

from tests.security.contract import hold_to_document


@pytest.mark.timeout(1600)
def test_every_operation_answers_as_it_is_described_whatever_it_is_sent():
    hold_to_document("--phases", "coverage,fuzzing,stateful", "--max-examples", "100")
