"""``DELETE /api/calendar``: end the link of a calendar."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import calendar_links
from tracker.calendar_link import PATH
from tracker.repository.calendar import open_calendar

operation = Operation(
    name="revoke_calendar_link",
    method="DELETE",
    path=PATH,
    summary="End the link by which a calendar reads what is due",
    answers={HTTPStatus.NO_CONTENT: None},
    problems=(HTTPStatus.NOT_FOUND,),
)


def revoke_calendar_link(request: Request) -> Response:
    """Delete what is kept of the link."""
    calendar_links.revoke(open_calendar(request.user, request.deadline))
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, revoke_calendar_link)
