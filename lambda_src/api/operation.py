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
from api.problems import FAULT, Problem, RequestError, problem_of
from api.responses import Response, of_problem, to_lambda
from tracker.errors import TrackerError

Action = Callable[[Request], Response]
LambdaHandler = Callable[[Mapping[str, Any], Any], dict[str, Any]]

logger = Logger()
metrics = Metrics()


class Operation(NamedTuple):
    """An operation as the OpenAPI document describes it.

    Attributes
    ----------
    answers : dict of HTTPStatus to type or None
        What a success holds, by status.
    problems : tuple of HTTPStatus
        The problems that a client may meet, besides those that every operation has.
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
    public: bool = False
    if_match: bool = False


def lambda_handler(operation: Operation, act: Action) -> LambdaHandler:
    """Make the function that Lambda calls.

    It answers every error itself, counts what it answers, and logs one line a request, in which
    there is nothing that a person typed, spent or signed in with.
    """

    def handle(event: Mapping[str, Any], context: Any) -> dict[str, Any]:  # noqa: ANN401 -- Lambda's own
        started = time.perf_counter()
        request = Request(event, context.get_remaining_time_in_millis() / 1000)
        logger.set_correlation_id(event.get("requestContext", {}).get("requestId"))
        response = _answer(act, request)
        milliseconds = round((time.perf_counter() - started) * 1000, 1)
        logger.info(
            operation.name,
            status=response.status.value,
            milliseconds=milliseconds,
            retries=request.deadline.pauses,
        )
        _count(operation, response.status, request.deadline.pauses)
        return to_lambda(response, gzip_accepted=request.accepts_gzip())

    _keep_what_is_loaded()
    return handle


def _keep_what_is_loaded() -> None:
    """Spare the garbage collector, on Lambda, what a function loads once and keeps."""
    if "AWS_LAMBDA_FUNCTION_NAME" in os.environ:
        gc.freeze()


def _count(operation: Operation, status: HTTPStatus, retries: int) -> None:
    """Count what is out of the ordinary.

    Lambda and HTTP API count the rest themselves; a metric of one's own costs by the hour in which
    it is sent.
    """
    counts = {
        "Faults": int(status is HTTPStatus.INTERNAL_SERVER_ERROR),
        "Busy": int(status is HTTPStatus.SERVICE_UNAVAILABLE),
        "Retries": retries,
    }
    noteworthy = {name: count for name, count in counts.items() if count}
    for name, count in noteworthy.items():
        metrics.add_metric(name, MetricUnit.Count, count)
    if noteworthy:
        metrics.add_metadata("operation", operation.name)
        metrics.flush_metrics()


def _answer(act: Action, request: Request) -> Response:
    try:
        return act(request)
    except (TrackerError, RequestError) as error:
        return of_problem(problem_of(error))
    except Exception as error:  # noqa: BLE001 -- the outermost edge: a bug becomes an alarm
        return of_problem(_fault(error))


def _fault(error: Exception) -> Problem:
    """Note a bug by its kind and place, not by its message, which may hold what a person typed."""
    places = [
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    logger.error("fault", error=type(error).__name__, places=places)
    return FAULT
