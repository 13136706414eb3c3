import csv
import io

import pytest

from local.ledger_file import COLUMNS, RowError, collect, on_one_line, paise_of, read_ledger
from local.progress import StepFailedError


def row(**values):
    usual = {
        "Date": "20-09-2018 12:04",
        "Category": "Food",
        "Subcategory": "snacks",
        "Note": "Idli medu Vada mix 2 plates",
        "Amount": "60",
        "Income/Expense": "Expense",
        "Currency": "INR",
    }
    return usual | {name.replace("_", "/"): value for name, value in values.items()}


def ledger_of(*rows):
    return collect(enumerate(rows, start=2))


def test_a_row_becomes_an_expense():
    (expense,) = ledger_of(row()).expenses

    assert expense.date == "2018-09-20"
    assert expense.amount_paise == 6000
    assert expense.category == "Food"
    assert expense.description == "Idli medu Vada mix 2 plates"
    assert expense.tags == ("snacks",)
    assert not expense.shortened


@pytest.mark.parametrize(
    ("rupees", "paise"),
    [("30", 3000), ("1305.4", 130540), ("0.01", 1), ("510.85", 51085), ("100000000000", 10**13)],
)
def test_rupees_become_paise_exactly(rupees, paise):
    assert paise_of(rupees) == paise


@pytest.mark.parametrize("rupees", ["", "abc", "0", "-5", "1.234", "NaN", "Infinity", "1,000"])
def test_what_is_no_amount_is_refused(rupees):
    with pytest.raises(RowError):
        paise_of(rupees)


@pytest.mark.parametrize(
    ("written", "date"), [("01-02-2015", "2015-02-01"), ("31-12-2018 23:59", "2018-12-31")]
)
def test_dates_begin_with_the_day(written, date):
    assert ledger_of(row(Date=written)).expenses[0].date == date


@pytest.mark.parametrize("written", ["2018-09-20", "30-02-2018", "", "1-2-2018", "20/09/2018"])
def test_an_impossible_date_is_refused_with_its_line(written):
    ledger = ledger_of(row(), row(Date=written))

    assert len(ledger.expenses) == 1
    assert list(ledger.refused) == [3]


def test_income_and_transfers_are_left_out_and_counted():
    ledger = ledger_of(row(Income_Expense="Income"), row(Income_Expense="Transfer-Out"), row())

    assert len(ledger.expenses) == 1
    assert ledger.left_out == {"Income": 1, "Transfer-Out": 1}


def test_another_currency_is_refused():
    assert ledger_of(row(Currency="USD")).refused == {2: "its currency is USD, not INR"}


def test_equal_rows_are_expenses_of_their_own():
    first, second = ledger_of(row(), row()).expenses

    assert first.expense_id != second.expense_id


def test_the_same_row_always_has_the_same_id():
    alone = ledger_of(row()).expenses[0]
    among_others = ledger_of(row(Note="something else"), row()).expenses[1]

    assert alone.expense_id == among_others.expense_id


def test_line_breaks_and_control_characters_become_spaces():
    assert on_one_line(" a\r\nb\t c\x00\x07d ") == "a b c d"


def test_texts_that_are_too_long_are_cut_and_it_is_told():
    (expense,) = ledger_of(row(Note="x" * 501, Subcategory="Y" * 33)).expenses

    assert expense.description == "x" * 500
    assert expense.tags == ("y" * 32,)
    assert expense.shortened


def test_a_note_with_a_line_break_is_one_row(tmp_path):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows([row(Note="two\nlines"), row()])
    file = tmp_path / "ledger.csv"
    file.write_text(text.getvalue(), encoding="utf-8-sig", newline="")

    assert read_ledger(file).expenses[0].description == "two lines"


def test_a_file_without_the_columns_is_refused(tmp_path):
    file = tmp_path / "other.csv"
    file.write_text("a,b\n1,2\n")

    with pytest.raises(StepFailedError, match="no column Date"):
        read_ledger(file)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(StepFailedError, match="cannot be read"):
        read_ledger(tmp_path / "nowhere.csv")
