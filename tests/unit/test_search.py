"""Search: words in any order, over description, tags, category and amount.

What is read as an amount is a table that the page's `search.test.js` is held to as well.
"""

import itertools
import json
from pathlib import Path

import pytest

from tracker import listing
from tracker.search import amounts_of, words_of
from tracker.text import fold

CASES = json.loads((Path(__file__).parent / "search_cases.json").read_text(encoding="utf-8"))

SPENT = {
    "chai": {"description": "Masala chai at Sharma Stores", "amount_paise": 2_000},
    "milk": {"description": "Milk", "tags": ["sharma", "daily"], "amount_paise": 25_000},
    "cab": {"description": "To the airport", "category": "transport", "amount_paise": 25_050},
    "flat": {"category": "rent", "amount_paise": 120_000},
    "flight": {"description": "250 seats", "category": "travel", "amount_paise": 1_20_000_00},
}

FOUND = {
    "chai masala": ["chai"],
    "MASALA sharma": ["chai"],
    "chai milk": [],
    "sharma": ["chai", "milk"],
    "daily milk": ["milk"],
    "transport": ["cab"],
    "airport transport": ["cab"],
    "rent": ["flat"],
    "dining": ["chai", "milk"],
    "250": ["flight", "milk"],
    "250.00": ["milk"],
    "₹250": ["milk"],
    "₹ 250": ["milk"],
    "250.5": ["cab"],
    "₹250.50": ["cab"],
    "1,200": ["flat"],
    "1200": ["flat"],
    "1,20,000": ["flight"],
    "120,000.00 travel": ["flight"],
    "250 milk": ["milk"],
    "250 rent": [],
    "251": [],
    "250.505": [],
    "Rs 250": ["milk"],
    "250.5 rs": ["cab"],
    "1.2 lakh": ["flight"],
    "1.2k rent": ["flat"],
    "200-300": ["cab", "milk"],
    "₹200 to ₹300 daily": ["milk"],
    "300-200": [],
    "₹": [],
    "   ": ["cab", "chai", "flat", "flight", "milk"],
}


@pytest.mark.parametrize(("typed", "lowest", "highest"), CASES["amounts"])
def test_an_amount_is_read_as_it_is_typed(typed, lowest, highest):
    assert [amounts_of(word) for word in words_of(typed)] == [(lowest, highest)]


@pytest.mark.parametrize("typed", CASES["no_amounts"])
def test_what_is_no_amount_is_text(typed):
    assert amounts_of(fold(typed)) is None


@pytest.mark.parametrize(("typed", "words"), CASES["words"])
def test_an_amount_is_one_word_of_a_search(typed, words):
    assert list(words_of(typed)) == words


@pytest.fixture
def spender(asha):
    """A person, and what each expense is called here, by its id."""
    names = {asha.add(**content).json["id"]: name for name, content in SPENT.items()}
    return asha, names


@pytest.mark.parametrize(("search", "expected"), FOUND.items())
def test_every_word_must_be_found_somewhere(spender, search, expected):
    person, names = spender
    assert sorted(names[item["id"]] for item in person.list(q=search).json["items"]) == expected


def test_a_category_is_found_by_the_name_that_the_person_gave_it(asha):
    own = asha.add_category(name="Cricket club").json["id"]
    asha.edit_category("rent", name="Flat in Pune")
    asha.add(category=own)
    asha.add(category="rent")
    assert [item["category"] for item in asha.list(q="club cricket").json["items"]] == [own]
    assert [item["category"] for item in asha.list(q="pune").json["items"]] == ["rent"]
    assert asha.list(q="rent").json["items"] == []


def test_a_cursor_does_not_mind_the_order_of_words(spender):
    person, _ = spender
    cursor = person.list(q="a s", limit=1).json["next_cursor"]
    assert person.list(q="S  a a", limit=1, cursor=cursor).status == 200
    assert person.list(q="a", limit=1, cursor=cursor).wrong_fields == ["cursor"]


@pytest.fixture
def long_history(asha):
    """Sixty days of chai, with one cab on the oldest."""
    asha.add(date="2026-01-01", description="Cab")
    asha.add_many(
        [
            {
                "id": f"01890000-0000-7000-8000-{number:012}",
                "date": f"2026-0{2 + number // 28}-{1 + number % 28:02}",
                "amount_paise": 1000,
                "category": ("food-dining", "groceries")[number % 2],
                "description": "Chai",
            }
            for number in range(60)
        ]
    )
    return asha


@pytest.mark.parametrize(
    "more", [{}, {"category": "food-dining"}, {"category": "food-dining,groceries"}], ids=str
)
def test_a_search_answers_with_what_it_found_once_it_has_looked_at_enough(
    long_history, monkeypatch, more
):
    monkeypatch.setattr(listing, "SEARCHED", 10)
    pages, cursor = [], {}
    while cursor is not None:
        page = long_history.list(q="cab", limit=5, **more, **cursor).json
        pages.append(page)
        cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else None
    assert len(pages) > 1
    assert [item["date"] for page in pages for item in page["items"]] == ["2026-01-01"]
    looked_back_to = [page.get("searched_to") for page in pages]
    assert looked_back_to[-1] is None
    assert all(newer > older for newer, older in itertools.pairwise(looked_back_to[:-1])), (
        looked_back_to
    )


def test_a_search_stops_when_its_time_is_up(long_history, monkeypatch):
    monkeypatch.setattr(listing, "SEARCH_SECONDS", 0)
    page = long_history.list(q="cab", limit=7).json
    assert (page["items"], page["searched_to"]) == ([], "2026-03-25")
    assert page["next_cursor"]


def test_a_page_that_is_full_has_not_been_cut_short(long_history, monkeypatch):
    monkeypatch.setattr(listing, "SEARCHED", 6)
    page = long_history.list(q="chai", limit=5).json
    assert len(page["items"]) == 5
    assert "searched_to" not in page
