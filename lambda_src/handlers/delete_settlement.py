"""``DELETE /api/ledgers/{id}/settlements/{settlement}``: delete a settlement."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import settling
from tracker.balances import SettlementPath
from tracker.parsing import parse_parameters
from tracker.repository.settlements import open_settlements

operation = Operation(
    name="delete_settlement",
    method="DELETE",
    path="/api/ledgers/{id}/settlements/{settlement}",
    summary="Delete what one member gave another to settle",
    needs="member",
    path_texts=SettlementPath,
    answers={HTTPStatus.NO_CONTENT: None},
)


def delete_settlement(request: Request) -> Response:
    """Delete the settlement that the path names."""
    repository = open_settlements(request.claim, request.deadline)
    path = parse_parameters(SettlementPath, request.path_texts)
    settling.delete(repository, path.settlement)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, delete_settlement)
