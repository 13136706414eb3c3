"""Lists, page by page: each expense once, in order, whatever happens between two pages."""

import base64
from itertools import chain, combinations, count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api_client import expense

from .model import Ledger
from .reading import expense_id, pages

PAGE = 4
FILTERS = {
    "from": "2026-02-10",
    "to": "2026-04-20",
    "category": "health,travel",
    "without": "travel,rent",
    "tag": "office,late",
    "q": "ChAi m",
}


def subsets(names):
    return [chosen for size in range(len(names) + 1) for chosen in combinations(names, size)]


def varied(number):
    """One of many expenses, of which every filter takes some and leaves others."""
    return expense(
        id=expense_id(number),
        date=f"2026-0{number % 5 + 1}-{number % 4 * 7 + 1:02}",
        category=("health", "rent", "health", "travel")[number // 2 % 4],
        tags=["office"] if number % 3 else ["home"],
        description=("Masala chai", "Coffee", "")[number // 3 % 3],
    )


@pytest.fixture(scope="module")
def many(new_person):
    """A person with sixty expenses, who only reads; and the ledger that says what to expect."""
    return new_person(), Ledger()


@pytest.fixture
def reader(many):
    person, ledger = many
    if not ledger.expenses:
        rows = [varied(number) for number in range(60)]
        ledger.add_many(rows)
        assert person.add_many(rows).status == 200
    return person


@pytest.fixture
def ledger(many, reader):
    return many[1]


@pytest.mark.parametrize("names", subsets(FILTERS), ids="+".join)
def test_every_page_but_the_last_is_full_and_all_that_match_are_there(reader, ledger, names):
    wanted = {name: FILTERS[name] for name in names}
    expected = [item["id"] for item in ledger.listed(**wanted)]
    shown = pages(reader, limit=PAGE, **wanted)
    assert list(chain(*shown)) == expected
    assert all(len(page) == PAGE for page in shown[:-1])
    assert shown[-1] or not expected


@pytest.mark.parametrize("limit", [1, 59, 60, 61, 200])
def test_a_full_last_page_says_that_it_is_the_last(reader, ledger, limit):
    shown = pages(reader, limit=limit)
    assert list(chain(*shown)) == [item["id"] for item in ledger.listed()]
    assert [len(page) for page in shown] == [min(limit, 60 - i) for i in range(0, 60, limit)]


def test_without_a_limit_a_page_holds_fifty(reader):
    assert len(reader.list().json["items"]) == 50


changes = st.lists(
    st.tuples(
        st.sampled_from(["add", "delete", "delete_last_shown", "move"]),
        st.integers(0, 59),
        st.dates().map(lambda day: f"2026-0{day.month % 5 + 1}-{day.day % 28 + 1:02}"),
    ),
    max_size=4,
)


@pytest.mark.parametrize(
    "wanted", [{}, {"category": "health"}, {"tag": "office"}, {"from": "2026-02-08"}], ids=str
)
def test_what_changes_between_pages_neither_hides_nor_repeats_what_does_not(new_person, wanted):
    @given(st.lists(changes, min_size=3, max_size=6), st.integers(1, 5))
    @settings(
        max_examples=8,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def hold(between_pages, limit):
        person, ledger = new_person(), Ledger()
        rows = [varied(number) for number in range(24)]
        ledger.add_many(rows)
        person.add_many(rows)
        touched, shown, cursor, new = set(), [], None, count(100)
        for turn in range(40):
            page = person.list(limit=limit, **wanted, **({"cursor": cursor} if cursor else {}))
            shown += [item["id"] for item in page.json["items"]]
            cursor = page.json["next_cursor"]
            if cursor is None:
                break
            for kind, number, date in between_pages[turn] if turn < len(between_pages) else ():
                touched.add(_change(person, kind, number, date, shown, new))
        assert cursor is None
        untouched = [one["id"] for one in ledger.listed(**wanted) if one["id"] not in touched]
        assert [one for one in shown if one in untouched] == untouched

    hold()


def _change(person, kind, number, date, shown, new):  # noqa: PLR0917 -- as drawn
    """Change something; return the id of what was changed."""
    if kind == "add":
        return person.add(**varied(number) | {"id": expense_id(next(new)), "date": date}).json["id"]
    target = shown[-1] if kind == "delete_last_shown" and shown else expense_id(number)
    if kind == "move":
        stored = person.get(target)
        if stored.status == 200:
            assert person.edit(stored.json, date=date, category="rent").status == 200
    else:
        assert person.delete(target).status in {204, 404}
    return target


def test_a_cursor_goes_on_after_all_that_was_shown_is_deleted(asha):
    asha.add_many([varied(number) for number in range(12)])
    whole = pages(asha, limit=PAGE)
    first = asha.list(limit=PAGE).json
    for item in first["items"]:
        asha.delete(item["id"])
    rest = asha.list(limit=100, cursor=first["next_cursor"]).json["items"]
    assert [item["id"] for item in rest] == whole[1] + whole[2]


def test_a_cursor_goes_on_when_all_that_follows_was_deleted(asha):
    asha.add_many([varied(number) for number in range(12)])
    first = asha.list(limit=PAGE).json
    for page in pages(asha, limit=PAGE)[1:]:
        for rest in page:
            asha.delete(rest)
    page = asha.list(limit=PAGE, cursor=first["next_cursor"]).json
    assert page == {"items": [], "next_cursor": None}


def test_what_is_added_before_the_cursor_is_shown_from_the_start_only(asha):
    asha.add_many([varied(number) for number in range(12)])
    first = asha.list(limit=PAGE).json
    newest = asha.add(id=expense_id(100), date="2026-12-31").json["id"]
    rest = asha.list(limit=100, cursor=first["next_cursor"]).json["items"]
    assert newest not in [item["id"] for item in rest]
    assert asha.list(limit=1).json["items"][0]["id"] == newest


class TestAlteredCursors:
    """A cursor that this API did not give for this very list is refused."""

    @pytest.fixture
    def cursor(self, reader):
        return reader.list(limit=PAGE, category="health").json["next_cursor"]

    @pytest.fixture
    def refused(self, reader):
        def refused(cursor, **query):
            answer = reader.list(limit=PAGE, **{"category": "health", **query}, cursor=cursor)
            return answer.status == 400 and answer.wrong_fields == ["cursor"]

        return refused

    def test_a_cursor_is_url_safe(self, cursor):
        assert cursor.replace("-", "").replace("_", "").isalnum()
        assert cursor.isascii()

    def test_cut_short(self, cursor, refused):
        assert all(refused(cursor[:length]) for length in range(len(cursor)))
        assert all(refused(cursor[start:]) for start in range(1, len(cursor)))

    def test_made_longer(self, cursor, refused):
        assert all(
            refused(cursor + more) for more in ("A", "AA", "AAAA", "=", "==", " ", "\n", ".")
        )
        assert refused(cursor + cursor)

    def test_any_character_changed(self, cursor, refused):
        for place, character in enumerate(cursor):
            for other in "ABcd019-_":
                if other != character:
                    assert refused(cursor[:place] + other + cursor[place + 1 :])

    def test_any_bit_flipped(self, cursor, refused):
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        for bit in range(len(raw) * 8):
            flipped = bytearray(raw)
            flipped[bit // 8] ^= 1 << bit % 8
            assert refused(base64.urlsafe_b64encode(bytes(flipped)).decode().rstrip("="))

    @pytest.mark.parametrize(
        "forged",
        ["", "null", "2026-03-01", "%00", "🪔", "A" * 79, "A" * 5000, "-" * 79, "../..", "{}"],
    )
    def test_made_up(self, refused, forged):
        assert refused(forged)

    def test_with_a_position_of_ones_own(self, refused):
        position = f"2026-03-01#{expense_id(1)}".encode()
        assert refused(base64.urlsafe_b64encode(position).decode().rstrip("="))
        assert refused(base64.urlsafe_b64encode(bytes(12) + position).decode().rstrip("="))

    @pytest.mark.parametrize(
        "other",
        [{"category": "rent"}, {"tag": "office"}, {"q": "x"}, {"from": "2026-01-02"}],
        ids=str,
    )
    def test_for_another_list(self, cursor, refused, other):
        assert refused(cursor, **other)

    def test_of_another_person(self, cursor, ravi):
        ravi.add_many([varied(number) for number in range(12)])
        assert ravi.list(limit=PAGE, category="health", cursor=cursor).status == 400

    def test_the_page_may_get_another_size(self, cursor, reader, ledger):
        rest = reader.list(limit=200, category="health", cursor=cursor).json["items"]
        expected = [one["id"] for one in ledger.listed(category="health")]
        assert [item["id"] for item in rest] == expected[PAGE:]
