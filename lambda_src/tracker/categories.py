"""Adding, changing and deleting categories."""

import msgspec
from msgspec import UNSET

from tracker.category import (
    BUILTIN,
    BUILTIN_NAMES,
    PALETTE,
    Category,
    CategoryChange,
    NewCategory,
    same_name,
)
from tracker.errors import ConflictError, FieldError, InvalidInputError, NotFoundError
from tracker.ids import new_id
from tracker.limits import MAX_CUSTOM_CATEGORIES
from tracker.repository import NameTakenError, Repository

NAME_TAKEN = "you have a category of this name already; archived ones count too"


def add(repository: Repository, wanted: NewCategory) -> Category:
    """Add a category of the person's own.

    Raises
    ------
    ConflictError
        The person has one of this name, or as many as can be.
    """
    existing = repository.categories()
    own = [category for category in existing if not category.builtin]
    if len(own) >= MAX_CUSTOM_CATEGORIES:
        raise ConflictError(f"you have {MAX_CUSTOM_CATEGORIES} categories, which is the most")
    if any(same_name(category.name) == same_name(wanted.name) for category in existing):
        raise ConflictError(NAME_TAKEN)
    _refuse_builtin_name(wanted.name, of=None)
    category = Category(
        id=new_id(),
        name=wanted.name,
        colour=PALETTE[len(own) % len(PALETTE)] if wanted.colour is UNSET else wanted.colour,
        builtin=False,
        monthly_budget_paise=wanted.monthly_budget_paise,
    )
    if not repository.add_category(category):
        raise ConflictError(NAME_TAKEN)
    return category


def change(repository: Repository, category_id: str, wanted: CategoryChange) -> Category:
    """Rename, recolour, archive or budget a category, built-in or the person's own.

    Raises
    ------
    ConflictError
        Another category has the name.
    InvalidInputError
        Nothing was said to change.
    NotFoundError
        The person has no such category.
    """
    changes = {
        field: value
        for field, value in msgspec.structs.asdict(wanted).items()
        if value is not UNSET
    }
    if not changes:
        raise InvalidInputError([FieldError("", "the body must hold at least one field to change")])
    while True:
        before = repository.category(category_id)
        if before is None:
            raise NotFoundError
        if wanted.name is not UNSET and same_name(wanted.name) != same_name(before.name):
            _refuse_builtin_name(wanted.name, of=category_id)
            if any(
                same_name(other.name) == same_name(wanted.name) for other in repository.categories()
            ):
                raise ConflictError(NAME_TAKEN)
        try:
            if repository.change_category(before, wanted):
                return msgspec.structs.replace(before, **changes)
        except NameTakenError:
            raise ConflictError(NAME_TAKEN) from None
        repository.pause()


def delete(repository: Repository, category_id: str) -> None:
    """Delete a category of the person's own that no expense has.

    Raises
    ------
    ConflictError
        Expenses have it, or it is built in.
    NotFoundError
        The person has no such category.
    """
    if category_id in BUILTIN:
        raise ConflictError("a built-in category cannot be deleted; archive it instead")
    category = repository.category(category_id)
    if category is None:
        raise NotFoundError
    while not repository.delete_category(category):
        again = repository.category(category_id)
        if again is None:
            raise NotFoundError
        if again.name == category.name:
            raise ConflictError("expenses have this category; archive it instead")
        category = again


def _refuse_builtin_name(name: str, *, of: str | None) -> None:
    """Keep each built-in category's name for it, even while the person calls it otherwise."""
    if BUILTIN_NAMES.get(same_name(name), of) != of:
        raise ConflictError(NAME_TAKEN)
