"""The running API against its OpenAPI document: a few requests of each sort, the same each time."""

from tests.security.contract import hold_to_document


def test_every_operation_answers_as_it_is_described():
    hold_to_document(
        *("--phases", "fuzzing,stateful", "--max-examples", "8"),
        *("--generation-deterministic", "--no-shrink"),
    )
