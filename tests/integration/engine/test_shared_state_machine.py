"""Whatever three people do in two ledgers that they share, each is shown what their role allows.

Their roles change meanwhile. The steps are drawn at random, but the same each time; to look
further, see `test_state_machine`.
"""

from collections import defaultdict
from itertools import count, permutations
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run_machine

from .conftest import PATIENCE_SECONDS
from .exploring import ends_in_time, runs
from .model import Request
from .shared_model import ROLES, Place
from .shared_reading import Witness

# Few of each, so that steps meet: the same cell, the same id.
IDS = [f"01890000-0000-7000-8000-00000000000{number}" for number in range(6)]
DATES = ["2025-12-31", "2026-01-01", "2026-01-31"]
CATEGORIES = ["groceries", "rent"]
UNKNOWN = "nobody-ever"

numbers = st.sampled_from([0, 1, 2])
"""Which of the people: not by their ids, which are others in each run."""

ids = st.sampled_from(IDS)
roles = st.sampled_from(ROLES)
categories = st.sampled_from(CATEGORIES)
contents = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["expense", "expense", "refund"]),
        "date": st.sampled_from(DATES),
        "amount_paise": st.integers(1, 500),
        "category": categories,
        "tags": st.sampled_from([[], ["trip"]]),
        "description": st.sampled_from(["", "Masala chai"]),
    }
)


class Way(NamedTuple):
    """How an expense goes: whether from a shared ledger, whether to one, and whether it stays."""

    from_shared: bool
    to_shared: bool
    keeps: bool


class Household(Witness, RuleBasedStateMachine):
    """Three people, two shared ledgers and their own, and what each must be shown of them."""

    def __init__(self, new_person, books):
        RuleBasedStateMachine.__init__(self)
        Witness.__init__(self, [new_person(seconds=PATIENCE_SECONDS) for _ in range(3)], books)
        self.sent: list[tuple[str, str, Request]] = []
        self.touched: set[str] = set()
        self.steps = count()

    @initialize(data=st.data())
    def begin_with_some(self, data):
        asha, ravi, mira = self.people
        self.shared = [self.clients[person].share().json["id"] for person in (asha, ravi)]
        home, trip = self.shared
        self.world.places |= {
            home: Place(roles={asha: "owner"}),
            trip: Place(roles={ravi: "owner"}),
        }
        self.stored = {ledger: self.read(ledger) for ledger in self.world.places}
        for guest, role in ((ravi, "member"), (mira, "viewer")):
            self.invite_and_accept(home, asha, guest, role)
        self.invite_and_accept(trip, ravi, mira, "totals")
        for person, ledger in ((asha, home), (ravi, trip), (mira, mira)):
            rows = [{"id": expense_id, **data.draw(contents)} for expense_id in IDS[:3]]
            self.send(person, ledger, Request("POST", "/api/expenses/batch", {"expenses": rows}))

    @rule(data=st.data(), expense_id=ids)
    def add(self, data, expense_id):
        person, ledger = self.somebody_somewhere(data)
        content = self.content(data, person, ledger) | {"id": expense_id}
        self.send(person, ledger, Request("POST", "/api/expenses", content))

    @rule(data=st.data(), chosen=st.lists(ids, min_size=1, max_size=4))
    def add_many(self, data, chosen):
        person, ledger = self.somebody_somewhere(data)
        rows = [self.content(data, person, ledger) | {"id": chosen_id} for chosen_id in chosen]
        self.send(person, ledger, Request("POST", "/api/expenses/batch", {"expenses": rows}))

    @rule(data=st.data())
    def edit(self, data):
        person, ledger = self.somebody_somewhere(data)
        expense_id = self.expense_of(data, ledger)
        path, content = f"/api/expenses/{expense_id}", self.content(data, person, ledger)
        if_match = self.if_match(data, ledger, expense_id)
        self.send(person, ledger, Request("PUT", path, content, if_match))

    @rule(data=st.data())
    def delete(self, data):
        person, ledger = self.somebody_somewhere(data)
        expense_id = self.expense_of(data, ledger)
        if_match = data.draw(st.sampled_from([None, self.if_match(data, ledger, expense_id)]))
        self.send(person, ledger, Request("DELETE", f"/api/expenses/{expense_id}", None, if_match))

    @rule(data=st.data(), category=categories)
    def change_many(self, data, category):
        person, ledger = self.somebody_somewhere(data)
        body = {"expenses": self.versions(data, ledger), "change": {"category": category}}
        self.send(person, ledger, Request("PATCH", "/api/expenses", body))

    @rule(data=st.data(), keeps=st.booleans())
    def transfer(self, data, keeps):
        person, ledger = self.somebody_somewhere(data)
        others = [other for other in (*self.shared, person) if other != ledger]
        to = data.draw(st.sampled_from(others))
        body = {
            "to": None if to == person else to,
            "expenses": self.versions(data, ledger),
            "copy": keeps,
            **self.said_payer(data, person, to),
        }
        self.send(person, ledger, Request("POST", "/api/expenses/transfer", body))

    @rule(data=st.data(), times=st.integers(1, 3))
    def transfer_what_can_go(self, data, times):
        """Copy or move what nothing stands in the way of, which of what is drawn mostly does."""
        for _ in range(times):
            ways = self.ways_to_go()
            if not ways:
                return
            way = data.draw(st.sampled_from(sorted(ways)))
            person, source, to, expense_id = data.draw(st.sampled_from(ways[way]))
            version = self.world.places[source].expenses[expense_id]["version"]
            body = {
                "to": None if to == person else to,
                "expenses": [{"id": expense_id, "version": version}],
                "copy": way.keeps,
            }
            self.send(person, source, Request("POST", "/api/expenses/transfer", body))

    @rule(data=st.data())
    def send_an_earlier_request_again(self, data):
        self.send(*data.draw(st.sampled_from(self.sent[-5:])))

    @rule(data=st.data(), role=roles)
    def change_a_role(self, data, role):
        person, ledger, member = self.somebody_about_somebody(data)
        path = f"/api/ledgers/{ledger}/members/{member}"
        self.send(person, ledger, Request("PUT", path, {"role": role}))

    @rule(data=st.data())
    def remove_or_leave(self, data):
        person, ledger, member = self.somebody_about_somebody(data)
        self.send(person, ledger, Request("DELETE", f"/api/ledgers/{ledger}/members/{member}"))

    @rule(data=st.data(), role=roles)
    def let_in(self, data, role):
        host, ledger, guest = self.somebody_about_somebody(data)
        self.invite_and_accept(ledger, host, guest, role)

    @invariant()
    def all_that_is_shown_agrees(self):
        for ledger, before in self.stored.items():
            if ledger not in self.touched:
                assert self.read(ledger) == before
        for ledger in self.touched:
            self.check_stored(ledger)
            readers = [it for it in self.people if self.may(it, ledger, "totals")]
            self.check_shown(ledger, thoroughly_by=readers[next(self.steps) % len(readers)])
            self.stored[ledger] = self.read(ledger)
        self.touched = set()

    def send(self, person, ledger, request):
        """Send a request, hold the answer to what it must be, and remember it for later."""
        self.sent.append((person, ledger, request))
        about_members = request.path.startswith("/api/ledgers")
        client = self.clients[person] if about_members else self.within(person, ledger)
        headers = {"if-match": request.if_match} if request.if_match else None
        answer = client.call(request.method, request.path, body=request.body, headers=headers)
        expected = self.world.expected(person, ledger, request)
        assert answer.status == expected.status
        if expected.rows:
            assert tuple(row["status"] for row in answer.json["results"]) == expected.rows
        if answer.status < 400:
            self.touched.add(ledger)
            if "to" in (request.body or {}):
                self.touched.add(request.body["to"] or person)

    def invite_and_accept(self, ledger, host, guest, role):
        invited, accepted = self.world.let_in(ledger, host, guest, role)
        answer = self.clients[host].invite({"id": ledger}, role)
        assert answer.status == invited
        if accepted:
            assert self.clients[guest].accept(answer.json["token"]).status == accepted
            self.touched.add(ledger)

    def somebody_somewhere(self, data):
        """A person and a ledger: mostly one where they may write, now and then any shared one."""
        person = self.people[data.draw(numbers)]
        places = [it for it in self.shared if self.may(person, it, "member")]
        if not data.draw(st.integers(0, 3)):
            places = self.shared
        return person, data.draw(st.sampled_from([*places, *places, person]))

    def somebody_about_somebody(self, data):
        """A person, a shared ledger and whom they act on: mostly its owner, now and then anyone."""
        ledger = data.draw(st.sampled_from(self.shared))
        owners = self.world.places[ledger].owners()
        person = data.draw(st.sampled_from(owners * 3 + self.people))
        others = [other for other in self.people if other != person]
        return person, ledger, data.draw(st.sampled_from(others * 3 + [person]))

    def content(self, data, person, ledger):
        return data.draw(contents) | self.said_payer(data, person, ledger)

    def said_payer(self, data, person, ledger):
        """Who is said to have paid, if anybody is; in one's own ledger that is mostly nobody."""
        said = [None] * 8 + [person] if ledger == person else [None, None, *self.people]
        by = data.draw(st.sampled_from(said * 2 + [UNKNOWN]))
        return {} if by is None else {"by": by}

    def expense_of(self, data, ledger):
        """Mostly one that is there, now and then one that may not be."""
        there = sorted(self.world.places[ledger].expenses)
        return data.draw(st.sampled_from(there) if there and data.draw(st.integers(0, 5)) else ids)

    def versions(self, data, ledger):
        chosen = sorted(
            {self.expense_of(data, ledger) for _ in range(data.draw(st.integers(1, 3)))}
        )
        expenses = self.world.places[ledger].expenses
        newest = {it: expenses[it]["version"] if it in expenses else 1 for it in chosen}
        stale = data.draw(st.sampled_from([0, 0, 0, 1]))
        return [{"id": it, "version": version + stale} for it, version in newest.items()]

    def ways_to_go(self):
        """List who may bring which expense from where to where that has none of its id."""
        places = self.world.places
        ways = defaultdict(list)
        for person in self.people:
            mine = [it for it in (*self.shared, person) if self.may(person, it, "member")]
            for source, to in permutations(mine, 2):
                for expense_id in sorted(places[source].expenses.keys() - places[to].expenses):
                    for keeps in (False, True):
                        way = Way(source in self.shared, to in self.shared, keeps)
                        ways[way].append((person, source, to, expense_id))
        return ways

    def if_match(self, data, ledger, expense_id):
        *earlier, newest = self.tags.get((ledger, expense_id), ['"1-00000000000000000000"'])
        return data.draw(
            st.sampled_from([newest, newest, newest, ", ".join(earlier) or '"0"', "*"])
        )


@ends_in_time
def test_each_is_shown_what_their_role_allows_after_every_step(new_person, books):
    run_machine(
        lambda: Household(new_person, books),
        settings=runs(examples=6, steps=20),
    )
