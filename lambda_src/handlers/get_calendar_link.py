"""``GET /api/calendar``: whether there is a link for a calendar."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import calendar_links
from tracker.calendar_link import PATH, CalendarLink
from tracker.repository.calendar import open_calendar

operation = Operation(
    name="get_calendar_link",
    method="GET",
    path=PATH,
    summary="Tell whether there is a link by which a calendar reads what is due, and since when",
    answers={HTTPStatus.OK: CalendarLink},
)


def get_calendar_link(request: Request) -> Response:
    """Answer with what may be told of the link."""
    repository = open_calendar(request.user, request.deadline)
    return Response(HTTPStatus.OK, calendar_links.current(repository))


handler = lambda_handler(operation, get_calendar_link)
