"""``PUT /api/categories/{id}``: rename, recolour or archive a category."""

from http import HTTPStatus
from typing import Annotated

from msgspec import Meta

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import categories
from tracker.category import Category, CategoryChange
from tracker.parsing import parse_body
from tracker.repository import open_repository

operation = Operation(
    name="edit_category",
    method="PUT",
    path="/api/categories/{id}",
    summary="Rename, recolour or archive a category; what is left out stays",
    needs="member",
    body=Annotated[CategoryChange, Meta(extra_json_schema={"minProperties": 1})],
    answers={HTTPStatus.OK: Category},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
)


def edit_category(request: Request) -> Response:
    """Change what the body names in the category that the path names."""
    repository = open_repository(request.claim, request.deadline)
    wanted = parse_body(CategoryChange, request.json())
    return Response(HTTPStatus.OK, categories.change(repository, request.path_id, wanted))


handler = lambda_handler(operation, edit_category)
