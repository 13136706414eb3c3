"""Recurring rules in the table: items ``RULE#<id>``.

One that is due some day is also in the index ``due``, in one of a few partitions, by that day: the
daily run finds there what is due, whoever's it is. The others are not, so that they cost nothing.
"""

import typing
from typing import Any

import msgspec
from msgspec import UNSET

from tracker.repository import keys
from tracker.repository.table import Item
from tracker.rule import Rule

_NOT_STORED = ("id", "currency")
_ABSENT = (None, UNSET)
"""Is left out."""


def to_item(owner: str, rule: Rule) -> Item:
    """Write a rule down; what is not said is left out."""
    item = keys.primary(owner, keys.rule(rule.id))
    if rule.next is not None:
        item["due"] = {"S": keys.due(keys.due_shard(rule.id))}
        item["due_order"] = {"S": keys.due_order(rule.next, owner, rule.id)}
    fields: dict[str, Any] = msgspec.structs.asdict(rule)
    stored = {name: value for name, value in fields.items() if name not in _NOT_STORED}
    return item | {name: _write(value) for name, value in stored.items() if value not in _ABSENT}


def from_item(item: Item) -> Rule:
    """Read a rule."""
    known = Rule.__struct_fields__
    values = {name: _read(value) for name, value in item.items() if name in known}
    rule_id = item["SK"]["S"].removeprefix(keys.RULES)
    return msgspec.convert({"amount_paise": None} | values | {"id": rule_id}, Rule)


def list_query(owner: str) -> Item:
    """Make the query of all of a person's rules, in the order of their ids."""
    return {
        "KeyConditionExpression": "PK = :owner AND begins_with(SK, :rules)",
        "ExpressionAttributeValues": {
            ":owner": {"S": owner},
            ":rules": {"S": keys.RULES},
        },
    }


def due_query(shard: str, day: str) -> Item:
    """Make the query of what is due in a partition of the index, up to a day."""
    return {
        "IndexName": keys.DUE_INDEX,
        "ConsistentRead": False,  # a global index knows no other
        "KeyConditionExpression": "#due = :shard AND #order < :after",
        "ExpressionAttributeNames": {"#due": "due", "#order": "due_order"},
        "ExpressionAttributeValues": {
            ":shard": {"S": keys.due(shard)},
            ":after": {"S": day + keys.AFTER_ALL},
        },
    }


def put_new(owner: str, rule: Rule) -> Item:
    """Record a rule, unless its id is taken."""
    item = to_item(owner, rule)
    return {"Put": {"Item": item, "ConditionExpression": "attribute_not_exists(PK)"}}


def put_next(owner: str, before: Rule, after: Rule) -> Item:
    """Write a rule that changed or has come further, as long as it stands as seen."""
    return {"Put": {"Item": to_item(owner, after), **_stands(before)}}


def delete(owner: str, rule: Rule) -> Item:
    """Delete a rule, as long as it stands as seen."""
    return {"Delete": {"Key": keys.primary(owner, keys.rule(rule.id)), **_stands(rule)}}


def _stands(rule: Rule) -> Item:
    """Demand that a rule is at the version and has come just as far as was seen."""
    values = {
        name: _write(value)
        for name in ("version", "created_at", "last", "next", "asked")
        if (value := getattr(rule, name)) is not None
    }
    conditions = [f"#{name} = :{name}" for name in values]
    missing = [name for name in ("last", "next") if name not in values]
    conditions += [f"attribute_not_exists(#{name})" for name in missing]
    return {
        "ConditionExpression": " AND ".join(conditions),
        "ExpressionAttributeNames": {f"#{name}": name for name in (*values, *missing)},
        "ExpressionAttributeValues": {f":{name}": value for name, value in values.items()},
    }


def _write(value: Any) -> Item:  # noqa: ANN401 -- any field's
    if isinstance(value, bool):
        return {"BOOL": value}
    if isinstance(value, int):
        return {"N": str(value)}
    if isinstance(value, tuple):
        parts = typing.cast("tuple[str, ...]", value)
        return {"L": [{"S": part} for part in parts]}
    return {"S": value}


def _read(value: Item) -> Any:  # noqa: ANN401 -- any field's
    ((kind, stored),) = value.items()
    if kind == "N":
        return int(stored)
    if kind == "L":
        return tuple(_read(part) for part in stored)
    return stored
