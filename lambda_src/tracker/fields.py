"""The fields that people fill in: their shapes, their rules and the words that say so.

A field's type is its shape (checked by msgspec, published in the OpenAPI document), its
description, which an error message repeats as "must be …", and, where a shape cannot say all, a
rule: a function that returns the value as it is to be stored, or raises `ValueError` that says why
not.
"""

import re
import unicodedata
from datetime import date
from typing import Annotated

from msgspec import Meta

from tracker import limits

CONTROL = "\\u0000-\\u001f\\u007f-\\u009f"
"""Unicode's category Cc, as patterns write it."""

# What `printable` and `tag` accept, for the published description; they themselves say it in words.
PRINTABLE_PATTERN = f"^[^{CONTROL}]*$"
NOT_BLANK_PATTERN = f"^[^{CONTROL}]*[^\\s{CONTROL}][^{CONTROL}]*$"

UUID_PATTERN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

CONTROL_CHARACTER = re.compile(f"[{CONTROL}]")


def calendar_date(value: str) -> str:
    """Accept a day that exists, within the years the tracker keeps."""
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a day that exists, as YYYY-MM-DD") from None
    if not limits.FIRST_DATE <= value <= limits.LAST_DATE:
        raise ValueError(f"must be from {limits.FIRST_DATE} to {limits.LAST_DATE}")
    return value


def printable(value: str) -> str:
    """Refuse control characters: a line break in a log, a NUL in a file, a bell in a terminal.

    Fields with a pattern need it too: Python's ``$`` also matches before a final line break, which
    that of JSON Schema does not.
    """
    if CONTROL_CHARACTER.search(value):
        raise ValueError("must not contain control characters")
    return value


def category_name(value: str) -> str:
    """Trim a name, fold its runs of spaces into one, and compose what is typed in parts."""
    name = " ".join(unicodedata.normalize("NFC", printable(value)).split())
    if not 1 <= len(name) <= limits.MAX_CATEGORY_NAME:
        raise ValueError(f"must be 1 to {limits.MAX_CATEGORY_NAME} characters")
    return name


def tag_list(values: tuple[str, ...]) -> tuple[str, ...]:
    """Trim, lower-case and de-duplicate tags, in the order they were given."""
    return tuple(dict.fromkeys(tag(value) for value in values))


def tag(value: str) -> str:
    """Trim, compose and lower-case one tag."""
    text = unicodedata.normalize("NFC", printable(value)).strip().lower()
    if not 1 <= len(text) <= limits.MAX_TAG:
        raise ValueError(f"must hold tags of 1 to {limits.MAX_TAG} characters each")
    return text


PAISE_RANGE = f"a whole number of paise from {limits.MIN_AMOUNT_PAISE} to {limits.MAX_AMOUNT_PAISE}"

ExpenseId = Annotated[
    str, Meta(pattern=UUID_PATTERN, description="a UUID in lower case, best a UUIDv7"), printable
]
CategoryId = Annotated[
    str,
    Meta(pattern="^[0-9a-z-]{1,50}$", description="the id of one of your categories"),
    printable,
]
CalendarDate = Annotated[
    str,
    Meta(
        pattern="^(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        description=f"a day from {limits.FIRST_DATE} to {limits.LAST_DATE}, as YYYY-MM-DD",
        extra_json_schema={"format": "date"},
    ),
    calendar_date,
]
AmountPaise = Annotated[
    int,
    Meta(
        ge=limits.MIN_AMOUNT_PAISE,
        le=limits.MAX_AMOUNT_PAISE,
        description=PAISE_RANGE,
    ),
]
Description = Annotated[
    str,
    Meta(
        max_length=limits.MAX_DESCRIPTION,
        description=f"a text of up to {limits.MAX_DESCRIPTION} characters",
        extra_json_schema={"pattern": PRINTABLE_PATTERN},
    ),
    printable,
]
_TagText = Annotated[
    str,
    Meta(
        extra_json_schema={
            "pattern": NOT_BLANK_PATTERN,
            "minLength": 1,
            "maxLength": limits.MAX_TAG,
        }
    ),
]
Tags = Annotated[
    tuple[_TagText, ...],
    Meta(
        max_length=limits.MAX_TAGS,
        description=f"a list of up to {limits.MAX_TAGS} tags of up to {limits.MAX_TAG} characters",
    ),
    tag_list,
]
Tag = Annotated[
    str,
    Meta(
        min_length=1,
        description=f"a tag of up to {limits.MAX_TAG} characters",
        extra_json_schema={"pattern": NOT_BLANK_PATTERN, "maxLength": limits.MAX_TAG},
    ),
    tag,
]
CategoryName = Annotated[
    str,
    Meta(
        min_length=1,
        description=f"a name of 1 to {limits.MAX_CATEGORY_NAME} characters",
        extra_json_schema={"pattern": NOT_BLANK_PATTERN, "maxLength": limits.MAX_CATEGORY_NAME},
    ),
    category_name,
]
Colour = Annotated[
    str,
    Meta(pattern="^#[0-9a-f]{6}$", description="a colour as #rrggbb, in lower case"),
    printable,
]
BudgetPaise = Annotated[AmountPaise | None, Meta(description=f"{PAISE_RANGE}, or null")]
