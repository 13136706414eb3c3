"""What every operation does with requests and answers: bodies, tokens, headers, problems."""

import gzip
import json

import pytest

from api import operation
from api.problems import _PROBLEMS, RequestError
from tests.api_client import ApiClient, expense
from tracker import ledger
from tracker.errors import BusyError, TrackerError
from tracker.repository.table import Table

ROUTES_WITH_BODY = [
    ("POST", "/api/expenses"),
    ("POST", "/api/expenses/batch"),
    ("PATCH", "/api/expenses"),
    ("PUT", "/api/expenses/01890000-0000-7000-8000-000000000001"),
    ("POST", "/api/categories"),
    ("PUT", "/api/categories/fuel"),
]
ROUTES_WITHOUT_BODY = [
    ("GET", "/api/expenses"),
    ("GET", "/api/expenses/01890000-0000-7000-8000-000000000001"),
    ("DELETE", "/api/expenses/01890000-0000-7000-8000-000000000001"),
    ("GET", "/api/summary"),
    ("GET", "/api/categories"),
    ("DELETE", "/api/categories/fuel"),
]
MADE = {"/api/expenses": expense(), "/api/categories": {"name": "Pets"}}
MALFORMED = {
    "empty": "",
    "blank": "  ",
    "not JSON": "amount=5",
    "cut short": '{"date": "2026-07-15"',
    "NaN": '{"amount_paise": NaN}',
    "Infinity": '{"amount_paise": Infinity}',
    "a lone surrogate": '{"description": "\\ud800"}',
    "invalid UTF-8": b'{"description": "\xff\xfe"}',
    "deeply nested": "[" * 100_000,
    "trailing text": "{} {}",
}


@pytest.mark.parametrize(("method", "path"), ROUTES_WITH_BODY)
@pytest.mark.parametrize("raw", MALFORMED.values(), ids=MALFORMED.keys())
def test_a_body_that_is_not_json_is_a_bad_request(asha, method, path, raw):
    answer = asha.call(method, path, raw=raw, headers={"if-match": '"1"'})
    assert answer.status == 400
    assert answer.json["title"] == "Bad Request"


@pytest.mark.parametrize(("method", "path"), ROUTES_WITH_BODY)
@pytest.mark.parametrize("raw", ["[]", "null", "5", '"text"', "true", "1e400"])
def test_json_that_is_no_object_is_unprocessable(asha, method, path, raw):
    answer = asha.call(method, path, raw=raw, headers={"if-match": '"1"'})
    # 1e400 is beyond a double: msgspec calls it malformed, which is as good.
    assert answer.status == (400 if raw == "1e400" else 422)


@pytest.mark.parametrize(("method", "path"), ROUTES_WITH_BODY)
def test_an_oversized_body_is_refused(asha, method, path):
    raw = json.dumps({"description": "x" * 256 * 1024})
    assert asha.call(method, path, raw=raw, headers={"if-match": '"1"'}).status == 413


@pytest.mark.parametrize("known", [True, False], ids=["length known", "length unknown"])
def test_a_replacement_character_that_was_typed_is_a_character(asha, known):
    raw = json.dumps(expense(description="caf\ufffd"), ensure_ascii=False)
    headers = {"content-length": str(len(raw.encode()))} if known else {}
    answer = asha.call("POST", "/api/expenses", raw=raw, headers=headers)
    assert (answer.status, answer.json["description"]) == (201, "caf\ufffd")


def test_one_that_stands_for_bytes_that_were_not_utf_8_is_refused(asha):
    sent = json.dumps(expense(description="DESCRIPTION")).encode()
    sent = sent.replace(b"DESCRIPTION", b"caf\xe9")
    headers = {"content-length": str(len(sent))}
    handed_on = sent.decode(errors="replace")
    answer = asha.call("POST", "/api/expenses", raw=handed_on, headers=headers)
    assert answer.status == 400
    assert asha.list().json["items"] == []


@pytest.mark.parametrize(("method", "path"), ROUTES_WITH_BODY)
def test_a_compressed_body_is_refused_whether_it_is_one_or_not(asha, method, path):
    headers = {"content-encoding": "gzip", "if-match": '"1"'}
    for raw in (json.dumps(expense()), gzip.compress(json.dumps(expense()).encode())):
        assert asha.call(method, path, raw=raw, headers=headers).status == 415


def test_unknown_fields_are_named_up_to_a_number_and_a_length(asha):
    unknown = {f"{number:05}{'x' * 200}": 1 for number in range(1000)}
    answer = asha.add(**unknown)
    assert answer.status == 422
    assert len(answer.wrong_fields) == 11
    assert "1000" in answer.json["errors"][-1]["message"]
    assert len(answer.bytes) < 2000


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "json"])
def test_another_media_type_is_refused(asha, media_type):
    headers = {"content-type": media_type}
    answer = asha.call("POST", "/api/expenses", body=expense(), headers=headers)
    assert answer.status == 415


@pytest.mark.parametrize("media_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_the_media_type_may_be_written_in_every_valid_way(asha, media_type):
    headers = {"content-type": media_type}
    assert asha.call("POST", "/api/expenses", body=expense(), headers=headers).status == 201


@pytest.mark.parametrize(("method", "path"), ROUTES_WITH_BODY + ROUTES_WITHOUT_BODY)
def test_only_an_access_token_grants_access(dynamodb, method, path):
    client = ApiClient(user="asha", token_use="id")
    answer = client.call(method, path, body=expense(), headers={"if-match": '"1"'})
    assert answer.status == 401
    assert "WWW-Authenticate" in answer.headers


def test_health_tells_the_version_and_nothing_else(asha):
    assert set(asha.call("GET", "/api/health").json) == {"version"}


def test_answers_are_never_cached(asha):
    assert asha.list().headers["Cache-Control"] == "no-store"
    assert asha.get("missing").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("asked", "compressed"),
    [("gzip", True), ("br, gzip;q=0.5", True), ("gzip;q=0", False), ("br", False), ("", False)],
)
def test_a_long_answer_is_compressed_when_asked_for(asha, asked, compressed):
    headers = {"accept-encoding": asked}
    answer = asha.call("GET", "/api/categories", headers=headers)
    assert (answer.headers.get("Content-Encoding") == "gzip") is compressed
    assert len(answer.json["items"]) == 18


def test_a_short_answer_is_not_compressed(asha):
    answer = asha.call("GET", "/api/health", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers


def test_a_bug_is_answered_without_telling_and_logged_without_what_was_typed(
    asha, monkeypatch, logged
):
    def fail(*_args):
        raise RuntimeError("secret 12345")

    monkeypatch.setattr(ledger, "add", fail)
    answer = asha.add(description="my private note")
    lines = logged()
    assert answer.status == 500
    assert "RuntimeError" in lines
    assert '"Faults":[1.0]' in lines
    for private in ("secret", "12345", "private note", "12000"):
        assert private not in lines
        assert private not in answer.bytes.decode()


def test_a_log_line_holds_nothing_of_the_person(asha, logged):
    asha.add(description="my private note", tags=["hidden"], amount_paise=987_654)
    asha.list(q="private")
    lines = logged()
    assert '"status":201' in lines
    for private in ("private", "hidden", "987654", "asha"):
        assert private not in lines


def test_no_time_left_is_busy_not_a_fault(dynamodb):
    hurried = ApiClient(user="asha", seconds=0)
    answer = hurried.list()
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "1"


@pytest.mark.parametrize("known", [True, False], ids=["with an id", "without one"])
@pytest.mark.parametrize(("path", "body"), MADE.items(), ids=MADE.keys())
def test_a_busy_post_tells_whether_it_can_be_sent_again(asha, monkeypatch, path, body, known):
    def fail(*_args):
        raise BusyError

    monkeypatch.setattr(Table, "transact", fail)
    own_id = {"id": "01890000-0000-7000-8000-000000000001"} if known else {}
    answer = asha.call("POST", path, body=body | own_id)
    assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
    assert ("nobody can know" in answer.json["detail"]) is not known
    assert ("send the same request again" in answer.json["detail"]) is known


@pytest.mark.parametrize(
    "query",
    ["user=ravi", "sub=ravi", "from=2026-01-01&from=2026-01-02", "q=%ff", "FROM=2026-01-01"],
)
def test_an_unknown_or_repeated_parameter_is_refused(asha, query):
    assert asha.call("GET", "/api/expenses", raw_query=query).status == 400


def test_too_many_parameters_are_told_so(asha):
    query = "&".join(f"p{number}=1" for number in range(60))
    answer = asha.call("GET", "/api/expenses", raw_query=query)
    assert answer.status == 400
    assert "at most 50" in answer.json["errors"][0]["message"]


def test_every_problem_of_the_domain_has_an_answer():
    named = set(RequestError.__subclasses__()) | set(TrackerError.__subclasses__())
    assert named <= set(_PROBLEMS)


def test_operations_log_under_their_own_name(asha, logged):
    asha.list()
    assert '"message":"list_expenses"' in logged()
    assert operation.metrics.namespace == "ExpenseTracker"


def test_a_metric_is_sent_only_when_something_is_out_of_the_ordinary(dynamodb, logged):
    ApiClient(user="asha").list()
    assert "CloudWatchMetrics" not in logged()
    ApiClient(user="asha", seconds=0).list()
    assert '"Busy":[1.0]' in logged()


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/api/expenses", "kind=null"),
        ("/api/expenses", "rule=null"),
        ("/api/expenses", "cursor=null"),
        ("/api/expenses", "limit=null"),
        ("/api/upcoming", "from=null"),
        ("/api/budgets", "month=null"),
    ],
)
def test_null_in_a_query_is_a_text_and_not_nothing(asha, path, query):
    answer = asha.call("GET", path, raw_query=query)
    assert answer.status == 400
    assert answer.json["errors"][0]["field"] == query.partition("=")[0]
