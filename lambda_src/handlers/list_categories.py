"""``GET /api/categories``: all categories, built-in and own."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.category import Category
from tracker.repository import open_repository


class CategoryList(msgspec.Struct, frozen=True):
    """The built-in categories in their order, then the person's own by name."""

    items: list[Category]


operation = Operation(
    name="list_categories",
    method="GET",
    path="/api/categories",
    summary="List categories, built-in and own",
    needs="totals",
    answers={HTTPStatus.OK: CategoryList},
)


def list_categories(request: Request) -> Response:
    """Answer with every category, archived ones included."""
    repository = open_repository(request.claim, request.deadline)
    return Response(HTTPStatus.OK, CategoryList(repository.categories()))


handler = lambda_handler(operation, list_categories)
