"""The fields that people fill in: their shapes, their rules and the words that say so.

A field's type is its shape (checked by msgspec, published in the OpenAPI document), its
description, which an error message repeats as "must be …", and, where a shape cannot say all, a
rule: a function that returns the value as it is to be stored, or raises `ValueError` that says why
not.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from tracker import limits, text

# What `written` and `_name` accept, for the published description; they themselves say it in words.
WRITTEN_PATTERN = f"^[^{text.UNFIT}]*$"
NAME_PATTERN = f"^[^{text.UNFIT}]*[^{text.UNFIT}{text.BLANK}{text.UNSEEN}][^{text.UNFIT}]*$"

# The same of `bank_reference`, which a long text must not be matched with: it takes squared time.
REFERENCE_PATTERN = "^[-0-9A-Za-z ./_:*@&+]*[0-9A-Za-z][-0-9A-Za-z ./_:*@&+]*$"

UUID_PATTERN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

DATE_PATTERN = "^(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
REFERENCE_CHARACTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -./_:*@&+")

REFERENCE_FORM = (
    f"a bank's reference of up to {limits.MAX_REFERENCE} letters, digits, spaces and"
    " any of -./_:*@&+"
)


def calendar_date(value: str) -> str:
    """Accept a day that exists, within the years the tracker keeps."""
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a day that exists, as YYYY-MM-DD") from None
    if not limits.FIRST_DATE <= value <= limits.LAST_DATE:
        raise ValueError(f"must be from {limits.FIRST_DATE} to {limits.LAST_DATE}")
    return value


def written(value: str) -> str:
    """Refuse what is no writing, rather than change silently what a person gave.

    Fields with a pattern need it too: Python's ``$`` also matches before a final line break, which
    that of JSON Schema does not.
    """
    if text.unfit(value):
        raise ValueError(
            "must not hold controls, line separators, turns of direction or half characters"
        )
    return value


def bank_reference(value: str) -> str:
    """Write a reference in the one way that it is compared in: trimmed, in capitals."""
    plain = " ".join(written(value).split()).upper()
    if len(plain) > limits.MAX_REFERENCE or not REFERENCE_CHARACTERS.issuperset(plain):
        raise ValueError(f"must be {REFERENCE_FORM}")
    if not any(map(str.isalnum, plain)):
        raise ValueError("must hold a letter or a digit")
    return plain


def category_name(value: str) -> str:
    """Tidy a category's name."""
    return _name(value, limits.MAX_CATEGORY_NAME, "must be {} characters")


def ledger_name(value: str) -> str:
    """Tidy a ledger's name."""
    return _name(value, limits.MAX_LEDGER_NAME, "must be {} characters")


def member_name(value: str) -> str:
    """Tidy what the members of a ledger call one of them."""
    return _name(value, limits.MAX_MEMBER_NAME, "must be {} characters")


def payee(value: str) -> str:
    """Tidy a payee's name."""
    return _name(value, limits.MAX_PAYEE, "must be {} characters")


def tag(value: str) -> str:
    """Tidy and lower-case one tag."""
    return _name(value.lower(), limits.MAX_TAG, "must hold tags of {} characters each")


def tag_list(values: tuple[str, ...]) -> tuple[str, ...]:
    """Tidy tags, and keep the first of those that are the same, in the order they were given."""
    unique: dict[str, str] = {}
    for name in map(tag, values):
        unique.setdefault(text.fold(name), name)
    return tuple(unique.values())


def _name(value: str, longest: int, message: str) -> str:
    name = text.tidied(written(value))
    if not 1 <= len(name) <= longest:
        raise ValueError(message.format(f"1 to {longest}"))
    if not text.seen(name):
        raise ValueError("must show something: it is made of invisible characters only")
    if len(text.fold(name).encode()) > limits.MAX_FOLDED_BYTES:
        raise ValueError("must be shorter: it is made of characters that stand for whole words")
    return name


def _called(what: str, longest: int) -> Meta:
    """Say of a name what the type does not: the reader of the field judges it."""
    return Meta(
        min_length=1,
        description=f"{what} of 1 to {longest} characters",
        extra_json_schema={"pattern": NAME_PATTERN, "maxLength": longest},
    )


def date_list(values: tuple[str, ...]) -> tuple[str, ...]:
    """Sort days and leave out what is said twice."""
    return tuple(sorted({calendar_date(value) for value in values}))


PAISE_RANGE = f"a whole number of paise from {limits.MIN_AMOUNT_PAISE} to {limits.MAX_AMOUNT_PAISE}"

ExpenseId = Annotated[
    str, Meta(pattern=UUID_PATTERN, description="a UUID in lower case, best a UUIDv7"), written
]
MEMBER_PATTERN = "^[0-9A-Za-z_-]{1,64}$"
MemberId = Annotated[
    str, Meta(pattern=MEMBER_PATTERN, description="the id of a member of the ledger"), written
]
LedgerId = Annotated[str, Meta(pattern=UUID_PATTERN, description="the id of a ledger"), written]
Kind = Annotated[
    Literal["expense", "refund"],
    Meta(description='"expense", or "refund": money that came back, counted as less spent'),
]
CategoryId = Annotated[
    str,
    Meta(pattern="^[0-9a-z-]{1,50}$", description="the id of one of your categories"),
    written,
]
OwnCategoryId = Annotated[
    str,
    Meta(
        pattern=UUID_PATTERN,
        description="a UUID in lower case, which makes it safe to send the same again",
    ),
    written,
]
CalendarDate = Annotated[
    str,
    Meta(
        pattern=DATE_PATTERN,
        description=f"a day from {limits.FIRST_DATE} to {limits.LAST_DATE}, as YYYY-MM-DD",
        extra_json_schema={"format": "date"},
    ),
    calendar_date,
]
_DateText = Annotated[str, Meta(pattern=DATE_PATTERN, extra_json_schema={"format": "date"})]
Dates = Annotated[
    tuple[_DateText, ...],
    Meta(
        max_length=limits.MAX_SKIPPED,
        description=f"a list of up to {limits.MAX_SKIPPED} days, as YYYY-MM-DD",
    ),
    date_list,
]
Month = Annotated[
    str,
    Meta(
        pattern="^(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])$",
        description=f"a month from {limits.FIRST_DATE[:7]} to {limits.LAST_DATE[:7]}, as YYYY-MM",
    ),
    written,
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
        extra_json_schema={"pattern": WRITTEN_PATTERN},
    ),
    written,
]
Reference = Annotated[
    str,
    Meta(
        description=REFERENCE_FORM,
        extra_json_schema={
            "pattern": REFERENCE_PATTERN,
            "minLength": 1,
            "maxLength": limits.MAX_REFERENCE,
        },
    ),
    bank_reference,
]
_TagText = Annotated[
    str,
    Meta(
        extra_json_schema={
            "pattern": NAME_PATTERN,
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
CategoryName = Annotated[
    str,
    _called("a name", limits.MAX_CATEGORY_NAME),
    category_name,
]
LedgerName = Annotated[
    str,
    _called("a name", limits.MAX_LEDGER_NAME),
    ledger_name,
]
MemberName = Annotated[
    str,
    _called("a name", limits.MAX_MEMBER_NAME),
    member_name,
]
InvitationToken = Annotated[
    str,
    Meta(
        pattern=f"^[0-9A-Za-z_-]{{1,{limits.MAX_TOKEN}}}$",
        description="the token of an invitation",
    ),
    written,
]
Payee = Annotated[
    str,
    _called("a payee's name", limits.MAX_PAYEE),
    payee,
]
Colour = Annotated[
    str,
    Meta(pattern="^#[0-9a-f]{6}$", description="a colour as #rrggbb, in lower case"),
    written,
]
RuleAmount = Annotated[
    AmountPaise | None, Meta(description=f"{PAISE_RANGE}, or null to be asked each time")
]
BudgetPaise = Annotated[AmountPaise | None, Meta(description=f"{PAISE_RANGE}, or null")]
PageLimit = Annotated[
    int,
    Meta(ge=1, le=limits.MAX_PAGE, description=f"a whole number from 1 to {limits.MAX_PAGE}"),
]
Cursor = Annotated[
    str,
    Meta(
        description="the next_cursor of the page before",
        extra_json_schema={"pattern": "^[A-Za-z0-9_-]+$"},
    ),
]
