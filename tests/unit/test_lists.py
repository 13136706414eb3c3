"""Lists: order, filters, pages, cursors."""

import base64
import itertools
import uuid

import pytest

from tracker import cursor as cursors
from tracker.filters import Filters

WRONG_QUERIES = [
    {"limit": "0"},
    {"limit": "201"},
    {"limit": "-1"},
    {"limit": "1.5"},
    {"limit": "ten"},
    {"limit": ""},
    {"from": "2026-02-30"},
    {"from": "yesterday"},
    {"to": "1899-12-31"},
    {"category": "a#b"},
    {"category": ""},
    {"tag": "x" * 33},
    {"tag": ""},
    {"q": "x" * 201},
    {"cursor": ""},
    {"cursor": "nonsense"},
    {"cursor": "Ωω"},
    {"cursor": "A" * 5000},
    {"page": "2"},
]

FORGED_POSITIONS = [
    "",
    "2026-07-15",
    "2026-07-15#",
    "2026-07-15#" + "0" * 2000,
    "2026-07-15#00000000-0000-0000-0000-00000000000Z",
    "2026-08-01#00000000-0000-0000-0000-000000000000",
    "2026-06-30#00000000-0000-0000-0000-000000000000",
    "0000-00-00#00000000-0000-0000-0000-000000000000",
]


@pytest.fixture
def history(asha):
    """Forty days over three months, each with an expense of its own kind."""
    asha.add_many(
        [
            {
                "id": str(uuid.UUID(int=number + 1)),
                "date": f"2026-0{5 + number // 15}-{1 + number % 15:02}",
                "amount_paise": 100 + number,
                "category": "fuel" if number % 7 == 0 else "groceries",
                "tags": ["weekly"] if number % 5 == 0 else [],
                "description": f"Purchase {number} at Sharma Stores",
            }
            for number in range(40)
        ]
    )
    return asha


def test_the_newest_day_comes_first_and_on_a_day_the_latest_made(asha):
    for date in ("2026-07-02", "2026-07-03", "2026-07-01", "2026-07-03"):
        asha.add(date=date)
    items = asha.list().json["items"]
    positions = [(item["date"], item["id"]) for item in items]
    assert positions == sorted(positions, reverse=True)


@pytest.mark.parametrize("limit", [1, 7, 20, 39, 40, 41])
@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"category": "fuel"},
        {"category": "groceries", "from": "2026-05-03", "to": "2026-07-05"},
        {"tag": "weekly"},
        {"q": "SHARMA"},
        {"q": "purchase 1", "category": "groceries", "tag": "weekly"},
        {"category": "rent"},
    ],
)
def test_pages_are_full_but_the_last_and_join_to_the_whole(history, filters, limit):
    whole = [item for item in history.list(limit=200).json["items"] if _matches(item, filters)]
    pages, cursor = [], None
    while True:
        page = history.list(limit=limit, **filters, **({"cursor": cursor} if cursor else {})).json
        pages.append(page["items"])
        cursor = page["next_cursor"]
        if cursor is None:
            break
        assert len(page["items"]) == limit
    assert list(itertools.chain(*pages)) == whole
    assert pages[-1] or len(pages) == 1


def _matches(item, filters):
    text = "\n".join([item["description"], *item["tags"]]).lower()
    return (
        filters.get("from", "") <= item["date"] <= filters.get("to", "9999")
        and filters.get("category", item["category"]) == item["category"]
        and ("tag" not in filters or filters["tag"] in item["tags"])
        and filters.get("q", "").lower() in text
    )


def test_a_page_holds_50_unless_told(history):
    for number in range(11):
        history.add(amount_paise=number + 1)
    assert len(history.list().json["items"]) == 50


def test_search_finds_tags_and_ignores_case(asha):
    asha.add(tags=["Goa Trip"])
    asha.add(description="Chai")
    assert [item["tags"] for item in asha.list(q="GOA").json["items"]] == [["goa trip"]]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Café Mondegar", "cafe"),
        ("samosa\u00a0chaat", "samosa  chaat"),
        ("रक्\u200dषा बंधन", "रक्षा"),
        ("അവൻ", "അവന്\u200d"),
        ("कमरा २५०", "250"),
        ("room 250", "२५०"),
    ],
)
def test_search_finds_a_text_however_it_is_written(asha, written, asked):
    asha.add(description=written)
    assert [item["description"] for item in asha.list(q=asked).json["items"]] == [written]


def test_a_tag_is_found_whole_and_in_any_case(asha):
    asha.add(tags=["goa trip"])
    assert asha.list(tag="goa").json["items"] == []
    assert len(asha.list(tag=" GOA TRIP ").json["items"]) == 1


def test_a_cursor_is_url_safe(history):
    cursor = history.list(limit=1).json["next_cursor"]
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize("filters", [{}, {"category": "groceries"}])
def test_what_happens_between_pages_repeats_and_skips_nothing_untouched(history, filters):
    before = history.list(limit=200, **filters).json["items"]
    first = history.list(limit=10, **filters).json
    for item in before[5:15]:
        history.delete(item["id"])
    for date in ("2026-07-30", "2026-06-10", "2026-01-01"):
        history.add(date=date, category="groceries")
    rest = history.list_all(limit=10, cursor=first["next_cursor"], **filters)
    seen = [item["id"] for item in first["items"] + rest]
    assert len(seen) == len(set(seen))
    assert [item["id"] for item in before[15:]] == [
        seen_id for seen_id in seen if seen_id in {item["id"] for item in before[15:]}
    ]


def test_a_cursor_of_another_person_is_refused(history, ravi):
    ravi.add()
    ravi.add()
    cursor = history.list(limit=1).json["next_cursor"]
    answer = ravi.list(limit=1, cursor=cursor)
    assert (answer.status, answer.wrong_fields) == (400, ["cursor"])


def test_a_cursor_of_another_list_is_refused(history):
    cursor = history.list(limit=1).json["next_cursor"]
    assert history.list(limit=5, cursor=cursor).status == 200
    assert history.list(limit=1, cursor=cursor, category="fuel").status == 400
    assert history.list(limit=1, cursor=cursor, q="fuel").status == 400
    assert history.list(limit=1, cursor=cursor, **{"from": "2026-01-01"}).status == 400


def test_a_cursor_with_any_bit_flipped_or_cut_off_is_refused(history):
    cursor = history.list(limit=1).json["next_cursor"]
    raw = base64.urlsafe_b64decode(cursor + "==")
    for position in range(len(raw)):
        forged = bytes([*raw[:position], raw[position] ^ 1, *raw[position + 1 :]])
        text = base64.urlsafe_b64encode(forged).decode().rstrip("=")
        assert history.list(limit=1, cursor=text).status == 400
    for length in range(len(cursor)):
        assert history.list(limit=1, cursor=cursor[:length]).status == 400


@pytest.mark.parametrize("position", FORGED_POSITIONS, ids=range(len(FORGED_POSITIONS)))
def test_a_cursor_that_its_owner_forged_is_refused(history, position):
    """The digest is no secret to its owner; what DynamoDB would refuse must not get there."""
    july = {"from": "2026-07-01", "to": "2026-07-31"}
    forged = cursors.encode(
        position, owner=f"USER#{history.claims['sub']}", filters=(*july.values(), *Filters())
    )
    answer = history.list(cursor=forged, **july)
    assert (answer.status, answer.wrong_fields) == (400, ["cursor"])


@pytest.mark.parametrize("query", WRONG_QUERIES, ids=str)
def test_a_wrong_parameter_is_named(asha, query):
    answer = asha.list(**query)
    assert (answer.status, answer.wrong_fields) == (400, list(query))


def test_a_range_that_ends_before_it_begins_is_refused(asha):
    answer = asha.list(**{"from": "2026-07-02", "to": "2026-07-01"})
    assert (answer.status, answer.wrong_fields) == (400, ["from"])


def test_search_and_tags_do_not_mind_how_a_letter_was_composed(asha):
    composed, in_parts = "caf\u00e9", "cafe\u0301"
    asha.add(description=in_parts, tags=[composed, in_parts])
    assert asha.list(q=composed).json["items"][0]["tags"] == [composed]
    assert len(asha.list(tag=in_parts).json["items"]) == 1
