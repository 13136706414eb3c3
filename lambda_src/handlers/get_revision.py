"""``GET /api/ledgers/{id}/revision``: tell whether anything in a shared ledger has changed."""

from http import HTTPStatus

import msgspec

from api.events import Request, known_revisions
from api.operation import Operation, lambda_handler
from api.responses import Response, with_etag
from tracker.repository.revisions import read_revision


class Revision(msgspec.Struct, frozen=True):
    """What is another after anything in the ledger has changed; setup: more than its expenses."""

    revision: str
    setup: str


operation = Operation(
    name="get_revision",
    method="GET",
    path="/api/ledgers/{id}/revision",
    summary="Tell whether anything in a shared ledger has changed",
    needs="totals",
    if_none_match=True,
    answers={HTTPStatus.OK: Revision, HTTPStatus.NOT_MODIFIED: None},
)


def get_revision(request: Request) -> Response:
    """Answer with the revision of the ledger that the path names, unless it is known."""
    known = known_revisions(request.headers)
    revision, setup = read_revision(request.claim, known, request.deadline)
    if revision in known:
        return with_etag(Response(HTTPStatus.NOT_MODIFIED), revision)
    return with_etag(Response(HTTPStatus.OK, Revision(revision, setup)), revision)


handler = lambda_handler(operation, get_revision)
