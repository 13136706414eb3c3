"""``PUT /api/expenses/{id}``: replace what an expense says."""

from http import HTTPStatus

from api.events import Request, demanded_revisions
from api.operation import Operation, lambda_handler
from api.responses import Response, of_versioned
from tracker import ledger
from tracker.expense import Expense, ExpenseContent
from tracker.parsing import parse_body
from tracker.repository import open_repository

operation = Operation(
    name="edit_expense",
    method="PUT",
    path="/api/expenses/{id}",
    summary="Replace what an expense says",
    needs="member",
    body=ExpenseContent,
    if_match=True,
    answers={HTTPStatus.OK: Expense},
    problems=(
        HTTPStatus.NOT_FOUND,
        HTTPStatus.CONFLICT,
        HTTPStatus.PRECONDITION_FAILED,
        HTTPStatus.PRECONDITION_REQUIRED,
        HTTPStatus.TOO_MANY_REQUESTS,
    ),
)


def edit_expense(request: Request) -> Response:
    """Replace the version that ``If-Match`` names by what the body holds."""
    repository = open_repository(request.claim, request.deadline)
    accepted = demanded_revisions(request.headers)
    content = parse_body(ExpenseContent, request.json())
    return of_versioned(ledger.edit(repository, request.path_id, content, accepted))


handler = lambda_handler(operation, edit_expense)
