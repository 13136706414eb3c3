"""Shared ledgers: making, joining and leaving them, and what each role allows."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from jobs import record_due
from tests.api_client import ApiClient, expense
from tracker.clock import today
from tracker.errors import BusyError
from tracker.repository import keys
from tracker.repository.sharing import SharedRepository

NOTHING = "01890000-0000-7000-8000-00000000ffff"


@pytest.fixture
def mira(dynamodb):
    """A third person, who is in no ledger."""
    return ApiClient(user="mira")


@pytest.fixture
def home(asha):
    return asha.share("Home").json


def test_who_makes_a_ledger_owns_it_alone(asha):
    answer = asha.share("  Goa   trip ", member_name="Asha")
    assert answer.status == 201
    ledger = answer.json
    assert answer.headers["Location"] == f"/api/ledgers/{ledger['id']}"
    told = {name: ledger[name] for name in ("name", "role", "member", "people", "split", "version")}
    assert told == {
        "name": "Goa trip",
        "role": "owner",
        "member": "asha",
        "people": 1,
        "split": None,
        "version": 1,
    }
    assert asha.ledgers() == [ledger]
    (me,) = asha.members(ledger).json["items"]
    assert (me["id"], me["name"], me["role"]) == ("asha", "Asha", "owner")


def test_making_a_ledger_again_changes_nothing(asha, ravi):
    made = asha.share(id=NOTHING)
    again = asha.share(id=NOTHING)
    assert (again.status, again.json) == (200, made.json)
    assert asha.share("Other", id=NOTHING).status == 409
    assert ravi.share(id=NOTHING).status == 409
    assert len(asha.ledgers()) == 1


def test_a_ledger_says_what_an_owner_says_last(asha, home):
    edited = asha.edit_ledger(home, name="Our home", split={"kind": "equal"})
    assert edited.status == 200
    assert (edited.json["name"], edited.json["version"]) == ("Our home", 2)
    assert edited.json["split"] == {"kind": "equal", "shares": []}
    assert asha.edit_ledger(home, name="Our home", split={"kind": "equal"}).json == edited.json
    assert asha.edit_ledger(home, name="Late").status == 412
    assert asha.call("PUT", f"/api/ledgers/{home['id']}", body={"name": "x"}).status == 428
    assert asha.call("PUT", f"/api/ledgers/{home['id']}", body={}).status == 428


@pytest.mark.parametrize(
    "split",
    [
        {"kind": "shares"},
        {"kind": "equal", "shares": [{"member": "asha", "share": 1}]},
        {"kind": "shares", "shares": [{"member": "ravi", "share": 1}]},
        {"kind": "shares", "shares": [{"member": "asha", "share": 1}] * 2},
        {"kind": "shares", "shares": [{"member": "asha", "share": 0}]},
        {"kind": "halves"},
        "equal",
    ],
)
def test_a_split_that_cannot_be_is_refused(asha, home, split):
    assert asha.edit_ledger(home, split=split).status == 422
    assert asha.share(split=split).status == 422


def test_an_invitation_lets_one_person_in(asha, ravi, mira, home):
    invited = asha.invite(home, "member")
    assert invited.status == 201
    token = invited.json["token"]
    shown = ravi.look(token).json
    assert shown["ledger"] == {"id": home["id"], "name": "Home"}
    assert (shown["role"], shown["invited_by"]) == ("member", "Asha")
    assert ravi.ledgers() == []
    accepted = ravi.accept(token, name="Ravi")
    assert (accepted.status, accepted.json["role"], accepted.json["people"]) == (201, "member", 2)
    assert ravi.accept(token).status == 200
    assert mira.look(token).status == 404
    assert mira.accept(token).status == 404
    assert [it["name"] for it in asha.members(home).json["items"]] == ["Asha", "Ravi"]
    assert asha.invitations(home).json["items"] == []


def test_an_invitation_shows_nothing_to_who_came_in_by_it_and_is_out_again(asha, ravi, home):
    token = asha.invite(home, "member").json["token"]
    assert ravi.accept(token, name="Ravi").status == 201
    assert ravi.look(token).status == 200
    assert ravi.call("DELETE", f"/api/ledgers/{home['id']}/members/{ravi.id}").status == 204
    asha.edit_ledger(home, name="Secret")
    assert (ravi.look(token).status, ravi.accept(token).status) == (404, 404)


def test_an_invitation_is_open_for_seven_days(asha, home):
    invited = asha.invite(home).json
    made, ends = (datetime.fromisoformat(invited[name]) for name in ("created_at", "expires_at"))
    assert ends - made == timedelta(days=7)


def test_only_a_hash_of_an_invitation_is_stored_and_its_token_told_once(asha, home, dynamodb):
    invited = asha.invite(home).json
    (shown,) = asha.invitations(home).json["items"]
    assert shown == {name: value for name, value in invited.items() if name != "token"}
    assert invited["token"] not in str(dynamodb.scan(TableName="expenses")["Items"])


def test_an_invitation_that_is_revoked_or_expired_opens_nothing(asha, ravi, home, monkeypatch):
    revoked = asha.invite(home).json
    path = f"/api/ledgers/{home['id']}/invitations/{revoked['id']}"
    assert asha.call("DELETE", path).status == 204
    assert asha.call("DELETE", path).status == 404
    assert ravi.accept(revoked["token"]).status == 404
    old = asha.invite(home).json
    monkeypatch.setattr("tracker.inviting.now", lambda: old["expires_at"])
    assert ravi.look(old["token"]).status == 404
    assert ravi.accept(old["token"]).status == 404
    assert asha.invitations(home).json["items"] == []


def test_nobody_comes_back_by_an_invitation_that_they_made_before_they_were_removed(
    asha, ravi, home
):
    asha.let_in(home, ravi, "owner")
    kept = ravi.invite(home, "owner").json["token"]
    assert asha.remove(home, ravi).status == 204
    assert ravi.accept(kept).status == 404
    assert ravi.ledgers() == []


def test_who_is_in_a_ledger_needs_no_invitation(asha, ravi, mira, home):
    asha.let_in(home, ravi)
    token = asha.invite(home, "owner").json["token"]
    assert ravi.accept(token).status == 409
    assert mira.accept(token).status == 201


def test_who_is_removed_sees_nothing_from_the_next_request_on(asha, ravi, home):
    asha.let_in(home, ravi)
    shared = ravi.within(home)
    added = shared.add().json
    assert asha.remove(home, ravi).status == 204
    for answer in (
        shared.list(),
        shared.summary(),
        shared.get(added["id"]),
        shared.add(),
        shared.delete(added["id"]),
        ravi.members(home),
        ravi.revision(home),
        ravi.revision(home, known='"0"'),
    ):
        assert answer.status == 404
    assert ravi.ledgers() == []
    (kept,) = asha.within(home).list().json["items"]
    assert (kept["by"], kept["entered_by"]) == ("ravi", "ravi")
    left = asha.members(home).json["items"][1]
    assert (left["name"], left["role"], "left_at" in left) == ("Ravi", "left", True)


def test_there_is_always_an_owner(asha, ravi, home):
    asha.let_in(home, ravi)
    assert asha.remove(home, asha).status == 409
    assert asha.edit_member(home, asha, role="member").status == 409
    assert asha.edit_member(home, ravi, role="owner").json["role"] == "owner"
    assert asha.remove(home, asha).status == 204
    assert ravi.remove(home, ravi).status == 409


def test_only_owners_see_to_members_and_only_oneself_to_ones_name(asha, ravi, mira, home):
    asha.let_in(home, ravi)
    asha.let_in(home, mira, "viewer")
    assert ravi.edit_member(home, mira, role="owner").status == 403
    assert ravi.edit_member(home, ravi, role="owner").status == 403
    assert ravi.remove(home, mira).status == 403
    assert ravi.invite(home).status == 403
    assert ravi.edit_ledger(home, name="Mine").status == 403
    assert ravi.call("DELETE", f"/api/ledgers/{home['id']}").status == 403
    assert asha.edit_member(home, ravi, name="Somebody").status == 403
    assert ravi.edit_member(home, ravi, name="Ravi K").json["name"] == "Ravi K"
    assert asha.edit_member(home, ravi).status == 422
    assert mira.remove(home, mira).status == 204


def test_a_member_who_left_may_come_again_with_another_role(asha, ravi, home):
    asha.let_in(home, ravi)
    ravi.within(home).add()
    ravi.remove(home, ravi)
    assert asha.let_in(home, ravi, "viewer")["role"] == "viewer"
    assert len(ravi.within(home).list().json["items"]) == 1
    assert ravi.within(home).add().status == 403


ROLES = ("totals", "viewer", "member", "owner")
OPERATIONS = {
    "summary": ("totals", lambda it: it.summary(group_by="member")),
    "summary of a tag": ("viewer", lambda it: it.summary(tag="clinic")),
    "categories": ("totals", lambda it: it.call("GET", "/api/categories")),
    "budgets": ("totals", lambda it: it.call("GET", "/api/budgets")),
    "list": ("viewer", lambda it: it.list()),
    "search": ("viewer", lambda it: it.list(q="chai")),
    "deleted": ("viewer", lambda it: it.deleted()),
    "rules": ("viewer", lambda it: it.call("GET", "/api/recurring")),
    "upcoming": ("viewer", lambda it: it.upcoming()),
    "payees": ("viewer", lambda it: it.call("GET", "/api/payees")),
    "add": ("member", lambda it: it.add()),
    "batch": ("member", lambda it: it.add_many([expense(id=NOTHING)])),
    "category": ("member", lambda it: it.add_category(name="Pets")),
    "budget": ("member", lambda it: it.budget("total", "2026-07", 5)),
    "payee": ("member", lambda it: it.teach("Bakery", category="groceries")),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_role_allows_what_it_says(asha, ravi, home, role, operation):
    asha.let_in(home, ravi, role)
    least, request = OPERATIONS[operation]
    answer = request(ravi.within(home))
    if ROLES.index(role) >= ROLES.index(least):
        assert answer.status in (200, 201)
    else:
        assert answer.status == 403


@pytest.mark.parametrize("ledger", [NOTHING, "x", "", "LEDGER#x", "..", "asha"])
def test_a_ledger_that_one_is_not_in_is_as_one_that_is_not(asha, ravi, home, ledger):
    for wanted in (ledger, home["id"]):
        answer = ravi.call("GET", "/api/expenses", query={"ledger": wanted})
        assert answer.status == 404
    assert answer.bytes == ravi.call("GET", "/api/expenses", query={"ledger": NOTHING}).bytes


def test_who_paid_is_who_enters_it_unless_another_is_named(asha, ravi, home):
    asha.let_in(home, ravi)
    ours, his = asha.within(home), ravi.within(home)
    mine = ours.add().json
    assert (mine["by"], mine["entered_by"]) == ("asha", "asha")
    for_him = ours.add(by="ravi").json
    assert (for_him["by"], for_him["entered_by"]) == ("ravi", "asha")
    without = {name: mine[name] for name in ("date", "amount_paise", "category")}
    headers = {"if-match": "*"}
    edited = his.call("PUT", f"/api/expenses/{mine['id']}", body=without, headers=headers).json
    assert (edited["by"], edited["entered_by"]) == ("asha", "asha")
    assert his.edit(edited, by="ravi").json["by"] == "ravi"
    assert ours.add(by="mira").wrong_fields == ["by"]
    assert ours.add_many([expense(id=NOTHING, by="mira")]).json["results"][0]["status"] == "invalid"
    assert asha.add(by="asha").wrong_fields == ["by"]


def test_what_somebody_who_left_paid_can_be_edited_and_recorded(asha, ravi, home):
    asha.let_in(home, ravi)
    paid = ravi.within(home).add().json
    ravi.remove(home, ravi)
    ours = asha.within(home)
    assert ours.edit(paid, amount_paise=7).json["by"] == "ravi"
    assert ours.add(by="ravi").status == 201


def test_lists_and_summaries_are_narrowed_and_grouped_by_member(asha, ravi, home):
    asha.let_in(home, ravi)
    ours = asha.within(home)
    ours.add(amount_paise=100, tags=["trip"])
    ours.add(amount_paise=20, by="ravi", tags=["trip"])
    ours.add(amount_paise=3, by="ravi", category="rent", kind="refund")
    asha.add(amount_paise=5000)
    paid = {
        it["member"]: it["total_paise"] for it in ours.summary(group_by="member").json["groups"]
    }
    assert paid == {"asha": 100, "ravi": 17}
    assert ours.summary(by="ravi").json["total_paise"] == 17
    assert ours.summary(by="ravi", tag="trip").json["total_paise"] == 20
    assert ours.summary(by="asha,ravi").json["total_paise"] == 117
    assert ours.summary(by="mira").json["total_paise"] == 0
    assert [it["amount_paise"] for it in ours.list(by="ravi").json["items"]] == [3, 20]
    both = ours.summary(group_by="member,category").json["groups"]
    assert [(it["category"], it["member"], it["total_paise"]) for it in both] == [
        ("food-dining", "asha", 100),
        ("food-dining", "ravi", 20),
        ("rent", "ravi", -3),
    ]


def test_in_ones_own_ledger_all_is_by_oneself(asha):
    asha.add(amount_paise=100)
    assert "by" not in asha.list().json["items"][0]
    (mine,) = asha.summary(group_by="member").json["groups"]
    assert (mine["member"], mine["total_paise"]) == ("asha", 100)
    assert asha.summary(by="asha").json["total_paise"] == 100
    assert asha.summary(by="ravi").json["total_paise"] == 0
    assert len(asha.list(by="asha").json["items"]) == 1
    assert asha.list(by="ravi").json["items"] == []


def test_a_rule_records_by_whom_it_names(asha, ravi, home):
    asha.let_in(home, ravi)
    rule = asha.within(home).recur(start=today(), by="ravi").json
    assert (rule["by"], rule["entered_by"]) == ("ravi", "asha")
    (recorded,) = asha.within(home).list().json["items"]
    assert (recorded["by"], recorded["entered_by"]) == ("ravi", "asha")


def test_the_revision_is_another_after_each_change_and_else_not_sent(asha, ravi, home):
    asha.let_in(home, ravi)
    ours, theirs = asha.within(home), ravi.within(home)
    known = asha.revision(home).headers["ETag"]
    assert asha.revision(home, known=known).status == 304
    added = ours.add().json
    changes = [
        lambda: theirs.edit(added, description="chai"),
        lambda: theirs.add_category(name="Pets"),
        lambda: theirs.budget("total", "2026-07", 5),
        lambda: ours.delete(added["id"]),
        lambda: asha.edit_ledger(home, name="Our home"),
        lambda: ravi.edit_member(home, ravi, name="Ravi K"),
    ]
    for change in changes:
        assert change().status < 300
        answer = asha.revision(home, known=known)
        assert answer.status == 200
        assert answer.headers["ETag"] == f'"{answer.json["revision"]}"'
        known = answer.headers["ETag"]
        assert ravi.revision(home, known=f"W/{known}").status == 304


def test_the_setup_is_another_only_where_more_than_expenses_has_changed(asha, ravi, home):
    asha.let_in(home, ravi)
    ours, theirs = asha.within(home), ravi.within(home)
    rule = ours.recur(frequency="daily", start="2100-01-01").json
    hobbies = ours.add_category(name="Hobbies").json["id"]
    added = ours.add(tags=["chai"], reference="UTR1").json
    settlement = {"from": "ravi", "to": "asha", "amount_paise": 5, "date": today()}
    of_expenses = [
        lambda: ours.add(by="ravi", category=hobbies),
        lambda: ours.add_many([expense(amount_paise=5)]),
        lambda: theirs.edit(added, description="chai"),
        lambda: theirs.delete(added["id"]),
        lambda: ravi.call("POST", f"/api/ledgers/{home['id']}/settlements", body=settlement),
    ]
    of_setup = [
        lambda: theirs.add_category(name="Pets"),
        lambda: theirs.budget("total", "2026-07", 5),
        lambda: theirs.call("DELETE", f"/api/recurring/{rule['id']}"),
        lambda: asha.edit_ledger(home, name="Our home"),
        lambda: ravi.edit_member(home, ravi, name="Ravi K"),
    ]
    setup = asha.revision(home).json["setup"]
    for change in of_expenses:
        assert change().status < 300
        assert asha.revision(home).json["setup"] == setup
    for change in of_setup:
        assert change().status < 300
        before, setup = setup, asha.revision(home).json["setup"]
        assert setup != before


WRITTEN_TODAY = [("USER#asha", "TALLY")]
"""Her own, which tells how much she wrote that day."""


def left_in(dynamodb):
    """What there is, but for how many tokens somebody tried: that is theirs, for a day."""
    items = dynamodb.scan(TableName="expenses")["Items"]
    of_tokens = {keys.attempts(person) for person in ("asha", "ravi")}
    return [(it["PK"]["S"], it["SK"]["S"]) for it in items if it["PK"]["S"] not in of_tokens]


def test_a_deleted_ledger_leaves_nothing(asha, ravi, home, dynamodb, monkeypatch):
    asha.let_in(home, ravi)
    ours = asha.within(home)
    assert ours.recur(frequency="daily", start=today()).status == 201
    for number in range(30):
        ours.add(tags=["a"], reference=f"UTR{number}")
    ours.delete(ours.list().json["items"][0]["id"])
    asha.invite(home)
    assert asha.call("DELETE", f"/api/ledgers/{home['id']}").status == 204
    assert left_in(dynamodb) == WRITTEN_TODAY
    assert asha.call("DELETE", f"/api/ledgers/{home['id']}").status == 404
    assert ravi.within(home).list().status == 404
    monkeypatch.setattr(record_due, "today", lambda: "2100-01-01")
    context = SimpleNamespace(get_remaining_time_in_millis=lambda: 900_000)
    assert record_due.handler({}, context) == {"days": 0, "left": 0, "faults": 0}
    assert left_in(dynamodb) == WRITTEN_TODAY


def test_a_deletion_that_is_cut_short_goes_on(asha, ravi, home, dynamodb, monkeypatch):
    asha.let_in(home, ravi, "owner")
    added = asha.within(home).add().json
    known = asha.revision(home).headers["ETag"]

    def cut_short(_repository):
        raise BusyError

    path = f"/api/ledgers/{home['id']}"
    with monkeypatch.context() as patch:
        patch.setattr(SharedRepository, "clear", cut_short)
        for _ in range(2):
            assert asha.call("DELETE", path).status == 503
    # Of what is half deleted nobody sees anything, nor who deletes it.
    for person in (asha, ravi):
        ours = person.within(home)
        asked = (
            ours.list(),
            ours.summary(),
            ours.add(),
            ours.edit(added, description="chai"),
            ours.call("GET", "/api/categories"),
            person.members(home),
            person.revision(home, known=known),
            person.call("GET", path),
        )
        assert {answer.status for answer in asked} == {404}
        assert person.ledgers() == []
    assert ravi.call("DELETE", path).status == 404
    assert asha.call("DELETE", path).status == 204
    assert left_in(dynamodb) == WRITTEN_TODAY
