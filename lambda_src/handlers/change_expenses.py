"""``PATCH /api/expenses``: change many expenses in the same way."""

from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from api.events import Request
from api.operation import Operation, lambda_handler
from api.problems import problem_of
from api.responses import Response
from api.rows import answer_rows
from tracker import changing
from tracker.changing import Change, Target
from tracker.expense import Expense
from tracker.limits import MAX_BATCH
from tracker.parsing import parse_body, parse_part
from tracker.repository import open_repository


class ManyChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Expenses, each by its id and the version that was seen, and what is to change in them."""

    expenses: Annotated[
        list[Any],
        Meta(
            min_length=1,
            max_length=MAX_BATCH,
            description=f"a list of 1 to {MAX_BATCH} objects with id and version",
            # A row that is something else is answered as invalid, and its neighbours are changed.
            extra_json_schema={"items": {"anyOf": [{"$ref": "#/components/schemas/Target"}, {}]}},
        ),
    ]
    change: Annotated[
        dict[str, Any],
        Meta(
            description="an object that says what to change",
            extra_json_schema={"$ref": "#/components/schemas/Change"},
        ),
    ]


class ChangedRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one expense, and what it is now, where it is known."""

    id: str | None
    status: changing.Status
    expense: Expense | UnsetType = UNSET
    problem: dict[str, Any] | UnsetType = UNSET


class ChangeResults(msgspec.Struct, frozen=True):
    """One result for each expense, in the order given."""

    results: list[ChangedRow]


operation = Operation(
    name="change_expenses",
    method="PATCH",
    path="/api/expenses",
    summary="Change up to 100 expenses in the same way; a repetition changes nothing",
    needs="member",
    body=ManyChanges,
    parts=(Change, Target),
    answers={HTTPStatus.OK: ChangeResults},
)


def change_expenses(request: Request) -> Response:
    """Change those expenses of the body that can be, and say what became of each."""
    repository = open_repository(request.claim, request.deadline)
    sent = parse_body(ManyChanges, request.json())
    change = parse_part(Change, "change", sent.change)
    rows = answer_rows(
        sent.expenses,
        Target,
        done=lambda targets: changing.change_many(repository, targets, change),
        refused=lambda id_, why: changing.Row(id_, "invalid", problem=why),
    )
    return Response(HTTPStatus.OK, ChangeResults([_result(row) for row in rows]))


def _result(row: changing.Row) -> ChangedRow:
    return ChangedRow(
        id=row.expense_id,
        status=row.status,
        expense=row.expense or UNSET,
        problem=problem_of(row.problem).body() if row.problem else UNSET,
    )


handler = lambda_handler(operation, change_expenses)
