"""What makes a function an operation of the API: its route, its description, its Lambda handler."""

import gc
import os
import time
import traceback
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple

import msgspec
from aws_lambda_powertools.logging import Logger
from aws_lambda_powertools.metrics import Metrics, MetricUnit

from api.events import Request
from api.problems import FAULT, Problem, RequestError, UnauthorizedError, problem_of
from api.pseudonym import in_logs
from api.responses import Response, of_problem, to_lambda
from tracker.access import Role
from tracker.errors import TrackerError

Action = Callable[[Request], Response]
LambdaHandler = Callable[[Mapping[str, Any], Any], dict[str, Any]]

logger = Logger()
metrics = Metrics()


LEDGER_PATH = "/api/ledgers/{id}"
"""Begins the paths of what is about the ledger that the path names."""


class Operation(NamedTuple):
    """An operation as the OpenAPI document describes it.

    Attributes
    ----------
    path : str
        A part ``{name+}`` holds slashes too: HTTP API decodes a path before it looks for its route,
        so that a text with one would be several parts.
    needs : str or None
        The least role in a shared ledger that allows it; None: it is about no ledger, or about all.
    path_texts : type of msgspec.Struct or None
        The parts of the path that are any text, and what each must be.
    answers : dict of HTTPStatus to type or None
        What a success holds, by status.
    problems : tuple of HTTPStatus
        The problems that a client may meet, besides those that every operation has.
    media_type : str
        Of what a success holds.
    public : bool
        Whether it answers without a token.
    ledger : bool
        Whether it opens the table.
    parts : tuple of type
        Further types that the body's description refers to.
    """

    name: str
    method: str
    path: str
    summary: str
    answers: dict[HTTPStatus, Any]
    problems: tuple[HTTPStatus, ...] = ()
    body: Any = None
    parts: tuple[Any, ...] = ()
    query: type[msgspec.Struct] | None = None
    path_texts: type[msgspec.Struct] | None = None
    media_type: str = "application/json"
    public: bool = False
    ledger: bool = True
    needs: Role | None = None
    if_match: bool = False
    if_none_match: bool = False

    @property
    def names_ledger(self) -> bool:
        """Whether the path names a shared ledger; else the query may."""
        return self.path.startswith(LEDGER_PATH)


def lambda_handler(operation: Operation, act: Action) -> LambdaHandler:
    """Make the function that Lambda calls.

    It answers every error itself, counts what it answers, and logs one line a request, in which
    there is nothing that a person typed, spent or signed in with; a keyed hash stands for them.
    """

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:  # noqa: ANN401 -- Lambda's own
        started = time.perf_counter()
        request = Request(
            event,
            context.get_remaining_time_in_millis() / 1000,
            needs=operation.needs,
            names_ledger=operation.names_ledger,
        )
        logger.set_correlation_id(event.get("requestContext", {}).get("requestId"))
        logger.append_keys(person=_person(operation, request))
        response = _answer(operation, act, request)
        milliseconds = round((time.perf_counter() - started) * 1000, 1)
        logger.info(
            operation.name,
            status=response.status.value,
            milliseconds=milliseconds,
            retries=request.deadline.pauses,
        )
        _count(operation, response.status, request.deadline.pauses)
        return to_lambda(response, gzip_accepted=request.accepts_gzip())

    if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:
        _prepare(operation)
    return handle


def _prepare(operation: Operation) -> None:
    """Do before the first request what would make it wait.

    Lambda starts a function with more CPU than it runs it with: the table is opened then. What is
    loaded by now is kept for good, so that the garbage collector need not look at it.
    """
    if operation.ledger:
        from tracker.repository.table import table  # noqa: PLC0415 -- brings botocore, which an operation without a ledger spares

        table()
    gc.freeze()


def _person(operation: Operation, request: Request) -> str | None:
    if operation.public:
        return None
    try:
        return in_logs(request.user)
    except UnauthorizedError:
        return None


def counts(status: HTTPStatus, retries: int) -> dict[str, int]:
    """Say what is counted of a request, by the metric's name; each name is billed."""
    return {
        "Faults": int(status is HTTPStatus.INTERNAL_SERVER_ERROR),
        "Busy": int(status is HTTPStatus.SERVICE_UNAVAILABLE),
        "Retries": retries,
    }


def _count(operation: Operation, status: HTTPStatus, retries: int) -> None:
    """Count what is out of the ordinary.

    Lambda and HTTP API count the rest themselves; a metric of one's own costs by the hour in which
    it is sent.
    """
    noteworthy = {name: count for name, count in counts(status, retries).items() if count}
    for name, count in noteworthy.items():
        metrics.add_metric(name, MetricUnit.Count, count)
    if noteworthy:
        metrics.add_metadata("operation", operation.name)
        metrics.flush_metrics()


def _answer(operation: Operation, act: Action, request: Request) -> Response:
    try:
        if not operation.public:
            # Whose request it is comes before all that is in it.
            request.require_person()
        return act(request)
    except (TrackerError, RequestError) as error:
        return of_problem(problem_of(error))
    except Exception as error:  # noqa: BLE001 -- the outermost edge: a bug becomes an alarm
        return of_problem(note_fault(error))


def note_fault(error: Exception) -> Problem:
    """Note a bug by its kind and place, not by its message, which may hold what a person typed."""
    places = [
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    logger.error("fault", error=type(error).__name__, places=places)
    return FAULT
