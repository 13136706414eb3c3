"""``GET /api/recurring/{id}``: read one recurring rule."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_versioned
from tracker import rules
from tracker.repository.recurring import open_rules
from tracker.rule import RecurringRule

operation = Operation(
    name="get_recurring",
    method="GET",
    path="/api/recurring/{id}",
    summary="Read a rule of recurring expenses, as it stands",
    needs="viewer",
    answers={HTTPStatus.OK: RecurringRule},
    problems=(HTTPStatus.NOT_FOUND,),
)


def get_recurring(request: Request) -> Response:
    """Answer with the rule that the path names."""
    repository = open_rules(request.claim, request.deadline)
    return of_versioned(rules.one_seen(repository, repository.rule(request.path_id)))


handler = lambda_handler(operation, get_recurring)
