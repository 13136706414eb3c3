"""``DELETE /api/categories/{id}``: delete a category, or merge it into another."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import categories, merging
from tracker.fields import CategoryId
from tracker.parsing import parse_parameters
from tracker.repository.merging import open_merging


class Deletion(msgspec.Struct, frozen=True):
    """What becomes of the expenses that have the category."""

    move_to: CategoryId | None = None


operation = Operation(
    name="delete_category",
    method="DELETE",
    path="/api/categories/{id}",
    summary="Delete a category of one's own: one that no expense has, or by moving them to another",
    needs="member",
    query=Deletion,
    answers={HTTPStatus.NO_CONTENT: None},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)


def delete_category(request: Request) -> Response:
    """Delete the category that the path names, or merge it into the one that the query names."""
    repository = open_merging(request.claim, request.deadline)
    deletion = parse_parameters(Deletion, request.query)
    if deletion.move_to is None:
        categories.delete(repository, request.path_id)
    else:
        merging.merge(repository, request.path_id, deletion.move_to)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, delete_category)
