"""``PATCH /api/expenses``: change many expenses in the same way."""

from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from api.rows import answer_rows, rows_of, told
from tracker import changing
from tracker.changing import Change, Target
from tracker.expense import Expense
from tracker.parsing import parse_body, parse_part
from tracker.repository import open_repository


class ManyChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Expenses, each by its id and the version that was seen, and what is to change in them."""

    expenses: Annotated[list[Any], rows_of("objects with id and version", "Target")]
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
    return Response(HTTPStatus.OK, ChangeResults([ChangedRow(**told(*row)) for row in rows]))


handler = lambda_handler(operation, change_expenses)
