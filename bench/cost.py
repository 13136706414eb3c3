"""What each operation costs in DynamoDB, next to adding everything up each time.

The handlers run in this process against the emulator's DynamoDB; the client between them and it
notes every request and the items that it reads and writes (`bench.recording`), from which the units
follow (`bench.capacity`). The emulator's own figures are not used: it counts reads wrongly.
"""

import base64
import gzip
import json
from collections import Counter
from datetime import date, timedelta
from importlib import import_module
from math import inf
from types import SimpleNamespace
from typing import Any

from bench import engine
from bench.baseline import ledger as baseline
from bench.events import event
from bench.history import LAST_DAY, MONTHS_LAST_DAY, history, items, shared_items
from bench.recording import Cost, RecordingClient
from tracker import daily_run, listing
from tracker.clock import today
from tracker.expense import Expense
from tracker.limits import MAX_TAGS
from tracker.repository import keys

SIZES = (100, 1_000, 3_650, 10_000, 100_000)
"""Expenses in a history; 3,650 is a year of ten a day."""

BASELINE_TABLE = "baseline"
USER = "5f0c1f6e-8d0b-4f57-9b0a-3f1c5f0e6a11"
"""As long as a Cognito subject is: its length counts, since every item's key holds it."""

MONTH = {"from": f"{MONTHS_LAST_DAY[:7]}-01", "to": MONTHS_LAST_DAY}
YEAR = {"from": f"{LAST_DAY.year - 1}-07-01", "to": MONTHS_LAST_DAY}
ALL_TIME = {"from": "1900-01-01", "to": "2100-12-31"}
RANGES = {
    "month overview": MONTH | {"group_by": "day,category"},
    "year overview": YEAR | {"group_by": "day,category"},
    # By day, so long a history has more groups than one summary may.
    "all-time overview": ALL_TIME | {"group_by": "month,category"},
}

NEW = {
    "date": MONTHS_LAST_DAY,
    "amount_paise": 12_000,
    "category": "food-dining",
    "description": "Chai and samosa",
    "tags": [],
}
NEW_TAG = "goa trip"
MANY_TAGS = [NEW_TAG, *(f"tag {number}" for number in range(MAX_TAGS - 1))]

ADDS = {
    "add, with a tag": {"tags": [NEW_TAG]},
    "add, with a bank reference": {"reference": "UTR432198765012"},
    f"add, with a reference and {MAX_TAGS} tags": {"tags": MANY_TAGS, "reference": "UTR987654321"},
}
RENT = {
    "description": "Rent",
    "category": "rent",
    "amount_paise": 2_500_000,
    "frequency": "monthly",
}


CHANGES = {
    "edit, text only": {"description": "Chai"},
    "edit, same month": {"amount_paise": 9_000},
    "edit, other category": {"category": "groceries"},
    "edit, other month": {"date": f"{MONTHS_LAST_DAY[:5]}05-15"},
}
SHARED = ", shared ledger"
TRANSFERS = {
    "copy into a shared ledger": {"into": True, "copy": True},
    "move into a shared ledger": {"into": True, "copy": False},
    "copy out of a shared ledger": {"into": False, "copy": True},
    "move out of a shared ledger": {"into": False, "copy": False},
}


def measure() -> dict[str, Any]:
    """Measure every operation at every size of history."""
    engine.set_environment()
    # The emulator is slower than DynamoDB: a search is to end by what it has looked at, and a rule
    # to be recorded however long it takes.
    listing.SEARCH_SECONDS = daily_run.SECONDS_A_RULE = inf
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
    recorded = history(count)
    running.load(engine.TABLE_NAME, items(user, recorded))
    client = RecordingClient(running.client)
    person = _Person(user, client)
    costs: dict[str, Cost] = {}
    with client.cost_of(costs, "add"):
        added = person.call("add_expense", body=NEW)
    for name, changed in CHANGES.items():
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
    for name, content in ADDS.items():
        with client.cost_of(costs, name):
            added = person.call("add_expense", body=NEW | content)
        with client.cost_of(costs, name.replace("add", "delete")):
            person.call("delete_expense", path_id=added["id"])
    _measure_daily_run(client, person, costs)
    for name, query in _lists(recorded).items():
        with client.cost_of(costs, name):
            person.call("list_expenses", query=query)
    with client.cost_of(costs, "all-time overview of a tag"):
        tag = {"tag": _by_frequency(recorded)[0]}
        person.call("summarize", query={**tag, "group_by": "month,category"})
    for name, query in RANGES.items():
        with client.cost_of(costs, name):
            person.call("summarize", query=query)
    ledger = person.call("add_ledger", body={"name": "Home", "member_name": "Asha"})
    running.load(engine.TABLE_NAME, shared_items(ledger, recorded))
    _measure_shared(client, person, ledger, costs)
    return {name: cost._asdict() for name, cost in costs.items()}


def _measure_shared(
    client: RecordingClient, person: "_Person", ledger: dict[str, Any], costs: dict[str, Cost]
) -> None:
    """Measure in a shared ledger what is written there, a page, a month, and whether it changed."""
    where = {"ledger": ledger["id"]}
    with client.cost_of(costs, f"add{SHARED}"):
        added = person.call("add_expense", body=NEW, query=where)
    with client.cost_of(costs, f"edit, same month{SHARED}"):
        body = NEW | CHANGES["edit, same month"]
        added = person.call(
            "edit_expense", path_id=added["id"], body=body, headers={"if-match": "*"}, query=where
        )
    with client.cost_of(costs, f"delete{SHARED}"):
        person.call("delete_expense", path_id=added["id"], query=where)
    with client.cost_of(costs, f"list, a page of 50{SHARED}"):
        person.call("list_expenses", query=where)
    with client.cost_of(costs, f"month overview{SHARED}"):
        person.call("summarize", query=MONTH | {"group_by": "day,category"} | where)
    known = {"if-none-match": f'"{person.call("get_revision", path_id=ledger["id"])["revision"]}"'}
    with client.cost_of(costs, "whether a shared ledger changed"):
        person.call("get_revision", path_id=ledger["id"], headers=known)
    for name, how in TRANSFERS.items():
        _measure_transfer(client, person, ledger["id"], costs, name, **how)


def _measure_transfer(
    client: RecordingClient,
    person: "_Person",
    ledger: str,
    costs: dict[str, Cost],
    name: str,
    *,
    into: bool,
    copy: bool,
) -> None:
    """Measure a plain expense's way between one's own ledger and a shared one."""
    source, to = ({}, ledger) if into else ({"ledger": ledger}, None)
    added = person.call("add_expense", body=NEW, query=source)
    named = [{field: added[field] for field in ("id", "version")}]
    with client.cost_of(costs, name):
        answer = person.call(
            "transfer_expenses", body={"to": to, "expenses": named, "copy": copy}, query=source
        )
    if [row["status"] for row in answer["results"]] != ["copied" if copy else "moved"]:
        raise RuntimeError(f"{name} answered {answer}")


def _measure_daily_run(client: RecordingClient, person: "_Person", costs: dict[str, Cost]) -> None:
    """Measure the daily run on a day on which nothing is due, and on one on which a rule is."""
    tomorrow = (date.fromisoformat(today()) + timedelta(days=1)).isoformat()
    rule = person.call("add_recurring", body=RENT | {"start": tomorrow})
    for name, day in (
        ("daily run, nothing due", today()),
        ("daily run, one rule due", tomorrow),
    ):
        with client.cost_of(costs, name):
            done = daily_run.record_due(
                person.table, today=day, remaining=lambda: 3_600, failed=engine.fail
            )
        if done.days != (day == tomorrow):
            raise RuntimeError(f"on {day} {done.days} were recorded")
    person.call("delete_recurring", path_id=rule["id"])


def _lists(recorded: list[Expense]) -> dict[str, dict[str, str]]:
    """Name the lists that are measured, and what each asks for."""
    frequent, *_, rare = _by_frequency(recorded)
    return {
        "list, a page of 50": {},
        "list, a page of 50 of one category": {"category": "food-dining"},
        "list, a page of 50 of three categories": {"category": "food-dining,health,travel"},
        "list, a page of 50 of all but one category": {"without": "rent"},
        "list, a page of 50 of a frequent tag": {"tag": frequent},
        "list, a page of 50 of the rarest tag": {"tag": rare},
        "search that finds a page of 50": {"q": "chai"},
        "search that finds nothing": {"q": "nothing says this"},
    }


def _by_frequency(recorded: list[Expense]) -> list[str]:
    """List the tags of a history, the most frequent first."""
    counts = Counter(tag for expense in recorded for tag in expense.tags)
    return [tag for tag, _ in counts.most_common()]


def _measure_baseline(running: engine.Engine, user: str, count: int) -> dict[str, Any]:
    recorded = history(count)
    owner = keys.of_person(user)
    running.load(BASELINE_TABLE, [baseline.to_item(owner, expense) for expense in recorded])
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
    for name in (*_lists(recorded), *RANGES):
        costs[name] = costs["list, a page of 50"]
    return {name: cost._asdict() for name, cost in costs.items()}


class _Person:
    """Calls handlers as one person, through a client that takes notes."""

    def __init__(self, user: str, client: RecordingClient) -> None:
        from tracker.repository import table  # noqa: PLC0415 -- handlers are imported once their environment is set

        self._user = user
        table.open_client = lambda: client
        table.table.cache_clear()
        self.table = table.table()

    def call(self, operation: str, **request: Any) -> Any:  # noqa: ANN401 -- as in the API's answers
        handler = import_module(f"handlers.{operation}").handler
        context = SimpleNamespace(get_remaining_time_in_millis=lambda: 600_000)
        answer = handler(event(operation, user=self._user, **request), context)
        if answer["statusCode"] >= 400:  # noqa: PLR2004 -- what HTTP calls an error begins there
            raise RuntimeError(f"{operation} answered {answer}")
        body = answer.get("body", "null")
        if answer.get("isBase64Encoded"):
            return json.loads(gzip.decompress(base64.b64decode(body)))
        return json.loads(body)
