"""A calendar's secret link: who it opens what for, until when, and what the calendar then holds."""

import json
import re

import pytest

from tests.api_client import ApiClient
from tracker import icalendar
from tracker.calendar_feed import rupees
from tracker.icalendar import Event

ID = "01890000-0000-7000-8000-000000000001"
OTHER_ID = "01890000-0000-7000-8000-000000000002"
TODAY = "2026-11-25"
FAR = "2027-01-24"
"""The sixtieth day after it."""


@pytest.fixture(autouse=True)
def day(monkeypatch):
    """A function that makes it another day in India; it is the 25th of November."""

    def make_it(day):
        for place in ("tracker.rules", "tracker.recording", "handlers.read_calendar"):
            monkeypatch.setattr(f"{place}.today", lambda: day)

    make_it(TODAY)
    return make_it


@pytest.fixture
def stranger():
    """A calendar: it has a link and nothing else."""
    return ApiClient(user="nobody", token_use="none")


@pytest.fixture
def link(asha):
    return asha.make_calendar_link().json["path"]


def read(link, stranger):
    """The events that a link tells: their properties, unfolded, and of an alarm when it rings."""
    answer = stranger.call("GET", link)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["Cache-Control"] == "no-store"
    text = answer.bytes.decode()
    assert text.endswith("END:VCALENDAR\r\n")
    unfolded = text.replace("\r\n ", "")
    event = r"BEGIN:VEVENT\r\n(.*?)BEGIN:VALARM\r\n.*?(TRIGGER:.*?)\r\n"
    events = re.findall(event, unfolded, flags=re.DOTALL)
    return [
        dict(line.split(":", 1) for line in [*said.splitlines(), trigger])
        for said, trigger in events
    ]


def test_a_link_is_told_once_and_kept_as_a_digest_alone(asha, dynamodb):
    assert asha.calendar_link().json == {"created_at": None}
    answer = asha.make_calendar_link()
    made = answer.json
    assert (answer.status, answer.headers["Location"]) == (201, made["path"])
    assert re.fullmatch(r"/api/calendar/[\w-]{43}\.ics", made["path"])
    assert asha.calendar_link().json == {"created_at": made["created_at"]}
    secret = made["path"].removeprefix("/api/calendar/").removesuffix(".ics")
    assert secret not in json.dumps(dynamodb.scan(TableName="expenses")["Items"])


def test_a_link_shows_what_is_its_persons_and_only_that(asha, ravi, link, stranger):
    ravi.recur(description="Ravi's rent", start="2026-12-01")
    asha.recur(description="Rent", start="2026-12-01", amount_paise=15_00_050, count=24)
    first, *_ = read(link, stranger)
    assert first["SUMMARY"] == "Rent: ₹15\\,000.50"
    assert first["DTSTART;VALUE=DATE"] == "20261201"
    assert first["DESCRIPTION"] == "Rent\\n1 of 24\\nIt is recorded by itself on its day."
    assert "Ravi" not in str(read(link, stranger))


def test_what_nobody_described_is_called_by_its_category_and_told_once(asha, link, stranger):
    asha.recur(description="", start="2026-12-01")
    first, *_ = read(link, stranger)
    assert first["SUMMARY"] == "Rent: ₹25\\,000"
    assert first["DESCRIPTION"] == "Rent\\nIt is recorded by itself on its day."


def test_what_has_neither_words_nor_a_category_any_more_is_a_recurring_expense(
    asha, link, stranger
):
    pets = asha.add_category(name="Pets").json["id"]
    asha.recur(description="", category=pets, start="2026-12-01")
    assert asha.delete_category(pets).status == 204
    first, *_ = read(link, stranger)
    assert first["SUMMARY"] == "Recurring expense: ₹25\\,000"
    assert first["DESCRIPTION"].startswith("It ")


def test_a_new_link_ends_the_one_before(asha, link, stranger):
    newer = asha.make_calendar_link().json["path"]
    assert stranger.call("GET", link).status == 404
    assert read(newer, stranger) == []


def test_a_revoked_link_opens_nothing_and_leaves_nothing(asha, link, stranger, dynamodb):
    assert asha.revoke_calendar_link().status == 204
    assert stranger.call("GET", link).status == 404
    assert asha.calendar_link().json == {"created_at": None}
    assert asha.revoke_calendar_link().status == 404
    assert dynamodb.scan(TableName="expenses")["Items"] == []


@pytest.mark.parametrize(
    "file", ["x.ics", f"{'a' * 43}.ics", "a" * 43, f"{'a' * 43}.ics.ics", f"{'é' * 43}.ics", "%00"]
)
def test_what_is_no_link_is_nothing(link, stranger, file):
    answer = stranger.call("GET", f"/api/calendar/{file}")
    assert (answer.status, answer.json["title"]) == (404, "Not Found")


def test_a_link_whose_person_has_another_opens_nothing(asha, link, stranger, dynamodb):
    """As after a table was restored to an earlier time beside a newer one."""
    before = dynamodb.scan(TableName="expenses")["Items"]
    newer = asha.make_calendar_link().json["path"]
    for item in before:
        if item["SK"]["S"] != "CALENDAR" or item["PK"]["S"].startswith("CALENDAR#"):
            dynamodb.put_item(TableName="expenses", Item=item)
    assert stranger.call("GET", link).status == 404
    assert stranger.call("GET", newer).status == 200


def test_a_link_that_lost_its_race_is_made_all_the_same(asha, stranger, monkeypatch):
    from tracker.repository.calendar import CalendarRepository  # noqa: PLC0415

    read_link = CalendarRepository.link
    others = []

    def link_before_anothers(repository):
        seen = read_link(repository)
        if not others:
            others.append(None)
            others.append(asha.make_calendar_link().json["path"])
        return seen

    monkeypatch.setattr(CalendarRepository, "link", link_before_anothers)
    mine = asha.make_calendar_link().json["path"]
    assert stranger.call("GET", mine).status == 200
    assert stranger.call("GET", others[1]).status == 404


def test_the_next_sixty_days_are_there(asha, link, stranger):
    asha.recur(id=ID, frequency="daily", start="2026-11-26")
    days = [event["DTSTART;VALUE=DATE"] for event in read(link, stranger)]
    assert (days[0], days[-1], len(days)) == ("20261126", FAR.replace("-", ""), 60)


def test_what_asks_for_its_amount_is_on_today_until_it_is_told(asha, link, stranger, day):
    asha.recur(id=ID, description="Electricity", amount_paise=None, start="2026-11-20")
    asked, ahead, *_ = read(link, stranger)
    assert asked["SUMMARY"] == ahead["SUMMARY"] == "Electricity: amount to be told"
    assert (asked["DTSTART;VALUE=DATE"], ahead["DTSTART;VALUE=DATE"]) == ("20261125", "20261220")
    assert (asked["TRIGGER"], ahead["TRIGGER"]) == ("PT9H", "-PT15H")
    assert "Due on 2026-11-20: tell the amount" in asked["DESCRIPTION"]
    assert "It asks for its amount" in ahead["DESCRIPTION"]
    uid = asked["UID"]
    day("2026-11-26")
    moved, *_ = read(link, stranger)
    assert (moved["UID"], moved["DTSTART;VALUE=DATE"]) == (uid, "20261126")
    assert asha.confirm(ID, "2026-11-20", 120_000).status == 201
    assert uid not in [event["UID"] for event in read(link, stranger)]


def test_what_waits_says_so(asha, link, stranger):
    pets = asha.add_category(name="Pets").json["id"]
    asha.recur(description="", category=pets, start="2026-12-01")
    asha.edit_category(pets, archived=True)
    first, *_ = read(link, stranger)
    assert first["SUMMARY"] == "Pets: ₹25\\,000"
    assert "It waits: the app says why" in first["DESCRIPTION"]


def test_what_is_paused_or_skipped_is_not_there(asha, link, stranger):
    asha.recur(id=ID, start="2026-12-01", paused=True)
    asha.recur(id=OTHER_ID, start="2026-12-01", skipped=["2026-12-01"])
    assert [event["DTSTART;VALUE=DATE"] for event in read(link, stranger)] == ["20270101"]


def test_of_too_many_the_nearest_are_there(asha, link, stranger, monkeypatch):
    monkeypatch.setattr("tracker.calendar_feed.MAX_UPCOMING", 3)
    asha.recur(frequency="daily", start="2026-11-26")
    assert len(read(link, stranger)) == 3
    assert read(link, stranger)[-1]["DTSTART;VALUE=DATE"] == "20261128"


def lines(**fields):
    event = Event(uid="a", day=TODAY, summary="", description="")._replace(**fields)
    return icalendar.write("Due", [event], at="2026-11-25T10:15:31.000042Z").split(b"\r\n")


def test_texts_are_escaped_as_the_standard_says():
    assert b"SUMMARY:a\\\\b\\; c\\, d: \\\\n" in lines(summary="a\\b; c, d: \\n")
    assert b"DESCRIPTION:one\\ntwo" in lines(description="one\ntwo")


def test_long_lines_are_folded_between_characters():
    summary = "x" + "₹दू😀" * 40
    folded = lines(summary=summary)
    assert all(len(line) <= 75 for line in folded)
    whole = b"\r\n".join(folded).decode()  # no character was cut
    assert f"SUMMARY:{summary}\r\n" in whole.replace("\r\n ", "")


def test_a_line_of_the_longest_length_is_not_folded():
    summary = "x" * (75 - len("SUMMARY:"))
    assert f"SUMMARY:{summary}".encode() in lines(summary=summary)
    assert b" x" in lines(summary=summary + "x")


def test_a_calendar_has_a_name_and_is_read_again_every_six_hours():
    head = lines()[:9]
    assert head[0] == b"BEGIN:VCALENDAR"
    assert head[1:3] == [b"VERSION:2.0", b"PRODID:-//Expense Tracker//Recurring expenses//EN"]
    assert head[-4:] == [
        b"NAME:Due",
        b"X-WR-CALNAME:Due",
        b"REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        b"X-PUBLISHED-TTL:PT6H",
    ]


def test_an_event_is_a_whole_day_with_a_reminder_the_morning_before():
    assert lines(summary="Rent")[9:-2] == [
        b"BEGIN:VEVENT",
        b"UID:a",
        b"DTSTAMP:20261125T101531Z",
        b"DTSTART;VALUE=DATE:20261125",
        b"SUMMARY:Rent",
        b"DESCRIPTION:",
        b"TRANSP:TRANSPARENT",
        b"BEGIN:VALARM",
        b"ACTION:DISPLAY",
        b"DESCRIPTION:Rent",
        b"TRIGGER:-PT15H",
        b"END:VALARM",
        b"END:VEVENT",
    ]


@pytest.mark.parametrize(
    ("paise", "written"),
    [
        (1, "₹0.01"),
        (100, "₹1"),
        (99_999, "₹999.99"),
        (1_000_00, "₹1,000"),
        (1_23_456_50, "₹1,23,456.50"),
        (12_34_567_00, "₹12,34,567"),
        (10**12, "₹10,00,00,00,000"),
    ],
)
def test_amounts_are_written_as_in_india(paise, written):
    assert rupees(paise) == written
