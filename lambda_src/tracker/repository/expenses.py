"""Expenses in the table: as items, as actions of a transaction, as queries."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from tracker.expense import Expense
from tracker.repository import keys
from tracker.repository.table import Item


class Filters(NamedTuple):
    """What a list of expenses is narrowed by, besides its range of days."""

    category: str | None = None
    tag: str | None = None
    search: str | None = None


def to_item(user: str, expense: Expense) -> Item:
    """Write an expense down."""
    position = keys.by_date(expense.date, expense.id)
    return {
        "PK": {"S": keys.owner(user)},
        "SK": {"S": keys.expense(expense.id)},
        "by_date": {"S": position},
        "by_category": {"S": keys.by_category(expense.category, position)},
        "amount_paise": {"N": str(expense.amount_paise)},
        "category": {"S": expense.category},
        "tags": {"L": [{"S": tag} for tag in expense.tags]},
        "description": {"S": expense.description},
        "search": {"S": searchable("\n".join((expense.description, *expense.tags)))},
        "version": {"N": str(expense.version)},
        "created_at": {"S": expense.created_at},
        "updated_at": {"S": expense.updated_at},
    }


def from_item(item: Item) -> Expense:
    """Read an expense."""
    date, _, expense_id = item["by_date"]["S"].partition(keys.SEPARATOR)
    return Expense(
        id=expense_id,
        date=date,
        amount_paise=int(item["amount_paise"]["N"]),
        category=item["category"]["S"],
        tags=tuple(tag["S"] for tag in item["tags"]["L"]),
        description=item["description"]["S"],
        version=int(item["version"]["N"]),
        created_at=item["created_at"]["S"],
        updated_at=item["updated_at"]["S"],
    )


def searchable(text: str) -> str:
    """Fold a text so that a search finds it whatever its case and however it was composed."""
    return unicodedata.normalize("NFC", text.casefold())


def put_new(user: str, expense: Expense) -> Item:
    """Record an expense, unless its id is taken; a failure tells by what."""
    return {
        "Put": {
            "Item": to_item(user, expense),
            "ConditionExpression": "attribute_not_exists(PK)",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
    }


def put_next(user: str, expense: Expense) -> Item:
    """Replace the version before this one."""
    return {"Put": {"Item": to_item(user, expense), **_is_stored(expense, expense.version - 1)}}


def delete(user: str, expense: Expense) -> Item:
    """Delete just this version."""
    return {
        "Delete": {
            "Key": keys.primary(user, keys.expense(expense.id)),
            **_is_stored(expense, expense.version),
        }
    }


def _is_stored(expense: Expense, version: int) -> Item:
    """Demand that a version of this very expense is stored.

    A deleted expense's id may be used again, and versions begin anew: its time of recording tells
    it from its successor, whose amount the summary cells hold.
    """
    return {
        "ConditionExpression": "#version = :version AND #created_at = :created_at",
        "ExpressionAttributeNames": {"#version": "version", "#created_at": "created_at"},
        "ExpressionAttributeValues": {
            ":version": {"N": str(version)},
            ":created_at": {"S": expense.created_at},
        },
    }


def list_query(
    user: str, *, first: str, last: str, filters: Filters, after: str | None, page: int
) -> Item:
    """Make the query of the expenses of a range of days, newest first.

    Parameters
    ----------
    first, last : str
        Days, both included.
    after : str or None
        The position to go on after; it must lie in the range.
    page : int
        Expenses that one request looks at.
    """
    index, sort_key, begins = keys.DATE_INDEX, "by_date", ""
    if filters.category is not None:
        index, sort_key = keys.CATEGORY_INDEX, "by_category"
        begins = keys.by_category(filters.category, "")
    values = {
        ":owner": {"S": keys.owner(user)},
        ":first": {"S": begins + first},
        ":last": {"S": begins + last + keys.AFTER_ALL},
    }
    request: Item = {
        "IndexName": index,
        "KeyConditionExpression": f"PK = :owner AND {sort_key} BETWEEN :first AND :last",
        "ExpressionAttributeValues": values,
        "ScanIndexForward": False,
        "Limit": page,
    }
    conditions = list(_conditions(filters))
    if conditions:
        request["FilterExpression"] = " AND ".join(expression for expression, _, _ in conditions)
        request["ExpressionAttributeNames"] = {f"#{name}": name for _, name, _ in conditions}
        values.update({f":{name}": {"S": text} for _, name, text in conditions})
    if after:
        expense_id = after.partition(keys.SEPARATOR)[2]
        request["ExclusiveStartKey"] = {
            **keys.primary(user, keys.expense(expense_id)),
            sort_key: {"S": begins + after},
        }
    return request


def _conditions(filters: Filters) -> Iterator[tuple[str, str, str]]:
    """Yield the expression of each filter that no index serves, its attribute and its text."""
    if filters.tag is not None:
        yield "contains(#tags, :tags)", "tags", filters.tag
    if filters.search is not None:
        yield "contains(#search, :search)", "search", searchable(filters.search)
