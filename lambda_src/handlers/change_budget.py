"""``PUT /api/budgets/{category or total}``: let a budget hold from a month on."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import budgets
from tracker.budget import Budget, BudgetContent
from tracker.parsing import parse_body
from tracker.repository.plans import open_plans

operation = Operation(
    name="change_budget",
    method="PUT",
    path="/api/budgets/{id}",
    summary="Let a budget of a category, or of the total, hold from a month on; null ends it",
    needs="member",
    body=BudgetContent,
    answers={HTTPStatus.OK: Budget},
    problems=(HTTPStatus.NOT_FOUND,),
)


def change_budget(request: Request) -> Response:
    """Record the budget that the body holds for what the path names."""
    repository = open_plans(request.claim, request.deadline)
    content = parse_body(BudgetContent, request.json())
    return Response(HTTPStatus.OK, budgets.change(repository, request.path_id, content))


handler = lambda_handler(operation, change_budget)
