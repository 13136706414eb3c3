"""What each operation costs in DynamoDB, next to adding everything up each time.

The handlers run in this process against the emulator's DynamoDB; the client between them and it
notes every request and the items that it reads and writes (`bench.recording`), from which the units
follow (`bench.capacity`). The emulator's own figures are not used: it counts reads wrongly.
"""

import base64
import gzip
import json
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from bench import engine
from bench.baseline import ledger as baseline
from bench.events import event
from bench.history import LAST_DAY, MONTHS_LAST_DAY, history, items
from bench.recording import Cost, RecordingClient

SIZES = (100, 1_000, 3_650, 10_000, 100_000)
"""Expenses in a history; 3,650 is a year of ten a day."""

BASELINE_TABLE = "baseline"
USER = "5f0c1f6e-8d0b-4f57-9b0a-3f1c5f0e6a11"
"""As long as a Cognito subject is: its length counts, since every item's key holds it."""

MONTH = {"from": f"{MONTHS_LAST_DAY[:7]}-01", "to": MONTHS_LAST_DAY}
YEAR = {"from": f"{LAST_DAY.year - 1}-07-01", "to": MONTHS_LAST_DAY}
ALL_TIME = {"from": "1900-01-01", "to": "2100-12-31"}
RANGES = {"month overview": MONTH, "year overview": YEAR, "all-time overview": ALL_TIME}

NEW = {
    "date": MONTHS_LAST_DAY,
    "amount_paise": 12_000,
    "category": "food-dining",
    "description": "Chai and samosa",
    "tags": ["office"],
}


def measure() -> dict[str, Any]:
    """Measure every operation at every size of history."""
    engine.set_environment()
    with engine.running() as running:
        running.create(BASELINE_TABLE, baseline.TABLE)
        sizes: dict[str, Any] = {}
        for count in SIZES:
            print(f"  a history of {count:,} expenses …", flush=True)
            ours = _measure_app(running, f"{USER}{count}"[-len(USER) :], count)
            theirs = _measure_baseline(running, f"{USER}{count}"[-len(USER) :], count)
            sizes[str(count)] = {"app": ours, "baseline": theirs}
    return {"last_day": MONTHS_LAST_DAY, "sizes": sizes}


def _measure_app(running: engine.Engine, user: str, count: int) -> dict[str, Any]:
    running.load(engine.TABLE_NAME, items(user, history(count)))
    client = RecordingClient(running.client)
    person = _Person(user, client)
    costs: dict[str, Cost] = {}
    with client.cost_of(costs, "add"):
        added = person.call("add_expense", body=NEW)
    changes = {
        "edit, same month": {"amount_paise": 9_000},
        "edit, other category": {"category": "groceries"},
        "edit, other month": {"date": f"{MONTHS_LAST_DAY[:5]}05-15"},
    }
    for name, changed in changes.items():
        with client.cost_of(costs, name):
            body = {field: added[field] for field in NEW} | changed
            added = person.call(
                "edit_expense", path_id=added["id"], body=body, headers={"if-match": "*"}
            )
    with client.cost_of(costs, "delete"):
        person.call("delete_expense", path_id=added["id"])
    own = person.call("add_category", body={"name": "Cricket"})
    with client.cost_of(costs, "add, own category"):
        added = person.call("add_expense", body=NEW | {"category": own["id"]})
    person.call("delete_expense", path_id=added["id"])
    with client.cost_of(costs, "list, a page of 50"):
        person.call("list_expenses")
    with client.cost_of(costs, "list, a page of 50 of one category"):
        person.call("list_expenses", query={"category": "food-dining"})
    for name, days in RANGES.items():
        with client.cost_of(costs, name):
            person.call("summarize", query={**days, "group_by": "day,category"})
    return {name: cost._asdict() for name, cost in costs.items()}


def _measure_baseline(running: engine.Engine, user: str, count: int) -> dict[str, Any]:
    recorded = history(count)
    running.load(BASELINE_TABLE, [baseline.to_item(user, expense) for expense in recorded])
    client = RecordingClient(running.client, indexes=())
    ledger = baseline.BaselineLedger(client, BASELINE_TABLE, user)
    costs: dict[str, Cost] = {}
    for name in ("edit, same month", "edit, other category", "edit, other month"):
        with client.cost_of(costs, name):
            ledger.put(recorded[-1])
    with client.cost_of(costs, "delete"):
        ledger.delete(recorded[-1])
    with client.cost_of(costs, "add"):
        ledger.put(recorded[-1])
    costs["add, own category"] = costs["add"]
    with client.cost_of(costs, "list, a page of 50"):
        ledger.newest(50)
    # Each of these is that very request again, which at 100,000 expenses takes minutes here.
    for name in ("list, a page of 50 of one category", *RANGES):
        costs[name] = costs["list, a page of 50"]
    return {name: cost._asdict() for name, cost in costs.items()}


class _Person:
    """Calls handlers as one person, through a client that takes notes."""

    def __init__(self, user: str, client: RecordingClient) -> None:
        from tracker import repository  # noqa: PLC0415 -- handlers are imported once their environment is set
        from tracker.repository.table import Table  # noqa: PLC0415

        self._user = user
        repository.table = lambda: Table(client, engine.TABLE_NAME)

    def call(self, operation: str, **request: Any) -> Any:  # noqa: ANN401 -- as in the API's answers
        handler = import_module(f"handlers.{operation}").handler
        context = SimpleNamespace(get_remaining_time_in_millis=lambda: 600_000)
        answer = handler(event(operation, user=self._user, **request), context)
        if answer["statusCode"] >= 300:  # noqa: PLR2004 -- what HTTP calls a success ends there
            raise RuntimeError(f"{operation} answered {answer}")
        body = answer.get("body", "null")
        if answer.get("isBase64Encoded"):
            return json.loads(gzip.decompress(base64.b64decode(body)))
        return json.loads(body)
