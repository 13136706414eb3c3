"""What clients do to expenses of their own, step by step, and what must come of it.

A history can be sent again from its beginning, whatever of it took effect and whatever of that was
lost, and comes to the same end: an add has its id, an edit the version that it is of, and what was
deleted is deleted again.
"""

import random
import uuid
from dataclasses import dataclass, field
from typing import NamedTuple

import httpx

from tests.api_client import etag

CONTENT = ("date", "amount_paise", "category", "tags", "description")


class Step(NamedTuple):
    """One write: ``add``, ``edit`` or ``delete``, and what the expense says after it."""

    kind: str
    content: dict


@dataclass
class History:
    """One expense's writes, in their order."""

    expense_id: str
    steps: list[Step] = field(default_factory=list)

    @property
    def end(self) -> dict | None:
        """What the list must show of the expense in the end."""
        last = self.steps[-1]
        if last.kind == "delete":
            return None
        return {"id": self.expense_id, "version": len(self.steps), **last.content}


class UnexpectedAnswerError(AssertionError):
    """An answer that no state of the history explains."""


def histories(writes: int, categories: list[str], seed: int) -> list[History]:
    """Draw histories that have so many writes in all, with many in the same cells."""
    choose = random.Random(seed)  # noqa: S311 -- the same ones each time
    drawn: list[History] = []
    while writes:
        kinds = choose.choice(
            [["add"], ["add", "edit"], ["add", "edit", "edit"], ["add", "delete"]]
        )
        kinds = kinds[:writes]
        writes -= len(kinds)
        history = History(str(uuid.UUID(int=choose.getrandbits(128), version=4)))
        for kind in kinds:
            history.steps.append(Step(kind, draw_content(choose, categories)))
        drawn.append(history)
    return drawn


def send(client: httpx.Client, history: History, step: int) -> httpx.Response:
    """Send one step; return the answer where it is neither a success nor its repetition."""
    kind, content = history.steps[step]
    path = f"/expenses/{history.expense_id}"
    if kind == "add":
        answer = client.post("/expenses", json={"id": history.expense_id, **content})
        return _accept(answer, 201, 200, also=409 if len(history.steps) > 1 else None)
    if kind == "delete":
        return _accept(client.delete(path), 204, 404)
    stored = client.get(path)
    if stored.status_code != 200:
        return _accept(stored, 200)
    # The version that this step is of, whatever is stored: sent again, it must not be done again.
    headers = {"If-Match": etag(stored.json() | {"version": step})}
    answer = client.put(path, json=content, headers=headers)
    return _accept(answer, 200, also=412)


def _accept(answer: httpx.Response, *right: int, also: int | None = None) -> httpx.Response:
    """Accept answers of success, and the one by which an earlier attempt's success shows."""
    if answer.status_code in (*right, also) or answer.status_code >= 500:
        return answer
    raise UnexpectedAnswerError(f"{answer.request.method} {answer.status_code} {answer.text}")


def ledger(client: httpx.Client) -> dict[str, dict]:
    """All expenses that a person is shown, by id, without times."""
    found, cursor = {}, None
    while True:
        page = client.get(
            "/expenses", params={"limit": 200, **({"cursor": cursor} if cursor else {})}
        ).json()
        for item in page["items"]:
            assert item["id"] not in found
            found[item["id"]] = {name: item[name] for name in ("id", "version", *CONTENT)}
        cursor = page["next_cursor"]
        if cursor is None:
            return found


def check_totals(client: httpx.Client, expenses: dict[str, dict]) -> None:
    """Hold every grouping of the summary to the expenses."""
    for group_by in ("day", "month", "category", "day,category"):
        shown = client.get("/summary", params={"group_by": group_by}).json()
        sums: dict[tuple, list[int]] = {}
        for expense in expenses.values():
            keys = {"day": expense["date"], "month": expense["date"][:7], **expense}
            group = sums.setdefault(tuple(keys[name] for name in group_by.split(",")), [0, 0])
            group[0] += expense["amount_paise"]
            group[1] += 1
        assert {
            tuple(group[name] for name in group_by.split(",")): [
                group["total_paise"],
                group["count"],
            ]
            for group in shown["groups"]
        } == sums
        assert shown["count"] == len(expenses)
        assert shown["total_paise"] == sum(it["amount_paise"] for it in expenses.values())


def draw_content(choose: random.Random, categories: list[str]) -> dict:
    """What an expense says, drawn so that many share a month and a category."""
    return {
        "date": f"2026-0{choose.randint(6, 7)}-{choose.randint(1, 4):02}",
        "amount_paise": choose.randint(1, 100_000),
        "category": choose.choice(categories),
        "tags": choose.sample(["office", "diwali", "ghar"], choose.randint(0, 2)),
        "description": choose.choice(["", "Masala chai", "किराना"]),
    }
