"""Setting right what counts expenses, after it was corrupted on purpose."""

import pytest

from operations.__main__ import main
from operations.commands import FOUND
from operations.deployment import Deployment
from operations.people import every_ledger
from operations.rebuild import rebuild
from tests.api_client import expense
from tracker.clock import today
from tracker.repository import keys


@pytest.fixture
def table(dynamodb):
    return Deployment(table_name="expenses").table


@pytest.fixture
def ledger(asha):
    """A person's ledger over months and categories, with one category of their own."""
    own = asha.add_category(name="Pets").json["id"]
    for number, category in enumerate(("rent", "fuel", own, own, "rent", "fuel")):
        asha.add(category=category, amount_paise=100 + number, date=f"2026-0{1 + number % 3}-10")
    return own


@pytest.fixture
def corrupt(dynamodb):
    """A function that changes attributes of an item, asha's or another's, behind the app's back."""

    def change(sort_key, owner="USER#asha", **numbers):
        key = keys.primary(owner, sort_key)
        if not numbers:
            dynamodb.delete_item(TableName="expenses", Key=key)
        for name, number in numbers.items():
            change = {"Action": "DELETE"}
            if number is not None:
                change = {"Action": "PUT", "Value": {"N": str(number)}}
            dynamodb.update_item(TableName="expenses", Key=key, AttributeUpdates={name: change})

    return change


def shown(person):
    return [
        person.summary(group_by=group_by).json
        for group_by in ("", "day", "month", "category", "day,month,category")
    ]


def found(table, *, apply=False):
    return {it.sort_key: it.state for it in rebuild(table, "USER#asha", apply=apply)}


def test_the_tally_is_counted_anew(asha, table, ledger, corrupt):
    corrupt("TALLY", stored=99, gross=1)
    assert found(table) == {"TALLY": "wrong"}
    assert found(table, apply=True) == {"TALLY": "mended"}
    assert found(table) == {}


def test_what_was_written_today_stays_as_it_is(asha, table, ledger, corrupt, dynamodb):
    """It counts writes, which are not on record: nothing could count it anew."""
    corrupt("TALLY", stored=99)
    found(table, apply=True)
    key = keys.primary("USER#asha", keys.TALLY)
    item = dynamodb.get_item(TableName="expenses", Key=key)["Item"]
    assert item[f"w{today()}"] == {"N": "6"}


CORRUPTIONS = {
    "a total too high": {"total": 9_999},
    "a total gone": {"total": None},
    "a count too low": {"count": 0},
    "a day of its own": {"d31": 5, "n31": 1},
    "a day's sum gone": {"d10": None},
    "a day's count gone": {"n10": None},
    "all of it at once": {"total": -5, "count": 7, "d10": 1, "n10": 3, "d02": 4, "n02": 1},
    "the whole cell gone": {},
}


@pytest.mark.parametrize("numbers", CORRUPTIONS.values(), ids=CORRUPTIONS)
def test_a_corrupted_cell_is_found_and_mended(asha, table, ledger, corrupt, numbers):
    before = shown(asha)
    corrupt("SUM#2026-01#rent", **numbers)
    assert found(table) == {"SUM#2026-01#rent": "wrong"}
    assert found(table, apply=True) == {"SUM#2026-01#rent": "mended"}
    assert found(table) == {}
    assert shown(asha) == before


@pytest.fixture
def tagged(asha):
    """The id of an expense with two tags, of a person who has another with one of them."""
    asha.add(tags=["goa"], date="2026-01-03", amount_paise=5)
    return asha.add(tags=["goa", "a#b"], date="2026-01-10", amount_paise=70).json["id"]


@pytest.fixture
def home(asha, ravi):
    """The part of a ledger in which two have paid."""
    shared = asha.share("Home").json
    asha.let_in(shared, ravi)
    for person, paise in ((asha, 700), (ravi, 300), (ravi, 20)):
        person.within(shared).add(category="rent", amount_paise=paise, date="2026-01-10")
    return shared["id"]


@pytest.mark.parametrize("numbers", CORRUPTIONS.values(), ids=CORRUPTIONS)
def test_what_a_member_of_a_shared_ledger_paid_is_mended_too(ravi, table, home, corrupt, numbers):
    def paid():
        return ravi.within(home).summary(group_by="member").json

    before = paid()
    owner, cell = keys.of_ledger(home), keys.cell("2026-01", "rent", ravi.id)
    corrupt(cell, owner, **numbers)
    ledgers = every_ledger(Deployment(table_name="expenses"))
    assert owner in ledgers
    found = {
        (ledger, it.sort_key): it.state
        for ledger in ledgers
        for it in rebuild(table, ledger, apply=True)
    }
    assert found == {(owner, cell): "mended"}
    assert paid() == before


def of_tags(person):
    return [
        (person.list(tag=tag).json, person.summary(tag=tag, group_by="day,category").json)
        for tag in ("goa", "a#b")
    ]


@pytest.mark.parametrize("numbers", CORRUPTIONS.values(), ids=CORRUPTIONS)
def test_a_corrupted_cell_of_a_tag_is_found_and_mended(asha, table, tagged, corrupt, numbers):
    before = of_tags(asha)
    key = "TAG#a%23b#2026-01#food-dining"
    corrupt(key, **numbers)
    assert found(table) == {key: "wrong"}
    assert found(table, apply=True) == {key: "mended"}
    assert found(table) == {}
    assert of_tags(asha) == before


def test_a_cell_of_a_tag_that_counts_nothing_goes(asha, table, tagged, corrupt):
    before = of_tags(asha)
    empty, wrong = "TAG#goa#2030-01#travel", "TAG#gone#2030-01#travel"
    corrupt(empty, count=0, total=0)
    corrupt(wrong, count=1, total=5, d01=5, n01=1)
    assert found(table) == {empty: "wrong", wrong: "wrong"}
    assert found(table, apply=True) == {empty: "mended", wrong: "mended"}
    assert found(table) == {}
    assert of_tags(asha) == before


def test_marks_are_held_to_the_expenses(asha, table, tagged, corrupt):
    before = of_tags(asha)
    lost, stale = f"TAGGED#a%23b#2026-01-10#{tagged}", f"TAGGED#goa#2026-01-10#{tagged}"
    nobodys = f"TAGGED#gone#2026-01-10#{tagged}"
    corrupt(lost)
    corrupt(stale, amount_paise=9)
    corrupt(nobodys, amount_paise=9)
    assert found(table) == dict.fromkeys((lost, stale, nobodys), "wrong")
    assert found(table, apply=True) == dict.fromkeys((lost, stale, nobodys), "mended")
    assert found(table) == {}
    assert of_tags(asha) == before


def test_a_cell_of_nothing_is_emptied(asha, table, ledger, corrupt):
    before = shown(asha)
    corrupt("SUM#2030-01#travel", total=5, count=1, d01=5, n01=1)
    assert shown(asha) != before
    assert found(table, apply=True) == {"SUM#2030-01#travel": "mended"}
    assert shown(asha) == before


def test_all_cells_are_made_anew_where_all_are_lost(asha, table, ledger, corrupt, dynamodb):
    before = shown(asha)
    cells = [
        item["SK"]["S"]
        for item in dynamodb.scan(TableName="expenses")["Items"]
        if item["SK"]["S"].startswith("SUM#")
    ]
    for sort_key in cells:
        corrupt(sort_key)
    assert found(table, apply=True) == dict.fromkeys(cells, "mended")
    assert shown(asha) == before


@pytest.mark.parametrize("count", [0, 7, None])
def test_the_uses_of_an_own_category_are_counted_anew(asha, table, ledger, corrupt, count):
    corrupt(f"CAT#{ledger}", expense_count=count)
    assert found(table, apply=True) == {f"CAT#{ledger}": "mended"}
    assert asha.delete_category(ledger).status == 409
    for item in asha.list_all(category=ledger):
        asha.delete(item["id"])
    assert asha.delete_category(ledger).status == 204


def test_a_category_that_is_gone_is_made_anew(asha, table, ledger, corrupt):
    corrupt(f"CAT#{ledger}")
    assert found(table) == {f"CAT#{ledger}": "wrong", "CATNAME#pets": "wrong"}

    assert found(table, apply=True) == {f"CAT#{ledger}": "mended", "CATNAME#pets": "mended"}

    assert found(table) == {}
    (recovered,) = [it for it in asha.categories() if not it["builtin"]]
    assert recovered["name"] == f"Recovered {ledger[-12:]}"
    assert asha.edit_category(ledger, name="Pets").status == 200
    for item in asha.list_all(category=ledger):
        assert asha.edit(item, category="rent").status == 200
    assert asha.delete_category(ledger).status == 204


def test_a_category_that_is_lost_again_is_made_again(asha, table, ledger, corrupt):
    for _ in range(2):
        corrupt(f"CAT#{ledger}")
        assert set(found(table, apply=True).values()) == {"mended"}
    assert found(table) == {}


PAYMENT = "REF#UTR1#12000"


@pytest.fixture
def paid(asha):
    return asha.add(reference="UTR1").json


def test_a_payment_that_no_expense_has_is_freed(asha, table, dynamodb, paid):
    for key in ("REF#GONE#5", "REF#UTR1#7"):
        item = {**keys.primary("USER#asha", key), "expense": {"S": paid["id"]}}
        dynamodb.put_item(TableName="expenses", Item=item)
    assert found(table) == {"REF#GONE#5": "wrong", "REF#UTR1#7": "wrong"}
    assert asha.add(reference="gone", amount_paise=5).status == 409
    assert set(found(table, apply=True).values()) == {"mended"}
    assert found(table) == {}
    assert asha.add(reference="gone", amount_paise=5).status == 201
    assert asha.add(reference="utr1").json["expense"] == paid["id"]


@pytest.mark.parametrize("holder", [None, "01890000-0000-7000-8000-000000000001"])
def test_a_payment_that_is_not_taken_for_its_expense_is_taken(asha, table, dynamodb, paid, holder):
    key = keys.primary("USER#asha", PAYMENT)
    dynamodb.delete_item(TableName="expenses", Key=key)
    if holder:
        dynamodb.put_item(TableName="expenses", Item={**key, "expense": {"S": holder}})
    assert found(table) == {PAYMENT: "wrong"}
    assert found(table, apply=True) == {PAYMENT: "mended"}
    assert found(table) == {}
    assert asha.add(reference="utr1").json["expense"] == paid["id"]


def test_payments_that_are_right_are_left_alone(asha, table, paid):
    asha.add(reference="UTR1", kind="refund")
    asha.edit(paid, amount_paise=3)
    asha.add()
    assert found(table, apply=True) == {}


def test_names_that_are_in_use_are_left_alone(asha, table, ledger):
    asha.edit_category("fuel", name="Petrol")
    asha.edit_category("rent", colour="#123456")
    asha.edit_category(ledger, archived=True)
    assert found(table, apply=True) == {}
    assert asha.add_category(name="petrol").status == 409
    assert asha.add_category(name="PETS").status == 409


def test_looking_writes_nothing(asha, table, ledger, corrupt, dynamodb):
    corrupt("SUM#2026-01#rent", total=1)
    before = dynamodb.scan(TableName="expenses")["Items"]
    assert found(table)
    assert dynamodb.scan(TableName="expenses")["Items"] == before


def test_a_right_ledger_is_left_alone(asha, table, ledger, dynamodb):
    stored = asha.list_all()[0]
    asha.edit(stored, date="2027-01-01", category="travel", amount_paise=1)
    asha.delete(stored["id"])
    assert found(table, apply=True) == {}


def test_the_command_looks_at_everybody_and_tells_what_is_wrong(
    asha, ravi, ledger, corrupt, capsys
):
    ravi.add_many([expense(id=f"00000000-0000-7000-8000-{n:012}") for n in range(5)])
    corrupt("SUM#2026-01#rent", total=1)
    command = ["rebuild", "--table", "expenses"]
    assert main(command) == FOUND
    told = capsys.readouterr()
    assert "wrong  USER#asha  SUM#2026-01#rent  total +99" in told.out
    assert "2 ledgers looked at" in told.err
    assert main([*command, "--user", "ravi"]) == 0
    assert main([*command, "--after", "USER#asha"]) == 0
    assert main([*command, "--apply"]) == 0
    assert "1 wrong, 1 of them mended" in capsys.readouterr().out
    assert main(command) == 0


def test_a_command_cut_short_tells_where_to_go_on(asha, ravi, ledger, monkeypatch, capsys):
    ravi.add()

    def cut_short(_table, owner, *, apply):
        if owner == "USER#ravi":
            raise KeyboardInterrupt
        return iter(())

    monkeypatch.setattr("operations.commands.rebuild_ledger", cut_short)
    assert main(["rebuild", "--table", "expenses"]) == 130
    assert "--after USER#asha" in capsys.readouterr().err
