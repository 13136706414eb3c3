"""``POST /api/expenses/batch``: record many expenses at once."""

from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, UnsetType

from api.events import Request
from api.operation import Operation, lambda_handler
from api.problems import problem_of
from api.responses import Response
from api.rows import answer_rows, rows_of
from tracker import batch
from tracker.expense import IdentifiedContent
from tracker.parsing import parse_body
from tracker.repository import open_repository


class Batch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Expenses to record; each is judged on its own."""

    expenses: Annotated[list[Any], rows_of("expenses", "IdentifiedContent")]


class BatchRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one expense of the batch."""

    id: str | None
    status: batch.Status
    problem: dict[str, Any] | UnsetType = UNSET


class BatchResults(msgspec.Struct, frozen=True):
    """One result for each expense of the batch, in its order."""

    results: list[BatchRow]


operation = Operation(
    name="add_expenses",
    method="POST",
    path="/api/expenses/batch",
    summary="Record up to 100 expenses; a repetition changes nothing",
    needs="member",
    body=Batch,
    parts=(IdentifiedContent,),
    answers={HTTPStatus.OK: BatchResults},
    problems=(HTTPStatus.CONFLICT,),
)


def add_expenses(request: Request) -> Response:
    """Record those expenses of the body that can be, and say what became of each."""
    repository = open_repository(request.claim, request.deadline)
    sent = parse_body(Batch, request.json(rows="expenses")).expenses
    rows = answer_rows(
        sent,
        IdentifiedContent,
        done=lambda contents: batch.add_many(repository, contents),
        refused=lambda id_, why: batch.Row(id_, "invalid", why),
    )
    return Response(HTTPStatus.OK, BatchResults([_result(row) for row in rows]))


def _result(row: batch.Row) -> BatchRow:
    problem = problem_of(row.problem).body() if row.problem else UNSET
    return BatchRow(id=row.expense_id, status=row.status, problem=problem)


handler = lambda_handler(operation, add_expenses)
