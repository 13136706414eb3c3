"""What there can be of shared ledgers: what is more is refused, says why, and changes nothing."""

import pytest

from tests.api_client import ApiClient
from tracker.inviting import FULL, TOO_MANY
from tracker.limits import (
    MAX_ATTEMPTS,
    MAX_INVITATIONS,
    MAX_LEDGERS,
    MAX_PEOPLE,
    MAX_SETTLEMENTS,
)
from tracker.repository.invitations import Invitee
from tracker.settling import TOO_MANY as TOO_MANY_SETTLEMENTS
from tracker.shared_ledgers import TOO_MANY_LEDGERS

NOTHING = "01890000-0000-7000-8000-00000000ffff"


@pytest.fixture
def home(asha):
    return asha.share("Home").json


def test_guessing_tokens_ends_for_a_day(asha, ravi, home):
    token = asha.invite(home).json["token"]
    for guess in ("x", token[:-1], token[:-2] + "AA", *(f"{'a' * 50}{n:04}" for n in range(17))):
        assert ravi.look(guess).status == 404
    refused = ravi.accept(token)
    assert refused.status == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 24 * 60 * 60
    assert asha.members(home).json["items"][0]["id"] == "asha"


def test_a_token_that_leads_somewhere_counts_to_no_ceiling(asha, ravi, home):
    token = asha.invite(home).json["token"]
    for _ in range(MAX_ATTEMPTS + 1):
        assert ravi.look(token).status == 200
    assert ravi.accept(token).status == 201


def test_two_tokens_tried_at_once_count_as_two(asha, ravi, home, monkeypatch):
    for number in range(MAX_ATTEMPTS - 1):
        assert ravi.look(f"{'a' * 50}{number:04}").status == 404
    token = asha.invite(home).json["token"]
    look, meanwhile = Invitee.invitation, []

    def look_while_another_is_tried(invitee, *what):
        if not meanwhile:
            meanwhile.append(None)
            meanwhile[0] = ravi.accept(token).status
        return look(invitee, *what)

    monkeypatch.setattr(Invitee, "invitation", look_while_another_is_tried)
    assert ravi.look(f"{token[:-4]}AAAA").status == 404
    assert meanwhile == [429]
    assert ravi.ledgers() == []


def test_a_ledger_takes_so_many_people(asha, home, monkeypatch):
    monkeypatch.setattr("tracker.repository.shared.MAX_PEOPLE", 3)
    for number in range(2):
        asha.let_in(home, ApiClient(user=f"guest-{number}"))
    token = asha.invite(home).json["token"]
    late = ApiClient(user="late")
    refused = late.accept(token)
    assert (refused.status, refused.json["detail"]) == (409, FULL)
    assert len(asha.members(home).json["items"]) == asha.ledgers()[0]["people"] == 3
    assert late.ledgers() == []
    # The invitation stays, for when there is room.
    asha.remove(home, ApiClient(user="guest-0"))
    assert late.accept(token).status == 201


def test_a_person_is_in_so_many_ledgers(asha, ravi, home, monkeypatch):
    for module in ("shared_ledgers", "inviting"):
        monkeypatch.setattr(f"tracker.{module}.MAX_LEDGERS", 2)
    ravi.share("One")
    made = ravi.share("Two", id=NOTHING).json
    assert ravi.share("Two", id=NOTHING).json == made
    token = asha.invite(home).json["token"]
    for refused in (ravi.share("Three"), ravi.accept(token)):
        assert (refused.status, refused.json["detail"]) == (409, TOO_MANY_LEDGERS)
    assert [ledger["name"] for ledger in ravi.ledgers()] == ["One", "Two"]
    assert len(asha.members(home).json["items"]) == 1
    assert ravi.call("DELETE", f"/api/ledgers/{NOTHING}").status == 204
    assert ravi.accept(token).status == 201


def test_a_ledger_has_so_many_open_invitations(asha, ravi, home, monkeypatch):
    monkeypatch.setattr("tracker.inviting.MAX_INVITATIONS", 2)
    first, _ = (asha.invite(home).json for _ in range(2))
    open_ones = asha.invitations(home).json
    refused = asha.invite(home)
    assert (refused.status, refused.json["detail"]) == (409, TOO_MANY)
    assert asha.invitations(home).json == open_ones
    assert ravi.accept(first["token"]).status == 201
    assert asha.invite(home).status == 201


def test_a_ledger_has_so_many_settlements(asha, ravi, home, monkeypatch):
    monkeypatch.setattr("tracker.settling.MAX_SETTLEMENTS", 2)
    asha.let_in(home, ravi)
    path = f"/api/ledgers/{home['id']}/settlements"
    said = {"from": "ravi", "to": "asha", "amount_paise": 30, "date": "2026-07-01"}
    first = asha.call("POST", path, body=said | {"id": NOTHING}).json
    asha.call("POST", path, body=said)
    kept = asha.call("GET", path).json
    refused = ravi.call("POST", path, body=said)
    assert (refused.status, refused.json["detail"]) == (409, TOO_MANY_SETTLEMENTS)
    assert asha.call("GET", path).json == kept
    # A repetition is no new one.
    assert asha.call("POST", path, body=said | {"id": NOTHING}).json == first
    assert asha.call("DELETE", f"{path}/{NOTHING}").status == 204
    assert ravi.call("POST", path, body=said).status == 201


def test_the_limits_are_what_the_guide_says():
    limits = (MAX_PEOPLE, MAX_LEDGERS, MAX_INVITATIONS, MAX_ATTEMPTS, MAX_SETTLEMENTS)
    assert limits == (20, 20, 50, 20, 1000)
