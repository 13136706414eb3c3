"""``GET /api/expenses``: one page of the list of expenses, newest first."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import listing
from tracker.expense import Expense
from tracker.fields import Cursor, ExpenseId, Kind, PageLimit
from tracker.filters import Filters
from tracker.limits import DEFAULT_PAGE, MAX_SEARCH
from tracker.narrowing import Narrowing
from tracker.parsing import parse_parameters
from tracker.repository import open_repository
from tracker.search import words_of


class ListQuery(Narrowing, frozen=True, kw_only=True):
    """What to list, and which page of it."""

    q: Annotated[
        str, Meta(max_length=MAX_SEARCH, description=f"a text of up to {MAX_SEARCH} characters")
    ] = ""
    kind: Kind | None = None
    rule: ExpenseId | None = None
    limit: PageLimit = DEFAULT_PAGE
    cursor: Cursor | None = None


class ExpensePage(msgspec.Struct, frozen=True, kw_only=True):
    """Some expenses, and the cursor of those that follow, if any.

    A search that has looked at enough answers with what it has found; it then tells the day down
    to which it has looked, and goes on from its cursor.
    """

    items: list[Expense]
    next_cursor: str | None
    searched_to: Annotated[str, Meta(description="YYYY-MM-DD")] | UnsetType = UNSET


operation = Operation(
    name="list_expenses",
    method="GET",
    path="/api/expenses",
    summary="List expenses, newest first",
    needs="viewer",
    query=ListQuery,
    answers={HTTPStatus.OK: ExpensePage},
)


def list_expenses(request: Request) -> Response:
    """Answer with the page that the query asks for."""
    repository = open_repository(request.claim, request.deadline)
    query = parse_parameters(ListQuery, request.query)
    page = listing.list_expenses(
        repository,
        first=query.first,
        last=query.last,
        filters=Filters(
            categories=query.category,
            without=query.without,
            tags=query.tag,
            words=words_of(query.q),
            kind=query.kind,
            rule=query.rule,
            by=query.by,
        ),
        limit=query.limit,
        cursor=query.cursor,
    )
    return Response(
        HTTPStatus.OK,
        ExpensePage(
            items=page.items,
            next_cursor=page.next_cursor,
            searched_to=page.searched_to or UNSET,
        ),
    )


handler = lambda_handler(operation, list_expenses)
