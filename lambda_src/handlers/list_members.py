"""``GET /api/ledgers/{id}/members``: who is in a shared ledger, and who was."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.repository.sharing import open_shared
from tracker.sharing import Member


class MemberList(msgspec.Struct, frozen=True):
    """Who is in a ledger, and who was, in the order of joining."""

    items: list[Member]


operation = Operation(
    name="list_members",
    method="GET",
    path="/api/ledgers/{id}/members",
    summary="List who is in a shared ledger, and who was",
    needs="totals",
    answers={HTTPStatus.OK: MemberList},
)


def list_members(request: Request) -> Response:
    """Answer with the members of the ledger that the path names."""
    repository = open_shared(request.claim, request.deadline)
    return Response(HTTPStatus.OK, MemberList(repository.members()))


handler = lambda_handler(operation, list_members)
