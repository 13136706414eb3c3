"""``GET /api/settings``: how the ledger's months are counted."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.repository.plans import open_plans
from tracker.settings import Settings

operation = Operation(
    name="get_settings",
    method="GET",
    path="/api/settings",
    summary="Tell the day that months begin on, and from when on budgets carry over",
    needs="totals",
    answers={HTTPStatus.OK: Settings},
)


def get_settings(request: Request) -> Response:
    """Answer with the settings."""
    repository = open_plans(request.claim, request.deadline)
    return Response(HTTPStatus.OK, repository.settings())


handler = lambda_handler(operation, get_settings)
