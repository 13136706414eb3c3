"""``POST /api/recurring``: let an expense be recorded by itself from now on."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response, of_made
from tracker import rules
from tracker.parsing import parse_body
from tracker.repository.recurring import open_rules
from tracker.rule import RecurringRule, RuleContent

operation = Operation(
    name="add_recurring",
    method="POST",
    path="/api/recurring",
    summary="Add a rule of recurring expenses, and record what is due by it already",
    needs="member",
    body=RuleContent,
    answers={HTTPStatus.CREATED: RecurringRule, HTTPStatus.OK: RecurringRule},
    problems=(HTTPStatus.CONFLICT,),
)


def add_recurring(request: Request) -> Response:
    """Add the rule that the body holds."""
    repository = open_rules(request.claim, request.deadline)
    added = rules.add(repository, parse_body(RuleContent, request.json()))
    return of_made(
        rules.one_seen(repository, added.rule), collection=operation.path, is_new=added.is_new
    )


handler = lambda_handler(operation, add_recurring)
