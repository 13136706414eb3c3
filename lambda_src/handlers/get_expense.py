"""``GET /api/expenses/{id}``: read one expense."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_versioned
from tracker.errors import NotFoundError
from tracker.expense import Expense
from tracker.repository import open_repository

operation = Operation(
    name="get_expense",
    method="GET",
    path="/api/expenses/{id}",
    summary="Read an expense",
    needs="viewer",
    answers={HTTPStatus.OK: Expense},
    problems=(HTTPStatus.NOT_FOUND,),
)


def get_expense(request: Request) -> Response:
    """Answer with the expense that the path names."""
    expense = open_repository(request.claim, request.deadline).expense(request.path_id)
    if expense is None:
        raise NotFoundError
    return of_versioned(expense)


handler = lambda_handler(operation, get_expense)
