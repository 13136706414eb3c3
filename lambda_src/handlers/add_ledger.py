"""``POST /api/ledgers``: make a ledger to share with others."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import shared_ledgers
from tracker.parsing import parse_body
from tracker.repository.memberships import open_memberships
from tracker.sharing import Ledger, NewLedger

operation = Operation(
    name="add_ledger",
    method="POST",
    path="/api/ledgers",
    summary="Make a ledger to share with others; the same one again changes nothing",
    body=NewLedger,
    answers={HTTPStatus.CREATED: Ledger, HTTPStatus.OK: Ledger},
    problems=(HTTPStatus.CONFLICT,),
)


def add_ledger(request: Request) -> Response:
    """Make the ledger that the body holds, owned by who asks."""
    memberships = open_memberships(request.user, request.deadline)
    added = shared_ledgers.add(memberships, parse_body(NewLedger, request.json()))
    return of_made(added.ledger, collection=operation.path, is_new=added.is_new)


handler = lambda_handler(operation, add_ledger)
