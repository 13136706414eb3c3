"""What deletions took, in the table: an image of each expense, for thirty days.

An image is the expense's item under another key, ``GONE#<id>``, so that there is one of each id,
and in the index by date under ``GONE#<deleted at>#<id>``, after all days, where no list of expenses
comes. It is not in the index by category. DynamoDB deletes it some time after ``expires_at``.
"""

import msgspec

from tracker.expense import DeletedExpense, Expense
from tracker.limits import DAYS_KEPT
from tracker.moments import later, seconds
from tracker.repository import expenses, keys
from tracker.repository.table import Item

NOT_KEPT = ("by_category", "search")
"""What only an expense on record has."""


def put(owner: str, expense: Expense, deleted_at: str) -> Item:
    """Keep what the deletion of an expense takes, in place of what an earlier one took."""
    item = expenses.to_item(owner, expense)
    for name in NOT_KEPT:
        del item[name]
    expires_at = seconds(later(deleted_at, days=DAYS_KEPT))
    position = keys.image_position(deleted_at, expense.id)
    return {
        "Put": {
            "Item": {
                **item,
                **keys.primary(owner, keys.image(expense.id)),
                "by_date": {"S": keys.image_by_date(position)},
                "date": {"S": expense.date},
                "expires_at": {"N": str(expires_at)},
            }
        }
    }


def from_item(item: Item) -> DeletedExpense:
    """Read an image."""
    _, deleted_at, expense_id = item["by_date"]["S"].split(keys.SEPARATOR)
    position = keys.by_date(item["date"]["S"], expense_id)
    expense = expenses.from_item({**item, "by_date": {"S": position}})
    return DeletedExpense(**msgspec.structs.asdict(expense), deleted_at=deleted_at)


def list_query(owner: str, *, since: str, after: str | None, page: int) -> Item:
    """Make the query of what deletions took, the newest first.

    Parameters
    ----------
    since : str
        A moment, UTC, RFC 3339; of what was deleted before, nothing is found.
    after : str or None
        The position to go on after; it must not lie before that moment.
    page : int
        Images that one request looks at.
    """
    request: Item = {
        "IndexName": keys.DATE_INDEX,
        "KeyConditionExpression": "PK = :owner AND by_date BETWEEN :first AND :last",
        "ExpressionAttributeValues": {
            ":owner": {"S": owner},
            ":first": {"S": keys.image_by_date(since)},
            ":last": {"S": keys.image_by_date("~")},
        },
        "ScanIndexForward": False,
        "Limit": page,
    }
    if after:
        expense_id = after.partition(keys.SEPARATOR)[2]
        request["ExclusiveStartKey"] = {
            **keys.primary(owner, keys.image(expense_id)),
            "by_date": {"S": keys.image_by_date(after)},
        }
    return request
