"""The DynamoDB table: requests, which of their failures pass, and how they are repeated."""

# botocore makes its classes at run time and ships no stubs.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import functools
import os
import uuid
from collections.abc import Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from botocore.exceptions import (
    ClientError,
    ConnectionError,  # noqa: A004 -- botocore's name for its root of connection failures
    HTTPClientError,
)

from tracker.deadline import Deadline
from tracker.errors import BusyError, NoRoomError
from tracker.repository.client import open_client

if TYPE_CHECKING:
    from collections.abc import Callable

Item = dict[str, Any]
"""In DynamoDB's own form: ``{"PK": {"S": "USER#…"}, …}``."""

MAX_ACTIONS = 100
"""Actions of one transaction (DynamoDB's quota)."""

MAX_KEYS = 100
"""Items that one request reads by their keys (DynamoDB's quota)."""

MAX_DELETED = 25
"""Items that one request deletes (DynamoDB's quota)."""

PASSING_ERRORS = frozenset(
    {
        "InternalServerError",
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ServiceUnavailableException",
        "ThrottlingException",
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)
"""Error codes that another attempt may not meet ("Error handling with DynamoDB")."""

PASSING_REASONS = frozenset(
    {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"}
)
"""Cancellation reasons of that sort (the API reference of TransactWriteItems)."""


def key_of(action: Item) -> Item:
    """Tell the primary key of the item that an action of a transaction is about."""
    ((kind, request),) = action.items()
    item = request["Item" if kind == "Put" else "Key"]
    return {name: item[name] for name in ("PK", "SK")}


FULL = {"ItemCollectionSizeLimitExceeded", "ItemCollectionSizeLimitExceededException"}
"""A partition with local indexes holds 10 GB: as a transaction's reason, and as an error code."""


class Failure(NamedTuple):
    """A condition that did not hold.

    Attributes
    ----------
    action : int
        Which action of the transaction it was.
    item : Item or None
        What is stored under that key, where the action asked to be told.
    """

    action: int
    item: Item | None


class ConditionFailedError(Exception):
    """A transaction was cancelled, and nothing written, since conditions did not hold."""

    def __init__(self, failures: list[Failure]) -> None:
        super().__init__(f"conditions of {len(failures)} actions did not hold")
        self.failures = failures


class ItemPage(NamedTuple):
    """What one request of a query found, and the key after which the next goes on, if any."""

    items: list[Item]
    last_key: Item | None


class Table:
    """One table, through one client.

    Parameters
    ----------
    client : botocore client
        Of DynamoDB, without retries of its own: repeating is decided here, by the time left.
    name : str
        The table's name.
    """

    def __init__(self, client: Any, name: str) -> None:  # noqa: ANN401 -- botocore makes the class at run time
        self._client = client
        self._name = name

    def get(self, key: Item, deadline: Deadline) -> Item | None:
        """Read one item, strongly consistent."""
        answer = _repeat(
            lambda: self._client.get_item(TableName=self._name, Key=key, ConsistentRead=True),
            deadline,
        )
        return answer.get("Item")

    def which_exist(self, primary_keys: list[Item], deadline: Deadline) -> set[str]:
        """Tell the sort keys of those items that there are, strongly consistent.

        Parameters
        ----------
        primary_keys : list of Item
            At most `MAX_KEYS`, of one partition.
        """
        found = self._batch(primary_keys, deadline, ProjectionExpression="SK")
        return {item["SK"]["S"] for item in found}

    def get_many(
        self, primary_keys: list[Item], deadline: Deadline, *, consistent: bool = True
    ) -> list[Item]:
        """Read those items that there are, in no order.

        Parameters
        ----------
        primary_keys : list of Item
            At most `MAX_KEYS`.
        consistent : bool
            Whether strongly so; else it costs half, and may lag behind.
        """
        return list(self._batch(primary_keys, deadline, ConsistentRead=consistent))

    def _batch(
        self,
        primary_keys: list[Item],
        deadline: Deadline,
        **options: Any,  # noqa: ANN401 -- botocore's own parameters
    ) -> Iterator[Item]:
        left = primary_keys
        while left:
            asked = {"Keys": left, "ConsistentRead": True} | options
            read = functools.partial(self._client.batch_get_item, RequestItems={self._name: asked})
            answer = _repeat(read, deadline)
            yield from answer["Responses"].get(self._name, [])
            left = answer["UnprocessedKeys"].get(self._name, {}).get("Keys", [])
            if left:
                deadline.pause()

    def page(self, deadline: Deadline, **request: Any) -> ItemPage:  # noqa: ANN401 -- botocore's own parameters
        """Read one page of a query, strongly consistent unless the request says otherwise."""
        complete = {"TableName": self._name, "ConsistentRead": True} | request
        answer = _repeat(lambda: self._client.query(**complete), deadline)
        return ItemPage(answer["Items"], answer.get("LastEvaluatedKey"))

    def query(self, deadline: Deadline, **request: Any) -> Iterator[Item]:  # noqa: ANN401 -- as above
        """Yield what a query finds, as `page` does, reading on page by page as needed."""
        while True:
            page = self.page(deadline, **request)
            yield from page.items
            if page.last_key is None:
                return
            request["ExclusiveStartKey"] = page.last_key

    def transact(self, actions: list[Item], deadline: Deadline) -> None:
        """Do all actions or none.

        A token makes it safe to repeat an attempt whose outcome is unknown: DynamoDB answers a
        repetition of what it has done with success and does nothing again.

        Parameters
        ----------
        actions : list of Item
            ``{"Put": …}``, ``{"Update": …}``, ``{"Delete": …}``, without the table's name.

        Raises
        ------
        ConditionFailedError
            A condition did not hold; nothing was written.
        NoRoomError
            The person's items have no more room; nothing was written.
        BusyError
            The time is up. Nothing was written, or all of it was and the answer got lost.
        """
        named = [
            {kind: {"TableName": self._name, **action[kind]}}
            for action in actions
            for kind in action
        ]
        token = str(uuid.uuid4())
        _repeat(
            lambda: self._client.transact_write_items(
                TransactItems=named, ClientRequestToken=token
            ),
            deadline,
        )

    def delete_many(self, primary_keys: list[Item], deadline: Deadline) -> None:
        """Delete items, whatever they are.

        Parameters
        ----------
        primary_keys : list of Item
            At most `MAX_DELETED`.
        """
        left: Any = [{"DeleteRequest": {"Key": key}} for key in primary_keys]
        while left:
            write = functools.partial(
                self._client.batch_write_item, RequestItems={self._name: left}
            )
            left = _repeat(write, deadline)["UnprocessedItems"].get(self._name, [])
            if left:
                deadline.pause()

    def attempt_delete(self, deadline: Deadline, **request: Any) -> None:  # noqa: ANN401 -- as above
        """Delete an item if a condition holds, where nothing depends on its being done.

        It is tried once, and not at all where the time is up.
        """
        try:
            deadline.check()
            self._client.delete_item(TableName=self._name, **request)
        except ClientError as error:
            response: Any = error.response
            code = response["Error"]["Code"]
            if code != "ConditionalCheckFailedException" and not _passes(error):
                raise
        except (BusyError, ConnectionError, HTTPClientError, msgspec.DecodeError):
            pass


def _repeat(send: "Callable[[], Any]", deadline: Deadline) -> Any:  # noqa: ANN401 -- botocore's answers are dicts of anything
    """Send until it is done, refused, or the time is up."""
    while True:
        deadline.check()
        try:
            return send()
        except ClientError as error:
            if not _passes(error):
                raise
        except (ConnectionError, HTTPClientError, msgspec.DecodeError):
            pass  # Sent or not, done or not, told or cut short: the same request again tells.
        deadline.pause()


def _passes(error: ClientError) -> bool:
    """Tell whether another attempt may go better; name what refused it where that is known."""
    response: Any = error.response
    code = response["Error"]["Code"]
    if FULL & {code, *(reason.get("Code") for reason in response.get("CancellationReasons", []))}:
        raise NoRoomError from error
    if code != "TransactionCanceledException":
        # What stands before DynamoDB has no codes, only a status.
        status = response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        return code in PASSING_ERRORS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
    reasons = response.get("CancellationReasons", [])
    failures = [
        Failure(index, reason.get("Item"))
        for index, reason in enumerate(reasons)
        if reason.get("Code") == "ConditionalCheckFailed"
    ]
    if failures:
        raise ConditionFailedError(failures) from error
    return any(reason.get("Code") in PASSING_REASONS for reason in reasons)


@functools.cache
def table() -> Table:
    """Open the table that the environment names, once a process."""
    return Table(open_client(), os.environ["TABLE_NAME"])
