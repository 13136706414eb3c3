"""``DELETE /api/ledgers/{id}/invitations/{invitation}``: make an invitation worthless."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import inviting
from tracker.invitation import InvitationPath
from tracker.parsing import parse_parameters
from tracker.repository.invitations import open_invitations

operation = Operation(
    name="revoke_invitation",
    method="DELETE",
    path="/api/ledgers/{id}/invitations/{invitation}",
    summary="Revoke an invitation that nobody has accepted",
    needs="owner",
    path_texts=InvitationPath,
    answers={HTTPStatus.NO_CONTENT: None},
)


def revoke_invitation(request: Request) -> Response:
    """Revoke the invitation that the path names."""
    repository = open_invitations(request.claim, request.deadline)
    path = parse_parameters(InvitationPath, request.path_texts)
    inviting.revoke(repository, path.invitation)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, revoke_invitation)
