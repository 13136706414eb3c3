"""``POST /api/categories``: add a category of one's own."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import categories
from tracker.category import Category, NewCategory
from tracker.parsing import parse_body
from tracker.repository import open_repository

operation = Operation(
    name="add_category",
    method="POST",
    path="/api/categories",
    summary="Add a category",
    body=NewCategory,
    answers={HTTPStatus.CREATED: Category},
    problems=(HTTPStatus.CONFLICT,),
)


def add_category(request: Request) -> Response:
    """Add the category that the body holds."""
    repository = open_repository(request.user, request.deadline)
    category = categories.add(repository, parse_body(NewCategory, request.json()))
    location = ("Location", f"/api/categories/{category.id}")
    return Response(HTTPStatus.CREATED, category, (location,))


handler = lambda_handler(operation, add_category)
