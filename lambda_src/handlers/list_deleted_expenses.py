"""``GET /api/expenses/deleted``: what was deleted in the last thirty days."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import deleted
from tracker.expense import DeletedExpense
from tracker.fields import Cursor, PageLimit
from tracker.limits import DEFAULT_PAGE
from tracker.parsing import parse_parameters
from tracker.repository.deleted import open_deleted


class DeletedQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which page to list."""

    limit: PageLimit = DEFAULT_PAGE
    cursor: Cursor | None = None


class DeletedExpensePage(msgspec.Struct, frozen=True, kw_only=True):
    """Some deleted expenses, and the cursor of those that follow, if any."""

    items: list[DeletedExpense]
    next_cursor: str | None


operation = Operation(
    name="list_deleted_expenses",
    method="GET",
    path="/api/expenses/deleted",
    summary="List what was deleted in the last thirty days, newest first; POST brings it back",
    needs="viewer",
    query=DeletedQuery,
    answers={HTTPStatus.OK: DeletedExpensePage},
)


def list_deleted_expenses(request: Request) -> Response:
    """Answer with the page that the query asks for."""
    repository = open_deleted(request.claim, request.deadline)
    query = parse_parameters(DeletedQuery, request.query)
    page = deleted.list_deleted(repository, limit=query.limit, cursor=query.cursor)
    body = DeletedExpensePage(items=page.items, next_cursor=page.next_cursor)
    return Response(HTTPStatus.OK, body)


handler = lambda_handler(operation, list_deleted_expenses)
