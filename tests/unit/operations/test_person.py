"""Giving a person all that is kept of them, and deleting it."""

import csv
import json
import stat

import pytest

from local.statement_file import read_statement
from operations.__main__ import main
from tests.api_client import expense

TABLE = ["--table", "expenses"]


@pytest.fixture
def ledger(asha):
    own = asha.add_category(name="=Pets").json["id"]
    asha.add(category=own, description="=1+1", tags=["a;b", "c"], amount_paise=1_05)
    asha.add(description="Masala चाय, ₹", date="2026-01-01")
    asha.edit_category("rent", name="Home")
    asha.delete(asha.add(description="deleted").json["id"])
    asha.budget("rent", "2026-07", 500)
    asha.change_settings(month_start=25)
    asha.teach("Corner Bakery", category=own)
    asha.recur(start="2100-01-01", amount_paise=None)
    asha.make_calendar_link()


def items_of(dynamodb, user):
    return [
        item
        for item in dynamodb.scan(TableName="expenses")["Items"]
        if item["PK"]["S"] == f"USER#{user}"
    ]


def test_an_export_holds_all_that_the_person_is_shown(asha, ravi, ledger, tmp_path):
    ravi.add(description="Ravi's secret")
    assert main(["export", *TABLE, "--user", "asha", "--to", str(tmp_path / "asha")]) == 0
    text = (tmp_path / "asha" / "everything.json").read_text()
    everything = json.loads(text)
    assert everything["expenses"] == asha.list_all()
    assert everything["categories"] == asha.categories()
    assert everything["deleted"] == asha.deleted().json["items"] != []
    assert everything["payees"] == asha.payees()
    assert everything["budgets"] == [{"category": "rent", "from": "2026-07", "amount_paise": 500}]
    assert everything["settings"] == {"month_start": 25, "carry_over_from": None}
    (rule,) = asha.rules()
    assert everything["recurring"] == [
        {name: value for name, value in rule.items() if name != "state"}
    ]
    assert everything["calendar"] == asha.calendar_link().json != {"created_at": None}
    assert "Ravi" not in text


def test_an_export_is_for_nobody_elses_eyes(asha, ledger, tmp_path):
    main(["export", *TABLE, "--user", "asha", "--to", str(tmp_path / "asha")])
    assert stat.S_IMODE((tmp_path / "asha").stat().st_mode) == 0o700


def test_an_export_into_a_folder_that_others_read_is_for_nobody_elses_eyes(asha, ledger, tmp_path):
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    names = ("everything.json", "expenses.csv")
    for name in names:
        (folder / name).write_text("an older export")
        (folder / name).chmod(0o644)
    with (folder / names[0]).open() as opened_before:
        assert main(["export", *TABLE, "--user", "asha", "--to", str(folder)]) == 0
        assert opened_before.read() == "an older export"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in names} == {0o600}


def test_an_exported_table_runs_no_formula_and_loses_nothing(asha, ledger, tmp_path):
    main(["export", *TABLE, "--user", "asha", "--to", str(tmp_path)])
    with (tmp_path / "expenses.csv").open(encoding="utf-8-sig", newline="") as file:
        newest, oldest = csv.DictReader(file)
    assert newest["Amount"] == "1.05"
    assert newest["Category"] == "'=Pets"
    assert newest["Description"] == "'=1+1"
    assert newest["Tags"] == "a\\;b; c"
    assert oldest["Description"] == "Masala चाय, ₹"
    assert oldest["Id"] == asha.list_all()[1]["id"]


def test_an_exported_table_is_read_back_as_it_was(asha, ledger, tmp_path):
    of = asha.add(description="Shoes", reference="627400000001").json["id"]
    asha.add(kind="refund", amount_paise=5, of=of, description="Shoes")
    main(["export", *TABLE, "--user", "asha", "--to", str(tmp_path)])
    read = read_statement(
        tmp_path / "expenses.csv",
        {"categories": asha.categories(), "payees": [], "payers": []},
    )
    assert (read["left_out"], read["refused"], read["doubts"]) == ([], [], [])
    told = [
        (kind, row["date"], row["amount_paise"], row["description"], row.get("reference"))
        for kind, rows in (("expense", read["expenses"]), ("refund", read["refunds"]))
        for row in rows
    ]
    kept = [
        (it["kind"], it["date"], it["amount_paise"], it["description"], it.get("reference"))
        for it in asha.list_all()
    ]
    assert sorted(told, key=str) == sorted(kept, key=str)


def test_deleting_says_what_it_would_delete_and_waits_for_a_yes(asha, ledger, dynamodb, capsys):
    before = items_of(dynamodb, "asha")
    assert main(["delete", *TABLE, "--user", "asha"]) == 0
    assert items_of(dynamodb, "asha") == before
    assert f"{len(before)} items" in capsys.readouterr().out


def test_deleting_leaves_nothing_of_the_person_and_all_of_others(asha, ravi, ledger, dynamodb):
    asha.add_many([expense(id=f"00000000-0000-7000-8000-{n:012}") for n in range(60)])
    ravi.add()
    others = items_of(dynamodb, "ravi")
    assert main(["delete", *TABLE, "--user", "asha", "--yes"]) == 0
    assert items_of(dynamodb, "asha") == []
    # Nor whose the calendar's link was, which is in a partition of its own.
    assert dynamodb.scan(TableName="expenses")["Items"] == others
    assert items_of(dynamodb, "ravi") == others
    assert asha.list().json["items"] == []
