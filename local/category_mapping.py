"""Decide which of the app's categories each of a ledger's categories becomes.

A ledger's category becomes one of the person's categories, in this order of preference, if without
regard to case

1. its name is that category's name ("Rent");
2. its name is a part of that category's name, between the `&`s ("Food" of "Food & dining");
3. one of these holds but for a plural's "s" ("Investment" of "Investments").

Two of the ledger's categories never become the same one: the closer gets it, of two equally close
the one that comes first in the ledger. The others, and those that fit nowhere, become categories
of the person's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def map_categories(names: Iterable[str], known: Mapping[str, str]) -> dict[str, str | None]:
    """Map a ledger's categories to known ones.

    Parameters
    ----------
    names
        The ledger's names, in its order; those that differ only in case are one category.
    known
        The ids of the person's categories, by name, in order.

    Returns
    -------
    dict
        For each name, in lower case, the id of a known category; None where a new one is due.
    """
    mapped: dict[str, str | None] = {name.casefold(): None for name in names}
    free = {name.casefold(): category_id for name, category_id in known.items()}
    for is_close in (_same, _part, _but_for_plural):
        for name, category_id in mapped.items():
            if category_id is None:
                found = next((one for one in free if is_close(name, one)), None)
                if found is not None:
                    mapped[name] = free.pop(found)
    return mapped


def _same(name: str, known: str) -> bool:
    return name == known


def _part(name: str, known: str) -> bool:
    return name in re.split(r"\s*&\s*", known)


def _but_for_plural(name: str, known: str) -> bool:
    parts = {part.removesuffix("s") for part in (known, *re.split(r"\s*&\s*", known))}
    return name.removesuffix("s") in parts
