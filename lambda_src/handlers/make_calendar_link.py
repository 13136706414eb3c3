"""``POST /api/calendar``: make a link for a calendar."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import calendar_links
from tracker.calendar_link import PATH, NewCalendarLink
from tracker.repository.calendar import open_calendar

operation = Operation(
    name="make_calendar_link",
    method="POST",
    path=PATH,
    summary="Make a secret link by which a calendar reads what is due; the one before ends",
    answers={HTTPStatus.CREATED: NewCalendarLink},
)


def make_calendar_link(request: Request) -> Response:
    """Answer with the link, which is told this once."""
    link = calendar_links.replace(open_calendar(request.user, request.deadline))
    return Response(HTTPStatus.CREATED, link, (("Location", link.path),))


handler = lambda_handler(operation, make_calendar_link)
