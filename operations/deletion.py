"""Removing a person: their account first, so that they write nothing more, then all they have."""

from itertools import islice
from typing import Any

from operations.books import SECONDS, Books
from operations.deployment import Deployment
from operations.progress import say, shown
from tracker.deadline import Deadline
from tracker.repository import keys

BATCH = 25
"""Items that one request deletes (`BatchWriteItem`)."""


def close_account(deployment: Deployment, username: str) -> None:
    """Remove a person's account, and with it their refresh tokens.

    An access token that they have works until it ends, an hour at the most.
    """
    cognito = deployment.client("cognito-idp")
    person = {"UserPoolId": deployment.user_pool, "Username": username}
    cognito.admin_user_global_sign_out(**person)
    cognito.admin_delete_user(**person)


def delete_items(deployment: Deployment, user: str) -> int:
    """Delete all that a person has in the table, until a reading finds nothing.

    It may be cut short at any time and begun again.

    Returns
    -------
    int
        How many items were deleted.
    """
    deleted = 0
    while True:
        items = Books(deployment.table, user).items()
        sort_keys = shown((item["SK"]["S"] for item in items), "items deleted")
        before = deleted
        while batch := list(islice(sort_keys, BATCH)):
            _delete(deployment, [keys.primary(user, key) for key in batch])
            deleted += len(batch)
        if deleted == before:
            return deleted
        say("looking whether anything was written meanwhile")


def _delete(deployment: Deployment, primary_keys: list[dict[str, Any]]) -> None:
    deadline = Deadline(SECONDS)
    left = {
        deployment.table_name: [{"DeleteRequest": {"Key": primary}} for primary in primary_keys]
    }
    dynamodb = deployment.dynamodb
    while left:
        left = dynamodb.batch_write_item(RequestItems=left)["UnprocessedItems"]
        if left:
            deadline.pause()
