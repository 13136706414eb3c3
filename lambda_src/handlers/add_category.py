"""``POST /api/categories``: add a category of one's own."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import categories
from tracker.category import Category, NewCategory
from tracker.parsing import parse_body
from tracker.repository import open_repository

operation = Operation(
    name="add_category",
    method="POST",
    path="/api/categories",
    summary="Add a category; the same one again changes nothing",
    needs="member",
    body=NewCategory,
    answers={HTTPStatus.CREATED: Category, HTTPStatus.OK: Category},
    problems=(HTTPStatus.CONFLICT,),
)


def add_category(request: Request) -> Response:
    """Add the category that the body holds."""
    repository = open_repository(request.claim, request.deadline)
    added = categories.add(repository, parse_body(NewCategory, request.json()))
    return of_made(added.category, collection=operation.path, is_new=added.is_new)


handler = lambda_handler(operation, add_category)
