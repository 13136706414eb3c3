"""What three people are shown of their ledgers, held to what it must be."""

from itertools import combinations

from tests.api_client import ApiClient, etag

from .books import Books, tally_of
from .shared_model import SHOWN, World

PAGE = 3
NOTHING = "01890000-0000-7000-8000-00000000ffff"
KEYS = ("day", "month", "category", "member")
GROUPINGS = [",".join(names) for size in range(5) for names in combinations(KEYS, size)]


class Witness:
    """Asks, as each of some people, for all that they may see and for what they may not."""

    def __init__(self, people: list[ApiClient], books: Books):
        self.books = books
        self.clients = {client.id: client for client in people}
        self.people = list(self.clients)
        self.world = World(self.people)
        self.tags: dict[tuple[str, str], list[str]] = {}
        """Every ETag that an expense of a ledger ever had, the newest last."""

    def check_stored(self, ledger):
        """Hold what is stored to what must be, and all that counts it to a recomputation."""
        said_no_payment = {"reference": None, "of": None}
        assert self.books.check_owner(self.owner(ledger)) == {
            expense.pop("id"): said_no_payment | {k: v for k, v in expense.items() if v is not None}
            for expense in self.world.places[ledger].listed()
        }

    def check_shown(self, ledger, *, thoroughly_by):
        """Hold what each can ask of a ledger to what their role allows, one asking for all."""
        place = self.world.places[ledger]
        known = next(iter(place.expenses), NOTHING)
        for person in self.people if place.roles else [ledger]:
            client = self.within(person, ledger)
            is_thorough = person == thoroughly_by
            for group_by in GROUPINGS if is_thorough else GROUPINGS[-1:]:
                self.check_summary(client, place, group_by)
            if is_thorough:
                self.check_narrowed(client, place)
            if refusal := place.refusal(person, "viewer"):
                for answer in (client.list(), client.get(known), client.deleted()):
                    assert answer.status == refusal
            else:
                self.check_lists(client, ledger, place)
            if place.roles:
                self.check_members(person, ledger, place)

    def check_narrowed(self, client, place):
        self.check_summary(client, place, GROUPINGS[-1], tag="trip")
        for person in self.people if place.roles else ():
            self.check_summary(client, place, GROUPINGS[-1], by=person)
            if place.refusal(client.id, "viewer") is None:
                paid = client.list_all(by=person, limit=PAGE)
                assert [it["id"] for it in paid] == [it["id"] for it in place.listed(by=person)]

    def check_summary(self, client, place, group_by, **narrowed):
        asked = {"group_by": group_by} if group_by else {}
        answer = client.summary(**asked, **narrowed)
        # By totals of a tag one could guess which tags there are.
        if refusal := place.refusal(client.id, "viewer" if "tag" in narrowed else "totals"):
            assert answer.status == refusal
            return
        shown = answer.json
        del shown["from"], shown["to"]
        assert shown == place.summary(tuple(filter(None, group_by.split(","))), **narrowed)

    def check_lists(self, client, ledger, place):
        items = client.list_all(limit=PAGE)
        assert [
            {"id": item["id"], **{name: item.get(name) for name in SHOWN}} for item in items
        ] == place.listed()
        self.learn_tags(ledger, items)
        gone = {item["id"]: item["amount_paise"] for item in client.deleted().json["items"]}
        assert gone == {
            expense_id: expense["amount_paise"]
            for expense_id, expense in place.deleted.items()
            if expense_id not in place.expenses
        }

    def check_members(self, person, ledger, place):
        answer = self.clients[person].members({"id": ledger})
        own = [it["role"] for it in self.clients[person].ledgers() if it["id"] == ledger]
        if refusal := place.refusal(person, "totals"):
            assert (answer.status, own) == (refusal, [])
            return
        assert own == [place.roles[person]]
        assert {it["id"]: it["role"] for it in answer.json["items"]} == place.roles

    def learn_tags(self, ledger, items):
        for item in items:
            stored = self.world.places[ledger].expenses[item["id"]]
            given = self.tags.setdefault((ledger, item["id"]), [])
            if stored.get("etag") != etag(item):
                assert etag(item) not in given
                given.append(etag(item))
            stored["etag"] = etag(item)

    def may(self, person, ledger, least):
        place = self.world.places[ledger]
        return (place.own or person) == person and place.refusal(person, least) is None

    def within(self, person, ledger):
        client = self.clients[person]
        return client if ledger == person else client.within(ledger)

    def owner(self, ledger):
        return f"USER#{ledger}" if ledger in self.clients else f"LEDGER#{ledger}"

    def read(self, ledger):
        """All that is stored of a ledger, but for what counts a person's writes anywhere."""
        items = self.books.items_of(self.owner(ledger))
        if ledger not in self.clients:
            return items
        return [tally_of(items), *(item for item in items if item["SK"]["S"] != "TALLY")]
