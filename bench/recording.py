"""A DynamoDB client that passes requests on and notes what each costs."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from bench.capacity import TRANSACTION_FACTOR, Index, Item, item_size, read_units, write_units
from tests.table import TABLE

INDEXES = tuple(
    Index(index["IndexName"], tuple(key["AttributeName"] for key in index["KeySchema"]))
    for index in (*TABLE["LocalSecondaryIndexes"], *TABLE["GlobalSecondaryIndexes"])
)


class Charge(NamedTuple):
    """What one request cost.

    Attributes
    ----------
    read, write : float
        Capacity units.
    write_if_doubled : float
        Write units, were a transaction to double the share of the indexes too.
    items, size : int
        How many items were read, and their bytes.
    """

    read: float = 0
    write: float = 0
    write_if_doubled: float = 0
    items: int = 0
    size: int = 0


class Cost(NamedTuple):
    """What one operation cost: its requests, added up."""

    requests: int
    read: float
    write: float
    write_if_doubled: float
    items: int
    size: int


class RecordingClient:
    """The part of a botocore client that `tracker.repository.table` and the baseline call.

    Parameters
    ----------
    client : botocore client
        To pass requests on to, and to look at items before and after a write, at nobody's cost.
    indexes : tuple of Index
        Of the table.
    """

    def __init__(self, client: Any, indexes: tuple[Index, ...] = INDEXES) -> None:  # noqa: ANN401 -- botocore makes the class at run time
        self._client = client
        self._indexes = indexes
        self._charges: list[Charge] = []

    @contextmanager
    def cost_of(self, costs: dict[str, Cost], name: str) -> Iterator[None]:
        """Note what all requests within cost."""
        self._charges = []
        yield
        costs[name] = Cost(
            requests=len(self._charges),
            read=sum(charge.read for charge in self._charges),
            write=sum(charge.write for charge in self._charges),
            write_if_doubled=sum(charge.write_if_doubled for charge in self._charges),
            items=sum(charge.items for charge in self._charges),
            size=sum(charge.size for charge in self._charges),
        )

    def get_item(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401 -- botocore's own parameters
        """Pass on and note a read of one item."""
        answer = self._client.get_item(**request)
        found = [answer["Item"]] if "Item" in answer else []
        self._note_read(found, request)
        return answer

    def batch_get_item(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401 -- botocore's own parameters
        """Pass on and note reads of items by their keys, each of which is rounded up by itself."""
        answer = self._client.batch_get_item(**request)
        for table, asked in request["RequestItems"].items():
            found = answer["Responses"].get(table, [])
            consistent = asked.get("ConsistentRead", False)
            units = sum(read_units([item], consistent=consistent) for item in found)
            size = sum(map(item_size, found))
            self._charges.append(Charge(read=units, items=len(found), size=size))
        return answer

    def query(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401 -- botocore's own parameters
        """Pass on and note a query; what a filter or projection leaves out is paid for too."""
        answer = self._client.query(**request)
        looked_at = answer["Items"]
        if answer["ScannedCount"] != answer["Count"] or "ProjectionExpression" in request:
            looked_at = self._whole(request, answer["ScannedCount"])
        self._note_read(looked_at, request)
        return answer

    def transact_write_items(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401 -- botocore's own parameters
        """Pass on and note a transaction."""
        actions = [action for named in request["TransactItems"] for action in named.values()]
        before = [self._stored(action) for action in actions]
        answer = self._client.transact_write_items(**request)
        units = [
            write_units(old, self._stored(action), self._indexes)
            for action, old in zip(actions, before, strict=True)
        ]
        table = TRANSACTION_FACTOR * sum(unit.table for unit in units)
        indexes = sum(unit.indexes for unit in units)
        self._charges.append(
            Charge(write=table + indexes, write_if_doubled=table + TRANSACTION_FACTOR * indexes)
        )
        return answer

    def put_item(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401 -- botocore's own parameters
        """Pass on and note a put."""
        return self._write(self._client.put_item, request)

    def delete_item(self, **request: Any) -> dict[str, Any]:  # noqa: ANN401 -- botocore's own parameters
        """Pass on and note a deletion."""
        return self._write(self._client.delete_item, request)

    def _write(self, send: Any, request: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 -- a botocore method
        before = self._stored(request)
        try:
            return send(**request)
        finally:  # what its condition refuses is charged too
            units = write_units(before, self._stored(request), self._indexes)
            self._charges.append(Charge(write=sum(units), write_if_doubled=sum(units)))

    def _note_read(self, items: list[Item], request: dict[str, Any]) -> None:
        units = read_units(items, consistent=request.get("ConsistentRead", False))
        self._charges.append(Charge(read=units, items=len(items), size=sum(map(item_size, items))))

    def _stored(self, action: dict[str, Any]) -> Item | None:
        item = action.get("Item", {})
        key = action.get("Key") or {name: item[name] for name in ("PK", "SK")}
        found = self._client.get_item(TableName=action["TableName"], Key=key, ConsistentRead=True)
        return found.get("Item")

    def _whole(self, request: dict[str, Any], looked_at: int) -> list[Item]:
        """Read again all that a query looked at where its answer does not hold it."""
        narrowing = ("FilterExpression", "ProjectionExpression", "ExpressionAttributeNames")
        kept = {name: value for name, value in request.items() if name not in narrowing}
        named = re.findall(r":\w+", kept["KeyConditionExpression"])
        values = kept["ExpressionAttributeValues"]
        kept["ExpressionAttributeValues"] = {n: v for n, v in values.items() if n in named}
        return self._client.query(**{**kept, "Limit": max(looked_at, 1)})["Items"]
