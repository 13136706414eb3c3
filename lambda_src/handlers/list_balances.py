"""``GET /api/ledgers/{id}/balances``: what each member paid and owes."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import settling
from tracker.balances import Balances
from tracker.repository.settlements import open_settlements

operation = Operation(
    name="list_balances",
    method="GET",
    path="/api/ledgers/{id}/balances",
    summary="Tell what each member paid and owes, and the transfers that settle it",
    needs="totals",
    answers={HTTPStatus.OK: Balances},
    problems=(HTTPStatus.CONFLICT,),
)


def list_balances(request: Request) -> Response:
    """Answer with how everybody in the ledger that the path names stands."""
    repository = open_settlements(request.claim, request.deadline)
    return Response(HTTPStatus.OK, settling.stand(repository))


handler = lambda_handler(operation, list_balances)
