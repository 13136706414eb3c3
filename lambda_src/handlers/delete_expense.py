"""``DELETE /api/expenses/{id}``: delete one expense."""

from http import HTTPStatus

from api.events import Request, revisions
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import ledger
from tracker.repository import open_repository

operation = Operation(
    name="delete_expense",
    method="DELETE",
    path="/api/expenses/{id}",
    summary="Delete an expense",
    needs="member",
    if_match=True,
    answers={HTTPStatus.NO_CONTENT: None},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED),
)


def delete_expense(request: Request) -> Response:
    """Delete the expense that the path names, if it is in a version that ``If-Match`` allows."""
    repository = open_repository(request.claim, request.deadline)
    accepted = revisions(request.headers.get("if-match", "*"))
    ledger.delete(repository, request.path_id, accepted)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, delete_expense)
