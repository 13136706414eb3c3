"""``POST /api/expenses``: record one expense."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import ledger
from tracker.expense import Expense, ExpenseContent
from tracker.parsing import parse_body
from tracker.repository import open_repository

operation = Operation(
    name="add_expense",
    method="POST",
    path="/api/expenses",
    summary="Record an expense; the same one again changes nothing",
    needs="member",
    body=ExpenseContent,
    answers={HTTPStatus.CREATED: Expense, HTTPStatus.OK: Expense},
    problems=(HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)


def add_expense(request: Request) -> Response:
    """Record the expense that the body holds."""
    repository = open_repository(request.claim, request.deadline)
    recorded = ledger.add(repository, parse_body(ExpenseContent, request.json()))
    return of_made(recorded.expense, collection=operation.path, is_new=recorded.is_new)


handler = lambda_handler(operation, add_expense)
