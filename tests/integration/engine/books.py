"""An auditor: reads what is stored of a person past the operations, and adds it up anew."""

from collections import Counter

from tests.api_client import ApiClient
from tracker.category import BUILTIN


class Books:
    """What is stored, item by item.

    Nothing of `tracker.repository` is used here: what it gets wrong must not look right.
    """

    def __init__(self, client, table_name: str):
        self._client = client
        self._table_name = table_name

    def items(self, person: ApiClient) -> list[dict]:
        """All items of the person's partition, in DynamoDB's own form."""
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table_name,
            ConsistentRead=True,
            KeyConditionExpression="PK = :owner",
            ExpressionAttributeValues={":owner": {"S": f"USER#{person.claims['sub']}"}},
        )
        return [item for page in pages for item in page["Items"]]

    def check(self, person: ApiClient) -> dict[str, dict]:
        """Hold all that counts a person's expenses to the expenses; return these by id."""
        return _balanced_expenses(self.items(person))

    def statement(self, person: ApiClient) -> dict:
        """The same, with all that the person said, apart from times and made-up ids."""
        items = self.items(person)
        expenses = _balanced_expenses(items)
        names = {
            item["SK"]["S"].removeprefix("CAT#"): item["name"]["S"]
            for item in items
            if "expense_count" in item
        }
        for expense in expenses.values():
            expense["category"] = names.get(expense["category"], expense["category"])
        kept = ("name", "colour", "archived", "monthly_budget_paise")
        categories = [
            {name: item[name] for name in kept if name in item}
            for item in items
            if item["SK"]["S"].startswith("CAT#")
        ]
        return {"expenses": expenses, "categories": sorted(categories, key=repr)}


def _balanced_expenses(items) -> dict[str, dict]:
    expenses = _expenses(items)
    assert _cells(items) == _cells_of(expenses.values())
    assert _uses(items) == _uses_of(expenses.values(), among=_uses(items))
    assert _names_taken(items) == _names_of_categories(items)
    return expenses


def _expenses(items) -> dict[str, dict]:
    """What the expenses say and their versions, by id."""
    return {
        item["SK"]["S"].removeprefix("EXP#"): {
            "date": item["by_date"]["S"].partition("#")[0],
            "category": item["category"]["S"],
            "amount_paise": int(item["amount_paise"]["N"]),
            "description": item["description"]["S"],
            "tags": [tag["S"] for tag in item["tags"]["L"]],
            "version": int(item["version"]["N"]),
        }
        for item in items
        if item["SK"]["S"].startswith("EXP#")
    }


def _cells(items) -> dict[str, dict[str, int]]:
    """The summary cells, numbers that are zero left out, cells that are empty too."""
    cells = {
        item["SK"]["S"]: {
            name: int(value["N"]) for name, value in item.items() if int(value.get("N", 0))
        }
        for item in items
        if item["SK"]["S"].startswith("SUM#")
    }
    return {key: numbers for key, numbers in cells.items() if numbers}


def _cells_of(expenses) -> dict[str, dict[str, int]]:
    cells: dict[str, Counter] = {}
    for expense in expenses:
        month, day = expense["date"][:7], expense["date"][8:]
        cell = cells.setdefault(f"SUM#{month}#{expense['category']}", Counter())
        cell.update({"count": 1, "total": expense["amount_paise"]})
        cell.update({f"n{day}": 1, f"d{day}": expense["amount_paise"]})
    return {key: dict(cell) for key, cell in cells.items()}


def _uses(items) -> dict[str, int]:
    """How many expenses each category of the person's own says it has."""
    return {
        item["SK"]["S"].removeprefix("CAT#"): int(item["expense_count"]["N"])
        for item in items
        if "expense_count" in item
    }


def _uses_of(expenses, *, among) -> dict[str, int]:
    uses = Counter(
        expense["category"] for expense in expenses if expense["category"] not in BUILTIN
    )
    return {**dict.fromkeys(among, 0), **uses}


def _names_taken(items) -> list[str]:
    return sorted(
        item["SK"]["S"].removeprefix("CATNAME#")
        for item in items
        if item["SK"]["S"].startswith("CATNAME#")
    )


def _names_of_categories(items) -> list[str]:
    """The names that people chose; a built-in category's own one is never taken."""
    chosen = [
        (item["SK"]["S"].removeprefix("CAT#"), item["name"]["S"].casefold())
        for item in items
        if item["SK"]["S"].startswith("CAT#") and "name" in item
    ]
    return sorted(
        name
        for category_id, name in chosen
        if category_id not in BUILTIN or BUILTIN[category_id].name.casefold() != name
    )
