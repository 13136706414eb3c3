"""``GET /api/payees``: what the person taught of payees."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.payee import PayeeRule
from tracker.repository.payees import open_payees


class PayeeRuleList(msgspec.Struct, frozen=True):
    """All payee rules, in the order of the payees' names."""

    items: list[PayeeRule]


operation = Operation(
    name="list_payees",
    method="GET",
    path="/api/payees",
    summary="List what was taught of payees",
    needs="viewer",
    answers={HTTPStatus.OK: PayeeRuleList},
)


def list_payees(request: Request) -> Response:
    """Answer with every payee rule."""
    repository = open_payees(request.claim, request.deadline)
    return Response(HTTPStatus.OK, PayeeRuleList(repository.payee_rules()))


handler = lambda_handler(operation, list_payees)
