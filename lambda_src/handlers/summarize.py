"""``GET /api/summary``: totals by any of day, month, category and member."""

from http import HTTPStatus
from typing import Annotated

from msgspec import Meta

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.filters import Filters
from tracker.narrowing import Narrowing
from tracker.parsing import parse_parameters
from tracker.repository import open_repository
from tracker.summary import Grouping, Summary
from tracker.totals import add_up


class SummaryQuery(Narrowing, frozen=True, kw_only=True):
    """What to add up, and into which groups."""

    group_by: Annotated[
        frozenset[Grouping],
        Meta(min_length=1, description="any of day, month, category and member, parted by commas"),
    ] = frozenset()


operation = Operation(
    name="summarize",
    method="GET",
    path="/api/summary",
    summary="Add expenses up by any of day, month, category and member",
    needs="totals",
    query=SummaryQuery,
    answers={HTTPStatus.OK: Summary},
)


def summarize_expenses(request: Request) -> Response:
    """Answer with the totals that the query asks for."""
    claim = request.claim
    if "tag" in request.query:
        # Tags are of expenses: who sees none could guess them one by one.
        claim = claim._replace(least="viewer")
    repository = open_repository(claim, request.deadline)
    query = parse_parameters(SummaryQuery, request.query)
    summary = add_up(
        repository,
        first=query.first,
        last=query.last,
        filters=Filters(query.category, query.without, query.tag, by=query.by),
        group_by=query.group_by,
    )
    return Response(HTTPStatus.OK, summary)


handler = lambda_handler(operation, summarize_expenses)
