"""As many expenses as a deployment may let one person keep have room beside their indexes."""

import msgspec
import pytest

from bench.history import history
from bench.money import stored_bytes
from stacks.settings import MOST_STORED_EXPENSES

ITEM_COLLECTION_BYTES = 10 * 10**9
"""Items of one partition key with those of its local indexes ("Item collection size limit")."""

SAMPLE = 2_000


def with_more(expense, number):
    """An expense as a bank's statement brings it, and a person who tags carefully keeps it."""
    return msgspec.structs.replace(
        expense,
        tags=("goa trip", "office"),
        reference=f"AXIS{number:014}",
        description=f"UPI/{expense.description}/merchant@okaxis",
    )


@pytest.mark.parametrize("kind", ["as a household types them", "as a bank's statement has them"])
def test_the_most_that_one_may_keep_fits_into_a_partition(kind):
    expenses = history(SAMPLE)
    if "bank" in kind:
        expenses = [with_more(expense, number) for number, expense in enumerate(expenses)]
    each = stored_bytes(expenses) / SAMPLE
    assert each * MOST_STORED_EXPENSES <= ITEM_COLLECTION_BYTES
