"""How long a warm handler takes, DynamoDB's own time left out.

Each handler runs under AWS's runtime client; DynamoDB is a server on loopback that gives prepared
answers (`bench.dynamodb_stub`). The time is the handler's own, from its event to its answer: what
the AWS client does is in it, the way to the stub and back too, the gateway and Lambda are not. In
every round a function that reads one item with boto3 as it comes takes its turn, too: by it,
figures of different machines and hours can be compared.

Each request is measured in several rounds, one after the other through all of them, in a process of
its own each time. The quietest round counts, the one of the lowest median: what else the machine
does only adds.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.dynamodb_stub import DynamoDbStub
from bench.engine import set_environment
from bench.events import event
from bench.function import Function, Package, deployed_package
from bench.history import MONTHS_LAST_DAY, history, items
from tracker.expense import Expense
from tracker.repository import keys
from tracker.repository.categories import put_new

ROUNDS = 5
CALLS = 200
WARMING_CALLS = 60
TIMED = Path(__file__).with_name("timed.py")

USER = "5f0c1f6e-8d0b-4f57-9b0a-3f1c5f0e6a11"
OWN_CATEGORY = "0195f1c3-7c1a-7c3e-9a57-1f2e3d4c5b6a"
EXPENSES_A_YEAR = 3_650
PAGE = 51
"""Expenses that a query for a page of 50 reads: one more tells whether it is the last."""


def measure() -> dict[str, Any]:
    """Call every handler many times."""
    set_environment()
    recorded = history(EXPENSES_A_YEAR)
    requests = _requests(recorded[-1])
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in requests}
    baseline: list[dict[str, float]] = []
    key = keys.primary(keys.of_person(USER), keys.expense(recorded[-1].id))
    plain_get = {"key": {name: value["S"] for name, value in key.items()}}
    with (
        deployed_package() as package,
        _plain_package() as plain,
        DynamoDbStub(_Answers(recorded)) as stub,
    ):
        shutil.copy(TIMED, package.task)
        for _ in range(ROUNDS):
            baseline.append(_round(plain, "plain_get", plain_get, stub.url))
            for name, (operation, request) in requests.items():
                sent = event(operation, user=USER, **request)
                rounds[name].append(_round(package, f"handlers.{operation}", sent, stub.url))
    return {
        "rounds": ROUNDS,
        "calls": CALLS,
        "baseline": _quietest(baseline),
        "handlers": {name: _quietest(taken) for name, taken in rounds.items()},
    }


@contextmanager
def _plain_package() -> Iterator[Package]:
    """Lay out the baseline, which imports boto3 from where this project's Python has it."""
    with tempfile.TemporaryDirectory(prefix="plain-") as folder:
        for file in (TIMED, Path(__file__).parent / "baseline" / "plain_get.py"):
            shutil.copy(file, folder)
        yield Package(Path(folder))


def _quietest(rounds: list[dict[str, float]]) -> dict[str, float]:
    return min(rounds, key=lambda figures: figures["wall_p50_ms"])


def _round(package: Package, module: str, sent: dict[str, Any], stub: str) -> dict[str, float]:
    """Call a handler many times in one process."""
    environment = {"BENCH_HANDLER": module, "AWS_ENDPOINT_URL_DYNAMODB": stub}
    with Function(package, "timed.handler", environment) as function:
        answers = [function.invoke(sent) for _ in range(WARMING_CALLS + CALLS)]
    refused = [answer for answer in answers if answer["statusCode"] >= 300]  # noqa: PLR2004 -- what HTTP calls a success ends there
    if refused:
        raise RuntimeError(f"{module} answered {refused[0]}")
    counted = answers[WARMING_CALLS:]
    return {
        **_percentiles([answer["wall_ns"] for answer in counted], "wall"),
        **_percentiles([answer["cpu_ns"] for answer in counted], "cpu"),
    }


def _requests(known: Expense) -> dict[str, tuple[str, dict[str, Any]]]:
    """Name typical requests: the operation, and what is sent."""
    said = {
        "date": known.date,
        "amount_paise": known.amount_paise + 1,
        "category": known.category,
        "description": known.description,
        "tags": list(known.tags),
    }
    year = {"from": f"{int(MONTHS_LAST_DAY[:4]) - 1}-07-01", "to": MONTHS_LAST_DAY}
    month = {"from": f"{MONTHS_LAST_DAY[:7]}-01", "to": MONTHS_LAST_DAY}
    batches = {
        f"add_expenses, {count}": (
            "add_expenses",
            {"body": {"expenses": [{**said, "id": _uuid(number)} for number in range(count)]}},
        )
        for count in (10, 100)
    }
    return {
        "health": ("health", {}),
        "add_expense": ("add_expense", {"body": said}),
        "get_expense": ("get_expense", {"path_id": known.id}),
        "edit_expense": (
            "edit_expense",
            {"path_id": known.id, "body": said, "headers": {"if-match": "*"}},
        ),
        "delete_expense": ("delete_expense", {"path_id": known.id}),
        **batches,
        "list_expenses, 50": ("list_expenses", {}),
        "summarize, a month by day and category": (
            "summarize",
            {"query": {**month, "group_by": "day,category"}},
        ),
        "summarize, a year by month": ("summarize", {"query": {**year, "group_by": "month"}}),
        "summarize, a year by day and category": (
            "summarize",
            {"query": {**year, "group_by": "day,category"}},
        ),
        "list_categories": ("list_categories", {}),
        "add_category": ("add_category", {"body": {"name": "Cricket"}}),
        "edit_category": ("edit_category", {"path_id": "rent", "body": {"colour": "#123456"}}),
        "delete_category": ("delete_category", {"path_id": OWN_CATEGORY}),
    }


def _uuid(number: int) -> str:
    return f"0195f1c3-7c1a-7c3e-9a57-{number:012x}"


class _Answers:
    """What DynamoDB would answer, were a year's expenses in it."""

    def __init__(self, recorded: list[Expense]) -> None:
        from tracker.category import Category  # noqa: PLC0415 -- needs the environment

        self._recorded = items(USER, recorded)
        own = Category(id=OWN_CATEGORY, name="Old", colour="#123456", builtin=False)
        self._recorded.append(put_new(keys.of_person(USER), own)["Put"]["Item"])

    def __call__(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        if operation == "GetItem":
            found = [item for item in self._recorded if request["Key"]["SK"] == item["SK"]]
            return {"Item": found[0]} if found else {}
        if operation == "Query":
            return self._query(request)
        return {}

    def _query(self, request: dict[str, Any]) -> dict[str, Any]:
        if request.get("IndexName"):
            expenses = [item for item in self._recorded if "by_date" in item]
            found = sorted(expenses, key=lambda item: item["by_date"]["S"])[: -PAGE - 1 : -1]
        elif "begins_with" in request["KeyConditionExpression"]:
            found = []  # no category of one's own, as with most people
        else:
            values = request["ExpressionAttributeValues"]
            first, last = values[":first"]["S"], values[":last"]["S"]
            found = [item for item in self._recorded if first <= item["SK"]["S"] <= last]
        if "ProjectionExpression" in request:
            names = request.get("ExpressionAttributeNames", {})
            asked = [names.get(name, name) for name in request["ProjectionExpression"].split(", ")]
            found = [{name: item[name] for name in asked} for item in found]
        return {"Items": found, "Count": len(found), "ScannedCount": len(found)}


def _percentiles(nanoseconds: list[int], name: str) -> dict[str, float]:
    ordered = sorted(nanoseconds)
    return {
        f"{name}_p{percent}_ms": round(ordered[len(ordered) * percent // 100] / 1e6, 2)
        for percent in (50, 99)
    }
