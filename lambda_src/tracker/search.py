"""Search: words in any order, each found in what an expense says, costs or belongs to."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tracker.category import Category
from tracker.expense import Expense
from tracker.text import fold

AMOUNT = re.compile(r"₹?(?P<rupees>[0-9][0-9,]*)(\.(?P<paise>[0-9]{1,2}))?")
"""Grouped the Indian way, another, or not at all."""

MARK_APART = re.compile(r"₹\s+")


class Word(NamedTuple):
    """One word of a search, and what it finds besides texts that hold it.

    Attributes
    ----------
    text : str
        Folded as the texts are that it is looked for in.
    categories : frozenset of str
        Ids of the categories whose names hold it.
    paise : int or None
        The amount that it says, where it says one.
    """

    text: str
    categories: frozenset[str]
    paise: int | None

    def finds(self, expense: Expense, text: str) -> bool:
        """Tell whether an expense is found, whose own words are the folded text."""
        return (
            self.text in text
            or expense.category in self.categories
            or expense.amount_paise == self.paise
        )


def words_of(search: str) -> tuple[str, ...]:
    """Part a search into its words: folded, each once, in an order of their own."""
    return tuple(sorted(set(fold(MARK_APART.sub("₹", search)).split())))


def look_up(words: Iterable[str], categories: Iterable[Category]) -> list[Word]:
    """Look up what words mean among a person's categories.

    Parameters
    ----------
    words : iterable of str
        From `words_of`.
    categories : iterable of Category
        All that the person has, archived ones too.
    """
    names = {category.id: fold(category.name) for category in categories}
    return [
        Word(
            text=word,
            categories=frozenset(of for of, name in names.items() if word in name),
            paise=_paise(word),
        )
        for word in words
    ]


def _paise(word: str) -> int | None:
    said = AMOUNT.fullmatch(word)
    if said is None:
        return None
    paise = (said["paise"] or "").ljust(2, "0")
    return int(said["rupees"].replace(",", "")) * 100 + int(paise)
