"""``POST /api/invitations/look``: see whose ledger an invitation is to, and as what."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import inviting
from tracker.invitation import Invited, Look
from tracker.parsing import parse_body
from tracker.repository.invitations import open_invitee

operation = Operation(
    name="look_at_invitation",
    method="POST",
    path="/api/invitations/look",
    summary="See what an invitation is to, before accepting it",
    body=Look,
    answers={HTTPStatus.OK: Invited},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS),
)


def look_at_invitation(request: Request) -> Response:
    """Answer with what the token in the body is to; a path or a query would be logged."""
    invitee = open_invitee(request.user, request.deadline)
    said = parse_body(Look, request.json())
    return Response(HTTPStatus.OK, inviting.look(invitee, said.token))


handler = lambda_handler(operation, look_at_invitation)
