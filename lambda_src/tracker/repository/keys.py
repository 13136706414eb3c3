"""Names of the table's keys, indexes and attributes, and how keys are made.

No part of a key may hold the separator: user ids come from verified tokens, and ids and dates pass
`tracker.fields` before they get here.
"""

SEPARATOR = "#"
AFTER_ALL = "#~"
"""Sorts after every key that begins with the same text and a separator."""

DATE_INDEX = "by-date"
CATEGORY_INDEX = "by-category"
"""Both local to a person's partition: only local indexes can be read strongly consistently."""


def owner(user: str) -> str:
    """Partition key of all that a person has."""
    return f"USER#{user}"


def expense(expense_id: str) -> str:
    """Sort key of an expense."""
    return f"EXP#{expense_id}"


def by_date(date: str, expense_id: str) -> str:
    """Sort key of an expense in the index by date: by day, then in order of making."""
    return f"{date}#{expense_id}"


def by_category(category_id: str, position: str) -> str:
    """Sort key of an expense in the index by category; the position is its key by date."""
    return f"{category_id}#{position}"


def cell(month: str, category_id: str) -> str:
    """Sort key of a summary cell."""
    return f"SUM#{month}#{category_id}"


def cells_from(month: str) -> str:
    """Sort key before those of a month's cells."""
    return f"SUM#{month}"


def cells_to(month: str) -> str:
    """Sort key after those of a month's cells."""
    return f"SUM#{month}{AFTER_ALL}"


CATEGORIES = "CAT#"


def category(category_id: str) -> str:
    """Sort key of a person's own category, or of what they changed in a built-in one."""
    return f"{CATEGORIES}{category_id}"


def category_name(folded_name: str) -> str:
    """Sort key of the item that makes a category's name unique."""
    return f"CATNAME#{folded_name}"


def primary(user: str, sort_key: str) -> dict[str, dict[str, str]]:
    """Make a primary key of the table, in DynamoDB's own form."""
    return {"PK": {"S": owner(user)}, "SK": {"S": sort_key}}
