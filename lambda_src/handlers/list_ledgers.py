"""``GET /api/ledgers``: the ledgers that one shares with others."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import shared_ledgers
from tracker.repository.memberships import open_memberships
from tracker.sharing import Ledger


class LedgerList(msgspec.Struct, frozen=True):
    """The shared ledgers that one is in, by name."""

    items: list[Ledger]


operation = Operation(
    name="list_ledgers",
    method="GET",
    path="/api/ledgers",
    summary="List the ledgers that one shares with others, by name",
    answers={HTTPStatus.OK: LedgerList},
)


def list_ledgers(request: Request) -> Response:
    """Answer with the shared ledgers of who asks."""
    memberships = open_memberships(request.user, request.deadline)
    return Response(HTTPStatus.OK, LedgerList(shared_ledgers.all_of(memberships)))


handler = lambda_handler(operation, list_ledgers)
