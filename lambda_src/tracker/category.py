"""Categories: the built-in ones, a person's own, and what may change in either."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.fields import CategoryId, CategoryName, Colour, OwnCategoryId
from tracker.text import fold

CategoryFlag = Annotated[bool, Meta(description="true or false")]


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """A category as a person sees it.

    Attributes
    ----------
    archived : bool
        Kept for the expenses that have it, no longer offered for new ones.
    """

    id: CategoryId
    name: CategoryName
    colour: Colour
    builtin: bool
    archived: bool = False


class NewCategory(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of a category of their own."""

    name: CategoryName
    colour: Colour | UnsetType = UNSET
    id: OwnCategoryId | UnsetType = UNSET

    def is_said_of(self, category: Category) -> bool:
        """Tell whether a category is as it would be made of this."""
        return self.name == category.name and self.colour in {UNSET, category.colour}


class CategoryChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to change in a category; what is left out stays."""

    name: CategoryName | UnsetType = UNSET
    colour: Colour | UnsetType = UNSET
    archived: CategoryFlag | UnsetType = UNSET


def _builtin(category_id: str, name: str, colour: str) -> Category:
    return Category(id=category_id, name=name, colour=colour, builtin=True)


BUILTIN: dict[str, Category] = {
    category.id: category
    for category in (
        _builtin("food-dining", "Food & dining", "#e8590c"),
        _builtin("groceries", "Groceries", "#37963b"),
        _builtin("transport", "Transport", "#1c7ed6"),
        _builtin("fuel", "Fuel", "#8d6e4f"),
        _builtin("rent", "Rent", "#7950f2"),
        _builtin("utilities-recharge", "Utilities & recharge", "#b58105"),
        _builtin("household-help", "Household help", "#0c8599"),
        _builtin("health", "Health", "#e03131"),
        _builtin("education", "Education", "#4263eb"),
        _builtin("shopping", "Shopping", "#d6336c"),
        _builtin("entertainment", "Entertainment", "#ae3ec9"),
        _builtin("travel", "Travel", "#1098ad"),
        _builtin("family", "Family", "#c2703d"),
        _builtin("festivals-gifts", "Festivals & gifts", "#c92a5b"),
        _builtin("investments", "Investments", "#2b8a5e"),
        _builtin("insurance", "Insurance", "#5c7cfa"),
        _builtin("taxes-fees", "Taxes & fees", "#6b7785"),
        _builtin("other", "Other", "#868e96"),
    )
}
"""In the order in which they are offered. Each colour has a contrast of 3:1 or more with white and
with the dark theme's surface (#1c1f26), as WCAG 2.2 asks of graphical objects."""

PALETTE = (
    "#0d8f6f",
    "#2f7fd8",
    "#b5477f",
    "#7c8a1f",
    "#8a63e8",
    "#c26a12",
    "#2a8fb0",
    "#d0505a",
    "#5a8f3f",
    "#a45fc4",
    "#a8793a",
    "#4f78c9",
    "#c9588f",
    "#22918a",
    "#a06a55",
    "#6f7fc2",
)
"""Given in turn to a person's own categories; of the same contrast, and none of the above."""


BUILTIN_NAMES = {fold(category.name): category.id for category in BUILTIN.values()}
