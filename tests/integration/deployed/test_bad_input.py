"""Bad input of every sort gets the 4xx of the contract, which says why; nothing of it is kept."""

import gzip
import json

import pytest

from tests.api_client import expense

from .openapi import document

ID = "01890000-0000-7000-8000-00000000abcd"
ADD = ("POST", "/api/expenses")
EDIT = ("PUT", f"/api/expenses/{ID}")
CHANGE_MANY = ("PATCH", "/api/expenses")
BATCH = ("POST", "/api/expenses/batch")
ADD_CATEGORY = ("POST", "/api/categories")
EDIT_CATEGORY = ("PUT", "/api/categories/rent")
CHANGE_BUDGET = ("PUT", "/api/budgets/rent")
RULES = [
    ("POST", "/api/recurring"),
    ("PUT", f"/api/recurring/{ID}"),
    ("POST", f"/api/recurring/{ID}/confirm"),
]
TEACH_PAYEE = ("PUT", "/api/payees/Bakery")
WITH_BODY = [ADD, EDIT, BATCH, CHANGE_MANY, ADD_CATEGORY, EDIT_CATEGORY, CHANGE_BUDGET, TEACH_PAYEE]
WITH_BODY += RULES
WITH_BODY += [
    ("PUT", "/api/settings"),
    ("POST", "/api/expenses/transfer"),
    ("POST", "/api/ledgers"),
    ("POST", "/api/invitations/look"),
    ("POST", "/api/invitations/accept"),
]
LISTS = ["/api/expenses", "/api/summary"]
MOST_BYTES = 256 * 1024

# What JSON itself can hold; Python's json would write it, too.
WRONG_AMOUNTS = [
    *("0", "-1", "-0", "1.5", "1.0", "1e2", '"100"', "true", "null", "[]", "{}", '""'),
    *(str(10**12 + 1), str(2**63), str(2**64), str(10**40), str(-(10**40))),
]
WRONG_FIELDS = {
    "date": [
        *("2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101"),
        *("1899-12-31", "2101-01-01", "2026-W01-1", "2026-07-15T00:00", "2026-07-15\n", ""),
        *("२०२६-०१-०१", 20260101, None, ["2026-07-15"], {}),
    ],
    "category": [
        *("no-such-category", ID, "", "Rent", "rent ", "rent\n", "rent#2026", "x" * 51, 1, None),
        *(["rent"], {"id": "rent"}),
    ],
    "description": ["x" * 501, "a\u0000b", "a\nb", "a\tb", "\u0085", "\u007f", 1, None, ["a"], {}],
    "tags": [
        *("office", None, {}, [1], [None], [["a"]], [""], ["  "], ["x" * 33], ["a\u0007"]),
        [str(number) for number in range(11)],
    ],
    "currency": ["USD", "inr", "", None, 1],
    "id": ["1", ID.upper(), ID + "\n", f"{{{ID}}}", ID.replace("-", ""), "", None, 1, [ID]],
    "version": [1],
    "owner": ["somebody-else"],
    "PK": ["USER#somebody-else"],
    "__proto__": [{}],
}
NOT_JSON = {
    "nothing": b"",
    "blank": b"  \n",
    "text": b"amount_paise=1",
    "half": b'{"date": "2026-',
    "nan": b'{"amount_paise": NaN}',
    "infinity": b'{"amount_paise": -Infinity}',
    "trailing_comma": b'{"amount_paise": 1,}',
    "two_values": b"{}{}",
    "comment": b"{} // expense",
    "single_quotes": b"{'amount_paise': 1}",
    "invalid_utf8": json.dumps(expense(description="?")).encode().replace(b"?", b"\xff"),
    "overlong_utf8": b'{"description": "\xc0\xaf"}',
    "lone_surrogate": b'{"description": "\\ud83e"}',
    "utf16": '{"description": "chai"}'.encode("utf-16"),
    "deeply_nested_lists": b"[" * 100_000,
    "deeply_nested_and_closed": b"[" * 50_000 + b"]" * 50_000,
    "deeply_nested_objects": b'{"a":' * 40_000,
}
NO_OBJECT = ["[]", "null", "true", "1", '"expense"', '[{"date": "2026-07-15"}]']


@pytest.fixture(scope="module")
def person(new_person):
    """A person with one expense, which no test here may change."""
    made = new_person()
    assert made.add(id=ID).status == 201
    return made


@pytest.fixture
def nothing_changes(person):
    """Holds what the person has to what they had."""
    before = _everything(person)
    yield
    assert _everything(person) == before


def _everything(person):
    return person.list().json, person.summary(group_by="day,category").json, person.categories()


def send(person, route, **sent):
    return person.call(*route, **sent, headers={"If-Match": "*"})


@pytest.mark.usefixtures("nothing_changes")
class TestBodies:
    @pytest.mark.parametrize("name", NOT_JSON)
    def test_what_is_not_json_is_malformed(self, person, name):
        for route in WITH_BODY:
            answer = send(person, route, raw=NOT_JSON[name])
            assert (answer.status, "errors" in answer.json) == (400, False), route

    @pytest.mark.parametrize("text", NO_OBJECT)
    def test_json_that_is_no_object_breaks_a_rule(self, person, text):
        for route in WITH_BODY:
            answer = send(person, route, raw=text)
            assert (answer.status, answer.wrong_fields) == (422, [""]), route

    @pytest.mark.parametrize("paise", WRONG_AMOUNTS)
    def test_paise_are_whole_and_in_range(self, person, paise):
        text = json.dumps(expense(id=ID, amount_paise="PAISE")).replace('"PAISE"', paise)
        for route in (ADD, EDIT):
            answer = send(person, route, raw=text)
            assert (answer.status, answer.wrong_fields) == (422, ["amount_paise"])
        batch = send(person, BATCH, raw=f'{{"expenses": [{text}]}}')
        assert batch.json["results"][0]["status"] == "invalid"

    @pytest.mark.parametrize("field", WRONG_FIELDS)
    def test_a_wrong_field_is_named(self, person, field):
        for value in WRONG_FIELDS[field]:
            for route in (ADD, EDIT):
                answer = send(person, route, body=expense(**{field: value}))
                assert answer.status == 422, (route, value)
                assert {name.partition("[")[0] for name in answer.wrong_fields} == {field}

    @pytest.mark.parametrize("field", ["date", "amount_paise", "category"])
    def test_a_missing_field_is_named(self, person, field):
        body = expense()
        del body[field]
        answer = send(person, ADD, body=body)
        assert (answer.status, answer.wrong_fields) == (422, [field])

    def test_every_wrong_field_is_named_at_once(self, person):
        answer = send(person, ADD, body={"date": "x", "amount_paise": 0, "colour": "red"})
        assert set(answer.wrong_fields) == {"date", "amount_paise", "colour", "category"}

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"expenses": []},
            {"expenses": {}},
            {"expenses": None},
            {"expenses": [expense(id=ID)] * 101},
            {"expenses": [expense(id=ID)], "more": 1},
        ],
        ids=["empty", "none", "object", "null", "too_many", "unknown_field"],
    )
    def test_a_batch_is_one_to_a_hundred_expenses(self, person, body):
        assert send(person, BATCH, body=body).status == 422

    @pytest.mark.parametrize(
        "row", [None, 1, "x", [], {}, expense(), {"id": 1}, {"id": None}], ids=repr
    )
    def test_a_row_of_another_form_is_invalid(self, person, row):
        (result,) = send(person, BATCH, body={"expenses": [row]}).json["results"]
        assert (result["id"], result["status"]) == (None, "invalid")

    @pytest.mark.parametrize(
        "body",
        [
            {"name": ""},
            {"name": "  "},
            {"name": "x" * 51},
            {"name": "a\nb"},
            {"name": None},
            {"name": 1},
            {"name": "Puja", "colour": "red"},
            {"name": "Puja", "colour": "#12345"},
            {"name": "Puja", "colour": "#123456\n"},
            {"name": "Puja", "monthly_budget_paise": 100},
            {"name": "Puja", "id": "mine"},
            {"name": "Puja", "builtin": True},
            {"name": "Puja", "archived": "yes"},
            {},
        ],
        ids=repr,
    )
    def test_a_wrong_category_is_refused(self, person, body):
        assert send(person, ADD_CATEGORY, body=body).status == 422
        assert send(person, EDIT_CATEGORY, body=body).status == 422

    def test_a_body_may_hold_256_kilobytes_and_no_byte_more(self, person):
        start, end = '{"description": "', '"}'
        room = MOST_BYTES - len(start) - len(end)
        for route in WITH_BODY:
            assert send(person, route, raw=f"{start}{'x' * room}{end}").status == 422
            assert send(person, route, raw=f"{start}{'x' * (room + 1)}{end}").status == 413

    @pytest.mark.parametrize(
        "media_type", ["text/plain", "application/xml", "application/x-www-form-urlencoded", "json"]
    )
    def test_another_media_type_is_refused(self, person, media_type):
        for method, path in WITH_BODY:
            headers = {"Content-Type": media_type, "If-Match": '"1"'}
            assert person.call(method, path, body=expense(), headers=headers).status == 415

    def test_a_body_that_is_called_compressed_is_refused_whether_it_is_one_or_not(self, person):
        text = json.dumps(expense()).encode()
        for body in (text, gzip.compress(text)):
            for route in WITH_BODY:
                headers = {"Content-Encoding": "gzip", "If-Match": '"1"'}
                assert person.call(*route, raw=body, headers=headers).status == 415

    @pytest.mark.parametrize("if_match", ["1", '"x', 'w/"1"', '"1", x', "**", "null"])
    def test_a_malformed_if_match_is_refused(self, person, if_match):
        for method, body in (("PUT", expense()), ("DELETE", None)):
            headers = {"If-Match": if_match}
            answer = person.call(method, f"/api/expenses/{ID}", body=body, headers=headers)
            assert answer.status == 400


@pytest.mark.usefixtures("nothing_changes")
class TestQueries:
    @pytest.mark.parametrize("path", LISTS)
    @pytest.mark.parametrize(
        "query",
        [
            "from=2026-02-30",
            "from=yesterday",
            "to=",
            "from=2026-07-16&to=2026-07-15",
            "from=1899-12-31",
            "to=2101-01-01",
            "from=2026-07-01&from=2026-07-02",
            "category=",
            "category=a%23b",
            "category=rent%0A",
            "colour=red",
            "From=2026-07-01",
            "%FF=1",
            "from=%FF",
            "=1",
            "q[]=1",
            "a=" + "&a=" * 60,
        ],
    )
    def test_a_bad_parameter_is_refused(self, person, path, query):
        assert person.call("GET", path, raw_query=query).status == 400

    @pytest.mark.parametrize(
        "limit",
        [
            "0",
            "-1",
            "201",
            "1.5",
            "5.0",
            "1e1",
            "ten",
            "",
            "+5",
            "%205",
            "5%0A",
            "0x5",
            "٥",
            "9" * 40,
        ],
    )
    def test_a_limit_is_a_whole_number_up_to_200(self, person, limit):
        assert person.call("GET", "/api/expenses", raw_query=f"limit={limit}").status == 400

    @pytest.mark.parametrize(
        "query", ["tag=", "tag=" + "x" * 33, "tag=a%0Ab", "q=" + "x" * 201, "cursor=", "cursor=abc"]
    )
    def test_a_bad_filter_or_cursor_is_refused(self, person, query):
        assert person.call("GET", "/api/expenses", raw_query=query).status == 400

    @pytest.mark.parametrize(
        "group_by", ["", "year", "day,year", "day,", "Day", "day month", "day;month"]
    )
    def test_a_grouping_is_by_day_month_or_category(self, person, group_by):
        answer = person.summary(group_by=group_by)
        assert (answer.status, answer.wrong_fields) == (400, ["group_by"])


def test_every_route_with_a_body_is_tried_here():
    described = {
        (method.upper(), path)
        for path, methods in document()["paths"].items()
        for method, operation in methods.items()
        if "requestBody" in operation
    }
    tried = {
        (method, path.replace(ID, "{id}").replace("rent", "{id}").replace("Bakery", "{payee}"))
        for method, path in WITH_BODY
    }
    # Of a shared ledger one learns first that one is not in it.
    assert tried == {(method, path) for method, path in described if "/ledgers/{id}" not in path}
