"""Adding, changing and deleting categories."""

from typing import NamedTuple

import msgspec
from msgspec import UNSET

from tracker.category import (
    BUILTIN,
    BUILTIN_NAMES,
    PALETTE,
    Category,
    CategoryChange,
    NewCategory,
)
from tracker.errors import ConflictError, FieldError, InvalidInputError, NotFoundError
from tracker.ids import known_by, new_id
from tracker.limits import MAX_CUSTOM_CATEGORIES
from tracker.repository import NameTakenError, Repository
from tracker.text import fold

NAME_TAKEN = "you have a category of this name already; archived ones count too"


ID_TAKEN = "another category has this id; give the new one an id of its own"


class Added(NamedTuple):
    """A category that is there, and whether this very request made it."""

    category: Category
    is_new: bool


def add(repository: Repository, wanted: NewCategory) -> Added:
    """Add a category of the person's own; a repetition of one that is there changes nothing.

    Raises
    ------
    ConflictError
        The person has one of this name or id, or as many as can be.
    UnknownOutcomeError
        The database did not answer, and there is no id by which a repetition would be known.
    """
    existing = repository.categories()
    if repeated := _repeated(existing, wanted):
        return repeated
    own = [category for category in existing if not category.builtin]
    if len(own) >= MAX_CUSTOM_CATEGORIES:
        raise ConflictError(f"you have {MAX_CUSTOM_CATEGORIES} categories, which is the most")
    if any(fold(category.name) == fold(wanted.name) for category in existing):
        raise ConflictError(NAME_TAKEN)
    _refuse_builtin_name(wanted.name, of=None)
    category = Category(
        id=new_id() if wanted.id is UNSET else wanted.id,
        name=wanted.name,
        colour=PALETTE[len(own) % len(PALETTE)] if wanted.colour is UNSET else wanted.colour,
        builtin=False,
    )
    with known_by(wanted.id):
        added = repository.add_category(category)
    if added:
        return Added(category, is_new=True)
    if repeated := _repeated(repository.categories(), wanted):
        return repeated
    raise ConflictError(NAME_TAKEN)


def _repeated(existing: list[Category], wanted: NewCategory) -> Added | None:
    stored = next((category for category in existing if category.id == wanted.id), None)
    if stored is None:
        return None
    if not wanted.is_said_of(stored):
        raise ConflictError(ID_TAKEN)
    return Added(stored, is_new=False)


def change(repository: Repository, category_id: str, wanted: CategoryChange) -> Category:
    """Rename, recolour or archive a category, built-in or the person's own.

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
        if wanted.name is not UNSET and fold(wanted.name) != fold(before.name):
            _refuse_builtin_name(wanted.name, of=category_id)
            if any(fold(other.name) == fold(wanted.name) for other in repository.categories()):
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
    category = own_category(repository, category_id)
    while not repository.delete_category(category):
        again = repository.category(category_id)
        if again is None:
            raise NotFoundError
        if again.name == category.name:
            raise ConflictError(
                "expenses have this category; move them to another by move_to, or archive it"
            )
        category = again


def own_category(repository: Repository, category_id: str) -> Category:
    """Read a category that can be deleted.

    Raises
    ------
    ConflictError
        It is built in.
    NotFoundError
        The person has no such category.
    """
    if category_id in BUILTIN:
        raise ConflictError("a built-in category cannot be deleted; archive it instead")
    category = repository.category(category_id)
    if category is None:
        raise NotFoundError
    return category


def _refuse_builtin_name(name: str, *, of: str | None) -> None:
    """Keep each built-in category's name for it, even while the person calls it otherwise."""
    if BUILTIN_NAMES.get(fold(name), of) != of:
        raise ConflictError(NAME_TAKEN)
