"""``DELETE /api/payees/{payee}``: forget what was taught of a payee."""

from http import HTTPStatus

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from tracker import payees
from tracker.parsing import parse_parameters
from tracker.payee import PayeePath
from tracker.repository.payees import open_payees

operation = Operation(
    name="forget_payee",
    method="DELETE",
    path="/api/payees/{payee+}",
    summary="Forget what was taught of a payee",
    needs="member",
    path_texts=PayeePath,
    answers={HTTPStatus.NO_CONTENT: None},
    problems=(HTTPStatus.NOT_FOUND,),
)


def forget_payee(request: Request) -> Response:
    """Delete the rule of the payee that the path names."""
    repository = open_payees(request.claim, request.deadline)
    payees.forget(repository, parse_parameters(PayeePath, request.path_texts).payee)
    return Response(HTTPStatus.NO_CONTENT)


handler = lambda_handler(operation, forget_payee)
