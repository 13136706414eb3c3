"""``GET /api/summary``: totals by any of day, month and category."""

import typing
from http import HTTPStatus
from typing import Annotated

import msgspec
from msgspec import Meta

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.errors import FieldError, InvalidParameterError
from tracker.fields import CalendarDate, CategoryId
from tracker.limits import FIRST_DATE, LAST_DATE, MAX_GROUPS
from tracker.parsing import parse_parameters
from tracker.period import check_period
from tracker.repository import open_repository
from tracker.summary import Grouping, Summary, needs_days, summarize

GROUPINGS: tuple[str, ...] = typing.get_args(Grouping)


def groupings(value: str) -> frozenset[str]:
    """Read the names of groupings, parted by commas."""
    names = frozenset(value.split(","))
    if not names <= frozenset(GROUPINGS):
        raise ValueError("must be any of day, month and category, parted by commas")
    return names


class SummaryQuery(
    msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}
):
    """What to add up."""

    first: CalendarDate = FIRST_DATE
    last: CalendarDate = LAST_DATE
    group_by: Annotated[
        str,
        Meta(
            description="any of day, month and category, parted by commas",
            extra_json_schema={
                "pattern": "^({any})(,({any}))*$".format(any="|".join(GROUPINGS)),
            },
        ),
        groupings,
    ] = ""
    category: CategoryId | None = None


operation = Operation(
    name="summarize",
    method="GET",
    path="/api/summary",
    summary="Add expenses up by any of day, month and category",
    query=SummaryQuery,
    answers={HTTPStatus.OK: Summary},
)


def summarize_expenses(request: Request) -> Response:
    """Answer with the totals that the query asks for."""
    repository = open_repository(request.user, request.deadline)
    query = parse_parameters(SummaryQuery, request.query)
    check_period(query.first, query.last)
    group_by = typing.cast("frozenset[Grouping]", frozenset(query.group_by))
    days = needs_days(query.first, query.last, group_by)
    summary = summarize(
        (
            cell
            for cell in repository.cells(first=query.first, last=query.last, days=days)
            if query.category in (None, cell.key.category)
        ),
        first=query.first,
        last=query.last,
        group_by=group_by,
    )
    if len(summary.groups) > MAX_GROUPS:
        message = f"leaves more than {MAX_GROUPS} groups; ask for fewer days, or for months"
        raise InvalidParameterError([FieldError("from", message)])
    return Response(HTTPStatus.OK, summary)


handler = lambda_handler(operation, summarize_expenses)
