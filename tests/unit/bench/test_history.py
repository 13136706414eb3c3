"""Histories that figures are compared over must be alike in all but their length."""

from collections import Counter
from datetime import date

from bench.history import EXPENSES_A_DAY, history, items


def test_a_history_is_as_long_as_was_asked_and_ends_on_the_last_day():
    expenses = history(25, last_day=date(2026, 6, 30))
    assert Counter(expense.date for expense in expenses) == {
        "2026-06-30": EXPENSES_A_DAY,
        "2026-06-29": EXPENSES_A_DAY,
        "2026-06-28": 5,
    }


def test_a_longer_history_ends_with_the_shorter_one():
    assert history(100)[-40:] == history(40)


def test_its_tally_is_what_is_on_record():
    expenses = history(20)
    (tally,) = (item for item in items("asha", expenses) if item["SK"]["S"] == "TALLY")
    assert tally["stored"] == {"N": "20"}
    assert tally["gross"] == {"N": str(sum(expense.amount_paise for expense in expenses))}


def test_its_cells_add_its_expenses_up():
    expenses = history(200)
    cells = [item for item in items("asha", expenses) if item["SK"]["S"].startswith("SUM#")]
    assert sum(int(cell["count"]["N"]) for cell in cells) == len(expenses)
    assert sum(int(cell["total"]["N"]) for cell in cells) == sum(
        expense.amount_paise for expense in expenses
    )
