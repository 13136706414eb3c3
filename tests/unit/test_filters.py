"""Lists and totals of several categories, of all but some, and of several tags."""

import itertools
import uuid

import pytest

from tracker import listing

CATEGORIES = ("fuel", "rent", "health", "travel", "groceries")
ELSEWHERE = [f"elsewhere-{number}" for number in range(20)]
"""Ids that nobody has, of more categories than are read each on their own."""

FILTERS = [
    {"category": "fuel,rent"},
    {"category": "rent,fuel,rent", "from": "2026-05-03", "to": "2026-06-05"},
    {"category": ",".join(CATEGORIES)},
    {"category": ",".join(["travel", "health", *ELSEWHERE])},
    {"category": ",".join(["travel", "fuel", *ELSEWHERE]), "without": "fuel"},
    {"category": "fuel,rent", "without": "rent,travel"},
    {"category": "fuel", "without": "fuel"},
    {"without": "groceries"},
    {"without": "groceries,fuel,rent,health", "from": "2026-05-02"},
]


@pytest.fixture
def history(asha):
    """Forty expenses of five categories, one of them rare, over two months."""
    asha.add_many(
        [
            {
                "id": str(uuid.UUID(int=number * 7919 % 1000)),
                "date": f"2026-0{5 + number // 20}-{1 + number % 20:02}",
                "amount_paise": 100 + number,
                "category": "travel" if number == 3 else CATEGORIES[number * number % 5],
                "tags": [["goa", "office"], ["goa"], [], ["diwali"]][number % 4],
            }
            for number in range(40)
        ]
    )
    return asha


def matches(item, asked):
    def names(parameter):
        return asked[parameter].split(",") if parameter in asked else []

    return (
        asked.get("from", "") <= item["date"] <= asked.get("to", "9")
        and (not names("category") or item["category"] in names("category"))
        and item["category"] not in names("without")
        and (not names("tag") or set(names("tag")) & set(item["tags"]))
    )


@pytest.mark.parametrize("scanned", [2, 1000], ids=["where few are wanted", "where many are"])
@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_a_list_holds_what_is_asked_for_in_full_pages(history, asked, scanned, monkeypatch):
    monkeypatch.setattr(listing, "SCANNED", scanned)
    expected = [item for item in history.list(limit=200).json["items"] if matches(item, asked)]
    for limit in (1, 3, 40):
        pages, cursor = [], {}
        while cursor is not None:
            page = history.list(limit=limit, **asked, **cursor).json
            pages.append(page["items"])
            cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else None
            assert "searched_to" not in page
        assert list(itertools.chain(*pages)) == expected
        assert all(len(items) == limit for items in pages[:-1])


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_a_total_is_that_of_the_list(history, asked):
    items = history.list(limit=200, **asked).json["items"]
    summary = history.summary(**asked, group_by="category").json
    assert summary["count"] == len(items)
    assert summary["total_paise"] == sum(item["amount_paise"] for item in items)
    assert {group["category"] for group in summary["groups"]} == {
        item["category"] for item in items
    }


@pytest.mark.parametrize("tags", ["goa", "goa,office", "diwali,goa,diwali", "nothing"])
def test_a_list_of_tags_holds_what_has_any_of_them_once(history, tags):
    expected = [
        item["id"] for item in history.list(limit=200).json["items"] if matches(item, {"tag": tags})
    ]
    assert [item["id"] for item in history.list_all(limit=3, tag=tags)] == expected


def test_a_cursor_does_not_mind_how_the_same_was_asked_for(history):
    cursor = history.list(limit=1, category="fuel,rent", tag="goa,office").json["next_cursor"]
    again = {"limit": 1, "tag": "OFFICE,goa", "cursor": cursor}
    assert history.list(category="rent,fuel,rent", **again).status == 200
    assert history.list(category="rent", **again).wrong_fields == ["cursor"]
    assert history.list(category="fuel", without="rent", **again).wrong_fields == ["cursor"]


def test_a_tag_that_holds_a_comma_can_be_asked_for(asha):
    asha.add(tags=["tea, milk"], description="both")
    asha.add(tags=["a\\b"], description="backslash")
    asha.add(tags=["tea"])
    assert [item["description"] for item in asha.list(tag="tea\\, milk").json["items"]] == ["both"]
    for written in ("a\\b", "a\\\\b"):
        assert [item["description"] for item in asha.list(tag=written).json["items"]] == [
            "backslash"
        ]
    assert len(asha.list(tag="tea\\, milk,tea").json["items"]) == 2


@pytest.mark.parametrize(
    "query",
    [
        {"category": "fuel,"},
        {"category": ",fuel"},
        {"category": "fuel, rent"},
        {"category": "fuel\n"},
        {"category": ",".join(f"c{number}" for number in range(201))},
        {"without": ""},
        {"without": "A"},
        {"without": ",".join(f"c{number}" for number in range(201))},
    ],
    ids=lambda query: str(query)[:40],
)
def test_what_is_no_list_of_categories_is_refused_by_lists_and_totals(asha, query):
    for answer in (asha.list(**query), asha.summary(**query)):
        assert (answer.status, answer.wrong_fields) == (400, list(query))


@pytest.mark.parametrize(
    "tags", ["goa,", "goa,,diwali", "x" * 33, " ", ",".join(str(number) for number in range(11))]
)
def test_what_is_no_list_of_tags_is_refused(asha, tags):
    answer = asha.list(tag=tags)
    assert (answer.status, answer.wrong_fields) == (400, ["tag"])


def test_as_many_as_may_be_asked_for_are_answered(asha):
    asha.add(tags=["9"])
    ids = ",".join(["food-dining", *(str(uuid.UUID(int=number)) for number in range(199))])
    assert len(asha.list(category=ids).json["items"]) == 1
    assert asha.summary(category=ids).json["count"] == 1
    assert len(asha.list(tag=",".join(str(number) for number in range(10))).json["items"]) == 1
