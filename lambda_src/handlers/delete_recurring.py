"""``DELETE /api/recurring/{id}``: delete a recurring rule."""

from http import HTTPStatus

from api.events import Request, revisions
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import rules
from tracker.repository.recurring import open_rules

operation = Operation(
    name="delete_recurring",
    method="DELETE",
    path="/api/recurring/{id}",
    summary="Delete a rule of recurring expenses; what it recorded stays",
    needs="member",
    if_match=True,
    answers={HTTPStatus.NO_CONTENT: None},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED),
)


def delete_recurring(request: Request) -> Response:
    """Delete the rule that the path names, in a version that ``If-Match`` names if it is sent."""
    repository = open_rules(request.claim, request.deadline)
    accepted = revisions(request.headers.get("if-match", "*"))
    rules.delete(repository, request.path_id, accepted)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, delete_recurring)
