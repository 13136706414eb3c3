"""Categories in the table: a person's own, and what they changed in built-in ones.

Both are items ``CAT#<id>``. Of a built-in category the item holds the changes only; one of the
person's own holds all, and ``expense_count``, the number of expenses that have it, which changes in
the transaction that changes those, so that a category in use can never be deleted. A further item
``CATNAME#<folded name>`` makes a name that the person chose unique.
"""

import typing
from collections.abc import Callable

import msgspec

from tracker.category import BUILTIN, BUILTIN_NAMES, Category, CategoryChange
from tracker.repository import keys
from tracker.repository.table import Item
from tracker.text import fold

_STORED: dict[str, tuple[str, Callable[[typing.Any], typing.Any], Callable[[Item], typing.Any]]] = {
    "name": ("S", str, lambda value: value["S"]),
    "colour": ("S", str, lambda value: value["S"]),
    "archived": ("BOOL", bool, lambda value: value["BOOL"]),
}
"""Field: DynamoDB's type, and how to write and read it."""


def from_item(category_id: str, item: Item | None) -> Category | None:
    """Read a category.

    Parameters
    ----------
    item : Item or None
        What is stored of it, if anything.

    Returns
    -------
    Category or None
        None if the person has no such category.
    """
    stored = {
        field: read(item[field])
        for field, (_, _, read) in _STORED.items()
        if item and field in item
    }
    builtin = BUILTIN.get(category_id)
    if builtin:
        return msgspec.structs.replace(builtin, **stored)
    return Category(id=category_id, builtin=False, **stored) if item else None


def id_from_item(item: Item) -> str:
    """Read a category's id off its sort key."""
    return item["SK"]["S"].removeprefix(keys.CATEGORIES)


def list_query(owner: str) -> Item:
    """Make the query of all that is stored of a person's categories."""
    return {
        "KeyConditionExpression": "PK = :owner AND begins_with(SK, :categories)",
        "ExpressionAttributeValues": {
            ":owner": {"S": owner},
            ":categories": {"S": keys.CATEGORIES},
        },
    }


def put_new(owner: str, category: Category) -> Item:
    """Record a category of the person's own, in use by no expense yet."""
    values = msgspec.structs.asdict(category)
    return {
        "Put": {
            "Item": {
                **keys.primary(owner, keys.category(category.id)),
                "expense_count": {"N": "0"},
                **{
                    field: {kind: write(values[field])}
                    for field, (kind, write, _) in _STORED.items()
                },
            },
            "ConditionExpression": "attribute_not_exists(PK)",
        }
    }


def change(owner: str, before: Category, changed: CategoryChange) -> list[Item]:
    """Write what is to change in a category, as long as its name is still the one seen."""
    actions = [_update(owner, before, changed)]
    if changed.name is not msgspec.UNSET and fold(changed.name) != fold(before.name):
        if not _is_default(before, before.name):
            actions.append(free_name(owner, before.name))
        if not _is_default(before, changed.name):
            actions.append(take_name(owner, changed.name))
    return actions


def _is_default(category: Category, name: str) -> bool:
    """Tell whether the name is that of the built-in category: such names are never taken."""
    return BUILTIN_NAMES.get(fold(name)) == category.id


def _update(owner: str, before: Category, changed: CategoryChange) -> Item:
    names = {"#name": "name"}
    values: Item = {":seen": {"S": before.name}}
    sets: list[str] = []
    for field, value in msgspec.structs.asdict(changed).items():
        if value is msgspec.UNSET:
            continue
        names[f"#{field}"] = field
        kind, write, _ = _STORED[field]
        values[f":{field}"] = {kind: write(value)}
        sets.append(f"#{field} = :{field}")
    seen = "#name = :seen"
    if _is_default(before, before.name):
        seen = f"(attribute_not_exists(#name) OR {seen})"
    return {
        "Update": {
            "Key": keys.primary(owner, keys.category(before.id)),
            "UpdateExpression": "SET " + ", ".join(sets),
            "ConditionExpression": seen,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
    }


def delete_unused(owner: str, category: Category) -> Item:
    """Delete a category of the person's own that no expense has, as long as it has this name."""
    return {
        "Delete": {
            "Key": keys.primary(owner, keys.category(category.id)),
            "ConditionExpression": "#uses = :none AND #name = :seen",
            "ExpressionAttributeNames": {"#uses": "expense_count", "#name": "name"},
            "ExpressionAttributeValues": {":none": {"N": "0"}, ":seen": {"S": category.name}},
        }
    }


def count_use(owner: str, category_id: str, difference: int, *, needs_open: bool) -> Item:
    """Count expenses that take on or leave a category of the person's own.

    Parameters
    ----------
    needs_open : bool
        Whether the category must exist and not be archived: so it is where expenses take it on.
    """
    names = {"#uses": "expense_count"}
    values: Item = {":difference": {"N": str(difference)}}
    condition = "attribute_exists(PK)"
    if needs_open:
        names["#archived"] = "archived"
        values[":open"] = {"BOOL": False}
        condition += " AND #archived = :open"
    return {
        "Update": {
            "Key": keys.primary(owner, keys.category(category_id)),
            "UpdateExpression": "ADD #uses :difference",
            "ConditionExpression": condition,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
    }


def take_name(owner: str, name: str) -> Item:
    """Take a name, unless the person has it already."""
    return {
        "Put": {
            "Item": keys.primary(owner, keys.category_name(fold(name))),
            "ConditionExpression": "attribute_not_exists(PK)",
        }
    }


def free_name(owner: str, name: str) -> Item:
    """Free a name."""
    return {"Delete": {"Key": keys.primary(owner, keys.category_name(fold(name)))}}
