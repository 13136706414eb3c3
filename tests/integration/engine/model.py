"""What the API promises (docs/api.md), in memory: a person's ledger as plain dicts.

It shares no code with `tracker` but the built-in categories.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tracker.category import BUILTIN

CONTENT = (
    *("kind", "date", "amount_paise", "category", "tags", "description"),
    *("reference", "of"),
)
"""What a person says of an expense, besides its id."""


class Request(NamedTuple):
    """A call that a client may send again, just as it was."""

    method: str
    path: str
    body: dict[str, Any] | None = None
    if_match: str | None = None


class Outcome(NamedTuple):
    """What an answer must be: its status and, of a batch, the statuses of its rows."""

    status: int
    rows: tuple[str, ...] = ()


@dataclass
class Ledger:
    """One person's expenses and categories."""

    expenses: dict[str, dict[str, Any]] = field(default_factory=dict)
    categories: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The person's own, by id: name, archived."""

    deleted: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What was deleted last of each id, in the order of deletion."""

    archived: set[str] = field(default_factory=set)
    """Built-in categories that the person archived."""

    def add(self, sent: dict[str, Any]) -> Outcome:
        row = self._add(sent, _normal(sent))
        statuses = {
            "created": 201,
            "replayed": 200,
            "conflict": 409,
            "duplicate": 409,
            "invalid": 422,
        }
        return Outcome(statuses[row])

    def add_many(self, rows: list[dict[str, Any]]) -> Outcome:
        """As if the rows were sent one after another."""
        return Outcome(
            200,
            tuple(
                "invalid" if sent["amount_paise"] < 1 else self._add(sent, _normal(sent))
                for sent in rows
            ),
        )

    def edit(self, expense_id: str, sent: dict[str, Any], if_match: str) -> Outcome:
        stored = self.expenses.get(expense_id)
        if stored is None:
            return Outcome(404)
        if stored.get("replaced") in if_match.split(", ") and _says(stored, sent):
            return Outcome(200)
        if if_match not in ("*", stored["etag"]):
            return Outcome(412)
        if sent["category"] != stored["category"] and not self._is_open(sent["category"]):
            return Outcome(422)
        if self._has_payment(_normal(sent), besides=expense_id):
            return Outcome(409)
        self.expenses[expense_id] = _normal(sent) | {
            "version": stored["version"] + 1,
            "replaced": stored["etag"],
        }
        return Outcome(200)

    def delete(self, expense_id: str, if_match: str | None) -> Outcome:
        stored = self.expenses.get(expense_id)
        if stored is None:
            return Outcome(404)
        if if_match not in (None, "*", stored["etag"]):
            return Outcome(412)
        self.deleted.pop(expense_id, None)
        self.deleted[expense_id] = self.expenses.pop(expense_id)
        return Outcome(204)

    def add_category(self, name: str) -> Outcome:
        return Outcome(409 if name.casefold() in self._names() else 201)

    def edit_category(self, category_id: str, changes: dict[str, Any]) -> Outcome:
        if category_id in BUILTIN:
            if changes["archived"]:
                self.archived.add(category_id)
            else:
                self.archived.discard(category_id)
            return Outcome(200)
        if category_id not in self.categories:
            return Outcome(404)
        category = self.categories[category_id]
        others = self._names() - {category["name"].casefold()}
        if changes.get("name", "").casefold() in others:
            return Outcome(409)
        category.update(changes)
        return Outcome(200)

    def delete_category(self, category_id: str) -> Outcome:
        if category_id in BUILTIN:
            return Outcome(409)
        if category_id not in self.categories:
            return Outcome(404)
        if any(expense["category"] == category_id for expense in self.expenses.values()):
            return Outcome(409)
        del self.categories[category_id]
        return Outcome(204)

    def can_be_brought_back(self) -> list[dict[str, Any]]:
        """What was deleted and is not on record, the newest deletion first."""
        return [
            {"id": expense_id, **expense}
            for expense_id, expense in reversed(self.deleted.items())
            if expense_id not in self.expenses
        ]

    def merge_category(self, category_id: str, into: str) -> Outcome:
        if category_id in BUILTIN:
            return Outcome(409)
        if category_id not in self.categories:
            return Outcome(404)
        if into == category_id or not self._is_open(into):
            return Outcome(400)
        for expense in self.expenses.values():
            if expense["category"] == category_id:
                expense["category"] = into
                expense["version"] += 1
                expense["replaced"] = expense.pop("etag")
        del self.categories[category_id]
        return Outcome(204)

    def listed(self, **wanted: str) -> list[dict[str, Any]]:
        """The expenses newest first, narrowed as the query's parameters say.

        Searches that are found in amounts or categories are not modelled.
        """
        return [
            {"id": expense_id, **expense}
            for expense_id, expense in sorted(
                self.expenses.items(), key=lambda pair: (pair[1]["date"], pair[0]), reverse=True
            )
            if _matches(expense, wanted)
        ]

    def summary(self, group_by: tuple[str, ...], **wanted: str) -> dict[str, Any]:
        """Add the expenses up, without the period that an answer repeats."""
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        expenses = self.listed(**wanted)
        for expense in expenses if group_by else ():
            keys = {"day": expense["date"], "month": expense["date"][:7], **expense}
            groups[tuple(keys[name] for name in group_by)].append(expense)
        return {
            **_sums(expenses),
            "groups": [
                {**dict(zip(group_by, key, strict=True)), **_sums(members)}
                for key, members in sorted(groups.items())
            ],
        }

    def _add(self, sent: dict[str, Any], content: dict[str, Any]) -> str:
        stored = self.expenses.get(sent["id"])
        if stored is not None:
            return "replayed" if _says(stored, sent) else "conflict"
        if not self._is_open(content["category"]):
            return "invalid"
        if self._has_payment(content):
            return "duplicate"
        self.expenses[sent["id"]] = content | {"version": 1}
        return "created"

    def _has_payment(self, content: dict[str, Any], besides: str | None = None) -> bool:
        names = ("reference", "amount_paise", "kind")
        return content["reference"] is not None and any(
            all(expense[name] == content[name] for name in names)
            for expense_id, expense in self.expenses.items()
            if expense_id != besides
        )

    def _is_open(self, category_id: str) -> bool:
        if category_id in BUILTIN:
            return category_id not in self.archived
        return category_id in self.categories and not self.categories[category_id]["archived"]

    def _names(self) -> set[str]:
        own = (category["name"].casefold() for category in self.categories.values())
        return {*own, *(category.name.casefold() for category in BUILTIN.values())}


def _normal(sent: dict[str, Any]) -> dict[str, Any]:
    """What is stored of what is sent: tags and references in one way, each tag once.

    What was not said is None.
    """
    tags = list(dict.fromkeys(tag.strip().lower() for tag in sent.get("tags", [])))
    defaults = {"kind": "expense", "description": "", "reference": None, "of": None}
    said = {name: sent[name] for name in CONTENT if name in sent}
    if "reference" in said:
        said["reference"] = said["reference"].strip().upper()
    return {**defaults, **said, "tags": tags}


def _says(stored: dict[str, Any], sent: dict[str, Any]) -> bool:
    return {name: stored[name] for name in CONTENT} == _normal(sent)


def _matches(expense: dict[str, Any], wanted: dict[str, str]) -> bool:
    def named(parameter: str) -> set[str]:
        return set(wanted[parameter].split(",")) if parameter in wanted else set()

    text = "\n".join([expense["description"], *expense["tags"]]).casefold()
    return (
        wanted.get("from", "") <= expense["date"] <= wanted.get("to", "9")
        and (not named("category") or expense["category"] in named("category"))
        and expense["category"] not in named("without")
        and (not named("tag") or not named("tag").isdisjoint(expense["tags"]))
        and wanted.get("kind", expense["kind"]) == expense["kind"]
        and all(word in text for word in wanted.get("q", "").casefold().split())
    )


def _sums(expenses: list[dict[str, Any]]) -> dict[str, int]:
    return {
        "total_paise": sum(
            -expense["amount_paise"] if expense["kind"] == "refund" else expense["amount_paise"]
            for expense in expenses
        ),
        "count": len(expenses),
    }
