"""A DynamoDB client whose calls go wrong, in every way that DynamoDB's can."""

import contextlib
from collections.abc import Callable
from itertools import count
from typing import Any, NamedTuple

from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    EndpointConnectionError,
    ReadTimeoutError,
)

from tracker.deadline import ANSWER_SECONDS

URL = "https://dynamodb.ap-south-1.amazonaws.com"
CALLS = ("batch_get_item", "get_item", "query", "transact_write_items")


class Fault(NamedTuple):
    """One way in which a call goes wrong.

    Attributes
    ----------
    takes_effect
        Whether DynamoDB does what was asked before the answer is lost.
    seconds
        How long it takes to notice.
    writes_only
        Whether DynamoDB's documentation names it for writes only.
    """

    error: Callable[[str, dict], Exception]
    takes_effect: bool = False
    seconds: float = 0.01
    writes_only: bool = False


def _refusal(code: str, status: int) -> Callable[[str, dict], Exception]:
    def error(call: str, request: dict) -> Exception:
        response = {
            "Error": {"Code": code, "Message": "injected"},
            "ResponseMetadata": {"HTTPStatusCode": status},
        }
        return ClientError(response, call)

    return error


def _conflict(call: str, request: dict) -> Exception:
    """One item of the transaction is part of another one that is under way."""
    reasons = [{"Code": "None"} for _ in request["TransactItems"]]
    reasons[-1] = {"Code": "TransactionConflict", "Message": "injected"}
    response = {
        "Error": {"Code": "TransactionCanceledException", "Message": "injected"},
        "CancellationReasons": reasons,
        "ResponseMetadata": {"HTTPStatusCode": 400},
    }
    return ClientError(response, call)


FAULTS = {
    "throttled": Fault(_refusal("ThrottlingException", 400)),
    "in_conflict": Fault(_conflict, writes_only=True),
    "in_progress": Fault(_refusal("TransactionInProgressException", 400), writes_only=True),
    "internal_error": Fault(_refusal("InternalServerError", 500)),
    "internal_error_after_effect": Fault(_refusal("InternalServerError", 500), takes_effect=True),
    # An answer that is not DynamoDB's own: botocore makes the status its code.
    "unavailable": Fault(_refusal("503", 503)),
    "unreachable": Fault(lambda *_: EndpointConnectionError(endpoint_url=URL)),
    "timeout_before_effect": Fault(
        lambda *_: ReadTimeoutError(endpoint_url=URL), seconds=ANSWER_SECONDS
    ),
    "timeout_after_effect": Fault(
        lambda *_: ReadTimeoutError(endpoint_url=URL), seconds=ANSWER_SECONDS, takes_effect=True
    ),
    "reset_after_effect": Fault(
        lambda *_: ConnectionClosedError(endpoint_url=URL), takes_effect=True
    ),
}


class Clock:
    """Time that passes only when something takes time; in seconds."""

    def __init__(self):
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float):
        self.now += seconds


class FaultyClient:
    """Passes calls on, but lets some of them go wrong.

    Parameters
    ----------
    client
        The botocore client that does what is asked.
    fault
        How calls go wrong.
    calls
        Which ones do, counted from 1.
    """

    def __init__(self, client: Any, clock: Clock, fault: Fault, calls: Callable[[int], bool]):
        self._client = client
        self._clock = clock
        self._fault = fault
        self._calls = calls
        self._numbers = count(1)
        self.struck = 0

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in CALLS:
            raise AttributeError(f"the operations are not known to call {name}")
        return lambda **request: self._send(name, request)

    def _send(self, call: str, request: dict) -> Any:
        strikes = self._calls(next(self._numbers))
        if not strikes or (self._fault.writes_only and call != "transact_write_items"):
            return getattr(self._client, call)(**request)
        self.struck += 1
        if self._fault.takes_effect:
            # What was refused is an answer, too, and gets lost like any other.
            with contextlib.suppress(ClientError):
                getattr(self._client, call)(**request)
        self._clock.sleep(self._fault.seconds)
        raise self._fault.error(call, request)


class CountingClient:
    """Passes calls on and counts them."""

    def __init__(self, client: Any):
        self._client = client
        self.sent: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def send(**request: Any) -> Any:
            self.sent.append(name)
            return getattr(self._client, name)(**request)

        return send
