"""``PUT /api/recurring/{id}``: replace what a recurring rule says."""

from http import HTTPStatus

from api.events import Request, demanded_revisions
from api.operation import Operation, lambda_handler
from api.responses import Response, of_versioned
from tracker import rules
from tracker.parsing import parse_body
from tracker.repository.recurring import open_rules
from tracker.rule import RecurringRule, RuleContent

operation = Operation(
    name="edit_recurring",
    method="PUT",
    path="/api/recurring/{id}",
    summary="Replace what a rule of recurring expenses says; what it recorded stays",
    needs="member",
    body=RuleContent,
    if_match=True,
    answers={HTTPStatus.OK: RecurringRule},
    problems=(
        HTTPStatus.NOT_FOUND,
        HTTPStatus.PRECONDITION_FAILED,
        HTTPStatus.PRECONDITION_REQUIRED,
    ),
)


def edit_recurring(request: Request) -> Response:
    """Replace the version that ``If-Match`` names by what the body holds."""
    repository = open_rules(request.claim, request.deadline)
    accepted = demanded_revisions(request.headers)
    content = parse_body(RuleContent, request.json())
    edited = rules.edit(repository, request.path_id, content, accepted)
    return of_versioned(rules.one_seen(repository, edited))


handler = lambda_handler(operation, edit_recurring)
