"""``POST /api/ledgers/{id}/invitations``: invite somebody into a shared ledger."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import inviting
from tracker.invitation import InvitationContent, NewInvitation
from tracker.parsing import parse_body
from tracker.repository.invitations import open_invitations

operation = Operation(
    name="add_invitation",
    method="POST",
    path="/api/ledgers/{id}/invitations",
    summary="Invite one person into a shared ledger; the token is told this once",
    needs="owner",
    body=InvitationContent,
    answers={HTTPStatus.CREATED: NewInvitation},
    problems=(HTTPStatus.CONFLICT,),
)


def add_invitation(request: Request) -> Response:
    """Make an invitation to the ledger that the path names."""
    repository = open_invitations(request.claim, request.deadline)
    content = parse_body(InvitationContent, request.json())
    invitation = inviting.invite(repository, content.role)
    collection = operation.path.replace("{id}", request.path_id)
    return of_made(invitation, collection=collection, is_new=True)


handler = lambda_handler(operation, add_invitation)
