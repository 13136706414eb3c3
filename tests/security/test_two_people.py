"""Whatever one person sends, nothing of another's is shown to them or changed by them."""

import pytest

from stacks.operations import read_operations
from tests import api_client
from tests.api_client import expense, recurring, route_of
from tracker.clock import today

OTHERS_ID = "01890000-0000-7000-8000-000000000001"


@pytest.fixture
def stored(dynamodb):
    """A function that reads all that is stored of a person."""

    def read(person):
        return dynamodb.query(
            TableName="expenses",
            KeyConditionExpression="PK = :owner",
            ExpressionAttributeValues={":owner": {"S": f"USER#{person.claims['sub']}"}},
        )["Items"]

    return read


@pytest.fixture
def ravis_category(ravi):
    """Another person's ledger: an own category, three expenses of it, a changed built-in one."""
    category = ravi.add_category(name="Ravi's own").json["id"]
    ravi.add(id=OTHERS_ID, category=category, description="Ravi's secret", tags=["ravis"])
    ravi.add(category=category, description="Ravi's secret")
    ravi.add(category=category, description="Ravi's secret", date="2026-06-01")
    ravi.delete(ravi.add(description="Ravi's secret").json["id"])
    ravi.edit_category("fuel", name="Ravi's fuel", archived=True)
    ravi.budget(category, "2026-07", 777)
    ravi.change_settings(month_start=25, carry_over_from="2026-07")
    ravi.recur(id=OTHERS_ID, description="Ravi's rent", amount_paise=None, start=today())
    ravi.teach("Ravi's bakery", category=category, tags=["ravis"])
    ravi.make_calendar_link()
    return category


@pytest.fixture
def ravis_cursor(ravi, ravis_category):
    return ravi.list(limit=1).json["next_cursor"]


REQUESTS = {
    "get": lambda asha, _: asha.get(OTHERS_ID),
    "edit": lambda asha, _: asha.call(
        "PUT", f"/api/expenses/{OTHERS_ID}", body=expense(), headers={"if-match": "*"}
    ),
    "change many": lambda asha, category: asha.change_many(
        [{"id": OTHERS_ID, "version": 1}], category=category
    ),
    "delete many": lambda asha, _: asha.change_many([{"id": OTHERS_ID, "version": 1}], delete=True),
    "delete": lambda asha, _: asha.delete(OTHERS_ID),
    "list": lambda asha, _: asha.list(),
    "list of deleted": lambda asha, _: asha.deleted(),
    "list of a category": lambda asha, category: asha.list(category=category),
    "list of a tag": lambda asha, _: asha.list(tag="ravis"),
    "search": lambda asha, _: asha.list(q="secret"),
    "summary": lambda asha, _: asha.summary(group_by="category"),
    "summary of a category": lambda asha, category: asha.summary(category=category),
    "categories": lambda asha, _: asha.call("GET", "/api/categories"),
    "edit category": lambda asha, category: asha.edit_category(category, name="Taken over"),
    "delete category": lambda asha, category: asha.delete_category(category),
    "merge category": lambda asha, category: asha.delete_category(category, move_to="rent"),
    "budgets": lambda asha, _: asha.call("GET", "/api/budgets", query={"month": "2026-07"}),
    "change budget": lambda asha, category: asha.budget(category, "2026-07", 5),
    "settings": lambda asha, _: asha.call("GET", "/api/settings"),
    "rules": lambda asha, _: asha.call("GET", "/api/recurring"),
    "get rule": lambda asha, _: asha.rule(OTHERS_ID),
    "edit rule": lambda asha, _: asha.call(
        "PUT", f"/api/recurring/{OTHERS_ID}", body=recurring(), headers={"if-match": "*"}
    ),
    "delete rule": lambda asha, _: asha.delete_rule(OTHERS_ID),
    "confirm": lambda asha, _: asha.confirm(OTHERS_ID, today(), 5),
    "rule into category": lambda asha, category: asha.recur(category=category),
    "upcoming": lambda asha, _: asha.upcoming(),
    "list of a rule": lambda asha, _: asha.list(rule=OTHERS_ID),
    "payees": lambda asha, _: asha.call("GET", "/api/payees"),
    "teach payee": lambda asha, category: asha.teach("Ravi's bakery", category=category),
    "forget payee": lambda asha, _: asha.forget("Ravi's bakery"),
    "add into category": lambda asha, category: asha.add(category=category),
    "batch into category": lambda asha, category: asha.add_many(
        [expense(id=OTHERS_ID, category=category)]
    ),
}


@pytest.fixture
def mira(dynamodb):
    """A third person, whom Ravi shares a ledger with."""
    return api_client.ApiClient(user="mira")


@pytest.fixture
def ravis_ledger(ravi, mira):
    """A ledger that Ravi shares, with an expense and an invitation that nobody has accepted."""
    ledger = ravi.share("Ravi's home").json
    ravi.let_in(ledger, mira)
    shared = ravi.within(ledger)
    category = shared.add_category(name="Ravi's own").json["id"]
    shared.add(id=OTHERS_ID, category=category, description="Ravi's secret", tags=["ravis"])
    shared.recur(id=OTHERS_ID, description="Ravi's rent", amount_paise=None, start=today())
    shared.teach("Ravi's bakery", category=category)
    return ledger | {"invitation": ravi.invite(ledger).json["id"], "category": category}


@pytest.fixture
def stored_in(dynamodb):
    """A function that reads all that is stored in a shared ledger."""

    def read(ledger):
        return dynamodb.query(
            TableName="expenses",
            KeyConditionExpression="PK = :owner",
            ExpressionAttributeValues={":owner": {"S": f"LEDGER#{ledger['id']}"}},
        )["Items"]

    return read


LEDGER = {"name": "Home", "split": None, "version": 1, "created_at": "2026-01-01T00:00:00Z"}

SHARED_REQUESTS = {
    "get ledger": lambda asha, it, _: asha.call("GET", f"/api/ledgers/{it['id']}"),
    "edit ledger": lambda asha, it, _: asha.edit_ledger(it, name="Taken over"),
    "delete ledger": lambda asha, it, _: asha.call("DELETE", f"/api/ledgers/{it['id']}"),
    "revision": lambda asha, it, _: asha.revision(it),
    "known revision": lambda asha, it, _: asha.revision(it, known='"1", "2", "3", "4", "5", "6"'),
    "members": lambda asha, it, _: asha.members(it),
    "promote oneself": lambda asha, it, _: asha.edit_member(it, asha, role="owner"),
    "demote the owner": lambda asha, it, ravi: asha.edit_member(it, ravi, role="viewer"),
    "remove the owner": lambda asha, it, ravi: asha.remove(it, ravi),
    "leave": lambda asha, it, _: asha.remove(it, asha),
    "invitations": lambda asha, it, _: asha.invitations(it),
    "invite": lambda asha, it, _: asha.invite(it),
    "balances": lambda asha, it, _: asha.call("GET", f"/api/ledgers/{it['id']}/balances"),
    "settlements": lambda asha, it, _: asha.call("GET", f"/api/ledgers/{it['id']}/settlements"),
    "settle": lambda asha, it, ravi: asha.call(
        "POST",
        f"/api/ledgers/{it['id']}/settlements",
        body={"from": ravi.id, "to": "asha", "amount_paise": 5, "date": "2026-07-01"},
    ),
    "delete settlement": lambda asha, it, _: asha.call(
        "DELETE", f"/api/ledgers/{it['id']}/settlements/{OTHERS_ID}"
    ),
    "move into it": lambda asha, it, _: asha.transfer([{"id": OTHERS_ID, "version": 1}], it),
    "move out of it": lambda asha, it, _: asha.within(it).transfer(
        [{"id": OTHERS_ID, "version": 1}], None
    ),
    "revoke": lambda asha, it, _: asha.call(
        "DELETE", f"/api/ledgers/{it['id']}/invitations/{it['invitation']}"
    ),
}
UNCONCERNED = {
    *("health", "add_ledger", "list_ledgers", "look_at_invitation", "accept_invitation"),
    *("get_calendar_link", "make_calendar_link", "revoke_calendar_link", "read_calendar"),
}
"""Operations that name no ledger: what they show is held to the person by tests of their own."""


@pytest.mark.parametrize("request_", SHARED_REQUESTS.values(), ids=SHARED_REQUESTS)
def test_a_ledger_that_others_share_is_no_ledger(asha, ravi, ravis_ledger, stored_in, request_):
    before = stored_in(ravis_ledger)
    answer = request_(asha, ravis_ledger, ravi)
    nothing = asha.call("GET", "/api/ledgers/01890000-0000-7000-8000-00000000ffff")
    assert answer.bytes == nothing.bytes
    assert stored_in(ravis_ledger) == before
    # Nor is it one for somebody who was in it.
    ravi.let_in(ravis_ledger, asha, "owner")
    ravi.remove(ravis_ledger, asha)
    before = stored_in(ravis_ledger)
    assert request_(asha, ravis_ledger, ravi).bytes == nothing.bytes
    assert stored_in(ravis_ledger) == before
    assert asha.ledgers() == []


WITHOUT_ID = {
    "add category": lambda asha, _: asha.add_category(name="Asha's own"),
    "change settings": lambda asha, _: asha.change_settings(month_start=5),
}
"""What is of nobody else, but in a ledger that others share."""

REACHING = REQUESTS | WITHOUT_ID


@pytest.mark.parametrize("request_", REACHING.values(), ids=REACHING)
def test_no_operation_reaches_into_a_ledger_that_others_share(
    asha, ravis_ledger, stored_in, request_
):
    before = stored_in(ravis_ledger)
    answer = request_(asha.within(ravis_ledger), ravis_ledger["category"])
    assert answer.status == 404
    assert stored_in(ravis_ledger) == before


def test_an_id_or_a_cursor_of_one_ledger_is_nothing_in_another(asha, ravi, mira, ravis_ledger):
    ours = mira.within(mira.share("Mira's own").json)
    theirs = mira.within(ravis_ledger)
    for number in range(3):
        theirs.add(amount_paise=1 + number)
        ours.add(amount_paise=1 + number)
        mira.add(amount_paise=1 + number)
    cursor = theirs.list(limit=1).json["next_cursor"]
    for elsewhere in (ours, mira):
        assert elsewhere.list(limit=1, cursor=cursor).status == 400
        assert elsewhere.get(OTHERS_ID).status == 404
        assert elsewhere.delete(OTHERS_ID).status == 404
        assert elsewhere.add(category=ravis_ledger["category"]).status == 422
    assert theirs.list(limit=1, cursor=cursor).status == 200


def test_an_invitation_leads_to_its_own_ledger_only(asha, ravi, mira, ravis_ledger, stored_in):
    mine = asha.share("Asha's").json
    token = asha.invite(mine, "owner").json["token"]
    (open_one,) = asha.invitations(mine).json["items"]
    revoke = f"/api/ledgers/{ravis_ledger['id']}/invitations/{open_one['id']}"
    assert ravi.call("DELETE", revoke).status == 404
    # The first part of a token is its ledger, the rest its secret.
    forged = ravi.invite(ravis_ledger).json["token"][:20] + token[20:]
    before = stored_in(ravis_ledger)
    assert asha.accept(forged).status == 404
    assert stored_in(ravis_ledger) == before
    assert mira.accept(token).json["id"] == mine["id"]


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_anothers_ids_show_and_change_nothing(asha, ravi, ravis_category, stored, request_):
    before = stored(ravi)
    answer = request_(asha, ravis_category)
    assert "ravi" not in answer.bytes.decode().lower()
    assert stored(ravi) == before
    assert stored(asha) == []


def test_no_operation_that_takes_an_id_is_left_out(
    asha, ravi, ravis_category, ravis_ledger, monkeypatch
):
    reached = set()

    def noted(method, path):
        reached.add(route_of(method, path)[0])
        return route_of(method, path)

    monkeypatch.setattr(api_client, "route_of", noted)
    for request_ in REQUESTS.values():
        request_(asha, ravis_category)
    for request_ in SHARED_REQUESTS.values():
        request_(asha, ravis_ledger, ravi)
    # A new category, and how one's own months are counted, are of nobody else.
    without_id = {"add_category", "change_settings"}
    assert reached == {it.name for it in read_operations()} - without_id - UNCONCERNED


def test_no_expense_moves_into_anothers_category(asha, ravi, ravis_category, stored):
    mine = asha.add().json
    before = stored(ravi), stored(asha)
    answer = asha.edit(mine, category=ravis_category)
    assert (answer.status, answer.wrong_fields) == (422, ["category"])
    assert (stored(ravi), stored(asha)) == before


def test_anothers_ids_are_answered_as_ids_of_nothing(asha, ravis_category):
    nothing = "01890000-0000-7000-8000-00000000ffff"
    assert asha.get(OTHERS_ID).bytes == asha.get(nothing).bytes
    assert asha.delete(OTHERS_ID).bytes == asha.delete(nothing).bytes
    assert asha.delete_category(ravis_category).bytes == asha.delete_category(nothing).bytes
    mine, none = (asha.add(category=category) for category in (ravis_category, nothing))
    assert mine.bytes == none.bytes


def test_the_same_id_is_another_expense_for_another_person(asha, ravi, ravis_category, stored):
    before = stored(ravi)
    assert asha.add(id=OTHERS_ID).status == 201
    assert asha.add_many([expense(id=OTHERS_ID)]).json["results"][0]["status"] == "replayed"
    assert asha.delete(OTHERS_ID).status == 204
    assert stored(ravi) == before


def test_anothers_cursor_is_refused(asha, ravis_cursor):
    for number in range(3):
        asha.add(amount_paise=1 + number)
    answer = asha.list(limit=1, cursor=ravis_cursor)
    assert answer.status == 400
    assert answer.wrong_fields == ["cursor"]


# How a client might try to say who it is; the token's `sub` alone counts.
CLAIMS = ("user", "user_id", "sub", "PK", "owner", "username", "x-user", "x-sub")


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_query_parameter_chooses_the_person(asha, ravis_category, claim):
    for value in ("ravi", "USER#ravi"):
        assert asha.list(**{claim: value}).status == 400
        assert asha.summary(**{claim: value}).status == 400


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_field_of_a_body_chooses_the_person(asha, ravi, ravis_category, stored, claim):
    before = stored(ravi)
    answers = [
        asha.add(**{claim: "ravi"}),
        asha.add_category(name="New", **{claim: "ravi"}),
        asha.edit_category("rent", archived=True, **{claim: "ravi"}),
        asha.call("POST", "/api/expenses/batch", body={"expenses": [expense()], claim: "ravi"}),
    ]
    assert [answer.status for answer in answers] == [422] * 4
    assert stored(ravi) == before
    assert stored(asha) == []


@pytest.mark.parametrize("claim", [*CLAIMS, "authorization", "x-amzn-oidc-identity", "cookie"])
def test_no_header_chooses_the_person(asha, ravis_category, claim):
    headers = {claim: "ravi"}
    assert asha.call("GET", "/api/expenses", headers=headers).json["items"] == []
    assert asha.call("GET", f"/api/expenses/{OTHERS_ID}", headers=headers).status == 404


def test_a_person_whose_id_begins_like_anothers_sees_nothing_of_theirs(asha, ravi, ravis_category):
    for user in ("rav", "ravi#", "ravi#EXP", f"ravi#{ravis_category}", "", "USER#ravi"):
        asha.claims["sub"] = user
        answer = asha.list()
        assert answer.status == 401 if not user else answer.json["items"] == []
