"""``GET /api/budgets``: what the person means to spend in a month."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.budget import Budget, holding
from tracker.clock import today
from tracker.errors import FieldError, InvalidParameterError
from tracker.fields import Month
from tracker.parsing import parse_parameters
from tracker.period import month_of
from tracker.repository.plans import open_plans


class BudgetsQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which month, or from which to which; the present one in India where nothing is said."""

    month: Month | None = None
    to: Month | None = None


class BudgetList(msgspec.Struct, frozen=True, kw_only=True):
    """The budgets that hold in a month; of several months, those too that begin or end in them."""

    month: str
    items: list[Budget]


operation = Operation(
    name="list_budgets",
    method="GET",
    path="/api/budgets",
    summary="List the budgets that hold in a month, the total's first",
    needs="totals",
    query=BudgetsQuery,
    answers={HTTPStatus.OK: BudgetList},
)


def list_budgets(request: Request) -> Response:
    """Answer with the budgets of the months that the query asks for."""
    repository = open_plans(request.claim, request.deadline)
    query = parse_parameters(BudgetsQuery, request.query)
    first = query.month or month_of(today(), repository.settings().month_start)
    last = query.to or first
    if last < first:
        raise InvalidParameterError([FieldError("to", "must not be before month")])
    items = holding(repository.budgets(), first=first, last=last)
    return Response(HTTPStatus.OK, BudgetList(month=first, items=items))


handler = lambda_handler(operation, list_budgets)
