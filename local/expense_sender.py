"""Send many expenses to the API, as any other client would."""

from __future__ import annotations

import json
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict
from urllib.parse import urlencode

import httpx

from local.progress import StepFailedError, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from local.outputs import Outputs

AT_ONCE = 100  # as many as one batch may hold
MOST_BYTES = 240_000  # the API takes bodies of 256 KB, which a hundred long texts in Hindi exceed
MOST_OF_A_PAGE = 200
TRIES = 8
SECONDS_FOR_A_BATCH = 60
SECONDS_BETWEEN_LINES = 2.0


class NewExpense(TypedDict):
    """An expense as the API takes it, with an id so that sending it again adds nothing."""

    id: str
    date: str
    amount_paise: int
    category: str
    description: str
    tags: list[str]
    kind: NotRequired[str]
    reference: NotRequired[str]
    of: NotRequired[str]
    by: NotRequired[str]


class Known(TypedDict):
    """What a ledger knows of its expenses to come, as the API gives it.

    `payees` are the rules that were taught, `payers` the members that can have paid: none in one's
    own ledger.
    """

    categories: list[dict[str, Any]]
    payees: list[dict[str, Any]]
    payers: list[dict[str, Any]]


@dataclass
class Sent:
    """What became of the expenses.

    Parameters
    ----------
    counts
        How many are `created`, `replayed`, in `conflict`, `duplicate` (there already by their bank
        reference) or `invalid`.
    problems
        Why expenses are invalid, by their id.
    """

    counts: Counter[str] = field(default_factory=Counter)
    problems: dict[str, str] = field(default_factory=dict)


def batches(expenses: Iterable[NewExpense]) -> Iterator[list[NewExpense]]:
    """Split expenses into batches that one request can hold."""
    batch: list[NewExpense] = []
    size = 0
    for expense in expenses:
        its_size = len(json.dumps(expense, ensure_ascii=False).encode()) + 1
        if len(batch) == AT_ONCE or (batch and size + its_size > MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(expense)
        size += its_size
    if batch:
        yield batch


class Sender:
    """A person's access to the API.

    Parameters
    ----------
    outputs
        Where the API is.
    token
        The person's access token.
    ledger
        The id of the shared ledger that expenses go to; the person's own if it is empty.
    """

    def __init__(self, outputs: Outputs, token: str, ledger: str = "") -> None:
        self._ledger = ledger
        self._client = httpx.Client(
            base_url=outputs.api_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=SECONDS_FOR_A_BATCH,
        )

    def known(self) -> Known:
        """Return the ledger's categories, rules of payees and those who can have paid."""
        members = self.members(self._ledger) if self._ledger else []
        return {
            "categories": self._ask("GET", self._of_ledger("/categories"))["items"],
            "payees": self._ask("GET", self._of_ledger("/payees"))["items"],
            "payers": [member for member in members if member["role"] != "left"],
        }

    def expenses_between(self, first: str, last: str) -> list[dict[str, Any]]:
        """Return the expenses of the days from the first to the last, the newest first."""
        query = {"from": first, "to": last, "limit": str(MOST_OF_A_PAGE)}
        expenses: list[dict[str, Any]] = []
        while True:
            page = self._ask("GET", self._of_ledger("/expenses", query))
            expenses += page["items"]
            if page["next_cursor"] is None:
                return expenses
            query["cursor"] = page["next_cursor"]

    def add_category(self, name: str) -> str:
        """Add a category and return its id."""
        content = {"id": str(uuid.uuid4()), "name": name}
        return self._ask("POST", self._of_ledger("/categories"), content)["id"]

    def set_budget(self, category: str, month: str, paise: int) -> None:
        """Let a budget of a category, or of the `total`, hold from a month (`YYYY-MM`) on."""
        self._ask("PUT", f"/budgets/{category}", {"month": month, "amount_paise": paise})

    def share_ledger(self, ledger: str, name: str, member_name: str) -> None:
        """Make a shared ledger of this id, in equal parts, if it is not there yet."""
        content = {"id": ledger, "name": name, "member_name": member_name}
        self._ask("POST", "/ledgers", content | {"split": {"kind": "equal"}})

    def members(self, ledger: str) -> list[dict[str, Any]]:
        """Return who is, or was, in a shared ledger."""
        return self._ask("GET", f"/ledgers/{ledger}/members")["items"]

    def invite(self, ledger: str) -> str:
        """Return the token of a new invitation to be a member of a shared ledger."""
        return self._ask("POST", f"/ledgers/{ledger}/invitations", {"role": "member"})["token"]

    def accept(self, token: str, name: str) -> None:
        """Come into a shared ledger by an invitation."""
        self._ask("POST", "/invitations/accept", {"token": token, "name": name})

    def send(self, expenses: Sequence[NewExpense]) -> Sent:
        """Send expenses in batches, showing how far it is."""
        sent = Sent()
        shown = time.monotonic()
        done = 0
        for batch in batches(expenses):
            answer = self._ask("POST", self._of_ledger("/expenses/batch"), {"expenses": batch})
            for result in answer["results"]:
                sent.counts[result["status"]] += 1
                if result["status"] == "invalid":
                    problem = result.get("problem", {})
                    sent.problems[result["id"]] = str(problem.get("errors") or problem)
            done += len(batch)
            if time.monotonic() - shown > SECONDS_BETWEEN_LINES or done == len(expenses):
                say(f"{done:,} of {len(expenses):,} expenses")
                shown = time.monotonic()
        return sent

    def _of_ledger(self, path: str, query: dict[str, str] | None = None) -> str:
        asked = (query or {}) | ({"ledger": self._ledger} if self._ledger else {})
        return f"{path}?{urlencode(asked)}" if asked else path

    def _ask(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        """Ask until there is an answer; every request here is safe to repeat."""
        problem = ""
        for attempt in range(TRIES):
            try:
                answer = self._client.request(method, path, json=body)
            except httpx.TransportError as error:
                problem = str(error)
            else:
                if answer.is_success:
                    return answer.json()
                problem = f"{answer.status_code} {answer.text[:500]}"
                if answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                    break
            time.sleep(min(0.5 * 2**attempt, 5))
        raise StepFailedError(f"{method} {path} was refused: {problem}")
