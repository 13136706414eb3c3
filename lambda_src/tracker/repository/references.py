"""Bank references in the table: an item each that makes one payment one expense.

It is put, moved and deleted in the transaction that records, revises or deletes its expense, and
put only where it is absent: whoever and whatever brings a payment a second time is told the expense
that has it.
"""

from collections.abc import Iterator

from msgspec import UNSET

from tracker.expense import Expense
from tracker.repository import keys
from tracker.repository.table import Item


def key_of(expense: Expense) -> str | None:
    """Tell the sort key of the item for an expense's payment; None where it has no reference."""
    if expense.reference is UNSET:
        return None
    return keys.reference(expense.reference, expense.spent_paise)


def expense_of(item: Item) -> str:
    """Read the id of the expense that has the payment."""
    return item["expense"]["S"]


def put_new(owner: str, key: str, expense_id: str) -> Item:
    """Take a payment for an expense, unless it is taken; a failure tells by which."""
    return {
        "Put": {
            "Item": {**keys.primary(owner, key), "expense": {"S": expense_id}},
            "ConditionExpression": "attribute_not_exists(PK)",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
    }


def replace(owner: str, key: str, seen: Item | None, expense_id: str | None) -> Item:
    """Give a payment that is as it was seen to another expense, or to none."""
    condition: Item = {"ConditionExpression": "attribute_not_exists(PK)"}
    if seen:
        condition = {
            "ConditionExpression": "#expense = :seen",
            "ExpressionAttributeNames": {"#expense": "expense"},
            "ExpressionAttributeValues": {":seen": seen["expense"]},
        }
    if expense_id is None:
        return {"Delete": {"Key": keys.primary(owner, key), **condition}}
    return {"Put": {**put_new(owner, key, expense_id)["Put"], **condition}}


def delete(owner: str, key: str) -> Item:
    """Free a payment."""
    return {"Delete": {"Key": keys.primary(owner, key)}}


def changes(owner: str, *, removed: list[Expense], added: list[Expense]) -> Iterator[Item]:
    """Yield what is to be done for expenses that come and go, each in one version."""
    before = {key for expense in removed if (key := key_of(expense))}
    after = {key: expense.id for expense in added if (key := key_of(expense))}
    for key in sorted(before - after.keys()):
        yield delete(owner, key)
    for key, expense_id in sorted(after.items()):
        if key not in before:
            yield put_new(owner, key, expense_id)
