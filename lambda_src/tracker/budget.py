"""Budgets: what a person means to spend in a month, on a category or in all, from a month on.

Each change is kept with the month that it begins in, so that past months keep the budget they had.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated

import msgspec
from msgspec import Meta

from tracker.fields import BudgetPaise, CategoryId, Month

TOTAL = "total"
"""In the place of a category: the budget of all of them together."""


class Budget(msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from"}):
    """What a person means to spend in a month, from one month on until the next budget begins.

    Attributes
    ----------
    category : str
        A category's id, or ``total``.
    amount_paise : int or None
        None ends the budget before it.
    """

    category: Annotated[CategoryId, Meta(description="a category's id, or total")]
    first: Month
    amount_paise: BudgetPaise


class BudgetContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of a budget: how much, from which month on; null for none."""

    month: Month
    amount_paise: BudgetPaise


def holding(budgets: Iterable[Budget], *, first: str, last: str) -> list[Budget]:
    """Choose the budgets that hold in some of the months of a range.

    Parameters
    ----------
    budgets : iterable of Budget
        In the order of their categories, those of one in the order of their months.
    first, last : str
        Months, ``YYYY-MM``, both included.

    Returns
    -------
    list of Budget
        For each category the one that holds in the first month, then those that begin later. An
        end is among them only where it ends a budget within the range.
    """
    held: list[Budget] = []
    for _, changes in groupby(budgets, key=lambda budget: budget.category):
        known = [budget for budget in changes if budget.first <= last]
        before = [budget for budget in known if budget.first <= first][-1:]
        begun = [budget for budget in before if budget.amount_paise is not None]
        for budget in (budget for budget in known if budget.first > first):
            if budget.amount_paise is not None or begun:
                begun.append(budget)
        held += begun
    return held
