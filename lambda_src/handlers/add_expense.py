"""``POST /api/expenses``: record one expense."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_expense
from tracker import ledger
from tracker.expense import Expense, ExpenseContent
from tracker.parsing import parse_body
from tracker.repository import open_repository

operation = Operation(
    name="add_expense",
    method="POST",
    path="/api/expenses",
    summary="Record an expense; the same one again changes nothing",
    body=ExpenseContent,
    answers={HTTPStatus.CREATED: Expense, HTTPStatus.OK: Expense},
    problems=(HTTPStatus.CONFLICT,),
)


def add_expense(request: Request) -> Response:
    """Record the expense that the body holds."""
    repository = open_repository(request.user, request.deadline)
    recorded = ledger.add(repository, parse_body(ExpenseContent, request.json()))
    status = HTTPStatus.CREATED if recorded.is_new else HTTPStatus.OK
    return of_expense(recorded.expense, status, location=True)


handler = lambda_handler(operation, add_expense)
