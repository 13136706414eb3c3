"""``PUT /api/ledgers/{id}/members/{member}``: change a member's role, or one's own name."""

from http import HTTPStatus
from typing import Annotated

from msgspec import Meta

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import shared_ledgers
from tracker.parsing import parse_body, parse_parameters
from tracker.repository.sharing import open_shared
from tracker.sharing import Member, MemberChange, MemberPath

operation = Operation(
    name="edit_member",
    method="PUT",
    path="/api/ledgers/{id}/members/{member}",
    summary="Change a member's role (owners), or one's own name (everybody)",
    needs="totals",
    path_texts=MemberPath,
    body=Annotated[MemberChange, Meta(extra_json_schema={"minProperties": 1})],
    answers={HTTPStatus.OK: Member},
    problems=(HTTPStatus.CONFLICT,),
)


def edit_member(request: Request) -> Response:
    """Change what the body holds in the member that the path names."""
    repository = open_shared(request.claim, request.deadline)
    path = parse_parameters(MemberPath, request.path_texts)
    change = parse_body(MemberChange, request.json())
    return Response(HTTPStatus.OK, shared_ledgers.change_member(repository, path.member, change))


handler = lambda_handler(operation, edit_member)
