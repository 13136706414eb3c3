"""What the queries of lists and of summaries have in common: days, categories, tags."""

from typing import Annotated

import msgspec
from msgspec import Meta

from tracker.fields import NAME_PATTERN, CalendarDate, CategoryId, MemberId, tag, written
from tracker.limits import (
    FIRST_DATE,
    LAST_DATE,
    MAX_CATEGORIES_ASKED,
    MAX_PEOPLE,
    MAX_TAG,
    MAX_TAGS_ASKED,
)
from tracker.period import check_period
from tracker.text import fold


def _ids(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({written(value) for value in values}))


def _tags(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold(tag(value)) for value in values}))


Categories = Annotated[
    tuple[CategoryId, ...],
    Meta(
        min_length=1,
        max_length=MAX_CATEGORIES_ASKED,
        description=f"1 to {MAX_CATEGORIES_ASKED} ids of your categories, parted by commas",
    ),
    _ids,
]
Tags = Annotated[
    tuple[
        Annotated[
            str,
            # A comma, and a backslash, within a tag are written behind a backslash.
            Meta(
                extra_json_schema={
                    "pattern": NAME_PATTERN.replace("[^", r"[^,\\"),
                    "minLength": 1,
                    "maxLength": MAX_TAG,
                }
            ),
        ],
        ...,
    ],
    Meta(
        min_length=1,
        max_length=MAX_TAGS_ASKED,
        description=f"1 to {MAX_TAGS_ASKED} tags of up to {MAX_TAG} characters, parted by commas "
        "(a comma within a tag is written as \\, and a backslash as \\\\)",
    ),
    _tags,
]


Members = Annotated[
    tuple[MemberId, ...],
    Meta(
        min_length=1,
        max_length=MAX_PEOPLE,
        description=f"1 to {MAX_PEOPLE} ids of members of the ledger, parted by commas",
    ),
    _ids,
]


class Narrowing(msgspec.Struct, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """Which expenses are meant.

    Those of any of the categories named but of none left out, with any of the tags, and paid by
    any of the members.
    """

    first: CalendarDate = FIRST_DATE
    last: CalendarDate = LAST_DATE
    category: Categories = ()
    without: Categories = ()
    tag: Tags = ()
    by: Members = ()

    def __post_init__(self) -> None:
        """Refuse a range that ends before it begins."""
        check_period(self.first, self.last)
