"""``GET /api/calendar/{file}``: what is due, for whoever has the link."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import calendar_feed, rules
from tracker.calendar_link import PATH
from tracker.calendar_links import opened_by
from tracker.clock import today
from tracker.moments import now
from tracker.repository.recurring import rules_in


class CalendarPath(msgspec.Struct, frozen=True):
    """The secret with `.ics` behind it, as the link was told."""

    file: str


operation = Operation(
    name="read_calendar",
    method="GET",
    path=f"{PATH}/{{file}}",
    summary="Read what is due in the next 60 days, and what asks for its amount, as a calendar",
    path_texts=CalendarPath,
    answers={HTTPStatus.OK: str},
    problems=(HTTPStatus.NOT_FOUND,),
    media_type="text/calendar",
    public=True,
)


def read_calendar(request: Request) -> Response:
    """Answer with the calendar of the link's person."""
    part = opened_by(request.path_texts.get("file", ""), request.deadline)
    repository = rules_in(part, request.deadline)
    names = {category.id: category.name for category in repository.categories()}
    feed = calendar_feed.write(rules.all_seen(repository), names, today=today(), at=now())
    return Response(HTTPStatus.OK, feed, media_type=f"{operation.media_type}; charset=utf-8")


handler = lambda_handler(operation, read_calendar)
