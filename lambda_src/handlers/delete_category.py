"""``DELETE /api/categories/{id}``: delete a category that no expense has."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import categories
from tracker.repository import open_repository

operation = Operation(
    name="delete_category",
    method="DELETE",
    path="/api/categories/{id}",
    summary="Delete a category of one's own that no expense has",
    answers={HTTPStatus.NO_CONTENT: None},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)


def delete_category(request: Request) -> Response:
    """Delete the category that the path names."""
    repository = open_repository(request.user, request.deadline)
    categories.delete(repository, request.path_id)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, delete_category)
