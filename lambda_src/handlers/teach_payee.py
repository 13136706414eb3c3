"""``PUT /api/payees/{payee}``: say which category and tags expenses of a payee get."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import payees
from tracker.parsing import parse_body, parse_parameters
from tracker.payee import PayeePath, PayeeRule, PayeeRuleContent
from tracker.repository.payees import open_payees

operation = Operation(
    name="teach_payee",
    method="PUT",
    path="/api/payees/{payee+}",
    summary="Say which category and tags expenses of a payee get",
    needs="member",
    path_texts=PayeePath,
    body=PayeeRuleContent,
    answers={HTTPStatus.OK: PayeeRule},
    problems=(HTTPStatus.CONFLICT,),
)


def teach_payee(request: Request) -> Response:
    """Record what the body says of the payee that the path names."""
    repository = open_payees(request.claim, request.deadline)
    path = parse_parameters(PayeePath, request.path_texts)
    content = parse_body(PayeeRuleContent, request.json())
    return Response(HTTPStatus.OK, payees.teach(repository, path.payee, content))


handler = lambda_handler(operation, teach_payee)
