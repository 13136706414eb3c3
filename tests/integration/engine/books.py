"""An auditor: reads what is stored of a person past the operations, and adds it up anew."""

import re
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
        return self.items_of(f"USER#{person.claims['sub']}")

    def items_of(self, owner: str) -> list[dict]:
        """All items of a partition, in DynamoDB's own form."""
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table_name,
            ConsistentRead=True,
            KeyConditionExpression="PK = :owner",
            ExpressionAttributeValues={":owner": {"S": owner}},
        )
        return [item for page in pages for item in page["Items"]]

    def check(self, person: ApiClient) -> dict[str, dict]:
        """Hold all that counts a person's expenses to the expenses; return these by id."""
        return _balanced_expenses(self.items(person))

    def check_owner(self, owner: str) -> dict[str, dict]:
        """Do the same of a partition, also of a shared ledger: there with who paid and entered."""
        return _balanced_expenses(self.items_of(owner))

    def written(self, person: ApiClient) -> int:
        """What the tally says of the only day on which the person wrote."""
        (tally,) = (item for item in self.items(person) if item["SK"]["S"] == "TALLY")
        (number,) = (int(it["N"]) for name, it in tally.items() if re.match(r"w\d", name))
        return number

    def left_over(self, person: ApiClient) -> list[str]:
        """The cells of tags that count nothing, which go with the last expense of the tag."""
        return [
            item["SK"]["S"]
            for item in self.items(person)
            if item["SK"]["S"].startswith("TAG#") and item.get("count") == {"N": "0"}
        ]

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
        kept = ("name", "colour", "archived")
        categories = [
            {name: item[name] for name in kept if name in item}
            for item in items
            if item["SK"]["S"].startswith("CAT#")
        ]
        return {"expenses": expenses, "categories": sorted(categories, key=repr)}


def _balanced_expenses(items) -> dict[str, dict]:
    expenses = _expenses(items)
    assert _cells(items) == _cells_of(expenses.values())
    assert _marks(items) == _marks_of(items)
    assert _cells(items, "TAG#") == _tag_cells_of(expenses.values())
    assert _payments(items) == _payments_of(expenses)
    assert tally_of(items) == (len(expenses), sum(it["amount_paise"] for it in expenses.values()))
    assert _uses(items) == _uses_of(expenses.values(), among=_uses(items))
    assert _names_taken(items) == _names_of_categories(items)
    return expenses


def _expenses(items) -> dict[str, dict]:
    """What the expenses say and their versions, by id."""
    return {
        item["SK"]["S"].removeprefix("EXP#"): {
            "kind": item["kind"]["S"],
            "date": item["by_date"]["S"].partition("#")[0],
            "category": item["category"]["S"],
            "amount_paise": int(item["amount_paise"]["N"]),
            "description": item["description"]["S"],
            "tags": [tag["S"] for tag in item["tags"]["L"]],
            "reference": item["reference"]["S"] if "reference" in item else None,
            "of": item["of"]["S"] if "of" in item else None,
            "version": int(item["version"]["N"]),
            **{name: item[name]["S"] for name in ("by", "entered_by") if name in item},
        }
        for item in items
        if item["SK"]["S"].startswith("EXP#")
    }


def _cells(items, prefix="SUM#") -> dict[str, dict[str, int]]:
    """The summary cells, numbers that are zero left out, cells that are empty too."""
    cells = {
        item["SK"]["S"]: {
            name: int(value["N"]) for name, value in item.items() if int(value.get("N", 0))
        }
        for item in items
        if item["SK"]["S"].startswith(prefix)
    }
    return {key: numbers for key, numbers in cells.items() if numbers}


def _cells_of(expenses, prefix="SUM#") -> dict[str, dict[str, int]]:
    cells: dict[str, Counter] = {}
    for expense in expenses:
        month, day = expense["date"][:7], expense["date"][8:]
        parts = [month, expense["category"], *([expense["by"]] if "by" in expense else [])]
        cell = cells.setdefault(prefix + "#".join(parts), Counter())
        paise = expense["amount_paise"] * (-1 if expense["kind"] == "refund" else 1)
        cell.update({"count": 1, "total": paise})
        cell.update({f"n{day}": 1, f"d{day}": paise})
    return {
        key: {name: number for name, number in cell.items() if number}
        for key, cell in cells.items()
    }


def _tag_cells_of(expenses) -> dict[str, dict[str, int]]:
    expenses = list(expenses)
    cells: dict[str, dict[str, int]] = {}
    for tag in {tag for expense in expenses for tag in expense["tags"]}:
        cells |= _cells_of((it for it in expenses if tag in it["tags"]), f"TAG#{tag}#")
    return cells


def _marks(items) -> dict[str, dict]:
    """What each mark of a tag copies."""
    return {
        item["SK"]["S"]: {name: value for name, value in item.items() if name != "SK"}
        for item in items
        if item["SK"]["S"].startswith("TAGGED#")
    }


def _marks_of(items) -> dict[str, dict]:
    """Which marks the expenses ought to have: copies that no index by date or category has."""
    unlike = ("SK", "by_date", "by_category")
    return {
        f"TAGGED#{tag['S']}#{item['by_date']['S']}": {
            name: value for name, value in item.items() if name not in unlike
        }
        for item in items
        if item["SK"]["S"].startswith("EXP#")
        for tag in item["tags"]["L"]
    }


def tally_of(items) -> tuple[int, int]:
    """How many expenses are said to be on record, and what their amounts come to."""
    for item in items:
        if item["SK"]["S"] == "TALLY":
            # Who only ever wrote in shared ledgers has a tally of nothing but that.
            stored, gross = (item.get(name, {"N": "0"}) for name in ("stored", "gross"))
            return int(stored["N"]), int(gross["N"])
    return 0, 0


def _payments(items) -> dict[str, str]:
    """By the key of each payment, the expense that has it."""
    return {
        item["SK"]["S"]: item["expense"]["S"]
        for item in items
        if item["SK"]["S"].startswith("REF#")
    }


def _payments_of(expenses) -> dict[str, str]:
    signs = {"expense": "", "refund": "-"}
    return {
        f"REF#{it['reference']}#{signs[it['kind']]}{it['amount_paise']}": expense_id
        for expense_id, it in expenses.items()
        if it["reference"] is not None
    }


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
