"""What a tutorial's function does to show one expense: boto3 as it comes, one item, JSON."""

import json
import os
from typing import Any

import boto3

_dynamodb: Any = boto3.resource("dynamodb")
_table = _dynamodb.Table(os.environ["TABLE_NAME"])


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:  # noqa: ARG001 -- Lambda's own
    """Read an item by the keys that the event holds."""
    item = _table.get_item(Key=event["key"], ConsistentRead=True)["Item"]
    return {"statusCode": 200, "body": json.dumps(item, default=str)}
