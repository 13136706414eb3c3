"""What `python -m local import` makes of a file; the rows are the page's reader's."""

import shutil
from collections import Counter

import pytest

from local.expense_sender import Sent
from local.ledger_import import import_ledger
from local.progress import StepFailedError
from local.settings import REPOSITORY
from local.statement_file import read_statement
from tracker.category import BUILTIN

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="Node is not here")
HOUSEHOLD = REPOSITORY.parent / "shared/data/household.csv"


class Ledger:
    """Takes what is sent, as the API would."""

    def __init__(self):
        self.names = {one.id: one.name for one in BUILTIN.values()}
        self.expenses = []
        self.payees = []
        self.payers = []
        self.before = []

    def known(self):
        categories = [
            {"id": key, "name": name, "archived": False, "builtin": True}
            for key, name in self.names.items()
        ]
        return {"categories": categories, "payees": self.payees, "payers": self.payers}

    def expenses_between(self, first, last):
        return [one for one in self.before if first <= one["date"] <= last]

    def add_category(self, name):
        self.names[f"made-{name}"] = name
        return f"made-{name}"

    def send(self, expenses):
        self.expenses += expenses
        return Sent(Counter(created=len(expenses)))


@pytest.fixture
def ledger():
    return Ledger()


@pytest.fixture
def file(tmp_path):
    def written(text):
        path = tmp_path / "statement.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_a_statement_becomes_expenses_in_the_persons_categories(ledger, file):
    text = "Date,Category,Note,Amount\n25-09-2018,Food,Idli,60\n26-09-2018,Maid,Sept,900.50\n"
    import_ledger(file(text), ledger)

    assert [(one["date"], one["amount_paise"]) for one in ledger.expenses] == [
        ("2018-09-25", 6000),
        ("2018-09-26", 90050),
    ]
    assert [ledger.names[one["category"]] for one in ledger.expenses] == ["Food & dining", "Maid"]


def test_a_refund_is_sent_as_one_with_its_bank_reference(ledger, file):
    text = (
        "Date,Narration,Ref No,Debit,Credit\n"
        "13/10/2026,METRO,628700000071,90.00,\n14/10/2026,REFUND METRO,628700000072,,40.00\n"
    )
    import_ledger(file(text), ledger)

    assert [
        (one.get("kind"), one["reference"], one["amount_paise"]) for one in ledger.expenses
    ] == [
        (None, "628700000071", 9000),
        ("refund", "628700000072", 4000),
    ]


def test_a_refund_names_its_purchase_of_the_file_or_of_the_ledger(ledger, file):
    ledger.before = [earlier(reference="628700000090", amount_paise=5000)]
    text = (
        "Date,Narration,Ref No,Debit,Credit\n"
        "13/10/2026,METRO,628700000071,90.00,\n14/10/2026,REFUND METRO,628700000071,,40.00\n"
        "15/10/2026,UPI CREDIT,628700000090,,30.00\n"
    )
    import_ledger(file(text), ledger)

    purchase, refund, other = ledger.expenses
    assert (refund["kind"], refund["of"]) == ("refund", purchase["id"])
    assert (other["kind"], other["of"]) == ("refund", "earlier")
    assert "of" not in purchase


def test_what_may_be_the_other_side_of_a_payment_is_asked_first(ledger, file, capsys):
    ledger.before = [earlier(reference="628700000090", amount_paise=5000)]
    path = file(
        "Date,Narration,Ref No,Debit,Credit\n"
        "13/10/2026,METRO,628700000071,90.00,\n15/10/2026,UPI CREDIT,628700000090,,50.00\n"
    )
    with pytest.raises(StepFailedError, match="1 expenses could not be imported"):
        import_ledger(path, ledger)

    assert [one["description"] for one in ledger.expenses] == ["METRO"]
    assert "line 3: doubtful, as it may be the other side of a payment" in capsys.readouterr().out


def earlier(**content):
    return {
        "id": "earlier",
        "kind": "expense",
        "date": "2026-09-01",
        "amount_paise": 100,
        "category": "education",
        "description": "Corner Bakery",
        "tags": [],
    } | content


def test_a_category_is_the_persons_rule_then_what_was_chosen_before_then_what_words_tell(
    ledger, file
):
    path = file("Date,Narration,Debit,Credit\n13/10/2026,CORNER BAKERY,45.00,\n")

    def chosen():
        ledger.expenses = []
        import_ledger(path, ledger)
        return ledger.expenses[0]["category"]

    by_words = chosen()
    ledger.before = [earlier(date="2025-01-01")]
    assert chosen() == by_words
    ledger.before = [earlier()]
    assert chosen() == "education"
    ledger.payees = [{"payee": "Corner Bakery", "category": "groceries", "tags": []}]
    assert chosen() == "groceries"


def test_who_paid_is_sent_and_somebody_who_is_not_there_is_a_doubt(ledger, file, capsys):
    head = "Date,Amount,Kind,Category,Description,Tags,Currency,Reference,Id,Refund of,Paid by\n"
    paid = "2026-10-13,45.00,expense,Other,{},,INR,,,,{}\n"
    path = file(head + paid.format("Tea", "Ravi") + paid.format("Bus", "Mira"))
    ledger.payers = [{"id": "member-1", "name": "Ravi", "role": "member"}]
    with pytest.raises(StepFailedError):
        import_ledger(path, ledger)

    assert [(one["description"], one["by"]) for one in ledger.expenses] == [("Tea", "member-1")]
    assert "nobody here is called Mira" in capsys.readouterr().out


def test_a_payee_stands_in_front_of_a_banks_narration_as_the_page_writes_it(ledger, file):
    narration = "UPI-CORNER BAKERY-BAKERY@OKTEST-627000000001-UPI"
    import_ledger(file(f"Date,Narration,Debit,Credit\n13/10/2026,{narration},45.00,\n"), ledger)

    assert ledger.expenses[0]["description"] == f"Corner Bakery · {narration}"


def test_importing_again_sends_the_same_ids(ledger, file):
    path = file("Date,Note,Amount\n25-09-2018,Tea,10\n25-09-2018,Tea,10\n")
    import_ledger(path, ledger)
    import_ledger(path, ledger)

    first, second, *again = (one["id"] for one in ledger.expenses)
    assert first != second
    assert again == [first, second]


def test_rows_are_counted_as_the_file_has_them_also_where_one_has_several_payments(file):
    text = "Date,Food,Rent\n2026-11-01,100,200\n2026-11-02,50,\n"
    statement = read_statement(file(text), Ledger().known())
    assert [row["row"] for row in statement["expenses"]] == [2, 2, 3]


def test_a_row_that_cannot_be_read_is_told_and_the_others_are_sent(ledger, file, capsys):
    with pytest.raises(StepFailedError, match="1 expenses could not be imported"):
        import_ledger(file("Date,Note,Amount\n25-09-2018,Tea,10\n31-09-2018,Tea,10\n"), ledger)

    assert len(ledger.expenses) == 1
    assert "Refused: line 3: date that can’t be read" in capsys.readouterr().out


def test_a_doubtful_row_is_sent_only_when_asked_for(ledger, file, capsys):
    path = file(
        "Date,Narration,Debit,Credit,Balance\n"
        "25/10/2026,Tea,20.00,,980.00\n26/10/2026,Bus,30.00,,950.00\n"
        "27/10/2026,Cab,90.00,,800.00\n28/10/2026,Rice,100.00,,700.00\n"
        "29/10/2026,Oil,100.00,,600.00\n"
    )
    with pytest.raises(StepFailedError):
        import_ledger(path, ledger)
    assert "line 4: doubtful, as the balance doesn’t fit" in capsys.readouterr().out
    assert len(ledger.expenses) == 4

    import_ledger(path, ledger, doubtful=True)
    assert 9000 in {one["amount_paise"] for one in ledger.expenses}


def test_a_file_whose_dates_could_be_either_is_not_guessed(ledger, file):
    path = file("Date,Note,Amount\n03/04/2026,Tea,10\n05/06/2026,Tea,20\n")
    with pytest.raises(StepFailedError, match="day and month could be the other way round"):
        import_ledger(path, ledger)
    assert ledger.expenses == []


@pytest.mark.parametrize(
    ("text", "said"), [("", "The file is empty"), ("hello\nworld\n", "No transactions were found")]
)
def test_what_is_no_statement_is_refused_in_one_line(ledger, file, text, said):
    with pytest.raises(StepFailedError, match=said) as refused:
        import_ledger(file(text), ledger)
    assert "\n" not in str(refused.value)


def test_a_missing_file_is_refused(ledger, tmp_path):
    with pytest.raises(StepFailedError, match="no such file"):
        import_ledger(tmp_path / "nowhere.csv", ledger)


@pytest.mark.skipif(not HOUSEHOLD.exists(), reason=f"{HOUSEHOLD} is not here")
def test_a_households_ledger_comes_out_to_the_paisa(ledger, capsys):
    import_ledger(HOUSEHOLD, ledger)

    assert len({one["id"] for one in ledger.expenses}) == 2176
    assert sum(one["amount_paise"] for one in ledger.expenses) == 195739053
    assert len({one["date"][:7] for one in ledger.expenses}) == 45
    told = capsys.readouterr().out
    assert "160 rows are not expenses (transfer to oneself): left out" in told
    assert "125 rows are not expenses (money in): left out" in told
