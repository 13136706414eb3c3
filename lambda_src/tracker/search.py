"""Search: words in any order, each found in what an expense says, costs or belongs to."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tracker.category import Category
from tracker.expense import Expense
from tracker.limits import MAX_AMOUNT_PAISE
from tracker.text import fold

MARK = r"(?:₹|(?:rs|inr|rupees?)\.?)"
UNIT = "(?:[kl]| ?(?:thousand|haza+r|हजार|la(?:kh|c)s?|लाख|cr|crores?|करोड))(?!rs|inr|rupee)"
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
"""Grouped the Indian way, another, or not at all."""

AMOUNT = rf"(?:{MARK} ?)?({NUMBER})({UNIT})?(?: ?{MARK}(?! ?[0-9.])|/-)?"

AMOUNTS = rf"{AMOUNT}(?:(?: ?[-–—] ?| to ){AMOUNT})?"  # noqa: RUF001 - dashes are typed
"""One, or from one to another. Held to the page's reading by ``search_cases.json`` of the tests."""

WORD = re.compile(rf"(?<!\S)(?:{AMOUNTS}|\S+)(?!\S)")
WHOLE = re.compile(AMOUNTS)
ZEROS = {"k": 3, "t": 3, "h": 3, "ह": 3, "l": 5, "ल": 5, "c": 7, "क": 7}
"""What a unit adds to a number, by its first letter."""

WIDEST = 1000
"""Of ``404-1234567`` nobody means all that lies between."""


class Word(NamedTuple):
    """One word of a search, and what it finds besides texts that hold it.

    Attributes
    ----------
    text : str
        Folded as the texts are that it is looked for in.
    categories : frozenset of str
        Ids of the categories whose names hold it.
    paise : tuple of int, or None
        The lowest and the highest amount that it says, where it says one.
    """

    text: str
    categories: frozenset[str]
    paise: tuple[int, int] | None

    def finds(self, expense: Expense, text: str) -> bool:
        """Tell whether an expense is found, whose own words are the folded text."""
        return (
            self.text in text
            or expense.category in self.categories
            or (self.paise is not None and self.paise[0] <= expense.amount_paise <= self.paise[1])
        )


def words_of(search: str) -> tuple[str, ...]:
    """Part a search into its words: folded, each once, in an order of their own.

    An amount is one of them, as it is written: ``rs 500``, ``1.5 lakh``, ``500 to 600``.
    """
    return tuple(sorted({found[0] for found in WORD.finditer(fold(search))}))


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
            paise=amounts_of(word),
        )
        for word in words
    ]


def amounts_of(word: str) -> tuple[int, int] | None:
    """Read the lowest and the highest amount that a word says, in paise."""
    said = WHOLE.fullmatch(word)
    if said is None:
        return None
    first, unit, second, second_unit = said.groups()
    only = _paise(first, unit)
    if second is None:
        return None if only is None else (only, only)
    highest = _paise(second, second_unit)
    # `1-2 lakh` is of lakhs, and `900-1.5k` is not of 900 thousand.
    for lowest in (_paise(first, unit or second_unit), only):
        if lowest and highest and lowest < highest:
            return (lowest, highest) if highest <= WIDEST * lowest else None
    return None


def _paise(digits: str, unit: str | None) -> int | None:
    whole, _, decimals = digits.replace(",", "").partition(".")
    zeros = 2 + (ZEROS[unit.strip()[0]] if unit else 0) - len(decimals)
    number = int(whole + decimals)
    paise, rest = divmod(number * 10 ** max(zeros, 0), 10 ** max(-zeros, 0))
    return paise if rest == 0 and paise <= MAX_AMOUNT_PAISE else None
