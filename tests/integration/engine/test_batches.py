"""A batch is what its rows are, sent one after another: also where ids meet in it."""

import pytest

from tests.api_client import expense

ID = "01890000-0000-7000-8000-000000000001"
STORED = expense(id=ID, amount_paise=1)
OTHER = expense(id=ID, amount_paise=2)
CLOSED = expense(id=ID, amount_paise=3, category="no-such-category")
BROKEN = expense(id=ID, amount_paise=0)


@pytest.mark.parametrize(
    ("rows", "statuses"),
    [
        ([STORED, STORED, OTHER], ["created", "replayed", "conflict"]),
        ([STORED, OTHER, STORED], ["created", "conflict", "replayed"]),
        ([CLOSED, STORED, CLOSED], ["invalid", "created", "conflict"]),
        ([CLOSED, CLOSED, STORED, OTHER], ["invalid", "invalid", "created", "conflict"]),
        ([BROKEN, STORED, BROKEN, STORED], ["invalid", "created", "invalid", "replayed"]),
    ],
)
def test_of_rows_with_one_id_the_first_that_can_be_is_recorded(asha, books, rows, statuses):
    results = asha.add_many(rows).json["results"]
    assert [row["status"] for row in results] == statuses
    assert books.check(asha)[ID]["amount_paise"] == 1


@pytest.mark.parametrize(
    ("rows", "statuses"),
    [
        ([OTHER, STORED], ["conflict", "replayed"]),
        ([CLOSED, STORED, OTHER], ["conflict", "replayed", "conflict"]),
        ([STORED, BROKEN, OTHER], ["replayed", "invalid", "conflict"]),
    ],
)
def test_each_row_is_held_to_what_was_there_before(asha, books, rows, statuses):
    asha.add(**STORED)
    results = asha.add_many(rows).json["results"]
    assert [row["status"] for row in results] == statuses
    assert books.check(asha)[ID]["amount_paise"] == 1
