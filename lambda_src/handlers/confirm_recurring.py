"""``POST /api/recurring/{id}/confirm``: tell the amount of a day that a rule asks about."""

from http import HTTPStatus

import msgspec

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import rules
from tracker.expense import Expense
from tracker.fields import AmountPaise, CalendarDate
from tracker.parsing import parse_body
from tracker.repository.recurring import open_rules


class Confirmation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of a day that a rule asks about."""

    date: CalendarDate
    amount_paise: AmountPaise


operation = Operation(
    name="confirm_recurring",
    method="POST",
    path="/api/recurring/{id}/confirm",
    summary="Record a day that a rule asks about, with its amount; again, it changes nothing",
    needs="member",
    body=Confirmation,
    answers={HTTPStatus.CREATED: Expense, HTTPStatus.OK: Expense},
    problems=(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS),
)


def confirm_recurring(request: Request) -> Response:
    """Record the expense of the day that the body names."""
    repository = open_rules(request.claim, request.deadline)
    said = parse_body(Confirmation, request.json())
    recorded = rules.confirm(repository, request.path_id, said.date, said.amount_paise)
    return of_made(recorded.expense, collection="/api/expenses", is_new=recorded.is_new)


handler = lambda_handler(operation, confirm_recurring)
