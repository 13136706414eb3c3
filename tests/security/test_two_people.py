"""Whatever one person sends, nothing of another's is shown to them or changed by them."""

import pytest

from stacks.operations import read_operations
from tests import api_client
from tests.api_client import expense, route_of

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
    ravi.edit_category("fuel", name="Ravi's fuel", archived=True)
    return category


@pytest.fixture
def ravis_cursor(ravi, ravis_category):
    return ravi.list(limit=1).json["next_cursor"]


REQUESTS = {
    "get": lambda asha, _: asha.get(OTHERS_ID),
    "edit": lambda asha, _: asha.call(
        "PUT", f"/api/expenses/{OTHERS_ID}", body=expense(), headers={"if-match": "*"}
    ),
    "delete": lambda asha, _: asha.delete(OTHERS_ID),
    "list": lambda asha, _: asha.list(),
    "list of a category": lambda asha, category: asha.list(category=category),
    "list of a tag": lambda asha, _: asha.list(tag="ravis"),
    "search": lambda asha, _: asha.list(q="secret"),
    "summary": lambda asha, _: asha.summary(group_by="category"),
    "summary of a category": lambda asha, category: asha.summary(category=category),
    "categories": lambda asha, _: asha.call("GET", "/api/categories"),
    "edit category": lambda asha, category: asha.edit_category(category, name="Taken over"),
    "delete category": lambda asha, category: asha.delete_category(category),
    "add into category": lambda asha, category: asha.add(category=category),
    "batch into category": lambda asha, category: asha.add_many(
        [expense(id=OTHERS_ID, category=category)]
    ),
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_anothers_ids_show_and_change_nothing(asha, ravi, ravis_category, stored, request_):
    before = stored(ravi)
    answer = request_(asha, ravis_category)
    assert "ravi" not in answer.bytes.decode().lower()
    assert stored(ravi) == before
    assert stored(asha) == []


def test_no_operation_that_takes_an_id_is_left_out(asha, ravis_category, monkeypatch):
    reached = set()

    def noted(method, path):
        reached.add(route_of(method, path)[0])
        return route_of(method, path)

    monkeypatch.setattr(api_client, "route_of", noted)
    for request_ in REQUESTS.values():
        request_(asha, ravis_category)
    # A new category and the state of the service are of nobody else.
    assert reached == {it.name for it in read_operations()} - {"add_category", "health"}


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
