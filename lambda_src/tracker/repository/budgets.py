"""Budgets in the table: items ``BUDGET#<category or *>#<from month>``.

An item without ``amount_paise`` ends the budget before it.
"""

from tracker.budget import TOTAL, Budget
from tracker.category import BUILTIN
from tracker.repository import keys
from tracker.repository.table import Item


def from_item(item: Item) -> Budget:
    """Read a budget."""
    _, category, first = item["SK"]["S"].split(keys.SEPARATOR)
    return Budget(
        category=TOTAL if category == keys.EVERY_CATEGORY else category,
        first=first,
        amount_paise=int(item["amount_paise"]["N"]) if "amount_paise" in item else None,
    )


def put(owner: str, budget: Budget) -> list[Item]:
    """Write a budget in the place of one of its month, as long as its category is there."""
    is_total = budget.category == TOTAL
    category = keys.EVERY_CATEGORY if is_total else budget.category
    item = keys.primary(owner, keys.budget(category, budget.first))
    if budget.amount_paise is not None:
        item["amount_paise"] = {"N": str(budget.amount_paise)}
    actions: list[Item] = [{"Put": {"Item": item}}]
    if not is_total and category not in BUILTIN:
        # A category's deletion takes its budgets: none may come after.
        check = {
            "Key": keys.primary(owner, keys.category(category)),
            "ConditionExpression": "attribute_exists(PK)",
        }
        actions.append({"ConditionCheck": check})
    return actions


def delete(item: Item) -> Item:
    """Delete a budget that was read."""
    return {"Delete": {"Key": {name: item[name] for name in ("PK", "SK")}}}


def list_query(owner: str, category_id: str | None = None) -> Item:
    """Make the query of all budgets, or of those of a category."""
    begin = keys.BUDGETS if category_id is None else keys.budget(category_id, "")
    return {
        "KeyConditionExpression": "PK = :owner AND begins_with(SK, :budgets)",
        "ExpressionAttributeValues": {":owner": {"S": owner}, ":budgets": {"S": begin}},
    }
