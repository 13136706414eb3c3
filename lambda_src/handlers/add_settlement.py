"""``POST /api/ledgers/{id}/settlements``: record what one member gave another."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import settling
from tracker.balances import Settlement, SettlementContent
from tracker.parsing import parse_body
from tracker.repository.settlements import open_settlements

operation = Operation(
    name="add_settlement",
    method="POST",
    path="/api/ledgers/{id}/settlements",
    summary="Record what one member gave another to settle; again, it changes nothing",
    needs="member",
    body=SettlementContent,
    answers={HTTPStatus.CREATED: Settlement, HTTPStatus.OK: Settlement},
    problems=(HTTPStatus.CONFLICT,),
)


def add_settlement(request: Request) -> Response:
    """Record the settlement that the body holds."""
    repository = open_settlements(request.claim, request.deadline)
    added = settling.add(repository, parse_body(SettlementContent, request.json()))
    collection = operation.path.replace("{id}", request.path_id)
    return of_made(added.settlement, collection=collection, is_new=added.is_new)


handler = lambda_handler(operation, add_settlement)
