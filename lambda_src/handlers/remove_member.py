"""``DELETE /api/ledgers/{id}/members/{member}``: remove a member, or leave."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import shared_ledgers
from tracker.parsing import parse_parameters
from tracker.repository.sharing import open_shared
from tracker.sharing import MemberPath

operation = Operation(
    name="remove_member",
    method="DELETE",
    path="/api/ledgers/{id}/members/{member}",
    summary="Remove a member from a shared ledger (owners), or leave it (everybody)",
    needs="totals",
    path_texts=MemberPath,
    answers={HTTPStatus.NO_CONTENT: None},
    problems=(HTTPStatus.CONFLICT,),
)


def remove_member(request: Request) -> Response:
    """Remove the member that the path names."""
    repository = open_shared(request.claim, request.deadline)
    path = parse_parameters(MemberPath, request.path_texts)
    shared_ledgers.remove(repository, path.member)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, remove_member)
