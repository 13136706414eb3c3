"""``PUT /api/settings``: change how the ledger's months are counted."""

from http import HTTPStatus
from typing import Annotated

from msgspec import Meta

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker.errors import FieldError, InvalidInputError
from tracker.parsing import parse_body
from tracker.repository.plans import open_plans
from tracker.settings import Settings, SettingsChange

operation = Operation(
    name="change_settings",
    method="PUT",
    path="/api/settings",
    summary="Change the day that months begin on, or what budgets carry over; the rest stays",
    needs="member",
    body=Annotated[SettingsChange, Meta(extra_json_schema={"minProperties": 1})],
    answers={HTTPStatus.OK: Settings},
)


def change_settings(request: Request) -> Response:
    """Record what the body changes."""
    repository = open_plans(request.claim, request.deadline)
    change = parse_body(SettingsChange, request.json())
    if change == SettingsChange():
        raise InvalidInputError([FieldError("", "the body must hold at least one field to change")])
    repository.change_settings(change)
    return Response(HTTPStatus.OK, repository.settings())


handler = lambda_handler(operation, change_settings)
