"""``GET /api/expenses``: one page of the list of expenses, newest first."""

from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import Meta

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import listing
from tracker.expense import Expense
from tracker.fields import CalendarDate, CategoryId, Tag
from tracker.limits import DEFAULT_PAGE, FIRST_DATE, LAST_DATE, MAX_PAGE, MAX_SEARCH
from tracker.parsing import parse_parameters
from tracker.period import check_period
from tracker.repository import Filters, open_repository


class ListQuery(msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """What to list, and which page of it."""

    first: CalendarDate = FIRST_DATE
    last: CalendarDate = LAST_DATE
    category: CategoryId | None = None
    tag: Tag | None = None
    q: Annotated[
        str, Meta(max_length=MAX_SEARCH, description=f"a text of up to {MAX_SEARCH} characters")
    ] = ""
    limit: Annotated[
        int, Meta(ge=1, le=MAX_PAGE, description=f"a whole number from 1 to {MAX_PAGE}")
    ] = DEFAULT_PAGE
    cursor: (
        Annotated[
            str,
            Meta(
                description="the next_cursor of the page before",
                extra_json_schema={"pattern": "^[A-Za-z0-9_-]+$"},
            ),
        ]
        | None
    ) = None


class ExpensePage(msgspec.Struct, frozen=True, kw_only=True):
    """Some expenses, and the cursor of those that follow, if any."""

    items: list[Expense]
    next_cursor: str | None


operation = Operation(
    name="list_expenses",
    method="GET",
    path="/api/expenses",
    summary="List expenses, newest first",
    query=ListQuery,
    answers={HTTPStatus.OK: ExpensePage},
)


def list_expenses(request: Request) -> Response:
    """Answer with the page that the query asks for."""
    repository = open_repository(request.user, request.deadline)
    query = parse_parameters(ListQuery, request.query)
    check_period(query.first, query.last)
    page = listing.list_expenses(
        repository,
        first=query.first,
        last=query.last,
        filters=Filters(query.category, query.tag, query.q or None),
        limit=query.limit,
        cursor=query.cursor,
    )
    return Response(HTTPStatus.OK, ExpensePage(items=page.items, next_cursor=page.next_cursor))


handler = lambda_handler(operation, list_expenses)
