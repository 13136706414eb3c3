"""What exporting and deleting a person make of the ledgers that they share."""

import json

import pytest

from operations.__main__ import main
from tests.api_client import ApiClient
from tracker.errors import BusyError
from tracker.repository.sharing import SharedRepository

TABLE = ["--table", "expenses"]


@pytest.fixture
def mira(dynamodb):
    """A third person."""
    return ApiClient(user="mira")


@pytest.fixture
def home(asha):
    """A ledger that Asha owns alone."""
    return asha.share("Home").json


def delete_asha():
    assert main(["delete", *TABLE, "--user", "asha", "--yes"]) == 0


def exported(tmp_path, user):
    assert main(["export", *TABLE, "--user", user, "--to", str(tmp_path / user)]) == 0
    return json.loads((tmp_path / user / "everything.json").read_text())["shared"]


def roles(person, ledger):
    return {it["id"]: it["role"] for it in person.members(ledger).json["items"]}


def test_who_is_deleted_leaves_what_they_entered_under_their_name(asha, ravi, home):
    asha.let_in(home, ravi, "owner")
    added = asha.within(home).add(amount_paise=700).json
    delete_asha()
    assert roles(ravi, home) == {"asha": "left", "ravi": "owner"}
    assert ravi.members(home).json["items"][0]["name"] == "Asha"
    assert ravi.within(home).list().json["items"] == [added]
    assert ravi.within(home).summary(by="asha").json["total_paise"] == 700
    assert asha.within(home).list().status == 404
    assert asha.ledgers() == []


def test_the_last_owners_ledger_goes_to_who_may_do_most_and_joined_first(asha, ravi, mira, home):
    asha.let_in(home, mira, "viewer")
    asha.let_in(home, ravi, "member")
    asha.let_in(home, ApiClient(user="zoya"), "member")
    delete_asha()
    assert roles(ravi, home) == {
        "asha": "left",
        "mira": "viewer",
        "ravi": "owner",
        "zoya": "member",
    }


def test_a_ledger_with_nobody_else_in_it_goes(asha, ravi, home, dynamodb):
    asha.let_in(home, ravi)
    asha.within(home).add()
    ravi.remove(home, ravi)
    delete_asha()
    # What he tried on his way in is his, and goes with him.
    assert main(["delete", *TABLE, "--user", "ravi", "--yes"]) == 0
    assert dynamodb.scan(TableName="expenses")["Items"] == []


def test_who_comes_in_while_a_ledger_goes_keeps_it(asha, ravi, home, monkeypatch):
    token = asha.invite(home).json["token"]
    end = SharedRepository.end

    def late(repository, people):
        monkeypatch.undo()
        assert ravi.accept(token).status == 201
        return end(repository, people)

    monkeypatch.setattr(SharedRepository, "end", late)
    delete_asha()
    assert roles(ravi, home) == {"asha": "left", "ravi": "owner"}


def test_a_deletion_that_was_cut_short_within_a_ledger_goes_on(asha, home, dynamodb, monkeypatch):
    asha.within(home).add()

    def cut_short(_repository):
        raise BusyError

    with monkeypatch.context() as patch:
        patch.setattr(SharedRepository, "clear", cut_short)
        assert main(["delete", *TABLE, "--user", "asha", "--yes"]) == 1
    delete_asha()
    assert dynamodb.scan(TableName="expenses")["Items"] == []


def test_failed_attempts_to_open_invitations_go(asha, dynamodb):
    assert asha.look("x" * 54).status == 404
    (attempts,) = dynamodb.scan(TableName="expenses")["Items"]
    assert attempts["PK"]["S"] == "ATTEMPTS#asha"
    delete_asha()
    assert dynamodb.scan(TableName="expenses")["Items"] == []


def test_deleting_tells_what_would_become_of_each_ledger_and_waits(
    asha, ravi, home, dynamodb, capsys
):
    fates = {home["id"]: "deleted"}
    theirs = asha.share("Theirs").json
    asha.let_in(theirs, ravi)
    fates[theirs["id"]] = "handed over"
    ravis = ravi.share("Ravi's").json
    ravi.let_in(ravis, asha)
    fates[ravis["id"]] = "left"
    before = dynamodb.scan(TableName="expenses")["Items"]
    assert main(["delete", *TABLE, "--user", "asha"]) == 0
    assert dynamodb.scan(TableName="expenses")["Items"] == before
    told = capsys.readouterr().out
    for ledger, fate in fates.items():
        assert f"shared ledger {ledger}: to be {fate}\n" in told
    delete_asha()
    told = capsys.readouterr().out
    for ledger, fate in fates.items():
        assert f"shared ledger {ledger}: {fate}\n" in told


def test_an_export_holds_the_ledgers_that_the_person_writes_in(asha, ravi, home, tmp_path):
    asha.let_in(home, ravi, "member")
    ours = asha.within(home)
    ours.add_category(name="Pets")
    ours.add(by="ravi")
    body = {"from": "ravi", "to": "asha", "amount_paise": 5, "date": "2026-07-01"}
    settlement = asha.call("POST", f"/api/ledgers/{home['id']}/settlements", body=body).json
    for person in (asha, ravi):
        (shared,) = exported(tmp_path, person.id)
        assert shared == {
            "ledger": person.ledgers()[0],
            "members": person.members(home).json["items"],
            "categories": ours.categories(),
            "expenses": ours.list().json["items"],
            "settlements": [settlement],
        }


@pytest.mark.parametrize("role", ["viewer", "totals"])
def test_an_export_holds_no_expense_of_a_ledger_that_the_person_looks_at(
    asha, ravi, home, tmp_path, role
):
    asha.let_in(home, ravi, role)
    asha.within(home).add()
    (shared,) = exported(tmp_path, "ravi")
    assert shared.keys() == {"ledger", "members"}
    assert shared["ledger"] == ravi.ledgers()[0]


def test_an_export_holds_nothing_of_a_ledger_that_the_person_left(asha, ravi, home, tmp_path):
    asha.let_in(home, ravi)
    ravi.remove(home, ravi)
    assert exported(tmp_path, "ravi") == []
