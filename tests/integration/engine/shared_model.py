"""What the API promises of ledgers that several people share (docs/api.md), in memory.

It shares no code with `tracker`. Ledgers are known by their ids, people's own ones by theirs.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from .model import Outcome, Request

SAID = ("kind", "date", "amount_paise", "category", "tags", "description", "by")
"""What a person says of an expense, besides its id."""

SHOWN = (*SAID, "entered_by", "version")
ROLES = ("totals", "viewer", "member", "owner")
STATUSES = {"created": 201, "replayed": 200, "conflict": 409, "invalid": 422}


@dataclass
class Place:
    """A ledger: whose it is, and what is in it."""

    own: str | None = None
    """The only person of one's own ledger."""

    roles: dict[str, str] = field(default_factory=dict)
    """Who is in a shared one, or was: those have left."""

    expenses: dict[str, dict[str, Any]] = field(default_factory=dict)
    deleted: dict[str, dict[str, Any]] = field(default_factory=dict)

    def refusal(self, person: str, least: str) -> int | None:
        """Tell how a person is refused what takes a role; None: they are not."""
        if self.own:
            return None
        role = self.roles.get(person, "left")
        if role == "left":
            return 404
        return None if ROLES.index(role) >= ROLES.index(least) else 403

    def owners(self) -> list[str]:
        return [person for person, role in self.roles.items() if role == "owner"]

    def payer(self, person: str) -> str | None:
        """Who paid, where nobody is said to have."""
        return None if self.own else person

    def listed(self, **wanted: str) -> list[dict[str, Any]]:
        """The expenses newest first, narrowed to those that have these values."""
        return [
            {"id": expense_id, **{name: expense[name] for name in SHOWN}}
            for expense_id, expense in sorted(
                self.expenses.items(), key=lambda pair: (pair[1]["date"], pair[0]), reverse=True
            )
            if wanted.get("by", expense["by"]) == expense["by"]
            and wanted.get("tag", "") in ["", *expense["tags"]]
        ]

    def summary(self, group_by: tuple[str, ...], **wanted: str) -> dict[str, Any]:
        """Add the expenses up, without the period that an answer repeats."""
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        expenses = self.listed(**wanted)
        for expense in expenses if group_by else ():
            derived = {
                "day": expense["date"],
                "month": expense["date"][:7],
                "category": expense["category"],
                "member": self.own or expense["by"],
            }
            groups[tuple(derived[name] for name in group_by)].append(expense)
        return {
            **_sums(expenses),
            "groups": [
                {**dict(zip(group_by, key, strict=True)), **_sums(some)}
                for key, some in sorted(groups.items())
            ],
        }


class World:
    """All ledgers of some people, and what becomes of each request."""

    def __init__(self, people: list[str]):
        self.places = {person: Place(own=person) for person in people}

    def expected(  # noqa: PLR0911 -- one a route
        self, person: str, ledger: str, request: Request
    ) -> Outcome:
        """Do what a request asks for, if it may be done; tell what the answer must be."""
        place, body = self.places[ledger], request.body or {}
        match request.method, request.path.split("/")[2:]:
            case "PUT", ["ledgers", _, "members", member]:
                return Outcome(_member_changed(place, person, member, body["role"]))
            case "DELETE", ["ledgers", _, "members", member]:
                return Outcome(_member_changed(place, person, member, "left"))
            case _ if refusal := place.refusal(person, "member"):
                return Outcome(refusal)
            case "POST", ["expenses"]:
                return Outcome(STATUSES[_add(place, person, body)])
            case "POST", ["expenses", "batch"]:
                return Outcome(200, tuple(_add(place, person, row) for row in body["expenses"]))
            case "PATCH", ["expenses"]:
                return Outcome(200, tuple(_recategorized(place, body)))
            case "POST", ["expenses", "transfer"]:
                return self._transferred(person, place, body)
            case "PUT", ["expenses", expense_id]:
                return Outcome(_edit(place, expense_id, body, request.if_match or ""))
            case "DELETE", ["expenses", expense_id]:
                return Outcome(_delete(place, expense_id, request.if_match))
        raise LookupError(request)

    def let_in(self, ledger: str, host: str, guest: str, role: str) -> tuple[int, int | None]:
        """Tell how an invitation is answered, and its acceptance, where it comes to that."""
        place = self.places[ledger]
        if refusal := place.refusal(host, "owner"):
            return refusal, None
        if place.roles.get(guest, "left") != "left":
            return 201, 409
        place.roles[guest] = role
        return 201, 201

    def _transferred(self, person: str, source: Place, body: dict[str, Any]) -> Outcome:
        target = self.places[body["to"] or person]
        if refusal := target.refusal(person, "member"):
            return Outcome(refusal)
        if "by" in body and body["by"] not in target.roles:
            return Outcome(422)
        rows = (_carried(person, source, target, row, body) for row in body["expenses"])
        return Outcome(200, tuple(rows))


def _member_changed(place: Place, person: str, member: str, role: str) -> int:
    if refusal := place.refusal(person, "totals"):
        return refusal
    if place.roles.get(member, "left") == "left":
        return 404
    if (person != member or role != "left") and person not in place.owners():
        return 403
    if place.owners() == [member] and role != "owner":
        return 409
    place.roles[member] = role
    return 204 if role == "left" else 200


def _add(place: Place, person: str, sent: dict[str, Any]) -> str:
    if "by" in sent and sent["by"] not in place.roles:
        return "invalid"
    content = _content(sent, by=place.payer(person))
    stored = place.expenses.get(sent["id"])
    if stored:
        return "replayed" if _says(stored, content) else "conflict"
    place.expenses[sent["id"]] = content | {"entered_by": place.payer(person), "version": 1}
    return "created"


def _edit(place: Place, expense_id: str, sent: dict[str, Any], if_match: str) -> int:
    stored = place.expenses.get(expense_id)
    if "by" in sent and sent["by"] not in place.roles:
        return 422
    if stored is None:
        return 404
    content = _content(sent, by=stored["by"])
    if stored.get("replaced") in if_match.split(", ") and _says(stored, content):
        return 200
    if if_match not in ("*", stored["etag"]):
        return 412
    _revise(stored, content)
    return 200


def _delete(place: Place, expense_id: str, if_match: str | None) -> int:
    stored = place.expenses.get(expense_id)
    if stored is None:
        return 404
    if if_match not in (None, "*", stored["etag"]):
        return 412
    place.deleted[expense_id] = place.expenses.pop(expense_id)
    return 204


def _recategorized(place: Place, body: dict[str, Any]):
    change = body["change"]
    for row in body["expenses"]:
        stored = place.expenses.get(row["id"])
        if stored is None:
            yield "gone"
            continue
        is_so = stored["category"] == change["category"]
        is_repeated = is_so and stored["version"] == row["version"] + 1
        if stored["version"] != row["version"] and not is_repeated:
            yield "stale"
            continue
        if not is_so:
            _revise(stored, change)
        yield "changed"


def _carried(
    person: str, source: Place, target: Place, row: dict[str, Any], body: dict[str, Any]
) -> str:
    stored = source.expenses.get(row["id"])
    if stored is None:
        # A move that is asked for again.
        return "moved" if row["id"] in target.expenses and not body["copy"] else "gone"
    if stored["version"] != row["version"]:
        return "stale"
    me = target.payer(person)
    by = body.get("by") or stored["by"] or me if me else None
    if by and by not in target.roles:
        return "invalid"
    arriving = {name: stored[name] for name in SAID} | {"by": by}
    there = target.expenses.get(row["id"])
    if there and not (body["copy"] and _says(there, arriving)):
        return "conflict"
    if not there:
        target.expenses[row["id"]] = arriving | {"entered_by": me, "version": 1}
    if body["copy"]:
        return "copied"
    del source.expenses[row["id"]]
    return "moved"


def _revise(stored: dict[str, Any], content: dict[str, Any]):
    replaced = stored.pop("etag")
    stored.update(content, version=stored["version"] + 1, replaced=replaced)


def _content(sent: dict[str, Any], *, by: str | None) -> dict[str, Any]:
    return {name: sent[name] for name in SAID if name in sent} | {"by": sent.get("by", by)}


def _says(stored: dict[str, Any], content: dict[str, Any]) -> bool:
    return all(stored[name] == content[name] for name in SAID)


def _sums(expenses: list[dict[str, Any]]) -> dict[str, int]:
    return {
        "total_paise": sum(
            it["amount_paise"] * (-1 if it["kind"] == "refund" else 1) for it in expenses
        ),
        "count": len(expenses),
    }
