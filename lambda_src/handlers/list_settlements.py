"""``GET /api/ledgers/{id}/settlements``: what members gave each other to settle."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import settling
from tracker.balances import Settlement
from tracker.repository.settlements import open_settlements


class SettlementList(msgspec.Struct, frozen=True):
    """What members gave each other to settle, the newest day first."""

    items: list[Settlement]


operation = Operation(
    name="list_settlements",
    method="GET",
    path="/api/ledgers/{id}/settlements",
    summary="List what members gave each other to settle, the newest day first",
    needs="viewer",
    answers={HTTPStatus.OK: SettlementList},
)


def list_settlements(request: Request) -> Response:
    """Answer with the settlements of the ledger that the path names."""
    repository = open_settlements(request.claim, request.deadline)
    return Response(HTTPStatus.OK, SettlementList(settling.all_settlements(repository)))


handler = lambda_handler(operation, list_settlements)
