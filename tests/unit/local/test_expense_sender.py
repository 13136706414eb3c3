"""Batches that a request can hold."""

import json

from local.expense_sender import batches
from tests.api_client import expense
from tracker.limits import MAX_BATCH, MAX_BODY_BYTES, MAX_DESCRIPTION, MAX_TAG, MAX_TAGS


def size_of(batch):
    return len(json.dumps({"expenses": batch}, ensure_ascii=False).encode())


def test_batches_are_as_long_as_may_be():
    sent = [expense(description=str(number)) for number in range(250)]
    found = list(batches(sent))
    assert [len(batch) for batch in found] == [100, 100, 50]
    assert [one for batch in found for one in batch] == sent


def test_the_longest_texts_in_any_script_are_taken(asha):
    tags = [chr(0x905 + number) * MAX_TAG for number in range(MAX_TAGS)]
    longest = [
        expense(
            id=f"01890000-0000-7000-8000-{number:012x}",
            description="न" * MAX_DESCRIPTION,
            tags=tags,
        )
        for number in range(2 * MAX_BATCH)
    ]
    assert size_of(longest[:MAX_BATCH]) > MAX_BODY_BYTES

    found = list(batches(longest))

    assert [one for batch in found for one in batch] == longest
    assert all(size_of(batch) <= MAX_BODY_BYTES for batch in found)
    # A few, as the engine in memory copies all that it holds for each transaction.
    answer = asha.add_many(found[0][:3])
    assert [row["status"] for row in answer.json["results"]] == ["created"] * 3


def test_of_nothing_there_are_none():
    assert list(batches([])) == []
