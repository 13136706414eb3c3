"""``DELETE /api/ledgers/{id}``: delete a shared ledger with all that is in it."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import shared_ledgers
from tracker.repository.sharing import open_to_delete

operation = Operation(
    name="delete_ledger",
    method="DELETE",
    path="/api/ledgers/{id}",
    summary="Delete a shared ledger with all that is in it, for good",
    needs="owner",
    answers={HTTPStatus.NO_CONTENT: None},
)


def delete_ledger(request: Request) -> Response:
    """Delete the ledger that the path names."""
    shared_ledgers.delete(open_to_delete(request.claim, request.deadline))
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, delete_ledger)
