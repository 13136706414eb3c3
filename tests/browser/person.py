"""Somebody who uses the app, seen from the API: what tests prepare, and what they compare with."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import httpx

from local import users
from tests.stack import new_email, running_stack

if TYPE_CHECKING:
    from local.outputs import Outputs

BATCH = 100


@dataclass
class Person:
    """A person with what the sign-in gave them: `access_token`, `id_token`, `refresh_token`."""

    email: str
    tokens: dict[str, Any]
    outputs: Outputs

    @cached_property
    def client(self) -> httpx.Client:
        """An HTTP client that is signed in."""
        headers = {"authorization": f"Bearer {self.tokens['access_token']}"}
        return httpx.Client(base_url=self.outputs.api_url, headers=headers, timeout=60)

    def call(self, method: str, path: str, **options: Any) -> Any:
        """Return the JSON of an answer that has to be a success."""
        answer = self.client.request(method, path, **options)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def let_in(self, other: Person, ledger: str, role: str, name: str) -> None:
        """Bring another person into a shared ledger of one's own, under a name."""
        invited = self.call("POST", f"/ledgers/{ledger}/invitations", json={"role": role})
        other.call("POST", "/invitations/accept", json={"token": invited["token"], "name": name})

    def spend(self, *expenses: tuple[str, int, str] | dict) -> list[str]:
        """Add expenses, each a body or `(date, paise, category)`; return their ids."""
        bodies = [
            expense
            if isinstance(expense, dict)
            else dict(zip(("date", "amount_paise", "category"), expense, strict=True))
            for expense in expenses
        ]
        bodies = [{"id": str(uuid.uuid4())} | body for body in bodies]
        for start in range(0, len(bodies), BATCH):
            batch = {"expenses": bodies[start : start + BATCH]}
            results = self.call("POST", "/expenses/batch", json=batch)["results"]
            assert [result["status"] for result in results] == ["created"] * len(results)
        return [str(body["id"]) for body in bodies]

    def summary(self, **query: str) -> dict:
        """The summary of a range."""
        return self.call("GET", "/summary", params=query)

    def expenses(self, **query: str) -> list[dict]:
        """Every expense of a filter, newest first."""
        items: list[dict] = []
        cursor: dict[str, str] = {}
        while True:
            page = self.call("GET", "/expenses", params={"limit": "200", **query, **cursor})
            items += page["items"]
            if page["next_cursor"] is None:
                return items
            cursor = {"cursor": page["next_cursor"]}

    def set_budget(self, category: str, month: str, paise: int | None) -> None:
        """Let a budget of a category, or of the `total`, hold from a month (`YYYY-MM`) on."""
        self.call("PUT", f"/budgets/{category}", json={"month": month, "amount_paise": paise})

    def budgets(self, month: str) -> dict[str, int]:
        """The budgets of a month, in paise by category."""
        items = self.call("GET", "/budgets", params={"month": month})["items"]
        return {item["category"]: item["amount_paise"] for item in items}

    def categories(self) -> dict[str, dict]:
        """The categories by name."""
        return {item["name"]: item for item in self.call("GET", "/categories")["items"]}


def new_person(name: str) -> Person:
    """Return somebody who has never been here."""
    email, stack = new_email(name), running_stack()
    users.create(email, stack)
    return Person(email, users.tokens(email, stack), stack)
