"""Expenses in the table: as items, and as actions of a transaction."""

from msgspec import UNSET

from tracker.expense import Expense
from tracker.repository import keys
from tracker.repository.table import Item, key_of
from tracker.text import fold

OPTIONAL = ("reference", "of", "rule", "by", "entered_by")
"""Texts that not every expense has; one that has none lacks the attribute."""


def to_item(owner: str, expense: Expense) -> Item:
    """Write an expense down."""
    position = keys.by_date(expense.date, expense.id)
    item: Item = {
        "PK": {"S": owner},
        "SK": {"S": keys.expense(expense.id)},
        "by_date": {"S": position},
        "by_category": {"S": keys.by_category(expense.category, position)},
        "kind": {"S": expense.kind},
        "amount_paise": {"N": str(expense.amount_paise)},
        "category": {"S": expense.category},
        "tags": {"L": [{"S": tag} for tag in expense.tags]},
        "description": {"S": expense.description},
        "search": {"S": "\n".join(map(fold, (expense.description, *expense.tags)))},
        "version": {"N": str(expense.version)},
        "created_at": {"S": expense.created_at},
        "updated_at": {"S": expense.updated_at},
    }
    for name in OPTIONAL:
        text = getattr(expense, name)
        if text is not UNSET:
            item[name] = {"S": text}
    return item


def from_item(item: Item, position: str | None = None) -> Expense:
    """Read an expense.

    Parameters
    ----------
    position : str or None
        Its key by date, where the item is a copy that has it in a key of its own.
    """
    date, _, expense_id = (position or item["by_date"]["S"]).partition(keys.SEPARATOR)
    return Expense(
        id=expense_id,
        kind=item["kind"]["S"],
        date=date,
        amount_paise=int(item["amount_paise"]["N"]),
        category=item["category"]["S"],
        tags=tuple(tag["S"] for tag in item["tags"]["L"]),
        description=item["description"]["S"],
        version=int(item["version"]["N"]),
        created_at=item["created_at"]["S"],
        updated_at=item["updated_at"]["S"],
        **{name: item[name]["S"] for name in OPTIONAL if name in item},
    )


def search_text(item: Item) -> str:
    """Read the folded text in which an expense is searched for."""
    return item["search"]["S"]


def is_of_expense(action: Item) -> bool:
    """Tell whether an action of a transaction is about an expense itself."""
    return key_of(action)["SK"]["S"].startswith(keys.EXPENSES)


def put_new(owner: str, expense: Expense) -> Item:
    """Record an expense, unless its id is taken; a failure tells by what."""
    return {
        "Put": {
            "Item": to_item(owner, expense),
            "ConditionExpression": "attribute_not_exists(PK)",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
    }


def put_next(owner: str, expense: Expense) -> Item:
    """Replace the version before this one."""
    return {"Put": {"Item": to_item(owner, expense), **_is_stored(expense, expense.version - 1)}}


def delete(owner: str, expense: Expense) -> Item:
    """Delete just this version."""
    return {
        "Delete": {
            "Key": keys.primary(owner, keys.expense(expense.id)),
            **_is_stored(expense, expense.version),
        }
    }


def check(owner: str, expense_id: str, expense: Expense | None) -> Item:
    """Demand that by an id there is still just this version, or nothing."""
    condition: Item = {"ConditionExpression": "attribute_not_exists(PK)"}
    if expense:
        condition = _is_stored(expense, expense.version)
    return {"ConditionCheck": {"Key": keys.primary(owner, keys.expense(expense_id)), **condition}}


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
