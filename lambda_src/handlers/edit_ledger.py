"""``PUT /api/ledgers/{id}``: replace what a shared ledger says."""

from http import HTTPStatus

from api.events import Request, demanded_revisions
from api.operation import Operation, lambda_handler
from api.responses import Response, of_versioned
from tracker import shared_ledgers
from tracker.parsing import parse_body
from tracker.repository.sharing import open_shared
from tracker.sharing import Ledger, LedgerContent

operation = Operation(
    name="edit_ledger",
    method="PUT",
    path="/api/ledgers/{id}",
    summary="Replace the name and the split of a shared ledger",
    needs="owner",
    body=LedgerContent,
    if_match=True,
    answers={HTTPStatus.OK: Ledger},
    problems=(HTTPStatus.PRECONDITION_FAILED, HTTPStatus.PRECONDITION_REQUIRED),
)


def edit_ledger(request: Request) -> Response:
    """Replace the version that ``If-Match`` names by what the body holds."""
    repository = open_shared(request.claim, request.deadline)
    accepted = demanded_revisions(request.headers)
    content = parse_body(LedgerContent, request.json())
    return of_versioned(shared_ledgers.edit(repository, content, accepted))


handler = lambda_handler(operation, edit_ledger)
