"""``POST /api/invitations/accept``: come into a shared ledger."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import inviting
from tracker.invitation import Acceptance
from tracker.parsing import parse_body
from tracker.repository.invitations import open_invitee
from tracker.sharing import Ledger

operation = Operation(
    name="accept_invitation",
    method="POST",
    path="/api/invitations/accept",
    summary="Come into a shared ledger by an invitation; again, it changes nothing",
    body=Acceptance,
    answers={HTTPStatus.CREATED: Ledger, HTTPStatus.OK: Ledger},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)


def accept_invitation(request: Request) -> Response:
    """Make who asks a member of the ledger that the token in the body is to."""
    invitee = open_invitee(request.user, request.deadline)
    added = inviting.accept(invitee, parse_body(Acceptance, request.json()))
    return of_made(added.ledger, collection="/api/ledgers", is_new=added.is_new)


handler = lambda_handler(operation, accept_invitation)
