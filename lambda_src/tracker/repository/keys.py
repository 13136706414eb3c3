"""Names of the table's keys, indexes and attributes, and how keys are made.

No part of a key but a payee may hold the separator: user ids come from verified tokens, and ids and
dates pass `tracker.fields` before they get here.
"""

import re

SEPARATOR = "#"
AFTER_ALL = "#~"
"""Sorts after every key that begins with the same text and a separator."""

DATE_INDEX = "by-date"
CATEGORY_INDEX = "by-category"
"""Both local to a ledger's partition: only local indexes can be read strongly consistently."""


PEOPLE = "USER#"
LEDGERS = "LEDGER#"


def of_person(user: str) -> str:
    """Partition key of a person's own ledger: the owner of all that is in it."""
    return f"{PEOPLE}{user}"


def of_ledger(ledger_id: str) -> str:
    """Partition key of a ledger that several people share."""
    return f"{LEDGERS}{ledger_id}"


def is_shared(owner: str) -> bool:
    """Tell whether a partition is of a ledger that several people share."""
    return owner.startswith(LEDGERS)


def ledger_of(owner: str) -> str:
    """Read the id of a shared ledger off its partition key."""
    return owner.removeprefix(LEDGERS)


EXPENSES = "EXP#"


def expense(expense_id: str) -> str:
    """Sort key of an expense."""
    return f"{EXPENSES}{expense_id}"


def by_date(date: str, expense_id: str) -> str:
    """Sort key of an expense in the index by date: by day, then in order of making."""
    return f"{date}#{expense_id}"


POSITION = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{SEPARATOR}[0-9a-f-]{{36}}")
"""What `by_date` makes: an expense's place in every list that it is in."""


def day_of(position: str) -> str:
    """Read the day off a position."""
    return position.partition(SEPARATOR)[0]


def just_before(position: str) -> str:
    """Make a text that sorts before a position, and after every other one that does."""
    return position[:-1] + chr(ord(position[-1]) - 1) + "~"


def by_category(category_id: str, position: str) -> str:
    """Sort key of an expense in the index by category; the position is its key by date."""
    return f"{category_id}#{position}"


CELLS = "SUM#"
"""Begins the sort keys of summary cells; a month and a category follow, as in those of a tag."""


def cell(month: str, category_id: str, member: str = "") -> str:
    """Sort key of a summary cell; in a shared ledger of what one member paid."""
    return f"{CELLS}{_cell(month, category_id, member)}"


TAGGED = "TAGGED#"
TAG_CELLS = "TAG#"


def tagged(tag: str, position: str) -> str:
    """Sort key of the mark of an expense that has a tag; the position is its key by date."""
    return f"{TAGGED}{_part(tag)}#{position}"


def cells_of_tag(tag: str) -> str:
    """Begin the sort keys of a tag's summary cells."""
    return f"{TAG_CELLS}{_part(tag)}#"


def tag_cell(tag: str, month: str, category_id: str, member: str = "") -> str:
    """Sort key of a summary cell of the expenses that have a tag."""
    return f"{cells_of_tag(tag)}{_cell(month, category_id, member)}"


def cell_parts(sort_key: str) -> list[str]:
    """Read month, category and, in a shared ledger, member off the sort key of a cell."""
    return sort_key.split(SEPARATOR)[2 if sort_key.startswith(TAG_CELLS) else 1 :]


def _cell(month: str, category_id: str, member: str) -> str:
    return SEPARATOR.join(filter(None, (month, category_id, member)))


def tag_of(sort_key: str) -> str:
    """Read the tag off the sort key of a mark or of a cell of it."""
    return sort_key.split(SEPARATOR)[1].replace("%23", SEPARATOR).replace("%25", "%")


def _part(text: str) -> str:
    """Write a text that people chose as a part of a key, where others follow it."""
    return text.replace("%", "%25").replace(SEPARATOR, "%23")


CATEGORIES = "CAT#"


def category(category_id: str) -> str:
    """Sort key of a person's own category, or of what they changed in a built-in one."""
    return f"{CATEGORIES}{category_id}"


def category_name(folded_name: str) -> str:
    """Sort key of the item that makes a category's name unique."""
    return f"CATNAME#{folded_name}"


BUDGETS = "BUDGET#"
EVERY_CATEGORY = "*"
"""In the place of a category: the total. It sorts before every id."""


def budget(category_id: str, month: str) -> str:
    """Sort key of the budget of a category, or of the total, that begins in a month."""
    return f"{BUDGETS}{category_id}#{month}"


SETTINGS = "SETTINGS"
"""Sort key of how a person's months are counted."""

RULES = "RULE#"

DUE_INDEX = "due"
"""Global: what is due crosses ledgers, and it does no harm that it lags behind."""

DUE_SHARDS = "0123456789abcdef"


def rule(rule_id: str) -> str:
    """Sort key of a recurring rule."""
    return f"{RULES}{rule_id}"


def due_shard(rule_id: str) -> str:
    """Choose the partition of the index of what is due: by the id's last, random digit."""
    return rule_id[-1]


def due(shard: str) -> str:
    """Partition key in the index of what is due."""
    return f"DUE#{shard}"


def due_order(day: str, owner_key: str, rule_id: str) -> str:
    """Sort key in the index of what is due."""
    return f"{day}#{owner_key}#{rule_id}"


PAYEES = "PAYEE#"


def payee(folded_payee: str) -> str:
    """Sort key of a payee rule.

    A payee may hold the separator: it is the last part of a key that nothing ever splits.
    """
    return f"{PAYEES}{folded_payee}"


CALENDAR = "CALENDAR"
"""Sort key of what is kept of a person's calendar link, and of whose a link is."""


def calendar(digest: str) -> dict[str, dict[str, str]]:
    """Make the primary key of the item that tells whose a calendar link is.

    It is in a partition of its own: who reads by a link has nothing but that.
    """
    return {"PK": {"S": f"CALENDAR#{digest}"}, "SK": {"S": CALENDAR}}


TALLY = "TALLY"
"""Sort key of the tally of all that is on record."""


IMAGES = "GONE#"


def image(expense_id: str) -> str:
    """Sort key of what the last deletion of an expense took."""
    return f"{IMAGES}{expense_id}"


def image_by_date(position: str) -> str:
    """Sort key in the index by date, after all days, of what a deletion took."""
    return f"{IMAGES}{position}"


def image_position(deleted_at: str, expense_id: str) -> str:
    """Place of an expense among those that were deleted."""
    return f"{deleted_at}#{expense_id}"


IMAGE_POSITION = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9:.]{{15}}Z{SEPARATOR}[0-9a-f-]{{36}}"
)


REFERENCES = "REF#"


def reference(reference_: str, spent_paise: int) -> str:
    """Sort key of the item that makes a payment one expense; a refund's amount is below zero.

    So a refund may have the reference and the amount of its purchase.
    """
    return f"{REFERENCES}{reference_}#{spent_paise}"


LEDGER = "LEDGER"
"""Sort key of what a shared ledger is: its name, its split, how many are in it."""

MEMBERS = "MEMBER#"
MEMBER_INDEX = "by-member"
"""Global: whose ledgers these are crosses ledgers, and it does no harm that it lags behind."""


def member(user: str) -> str:
    """Sort key of a member of a shared ledger; in the index by member, of what a person is in."""
    return f"{MEMBERS}{user}"


INVITATIONS = "INVITE#"


def invitation(digest: str) -> str:
    """Sort key of an invitation to a shared ledger, by a digest of its token."""
    return f"{INVITATIONS}{digest}"


SETTLEMENTS = "SETTLED#"


def settlement(settlement_id: str) -> str:
    """Sort key of what one member gave another to settle."""
    return f"{SETTLEMENTS}{settlement_id}"


OF_EXPENSES = (EXPENSES, CELLS, TAGGED, TAG_CELLS, REFERENCES, IMAGES, SETTLEMENTS, TALLY)
"""How the sort keys begin of what changes with expenses; all else is how a ledger is set up."""


def attempts(user: str) -> str:
    """Partition key of a person's failed attempts to open invitations."""
    return f"ATTEMPTS#{user}"


def primary(owner: str, sort_key: str) -> dict[str, dict[str, str]]:
    """Make a primary key of the table, in DynamoDB's own form."""
    return {"PK": {"S": owner}, "SK": {"S": sort_key}}
