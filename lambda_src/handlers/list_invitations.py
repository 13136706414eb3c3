"""``GET /api/ledgers/{id}/invitations``: the invitations to a ledger that are open."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import inviting
from tracker.invitation import Invitation
from tracker.repository.invitations import open_invitations


class InvitationList(msgspec.Struct, frozen=True):
    """The invitations that can be accepted, the newest first."""

    items: list[Invitation]


operation = Operation(
    name="list_invitations",
    method="GET",
    path="/api/ledgers/{id}/invitations",
    summary="List the invitations to a shared ledger that are open",
    needs="owner",
    answers={HTTPStatus.OK: InvitationList},
)


def list_invitations(request: Request) -> Response:
    """Answer with the open invitations to the ledger that the path names."""
    repository = open_invitations(request.claim, request.deadline)
    return Response(HTTPStatus.OK, InvitationList(inviting.all_open(repository)))


handler = lambda_handler(operation, list_invitations)
