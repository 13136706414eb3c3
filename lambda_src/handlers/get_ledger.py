"""``GET /api/ledgers/{id}``: read a shared ledger."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_versioned
from tracker import shared_ledgers
from tracker.repository.sharing import open_shared
from tracker.sharing import Ledger

operation = Operation(
    name="get_ledger",
    method="GET",
    path="/api/ledgers/{id}",
    summary="Read a shared ledger",
    needs="totals",
    answers={HTTPStatus.OK: Ledger},
)


def get_ledger(request: Request) -> Response:
    """Answer with the ledger that the path names."""
    return of_versioned(shared_ledgers.seen(open_shared(request.claim, request.deadline)))


handler = lambda_handler(operation, get_ledger)
