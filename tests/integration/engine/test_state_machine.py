"""Whatever two people do, in whatever order, all that they are shown agrees.

The steps are drawn at random, but the same ones each time. To look further, and to have a failure
reduced to the fewest steps that show it, say how many runs to draw:
``STATEFUL_EXAMPLES=500 pytest tests/integration/engine/test_state_machine.py``.
"""

from itertools import combinations

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from .conftest import PATIENCE_SECONDS
from .exploring import ends_in_time, runs
from .model import CONTENT, Ledger, Outcome, Request

PAGE = 3
GROUPINGS = [
    names for size in range(4) for names in combinations(("day", "month", "category"), size)
]
TAGGED = [{}, {"tag": "office"}, {"tag": "diwali"}, {"tag": "office,diwali"}]
NARROWED = [*TAGGED, {"q": "CHAI m"}, {"kind": "refund"}]

# Few of each, so that steps meet: the same cell, the same id, the same name.
IDS = [f"01890000-0000-7000-8000-00000000000{number}" for number in range(10)]
DATES = ["1900-01-01", "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2100-12-31"]
BUILT_IN = ["groceries", "rent"]
NAMES = ["Chai", "CHAI", "Puja", "Rent", "Kirana Stores"]
KINDS = [{}, {}, {"kind": "refund"}, {"kind": "refund", "of": IDS[0]}]
REFERENCES = [{}, {"reference": "UTR1"}, {"reference": " utr1 "}, {"reference": "UTR2"}]
UNKNOWN_ID = "ffffffff-ffff-7fff-8fff-ffffffffffff"

people = st.sampled_from(["asha", "ravi"])
ids = st.sampled_from(IDS)
amounts = st.sampled_from([1, 10_000, 10**12]) | st.integers(1, 500)
tags = st.lists(st.sampled_from(["office", " Office", "diwali"]), max_size=3)
which_version = st.sampled_from(["newest", "newest", "newest", "stale", "any"])


class TwoPeople(RuleBasedStateMachine):
    """Two people, what each has done, and what each must be shown for it."""

    def __init__(self, new_person, books):
        super().__init__()
        self.books = books
        self.clients = {name: new_person(seconds=PATIENCE_SECONDS) for name in ("asha", "ravi")}
        self.ledgers = {name: Ledger() for name in self.clients}
        self.sent: list[tuple[str, Request]] = []
        self.acted: str | None = None
        self.tags: dict[tuple[str, str], list[str]] = {}
        """Every ETag that a person was ever given of an id, the newest last."""
        self.stored = {name: self.books.items(client) for name, client in self.clients.items()}

    @initialize(data=st.data())
    def begin_with_some(self, data):
        for person in self.clients:
            for name in ("Puja", "Kirana Stores"):
                self.send(person, Request("POST", "/api/categories", {"name": name}))
            rows = [self.content(data, person, expense_id) for expense_id in IDS[:6]]
            self.send(person, Request("POST", "/api/expenses/batch", {"expenses": rows}))
            self.all_that_is_shown_agrees()

    @rule(data=st.data(), person=people, expense_id=ids)
    def add(self, data, person, expense_id):
        self.send(person, Request("POST", "/api/expenses", self.content(data, person, expense_id)))

    @rule(data=st.data(), person=people, rows=st.lists(ids, min_size=1, max_size=6))
    def add_many(self, data, person, rows):
        contents = [self.content(data, person, expense_id) for expense_id in rows]
        repeats = data.draw(st.lists(st.sampled_from(contents), max_size=2))
        broken = [{**contents[0], "amount_paise": 0}] if data.draw(st.booleans()) else []
        order = data.draw(st.permutations([*contents, *repeats, *broken]))
        self.send(person, Request("POST", "/api/expenses/batch", {"expenses": order}))

    @rule(data=st.data(), person=people, version=which_version)
    def edit(self, data, person, version):
        expense_id = self.own_or_other_expense(data, person)
        content = self.content(data, person, expense_id)
        path = f"/api/expenses/{expense_id}"
        self.send(person, Request("PUT", path, content, self.if_match(person, expense_id, version)))

    @rule(data=st.data(), person=people, version=which_version)
    def delete(self, data, person, version):
        expense_id = self.own_or_other_expense(data, person)
        if_match = self.if_match(person, expense_id, version)
        if_match = data.draw(st.sampled_from([if_match, None]))
        self.send(person, Request("DELETE", f"/api/expenses/{expense_id}", None, if_match))

    @rule(data=st.data(), person=people, name=st.sampled_from(NAMES))
    def change_categories(self, data, person, name):
        own = self.ledgers[person].categories
        path = f"/api/categories/{data.draw(st.sampled_from([*own, BUILT_IN[0], UNKNOWN_ID]))}"
        changes = [
            Request("POST", "/api/categories", {"name": name}),
            Request("PUT", path, {"archived": True}),
            Request("PUT", path, {"archived": False}),
            Request("DELETE", path),
        ]
        into = data.draw(st.sampled_from([*own, *BUILT_IN, UNKNOWN_ID]))
        changes.append(Request("DELETE", f"{path}?move_to={into}"))
        # Renaming built-in categories is not modelled.
        if BUILT_IN[0] not in path:
            changes.append(Request("PUT", path, {"name": name}))
        self.send(person, data.draw(st.sampled_from(changes)))

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def send_an_earlier_request_again(self, data):
        recent = len(self.sent) - 1 - data.draw(st.integers(0, min(5, len(self.sent) - 1)))
        self.send(*self.sent[recent])

    @rule(
        data=st.data(),
        person=people,
        period=st.tuples(st.sampled_from(DATES), st.sampled_from(DATES)).map(sorted),
        group_by=st.sampled_from(GROUPINGS),
    )
    def look_at_a_part(self, data, person, period, group_by):
        ledger, client = self.ledgers[person], self.clients[person]
        wanted = {"from": period[0], "to": period[1]}
        for parameter in ("category", "without"):
            some = st.lists(st.sampled_from([*BUILT_IN, *ledger.categories]), max_size=2)
            if categories := data.draw(some):
                wanted[parameter] = ",".join(categories)
        tagged = wanted | data.draw(st.sampled_from(TAGGED))
        shown = client.summary(**tagged, **_grouped(group_by)).json
        assert (shown.pop("from"), shown.pop("to")) == tuple(period)
        assert shown == ledger.summary(group_by, **tagged)
        narrowed = wanted | data.draw(st.sampled_from(NARROWED))
        listed = client.list_all(**narrowed, limit=2)
        assert [item["id"] for item in listed] == [item["id"] for item in ledger.listed(**narrowed)]

    @precondition(lambda self: self.acted)
    @invariant()
    def all_that_is_shown_agrees(self):
        acting, client = self.ledgers[self.acted], self.clients[self.acted]
        self.check_list(acting, client)
        for group_by in GROUPINGS:
            shown = client.summary(**_grouped(group_by)).json
            del shown["from"], shown["to"]
            assert shown == acting.summary(group_by)
        for tagged in TAGGED:
            assert (
                client.summary(**tagged).json["total_paise"]
                == (acting.summary((), **tagged)["total_paise"])
            )
        own = [category for category in client.categories() if not category["builtin"]]
        assert {c["id"]: {"name": c["name"], "archived": c["archived"]} for c in own} == (
            acting.categories
        )
        assert self.books.check(client) == {
            expense_id: {name: expense[name] for name in (*CONTENT, "version")}
            for expense_id, expense in acting.expenses.items()
        }
        assert self.books.left_over(client) == []
        self.stored[self.acted] = self.books.items(client)
        for name, other in self.clients.items():
            assert self.books.items(other) == self.stored[name]
        self.acted = None

    def check_list(self, ledger, client):
        items, cursor = [], None
        for _ in range(0, max(1, len(ledger.expenses)), PAGE):
            page = client.list(limit=PAGE, **({"cursor": cursor} if cursor else {})).json
            items += page["items"]
            cursor = page["next_cursor"]
            assert len(page["items"]) == PAGE or cursor is None
        assert cursor is None
        assert _contents(items) == _contents(ledger.listed())
        deleted = client.deleted().json["items"]
        assert _contents(deleted) == _contents(ledger.can_be_brought_back())

    def send(self, person: str, request: Request):
        """Send a request, hold the answer to what it must be, and remember it for later."""
        self.sent.append((person, request))
        self.acted = person
        headers = {"if-match": request.if_match} if request.if_match else None
        path, _, query = request.path.partition("?")
        answer = self.clients[person].call(
            request.method, path, raw_query=query, body=request.body, headers=headers
        )
        expected = _expected(self.ledgers[person], request)
        assert answer.status == expected.status
        if request.path.endswith("/batch"):
            assert tuple(row["status"] for row in answer.json["results"]) == expected.rows
        if request.path == "/api/categories" and answer.status == 201:
            made = answer.json
            self.ledgers[person].categories[made["id"]] = {
                "name": made["name"],
                "archived": made["archived"],
            }
        self.learn_tags(person)

    def content(self, data, person, expense_id):
        own = list(self.ledgers[person].categories)
        kind = data.draw(st.sampled_from(KINDS))
        reference = data.draw(st.sampled_from(REFERENCES))
        return (
            kind
            | reference
            | {
                "id": expense_id,
                "date": data.draw(st.sampled_from(DATES)),
                "amount_paise": data.draw(amounts),
                "category": data.draw(st.sampled_from([*own, *BUILT_IN])),
                "description": data.draw(st.sampled_from(["", "Masala chai"])),
                "tags": data.draw(tags),
            }
        )

    def own_or_other_expense(self, data, person):
        """Mostly the person's own; now and then an id that only the other person has, or nobody."""
        own = sorted(self.ledgers[person].expenses)
        return data.draw(st.sampled_from(own) if own and data.draw(st.integers(0, 9)) else ids)

    def if_match(self, person, expense_id, version):
        *earlier, newest = self.tags.get((person, expense_id), ['"1-00000000000000000000"'])
        return {"newest": newest, "stale": ", ".join(earlier) or '"0"', "any": "*"}[version]

    def learn_tags(self, person):
        """Ask for the ETag of each expense that was added or changed."""
        for expense_id, stored in self.ledgers[person].expenses.items():
            if "etag" not in stored:
                stored["etag"] = self.clients[person].get(expense_id).headers["ETag"]
                given = self.tags.setdefault((person, expense_id), [])
                assert stored["etag"] not in given
                given.append(stored["etag"])


def _contents(items):
    return [{name: item.get(name) for name in ("id", *CONTENT, "version")} for item in items]


def _grouped(group_by):
    return {"group_by": ",".join(group_by)} if group_by else {}


def _expected(ledger: Ledger, request: Request) -> Outcome:  # noqa: PLR0911 -- one a route
    path, _, query = request.path.partition("?")
    last = path.rpartition("/")[2]
    match request.method, path.split("/")[2:]:
        case "POST", ["expenses"]:
            return ledger.add(request.body)
        case "POST", ["expenses", "batch"]:
            return ledger.add_many(request.body["expenses"])
        case "PUT", ["expenses", _]:
            return ledger.edit(last, request.body, request.if_match)
        case "DELETE", ["expenses", _]:
            return ledger.delete(last, request.if_match)
        case "POST", ["categories"]:
            return ledger.add_category(request.body["name"])
        case "PUT", ["categories", _]:
            return ledger.edit_category(last, request.body)
        case "DELETE", ["categories", _] if query:
            return ledger.merge_category(last, query.removeprefix("move_to="))
        case "DELETE", ["categories", _]:
            return ledger.delete_category(last)
    raise LookupError(request)


@ends_in_time
def test_lists_and_totals_agree_after_every_step(new_person, books):
    run_state_machine_as_test(
        lambda: TwoPeople(new_person, books),
        settings=runs(examples=9, steps=25),
    )
