"""Lists of what was deleted and can be brought back: the last thirty days', newest first.

It is brought back by adding it again, with its id.
"""

from itertools import islice
from typing import NamedTuple

from tracker import cursor as cursors
from tracker.expense import DeletedExpense
from tracker.limits import DAYS_KEPT
from tracker.moments import later, now
from tracker.repository.deleted import DeletedRepository
from tracker.repository.keys import IMAGE_POSITION, image_position

LIST = ("deleted",)
"""What a cursor of this list is narrowed by: no cursor of another list passes for one."""


class DeletedPage(NamedTuple):
    """Some expenses that were deleted, and the cursor of those that follow, if any."""

    items: list[DeletedExpense]
    next_cursor: str | None


def list_deleted(repository: DeletedRepository, *, limit: int, cursor: str | None) -> DeletedPage:
    """Read one page of what a person deleted.

    Parameters
    ----------
    limit : int
        How many a page holds, unless it is the last.
    cursor : str or None
        From the page before.

    Raises
    ------
    InvalidParameterError
        If the cursor is not of this list.
    """
    # DynamoDB deletes what has expired when it comes to it, which may take days.
    since = later(now(), days=-DAYS_KEPT)
    after = None
    if cursor is not None:
        after = cursors.decode(cursor, owner=repository.owner, filters=LIST, form=IMAGE_POSITION)
        if after < since:
            return DeletedPage([], None)
    found = list(islice(repository.deleted(since=since, after=after, page=limit + 1), limit + 1))
    items = found[:limit]
    if len(found) == len(items):
        return DeletedPage(items, None)
    position = image_position(items[-1].deleted_at, items[-1].id)
    return DeletedPage(items, cursors.encode(position, owner=repository.owner, filters=LIST))
