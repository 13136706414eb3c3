"""``GET /api/upcoming``: what is still to come by recurring rules."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import rules
from tracker.clock import today
from tracker.errors import FieldError, InvalidParameterError
from tracker.fields import CalendarDate
from tracker.limits import DEFAULT_DAYS_AHEAD, MAX_DAYS_AHEAD, MAX_UPCOMING
from tracker.parsing import parse_parameters
from tracker.period import check_period, days_after
from tracker.repository.recurring import open_rules
from tracker.upcoming import Upcoming, upcoming


class UpcomingQuery(
    msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}
):
    """From which day to which; from today in India on, where nothing is said, and 30 days more."""

    first: CalendarDate | None = None
    last: CalendarDate | None = None


class UpcomingList(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """What is to come from the first to the last day, both included, in the order of the days."""

    first: str
    last: str
    items: list[Upcoming]


operation = Operation(
    name="list_upcoming",
    method="GET",
    path="/api/upcoming",
    summary="List what is due by the rules of recurring expenses and not recorded yet",
    needs="viewer",
    query=UpcomingQuery,
    answers={HTTPStatus.OK: UpcomingList},
)


def list_upcoming(request: Request) -> Response:
    """Answer with what is due in the days that the query asks for."""
    repository = open_rules(request.claim, request.deadline)
    query = parse_parameters(UpcomingQuery, request.query)
    first = query.first or today()
    last = query.last or days_after(first, DEFAULT_DAYS_AHEAD)
    check_period(first, last)
    if last > days_after(first, MAX_DAYS_AHEAD):
        message = f"must be at most {MAX_DAYS_AHEAD} days after from"
        raise InvalidParameterError([FieldError("to", message)])
    items = upcoming(rules.all_seen(repository), first=first, last=last)
    if len(items) > MAX_UPCOMING:
        message = f"leaves more than {MAX_UPCOMING} days of rules; ask for fewer days"
        raise InvalidParameterError([FieldError("to", message)])
    return Response(HTTPStatus.OK, UpcomingList(first, last, items))


handler = lambda_handler(operation, list_upcoming)
