"""``GET /api/recurring``: all recurring rules."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import rules
from tracker.repository.recurring import open_rules
from tracker.rule import RecurringRule


class RecurringList(msgspec.Struct, frozen=True):
    """All recurring rules, in the order in which they were made."""

    items: list[RecurringRule]


operation = Operation(
    name="list_recurring",
    method="GET",
    path="/api/recurring",
    summary="List the rules of recurring expenses, as they stand",
    needs="viewer",
    answers={HTTPStatus.OK: RecurringList},
)


def list_recurring(request: Request) -> Response:
    """Answer with every rule."""
    repository = open_rules(request.claim, request.deadline)
    return Response(HTTPStatus.OK, RecurringList(rules.all_seen(repository)))


handler = lambda_handler(operation, list_recurring)
