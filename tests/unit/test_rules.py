"""Rules of recurring expenses: what a person says of them, and what is due by them at once."""

import pytest

from tests.api_client import etag
from tracker import rules
from tracker.limits import MAX_ASKED

ID = "01890000-0000-7000-8000-000000000001"
NOTHING = "01890000-0000-7000-8000-00000000ffff"
TODAY = "2026-11-25"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    """A function that makes it another day in India; it is the 25th of November."""

    def make_it(day):
        for place in ("rules", "recording"):
            monkeypatch.setattr(f"tracker.{place}.today", lambda: day)
        monkeypatch.setattr("handlers.list_upcoming.today", lambda: day)

    make_it(TODAY)
    return make_it


def days_recorded(person, **query):
    return sorted(item["date"] for item in person.list_all(**query))


def test_a_rule_is_added_read_and_listed(asha):
    answer = asha.recur(id=ID, start="2026-12-01", tags=["Home "], count=24, first_number=7)
    rule = answer.json
    assert (answer.status, answer.headers["Location"]) == (201, f"/api/recurring/{ID}")
    assert answer.headers["ETag"] == etag(rule)
    assert rule == {
        "id": ID,
        "description": "Rent",
        "amount_paise": 25_000_00,
        "currency": "INR",
        "category": "rent",
        "tags": ["home"],
        "frequency": "monthly",
        "every": 1,
        "day": None,
        "weekday": None,
        "nth": None,
        "start": "2026-12-01",
        "end": None,
        "count": 24,
        "first_number": 7,
        "skipped": [],
        "paused": False,
        "last": None,
        "next": "2026-12-01",
        "asked": [],
        "state": "active",
        "version": 1,
        "created_at": rule["created_at"],
        "updated_at": rule["created_at"],
    }
    assert asha.rule(ID).json == rule
    assert asha.rules() == [rule]
    assert asha.list().json["items"] == []


def test_what_is_due_already_is_recorded_at_once_each_day_on_its_own(asha):
    rule = asha.recur(start="2026-09-30", day=31, tags=["home"]).json
    assert (rule["last"], rule["next"]) == ("2026-10-31", "2026-11-30")
    assert days_recorded(asha) == ["2026-09-30", "2026-10-31"]
    (newest, _) = asha.list().json["items"]
    assert newest["rule"] == rule["id"]
    assert (newest["amount_paise"], newest["category"]) == (25_000_00, "rent")
    assert (newest["description"], newest["tags"]) == ("Rent", ["home"])
    assert asha.summary().json["total_paise"] == 50_000_00


def test_no_more_is_recorded_at_once_than_a_person_waits_for(asha):
    rule = asha.recur(frequency="daily", start="2026-10-01").json
    assert (rule["last"], rule["next"]) == ("2026-10-31", "2026-11-01")


def test_the_same_rule_again_changes_nothing(asha):
    first = asha.recur(id=ID)
    again = asha.recur(id=ID)
    assert (again.status, again.json) == (200, first.json)
    assert asha.recur(id=ID, amount_paise=1).status == 409
    assert len(asha.list_all()) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount_paise", 0),
        ("amount_paise", "100"),
        ("category", "nothing"),
        ("description", "x" * 501),
        ("tags", ["x" * 33]),
        ("frequency", "hourly"),
        ("frequency", None),
        *(("every", value) for value in (0, 367, 1.5, None)),
        *(("day", value) for value in (0, 32, "1")),
        ("weekday", "Monday"),
        ("nth", 1),
        ("start", "2026-02-30"),
        ("start", "2025-11-23"),
        ("end", "2026-10-31"),
        ("count", 0),
        ("first_number", 2),
        ("skipped", ["2026-02-30"]),
        ("skipped", ["2026-12-01"] * 51),
        ("paused", 1),
        *(("rule", ID), ("next", "2026-12-01"), ("asked", []), ("state", "active")),
        ("id", "mine"),
    ],
)
def test_a_wrong_field_is_named(asha, field, value):
    answer = asha.recur(**{field: value})
    assert (answer.status, answer.wrong_fields) == (422, [field])
    assert (asha.rules(), asha.list_all()) == ([], [])


def test_the_amount_must_be_said_even_if_it_is_none(asha):
    body = {"category": "rent", "frequency": "daily", "start": TODAY}
    assert asha.call("POST", "/api/recurring", body=body).wrong_fields == ["amount_paise"]


def test_there_is_a_limit(asha, monkeypatch):
    monkeypatch.setattr(rules, "MAX_RULES", 1)
    assert asha.recur(id=ID).status == 201
    assert asha.recur().status == 409
    assert asha.recur(id=ID).status == 200


def test_an_edit_holds_from_the_next_day_on_and_changes_nothing_recorded(asha, day):
    before = asha.recur().json
    answer = asha.edit_rule(before, amount_paise=26_000_00)
    assert (answer.status, answer.headers["ETag"]) == (200, etag(answer.json))
    assert (answer.json["version"], answer.json["next"]) == (2, "2026-12-01")
    day("2026-12-01")
    asha.edit_rule(answer.json, description="House rent")
    amounts = [(item["date"], item["amount_paise"]) for item in asha.list_all()]
    assert amounts == [("2026-12-01", 26_000_00), ("2026-11-01", 25_000_00)]


def test_an_edit_needs_the_present_version(asha):
    before = asha.recur().json
    path = f"/api/recurring/{before['id']}"
    after = asha.edit_rule(before, amount_paise=1)
    assert asha.edit_rule(before, amount_paise=1).json == after.json
    assert asha.edit_rule(before, amount_paise=2).status == 412
    body = {"amount_paise": 1, "category": "rent", "frequency": "daily", "start": TODAY}
    assert asha.call("PUT", path, body=body).status == 428
    assert asha.call("PUT", path, body={}).status == 428
    assert asha.call("PUT", path, body=body, headers={"if-match": "nonsense"}).status == 400
    assert asha.edit_rule(before | {"id": NOTHING}).status == 404


def test_other_days_begin_today_and_none_is_recorded_twice(asha):
    rent = asha.recur(day=1).json
    moved = asha.edit_rule(rent, day=20).json
    assert moved["next"] == "2026-12-20"
    earlier = asha.edit_rule(moved, day=28).json
    assert earlier["next"] == "2026-11-28"
    back = asha.edit_rule(earlier, frequency="daily", day=None).json
    assert (back["last"], back["next"]) == (TODAY, "2026-11-26")
    assert days_recorded(asha) == ["2026-11-01", TODAY]


@pytest.mark.parametrize("to", [3, 7])
def test_the_day_of_an_old_rule_may_be_another_one_of_the_month_it_began_in(asha, day, to):
    day("2024-11-05")
    old = asha.recur(day=5, start="2024-11-05").json
    day(TODAY)
    rule = asha.edit_rule(old, amount_paise=26_000_00).json
    recorded = days_recorded(asha)
    assert (rule["last"], len(recorded)) == ("2026-11-05", 25)
    moved = asha.edit_rule(rule, day=to, start=f"2024-11-0{to}", skipped=["2026-11-07"])
    assert (moved.status, moved.json["next"]) == (200, f"2026-12-0{to}")
    assert days_recorded(asha) == recorded
    assert asha.edit_rule(moved.json, start="2024-10-31").wrong_fields == ["start"]


@pytest.mark.parametrize("start", ["2026-08-05", "2026-08-20"])
def test_a_moved_day_that_has_passed_meanwhile_is_recorded_on_its_own(asha, day, start):
    day("2026-09-20")
    rent = asha.recur(start="2026-08-20").json
    day("2026-10-10")
    moved = asha.edit_rule(rent, day=5, start=start).json
    assert days_recorded(asha) == ["2026-08-20", "2026-09-20", "2026-10-05"]
    assert (moved["last"], moved["next"]) == ("2026-10-05", "2026-11-05")


def test_the_last_day_there_is_may_move_into_the_past(asha, day):
    day("2026-09-20")
    rent = asha.recur(start="2026-08-20", end="2026-10-20").json
    day("2026-10-10")
    moved = asha.edit_rule(rent, day=5, start="2026-08-05", end="2026-10-05").json
    assert (moved["last"], moved["state"]) == ("2026-10-05", "ended")


def test_a_day_moved_in_a_rule_two_years_old_records_no_month_twice(asha, day):
    day("2024-09-20")
    old = asha.recur(start="2024-09-20", every=3).json
    day("2026-09-20")
    rule = asha.edit_rule(old, amount_paise=26_000_00).json
    recorded = days_recorded(asha)
    assert (rule["next"], len(recorded)) == ("2026-12-20", 9)
    day("2026-12-10")
    moved = asha.edit_rule(rule, day=5, start="2024-09-05").json
    assert (moved["next"], days_recorded(asha)) == ("2027-03-05", [*recorded, "2026-12-05"])
    # Other months are other days: they begin today.
    assert asha.edit_rule(moved, start="2024-10-05").json["next"] == "2027-01-05"


def test_a_day_moved_to_later_in_the_month_leaves_the_month_its_one(asha, day):
    day("2026-11-05")
    rent = asha.recur(start="2026-10-05").json
    day("2026-11-10")
    said = {"day": 20, "start": "2026-10-20"}
    moved = asha.edit_rule(rent, **said, skipped=["2026-11-20"]).json
    assert (moved["next"], len(days_recorded(asha))) == ("2026-12-20", 2)
    day("2026-11-25")
    assert asha.edit_rule(rent | {"version": 2}, **said).json["next"] == "2026-12-20"


def test_another_weekday_begins_today(asha, day):
    day("2026-11-30")
    milk = asha.recur(frequency="weekly", start="2026-11-23").json
    day("2026-12-04")
    moved = asha.edit_rule(milk, start="2026-11-24").json
    assert (milk["last"], moved["next"]) == ("2026-11-30", "2026-12-08")


def test_what_is_overdue_stays_so_where_only_the_day_of_the_month_moves(asha, day):
    rent = asha.recur(start="2026-11-20").json
    asha.edit_category("rent", archived=True)
    day("2027-01-10")
    moved = asha.edit_rule(rent, day=5, start="2026-11-05").json
    assert (moved["state"], moved["next"]) == ("waiting", "2026-12-05")


def test_what_a_pause_left_out_stays_left_out(asha, day):
    rule = asha.edit_rule(asha.recur().json, paused=True).json
    assert (rule["state"], rule["next"]) == ("paused", None)
    day("2027-02-10")
    resumed = asha.edit_rule(rule, paused=False).json
    assert (resumed["state"], resumed["next"]) == ("active", "2027-03-01")
    assert asha.edit_rule(resumed, amount_paise=5).json["next"] == "2027-03-01"
    assert days_recorded(asha) == ["2026-11-01"]


def test_the_next_can_be_skipped_and_unskipped(asha):
    rule = asha.recur().json
    skipped = asha.edit_rule(rule, skipped=["2026-12-01"]).json
    assert skipped["next"] == "2027-01-01"
    assert asha.edit_rule(skipped, skipped=[]).json["next"] == "2026-12-01"


def test_the_only_day_can_be_skipped_which_ends_the_rule(asha, day):
    rule = asha.recur(start="2026-12-01", count=1).json
    skipped = asha.edit_rule(rule, skipped=["2026-12-01"])
    assert (skipped.status, skipped.json["state"], skipped.json["next"]) == (200, "ended", None)
    day("2026-12-02")
    renamed = asha.edit_rule(skipped.json, description="Flat").json
    assert (renamed["state"], asha.list_all()) == ("ended", [])
    assert asha.edit_rule(renamed, end="2026-11-30", count=None).wrong_fields == ["end"]


def test_a_rule_ends(asha, day):
    rule = asha.recur(frequency="daily", start="2026-11-24", count=2).json
    assert (rule["state"], rule["next"], rule["last"]) == ("ended", None, TODAY)
    longer = asha.edit_rule(rule, count=3).json
    assert (longer["state"], longer["next"]) == ("active", "2026-11-26")


def test_deleting_a_rule_keeps_what_it_recorded(asha):
    rule = asha.recur().json
    assert asha.delete_rule(rule["id"], **{"if-match": '"9-20261125000000000000"'}).status == 412
    assert asha.delete_rule(rule["id"], **{"if-match": etag(rule)}).status == 204
    assert asha.delete_rule(rule["id"]).status == 404
    assert asha.rule(rule["id"]).status == 404
    (kept,) = asha.list_all()
    assert kept["rule"] == rule["id"]


def test_an_expense_of_a_rule_can_be_edited_and_stays_of_it(asha):
    rule = asha.recur().json
    (stored,) = asha.list_all()
    edited = asha.edit(stored, amount_paise=24_000_00).json
    assert (edited["rule"], edited["version"]) == (rule["id"], 2)
    answer = asha.edit(edited, rule=NOTHING)
    assert (answer.status, answer.wrong_fields) == (422, ["rule"])


class TestThatAsks:
    @pytest.fixture
    def rule(self, asha):
        return asha.recur(amount_paise=None, category="utilities-recharge").json

    def test_nothing_is_invented(self, asha, rule):
        assert (rule["asked"], rule["next"]) == (["2026-11-01"], "2026-12-01")
        assert asha.list_all() == []

    def test_the_amount_makes_the_expense(self, asha, rule):
        answer = asha.confirm(rule["id"], "2026-11-01", 1_234_56)
        assert (answer.status, answer.json["rule"]) == (201, rule["id"])
        assert answer.headers["Location"] == f"/api/expenses/{answer.json['id']}"
        assert (answer.json["date"], answer.json["amount_paise"]) == ("2026-11-01", 1_234_56)
        assert asha.list_all() == [answer.json]
        assert asha.rule(rule["id"]).json["asked"] == []
        again = asha.confirm(rule["id"], "2026-11-01", 1_234_56)
        assert (again.status, again.json) == (200, answer.json)
        assert asha.confirm(rule["id"], "2026-11-01", 5).status == 409
        assert len(asha.list_all()) == 1

    def test_only_a_day_that_was_asked_about_can_be_told(self, asha, rule):
        assert asha.confirm(rule["id"], "2026-11-02", 5).status == 409
        assert asha.confirm(NOTHING, "2026-11-01", 5).status == 404
        assert asha.confirm(rule["id"], "2026-11-01", 0).wrong_fields == ["amount_paise"]
        assert asha.confirm(rule["id"], "yesterday", 5).wrong_fields == ["date"]
        assert asha.list_all() == []

    def test_a_day_can_be_let_go(self, asha, rule):
        left = asha.edit_rule(rule, skipped=["2026-11-01"]).json
        assert left["asked"] == []
        assert asha.confirm(rule["id"], "2026-11-01", 5).status == 409

    def test_a_closed_category_takes_no_amount(self, asha, rule):
        asha.edit_category("utilities-recharge", archived=True)
        assert asha.confirm(rule["id"], "2026-11-01", 5).status == 409
        assert asha.rule(rule["id"]).json["asked"] == ["2026-11-01"]

    @pytest.mark.parametrize("ceiling", ["MAX_WRITES_PER_DAY", "MAX_STORED_EXPENSES"])
    def test_beyond_a_ceiling_the_question_stays(self, asha, rule, monkeypatch, ceiling):
        asha.add()
        monkeypatch.setenv(ceiling, "1")
        answer = asha.confirm(rule["id"], "2026-11-01", 5)
        assert (answer.status, "Retry-After" in answer.headers) == (429, True)
        assert asha.rule(rule["id"]).json["asked"] == ["2026-11-01"]
        monkeypatch.delenv(ceiling)
        assert asha.confirm(rule["id"], "2026-11-01", 5).status == 201

    def test_an_amount_from_now_on_leaves_what_was_asked(self, asha, rule):
        fixed = asha.edit_rule(rule, amount_paise=500).json
        assert fixed["asked"] == ["2026-11-01"]
        assert asha.confirm(rule["id"], "2026-11-01", 600).status == 201

    def test_it_waits_when_it_asked_too_much(self, asha, monkeypatch):
        monkeypatch.setattr("tracker.rule.MAX_ASKED", 3)
        assert MAX_ASKED > 31
        rule = asha.recur(amount_paise=None, frequency="daily", start="2026-11-20").json
        assert (rule["state"], len(rule["asked"]), rule["next"]) == ("waiting", 3, "2026-11-23")


class TestWithoutRoom:
    def test_it_waits_and_records_all_once_there_is_room(self, asha, day, monkeypatch):
        rule = asha.recur().json
        monkeypatch.setenv("MAX_STORED_EXPENSES", "1")
        assert asha.rules()[0]["state"] == "active"
        day("2027-01-15")
        assert asha.edit_rule(rule, description="Flat").json["state"] == "waiting"
        assert asha.rules()[0]["state"] == "waiting"
        assert days_recorded(asha) == ["2026-11-01"]
        monkeypatch.setenv("MAX_STORED_EXPENSES", "3")
        caught_up = asha.edit_rule(asha.rule(rule["id"]).json, description="House").json
        assert (caught_up["state"], caught_up["next"]) == ("active", "2027-02-01")
        assert days_recorded(asha) == ["2026-11-01", "2026-12-01", "2027-01-01"]

    def test_to_ask_takes_none(self, asha, day, monkeypatch):
        asha.add()
        rule = asha.recur(amount_paise=None).json
        monkeypatch.setenv("MAX_STORED_EXPENSES", "1")
        day("2026-12-02")
        assert asha.rule(rule["id"]).json["state"] == "active"


class TestWhoseCategoryIsClosed:
    @pytest.mark.parametrize("builtin", [True, False])
    def test_it_waits_and_records_all_once_it_is_open_again(self, asha, day, builtin):
        category = "rent" if builtin else asha.add_category(name="Flat").json["id"]
        rule = asha.recur(category=category).json
        asha.edit_category(category, archived=True)
        assert asha.rule(rule["id"]).json["state"] == "waiting"
        day("2027-01-15")
        assert asha.edit_rule(rule, description="Flat").json["next"] == "2026-12-01"
        assert asha.rules()[0]["state"] == "waiting"
        asha.edit_category(category, archived=False)
        caught_up = asha.edit_rule(asha.rule(rule["id"]).json, description="House").json
        assert (caught_up["state"], caught_up["next"]) == ("active", "2027-02-01")
        assert days_recorded(asha) == ["2026-11-01", "2026-12-01", "2027-01-01"]

    def test_a_new_rule_needs_an_open_one(self, asha):
        asha.edit_category("rent", archived=True)
        assert asha.recur().wrong_fields == ["category"]

    def test_another_category_settles_it(self, asha, day):
        rule = asha.recur().json
        asha.edit_category("rent", archived=True)
        day("2026-12-02")
        assert asha.edit_rule(rule, category="nothing").wrong_fields == ["category"]
        moved = asha.edit_rule(rule, category="family").json
        assert (moved["state"], moved["last"]) == ("active", "2026-12-01")
        assert asha.list_all()[0]["category"] == "family"


class TestUpcoming:
    def test_it_is_what_is_due_in_the_next_thirty_days(self, asha):
        rent = asha.recur(count=24, first_number=7).json
        milk = asha.recur(frequency="weekly", start="2026-11-27", amount_paise=None).json
        answer = asha.upcoming().json
        assert (answer["from"], answer["to"]) == (TODAY, "2026-12-25")
        found = [(item["date"], item["rule"], item["number"]) for item in answer["items"]]
        assert found == [
            ("2026-11-27", milk["id"], 1),
            ("2026-12-01", rent["id"], 8),
            *((f"2026-12-{day:02}", milk["id"], n) for n, day in ((2, 4), (3, 11), (4, 18))),
            ("2026-12-25", milk["id"], 5),
        ]
        assert answer["items"][1] == {
            "rule": rent["id"],
            "date": "2026-12-01",
            "number": 8,
            "count": 24,
            "description": "Rent",
            "amount_paise": 25_000_00,
            "category": "rent",
            "tags": [],
            "state": "due",
        }

    def test_what_is_recorded_skipped_or_paused_is_not_to_come(self, asha):
        asha.recur(skipped=["2026-12-01"])
        asha.edit_rule(asha.recur().json, paused=True)
        items = asha.upcoming(**{"from": "2026-11-01", "to": "2027-01-31"}).json["items"]
        assert [item["date"] for item in items] == ["2027-01-01"]

    def test_what_asks_is_told_on_its_day(self, asha):
        asha.recur(amount_paise=None)
        items = asha.upcoming(**{"from": "2026-11-01"}).json["items"]
        told = [(item["date"], item["state"]) for item in items]
        assert told == [("2026-11-01", "asked"), ("2026-12-01", "due")]

    def test_what_waits_says_so(self, asha, day):
        asha.recur()
        asha.edit_category("rent", archived=True)
        day("2026-12-03")
        items = asha.upcoming(**{"from": "2026-11-20"}).json["items"]
        assert [(item["date"], item["state"]) for item in items] == [("2026-12-01", "waiting")]

    @pytest.mark.parametrize(
        ("query", "wrong"),
        [
            ({"from": "2026-02-30"}, "from"),
            ({"from": "2026-12-01", "to": "2026-11-30"}, "from"),
            ({"from": "2026-11-25", "to": "2027-02-26"}, "to"),
            ({"rule": ID}, "rule"),
        ],
    )
    def test_a_wrong_parameter_is_named(self, asha, query, wrong):
        answer = asha.upcoming(**query)
        assert (answer.status, answer.wrong_fields) == (400, [wrong])

    def test_the_last_days_there_are_end_it(self, asha):
        assert asha.upcoming(**{"from": "2100-12-20"}).json["to"] == "2100-12-31"


def test_expenses_can_be_listed_by_their_rule(asha):
    asha.add(date="2026-11-02")
    rent = asha.recur(start="2026-09-01").json
    asha.recur(frequency="weekly", start="2026-11-01")
    assert days_recorded(asha, rule=rent["id"]) == ["2026-09-01", "2026-10-01", "2026-11-01"]
    assert days_recorded(asha, rule=rent["id"], limit=1) == days_recorded(asha, rule=rent["id"])
    assert asha.list(rule=NOTHING).json["items"] == []
    assert asha.list(rule="nonsense").wrong_fields == ["rule"]


def test_an_edit_keeps_the_id(asha):
    rule = asha.recur().json
    assert asha.edit_rule(rule, id=rule["id"]).status == 200
    answer = asha.edit_rule(asha.rule(rule["id"]).json, id=NOTHING)
    assert (answer.status, answer.wrong_fields) == (422, ["id"])
