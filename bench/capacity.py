"""DynamoDB's capacity units, by the documented arithmetic, from the items themselves.

Sources, in AWS's Developer Guide: "DynamoDB item sizes and formats" for sizes, "DynamoDB read
consistency" and "Read and write operations" for units, "Local secondary indexes" and "Global
secondary indexes" for what a write costs an index.

The guide does not say whether the doubling of a transaction extends to the indexes. Measurements
against AWS (the conformance suite ``paritysuite/dynamodb-conformance``, and pull request 188 of
``nubo-db/dynoxide``, August 2026) say that it is the table's share alone that doubles. Both
readings are counted here.
"""

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any, NamedTuple

Item = Mapping[str, Mapping[str, Any]]
"""In DynamoDB's own form: ``{"PK": {"S": "USER#…"}, …}``."""

READ_UNIT = 4096
WRITE_UNIT = 1024
"""Bytes."""

TRANSACTION_FACTOR = 2


class Index(NamedTuple):
    """A secondary index that projects all attributes.

    Attributes
    ----------
    keys : tuple of str
        Its key attributes; an item that lacks one is not in the index.
    """

    name: str
    keys: tuple[str, ...]


class WriteUnits(NamedTuple):
    """What one write costs: the table's share, and that of all its indexes together."""

    table: int
    indexes: int


def item_size(item: Item) -> int:
    """Add up the bytes of an item: of its attributes' names and of their values."""
    return sum(len(name.encode()) + value_size(value) for name, value in item.items())


def value_size(value: Mapping[str, Any]) -> int:
    """Tell the bytes of one attribute's value.

    Raises
    ------
    ValueError
        The type is none that this table has.
    """
    ((kind, content),) = value.items()
    if kind == "S":
        return len(content.encode())
    if kind == "N":
        return _number_size(content)
    if kind in {"BOOL", "NULL"}:
        return 1
    if kind == "L":
        return 3 + sum(1 + value_size(element) for element in content)
    if kind == "M":
        return 3 + sum(1 + len(key.encode()) + value_size(part) for key, part in content.items())
    raise ValueError(f"no attribute of this table has the type {kind}")


def _number_size(text: str) -> int:
    """One byte for two significant digits, and one more; a sign takes another."""
    digits = text.lstrip("-").replace(".", "").strip("0")
    return ceil(len(digits) / 2) + 1 + text.startswith("-")


def read_units(items: Iterable[Item], *, consistent: bool) -> float:
    """Tell what one read costs: of one item, or of all that a query looked at.

    A query adds its items up before it rounds, and finding nothing costs as much as the least.
    """
    started = max(1, ceil(sum(map(item_size, items)) / READ_UNIT))
    return float(started) if consistent else started / 2


def write_units(before: Item | None, after: Item | None, indexes: Iterable[Index]) -> WriteUnits:
    """Tell what a put, an update or a deletion costs outside of a transaction.

    Parameters
    ----------
    before, after : Item or None
        The whole item before and after the write; None where there is none.
    """
    return WriteUnits(
        table=max(_started(before), _started(after)),
        indexes=sum(_index_units(before, after, index) for index in indexes),
    )


def _index_units(before: Item | None, after: Item | None, index: Index) -> int:
    old = before if before and all(key in before for key in index.keys) else None
    new = after if after and all(key in after for key in index.keys) else None
    if old is None or new is None:
        entry = old or new
        return _started(entry) if entry else 0
    if any(old[key] != new[key] for key in index.keys):
        return _started(old) + _started(new)  # the entry moves: one is deleted, another put
    return 0 if old == new else max(_started(old), _started(new))


def _started(item: Item | None) -> int:
    """Tell how many write units' worth of bytes the item takes up, begun ones included."""
    return max(1, ceil(item_size(item) / WRITE_UNIT)) if item else 1
