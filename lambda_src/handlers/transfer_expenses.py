"""``POST /api/expenses/transfer``: move or copy expenses to another ledger."""

from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, UnsetType

from api.events import Request
from api.operation import Operation, lambda_handler
from api.responses import Response
from api.rows import answer_rows, rows_of, told
from tracker import transferring
from tracker.changing import Target
from tracker.errors import FieldError, InvalidInputError
from tracker.expense import Expense
from tracker.parsing import parse_body
from tracker.repository.transfers import Passage
from tracker.transferring import Destination


class ManyTransfers(Destination, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Expenses, each by its id and the version that was seen, and where they go."""

    expenses: Annotated[list[Any], rows_of("objects with id and version", "Target")]


class TransferredRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one expense, and what it is now, where it is known."""

    id: str | None
    status: transferring.Status
    expense: Expense | UnsetType = UNSET
    problem: dict[str, Any] | UnsetType = UNSET


class TransferResults(msgspec.Struct, frozen=True):
    """One result for each expense, in the order given."""

    results: list[TransferredRow]


operation = Operation(
    name="transfer_expenses",
    method="POST",
    path="/api/expenses/transfer",
    summary="Move or copy up to 100 expenses to another ledger",
    needs="member",
    body=ManyTransfers,
    parts=(Target,),
    answers={HTTPStatus.OK: TransferResults},
)


def transfer_expenses(request: Request) -> Response:
    """Bring those expenses of the body that can be to the ledger that it names."""
    sent = parse_body(ManyTransfers, request.json())
    source = request.claim
    if sent.to == source.ledger:
        raise InvalidInputError([FieldError("to", "must be another ledger")])
    passage = Passage(source, source._replace(ledger=sent.to), request.deadline)
    rows = answer_rows(
        sent.expenses,
        Target,
        done=lambda targets: transferring.transfer(passage, targets, sent),
        refused=lambda id_, why: transferring.Row(id_, "invalid", problem=why),
    )
    return Response(HTTPStatus.OK, TransferResults([TransferredRow(**told(*row)) for row in rows]))


handler = lambda_handler(operation, transfer_expenses)
