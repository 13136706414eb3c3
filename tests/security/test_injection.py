"""Text that would do something, were it ever taken for more than text."""

import json
import uuid

import pytest

from tests.api_client import expense
from tracker import cursor
from tracker.filters import Filters

# Expressions, placeholders, reserved words, keys, operators of other databases, mark-up, formulas,
# formatting, templates, and characters that look like those of keys.
TRICKY = (
    "#name = :seen",
    ":owner",
    "attribute_exists(PK)",
    "OR 1 = 1",
    "'; DROP TABLE expenses; --",
    '{"$ne": null}',
    '{"S": "USER#ravi"}',
    "SIZE",
    "PK",
    "USER#ravi",
    "EXP#1",
    "SUM#2026-07#rent",
    "2026-07#~",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "{0.__class__} %s %n ${jndi:x}",
    "{{7*7}}",
    "../../etc/passwd",
    "＃﹟♯",  # full-width, small and musical sharp signs
    "\U0001f4b8",
)


@pytest.mark.parametrize("text", TRICKY)
def test_text_comes_back_as_it_went_in_and_is_found(asha, text):
    asha.add(description="another")
    added = asha.add(description=text, tags=[text]).json
    assert added["description"] == text
    assert asha.get(added["id"]).json == added
    assert asha.list(q=text).json["items"] == [added]
    assert asha.list(tag=added["tags"][0]).json["items"] == [added]
    edited = asha.edit(added, description=text * 2, amount_paise=1).json
    assert edited["description"] == text * 2
    assert asha.summary().json["total_paise"] == 12_001


@pytest.mark.parametrize("text", TRICKY)
def test_a_category_may_be_called_anything(asha, text):
    made = asha.add_category(name=text)
    assert made.status == 201
    assert asha.add(category=made.json["id"]).status == 201
    assert asha.edit_category(made.json["id"], name=f"{text}!").json["name"] == f"{text}!"
    assert asha.delete_category(made.json["id"]).status == 409
    assert next(c for c in asha.categories() if not c["builtin"])["name"] == f"{text}!"


def test_a_text_that_turns_the_direction_round_is_refused(asha):
    for field, said in (("description", "\u202egnp.exe"), ("tags", ["\u202egnp.exe"])):
        refused = asha.add(**{field: said})
        assert refused.status == 422
        assert refused.json["errors"][0]["field"].startswith(field)
    assert asha.add_category(name="\u202egnp.exe").status == 422


def test_marks_that_show_nothing_stay_in_a_text_and_go_from_a_name(asha):
    text = "\u00e0\u200b\ufeff bientot"
    added = asha.add(description=text, tags=[text]).json
    assert added["description"] == text
    assert added["tags"] == ["\u00e0 bientot"]
    assert asha.list(q="a bientot").json["items"] == [added]
    assert asha.add_category(name=text).json["name"] == "\u00e0 bientot"
    assert asha.add_category(name="\u00e0 bientot").status == 409


KEYS = (
    "x#y",
    "#",
    "rent#2026",
    "EXP#1",
    "~",
    "％23",  # full-width percent sign
    "%23",
    "＃",
    "ｒent",
    "rent\u200b",
    "RENT",
    "ſent",  # folds to "sent"
    "..",
    "rent\n",
    "rent\x00",
    " rent",
    "",
    "a" * 51,
)


@pytest.mark.parametrize("key", KEYS)
def test_no_id_reaches_across_the_parts_of_a_key(asha, dynamodb, key):
    answers = [
        asha.add(category=key),
        asha.add(id=key),
        asha.add_many([expense(id=key)]),
        asha.add_many([expense(id=str(uuid.uuid4()), category=key)]),
        asha.list(category=key),
        asha.summary(category=key),
    ]
    assert [answer.status for answer in answers] == [422, 422, 200, 200, 400, 400]
    for batch in answers[2:4]:
        assert batch.json["results"][0]["status"] == "invalid"
    assert dynamodb.scan(TableName="expenses")["Count"] == 0


@pytest.mark.parametrize("sent", ["01890000-0000-7000-8000-000000000001\n", "#123456\n", "rent\n"])
def test_a_pattern_ends_where_the_text_does(asha, sent):
    assert asha.add(id=sent).wrong_fields == ["id"]
    assert asha.add_category(name="Pets", colour=sent).wrong_fields == ["colour"]
    assert asha.list(category=sent).wrong_fields == ["category"]


@pytest.mark.parametrize("key", [key for key in KEYS if key])
def test_no_path_reaches_across_the_parts_of_a_key(asha, dynamodb, key):
    for place in ("expenses", "categories"):
        for method in ("GET", "PUT", "DELETE"):
            if (method, place) == ("GET", "categories"):
                continue
            path = f"/api/{place}/{key}"
            body = expense() if place == "expenses" else {"archived": True}
            answer = asha.call(method, path, body=body, headers={"if-match": "*"})
            assert answer.status == 404, path
    assert dynamodb.scan(TableName="expenses")["Count"] == 0


@pytest.mark.parametrize(
    "day",
    [
        "2026-07-15#x",
        "2026-07-15\n",
        "２０２６-07-15",
        "2026-7-15",
        "+026-07-15",
        "2026-W29-3",
        "~",
    ],
)
def test_no_date_reaches_across_the_parts_of_a_key(asha, day):
    assert asha.add(date=day).status == 422
    assert asha.list(**{"from": day}).status == 400
    assert asha.summary(to=day).status == 400


POSITIONS = (
    "",
    "#",
    "2026-07-15",
    "2026-07-15#",
    "2026-07-15#~",
    "2026-07-15#EXP#1",
    "9999-99-99#x",
    "2026-07-15#01890000-0000-7000-8000-000000000001#USER#ravi",
)


def forged(position, user="asha"):
    """A cursor with a true digest: its making is no secret, the code is open."""
    narrowed_by = ("1900-01-01", "2100-12-31", *Filters())
    return cursor.encode(position, owner=f"USER#{user}", filters=narrowed_by)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_well_forged_cursor_shows_nothing_of_others_and_breaks_nothing(asha, ravi, position):
    ravi.add(description="Ravi's secret")
    for day in ("2026-07-14", "2026-07-15"):
        asha.add(date=day)
    answer = asha.list(cursor=forged(position))
    assert answer.status in (200, 400)
    assert "Ravi" not in answer.bytes.decode()


@pytest.mark.parametrize(
    "sent",
    [
        "x",
        "AAAA",
        "====",
        "' OR 1=1",
        "{}",
        "../..",
        "\x00",
        "é",
        "A" * 5000,
        json.dumps({"PK": {"S": "USER#ravi"}}),
        forged("2026-07-15#x", user="ravi"),
        forged("2026-07-15#x")[:-2],
        forged("2026-07-15#x") + "A",
    ],
)
def test_any_other_cursor_is_refused(asha, sent):
    asha.add()
    answer = asha.list(cursor=sent)
    assert (answer.status, answer.wrong_fields) == (400, ["cursor"])


CONTROL = ("\n", "\r\n", "\x00", "\x1b[2J", "\x85", "\x7f", "\x1c")


@pytest.mark.parametrize("character", CONTROL)
def test_nothing_that_could_end_a_log_line_is_stored(asha, character):
    for text in (f"a{character}b", f"a{character}"):
        assert asha.add(description=text).status == 422
        assert asha.add(tags=[text]).status == 422
        assert asha.add_category(name=text).status == 422


@pytest.mark.parametrize("text", [*TRICKY, 'x\n{"level":"ERROR"}', "\r\nFAKE"])
def test_a_request_leaves_whole_lines_of_json_in_the_log_and_nothing_of_what_it_sent(
    asha, logged, text
):
    asha.add(description=text, tags=[text])
    asha.add_category(name=text)
    asha.list(q=text, cursor=text, category=text)
    asha.get("nothing")
    asha.call(
        "GET", "/api/expenses", raw_query=f"{text}=1&{text}", headers={"x-forwarded-for": text}
    )
    asha.call("POST", "/api/expenses", raw=text, headers={"content-type": text})
    lines = logged().splitlines()
    assert lines
    for line in lines:
        assert isinstance(json.loads(line), dict)
        assert text not in line


def test_an_answer_is_never_taken_for_a_page(asha):
    asha.add(description="<script>alert(1)</script>")
    for answer in (asha.list(), asha.list(cursor="<script>"), asha.get("<script>")):
        kind = answer.headers["Content-Type"]
        assert kind in ("application/json", "application/problem+json")
    refusal = asha.call("POST", "/api/expenses", body={"<script>alert(1)</script>": 1})
    assert refusal.headers["Content-Type"] == "application/problem+json"
