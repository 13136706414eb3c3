"""Who there is: in the table, and in the user pool."""

from collections.abc import Iterator
from typing import Any

from operations.deployment import Deployment
from operations.errors import OperationError
from operations.progress import shown
from tracker.repository import keys


def every_ledger(deployment: Deployment) -> list[str]:
    """List the partition keys of all ledgers in the table, people's own and shared ones, in order.

    This reads the whole table, at half the price of a consistent read.
    """
    found = set(shown(_owners(deployment), "items looked at"))
    return sorted(owner for owner in found if owner.startswith((keys.PEOPLE, keys.LEDGERS)))


def _owners(deployment: Deployment) -> Iterator[str]:
    pages = deployment.dynamodb.get_paginator("scan").paginate(
        TableName=deployment.table_name,
        ProjectionExpression="#owner",
        ExpressionAttributeNames={"#owner": "PK"},
    )
    for page in pages:
        for item in page["Items"]:
            yield item["PK"]["S"]


def sub_of(deployment: Deployment, email: str) -> str:
    """Find a person's id, the `sub` of their tokens, by their address.

    Raises
    ------
    OperationError
        Nobody in the user pool has it.
    """
    return attributes(account(deployment, f'email = "{_quoted(email)}"'))["sub"]


def account(deployment: Deployment, query: str) -> dict[str, Any]:
    """Find the one account in the user pool that a query of `ListUsers` names.

    Raises
    ------
    OperationError
        There is none.
    """
    found = deployment.client("cognito-idp").list_users(
        UserPoolId=deployment.user_pool, Filter=query
    )["Users"]
    if not found:
        raise OperationError(f"nobody in the user pool {deployment.user_pool} has {query}")
    return found[0]


def attributes(account: dict[str, Any]) -> dict[str, str]:
    """Read what the user pool knows of a person."""
    return {attribute["Name"]: attribute["Value"] for attribute in account["Attributes"]}


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
