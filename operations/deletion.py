"""Removing a person: their account first, so that they write nothing more, then all they have."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from operations.books import SECONDS, Books
from operations.deployment import Deployment
from operations.progress import say, shown
from tracker.deadline import Deadline
from tracker.repository import keys
from tracker.repository.calendar import CalendarRepository
from tracker.repository.part import Part
from tracker.repository.table import Item

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


def items_of(deployment: Deployment, user: str) -> Iterator[Item]:
    """Yield all that is in the parts of the table that are one person's own."""
    for owner in (keys.of_person(user), keys.attempts(user)):
        yield from Books(deployment.table, owner).items()


def delete_items(deployment: Deployment, user: str) -> int:
    """Delete all that is in a person's own parts of the table, until a reading finds nothing.

    It may be cut short at any time and begun again.

    Returns
    -------
    int
        How many items were deleted.
    """
    deleted = 0
    while True:
        _end_calendar_link(deployment, keys.of_person(user))
        items = items_of(deployment, user)
        primary_keys = shown(
            ({name: item[name] for name in ("PK", "SK")} for item in items), "items deleted"
        )
        before = deleted
        while batch := list(islice(primary_keys, BATCH)):
            _delete(deployment, batch)
            deleted += len(batch)
        if deleted == before:
            return deleted
        say("looking whether anything was written meanwhile")


def _end_calendar_link(deployment: Deployment, owner: str) -> None:
    """Delete what tells whose a person's calendar link is, which is in no partition of theirs."""
    link = CalendarRepository(deployment.table, Part(owner), Deadline(SECONDS)).link()
    if link:
        _delete(deployment, [keys.calendar(link.digest)])


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
