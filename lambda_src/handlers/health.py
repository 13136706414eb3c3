"""``GET /api/health``: tell that the API answers, and in which version."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import __version__


class Health(msgspec.Struct, frozen=True):
    """The version of what is deployed."""

    version: str


operation = Operation(
    name="health",
    method="GET",
    path="/api/health",
    summary="Tell the version of the API",
    answers={HTTPStatus.OK: Health},
    public=True,
    ledger=False,
)


def health(request: Request) -> Response:  # noqa: ARG001 -- every operation is called alike
    """Answer with the version."""
    return Response(HTTPStatus.OK, Health(version=__version__))


handler = lambda_handler(operation, health)
