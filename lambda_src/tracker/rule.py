"""Recurring expenses: the rules by which they are recorded."""

import uuid
from datetime import date, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.errors import FieldError, InvalidInputError
from tracker.expense import Currency
from tracker.fields import (
    CalendarDate,
    CategoryId,
    Description,
    ExpenseId,
    MemberId,
    RuleAmount,
    Tags,
)
from tracker.limits import MAX_ASKED, MAX_DAYS_BACK
from tracker.recurrence import Recurrence, check, next_day
from tracker.revision import Revised

Flag = Annotated[bool, Meta(description="true or false")]

SKIPPED = frozenset({"skipped"})
MOVED_WITH_DAY = SKIPPED | {"day", "start", "end"}
"""What an edit changes that moves each of a rule's times within its month."""


class RuleFields(Recurrence, frozen=True, kw_only=True):
    """What a rule says of its expenses and of their days."""

    description: Description = ""
    amount_paise: RuleAmount
    currency: Currency = "INR"
    category: CategoryId
    tags: Tags = ()
    by: MemberId | UnsetType = UNSET
    paused: Flag = False


class RuleContent(RuleFields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says of a recurring expense: a whole replacement of what was said before."""

    id: ExpenseId | UnsetType = UNSET


class Rule(RuleFields, Revised, frozen=True, kw_only=True):
    """A rule, and how far it has come.

    Attributes
    ----------
    last : str or None
        The last day that was recorded or asked about.
    next : str or None
        The day on which it is due next, or has been since; None where it is paused or at its end.
    asked : tuple of str
        Days whose amount the person is still to tell.
    entered_by : str
        In a shared ledger, the member who added it.
    """

    id: ExpenseId
    last: CalendarDate | None = None
    next: CalendarDate | None = None
    asked: tuple[str, ...] = ()
    entered_by: MemberId | UnsetType = UNSET
    version: Annotated[int, Meta(ge=1)] = 1
    created_at: str
    updated_at: str

    @property
    def asks_too_much(self) -> bool:
        """Whether it waits, for it asked for as many amounts as it may."""
        return self.amount_paise is None and len(self.asked) >= MAX_ASKED

    def says(self, content: RuleContent) -> bool:
        """Tell whether the rule holds just what the content says."""
        return all(getattr(self, name) == value for name, value in _said(content).items())

    def expense_id(self, day: str) -> str:
        """Make the id that the rule's expense of a day has, whoever records it and how often."""
        return str(uuid.uuid5(uuid.UUID(self.id), day))

    def done(self, day: str) -> "Rule":
        """Take a day for recorded."""
        return msgspec.structs.replace(self, last=day, next=next_day(self, after=day))

    def ask(self, day: str) -> "Rule":
        """Ask for a day's amount."""
        return msgspec.structs.replace(self.done(day), asked=(*self.asked, day))

    def told(self, day: str) -> "Rule":
        """Take the amount of a day that was asked about for told."""
        return msgspec.structs.replace(
            self, asked=tuple(asked for asked in self.asked if asked != day)
        )


State = Literal["active", "paused", "waiting", "ended"]


class RecurringRule(Rule, frozen=True, kw_only=True):
    """A rule as a person sees it."""

    state: Annotated[
        State,
        Meta(
            description="waiting: its category is archived or gone, it asked for as many amounts as"
            " it may, or there is no room for what is due; all that is missed is recorded, each on"
            " its own day, once that is settled"
        ),
    ]


def seen(rule: Rule, *, category_open: bool, has_room: bool) -> RecurringRule:
    """Say of a rule how it stands.

    Parameters
    ----------
    has_room : bool
        Whether what is due by it, if anything is, can come to what is on record.
    """
    state: State = "active"
    if rule.paused:
        state = "paused"
    elif rule.next is None:
        state = "ended"
    elif not category_open or not has_room or rule.asks_too_much:
        state = "waiting"
    return RecurringRule(**msgspec.structs.asdict(rule), state=state)


def begin(
    content: RuleContent,
    *,
    rule_id: str,
    today: str,
    now: str,
    entered_by: str | UnsetType = UNSET,
) -> Rule:
    """Make a new rule of what a person says.

    Parameters
    ----------
    entered_by : str
        In a shared ledger, the member who says so.
    today : str
        In India, ``YYYY-MM-DD``.
    now : str
        UTC, RFC 3339.

    Raises
    ------
    InvalidInputError
        The content contradicts itself, or begins too long ago.
    """
    check(content)
    _check_start(content, today)
    return Rule(
        **_said(content),
        id=rule_id,
        next=None if content.paused else next_day(content),
        entered_by=entered_by,
        created_at=now,
        updated_at=now,
    )


def revise(rule: Rule, content: RuleContent, *, today: str, now: str) -> Rule:
    """Make the next version of a rule.

    What is overdue stays so, as long as the days are the same. Where they move within their months,
    the next is due on its new day, though that has passed. Other days, and those after a pause,
    begin today. No day is recorded twice, however they change.

    Raises
    ------
    InvalidInputError
        The content contradicts itself, or begins too long ago, and in an earlier month than it did.
    """
    check(content, may_skip_all=True)
    # What an old rule says of its past is recorded; its day may be another one of the first month.
    if content.start < rule.start[:7]:
        _check_start(content, today)
    since = _since(rule, content, today)
    return msgspec.structs.replace(
        rule,
        **_said(content),
        next=None if content.paused else next_day(content, after=rule.last or "", since=since),
        # What is skipped after it was asked about is not asked about any more.
        asked=tuple(day for day in rule.asked if day not in content.skipped),
        version=rule.version + 1,
        updated_at=now,
    )


def refile(rule: Rule, category: str, *, now: str) -> Rule:
    """Make the next version of a rule, which has another category and is otherwise the same."""
    return msgspec.structs.replace(
        rule, category=category, version=rule.version + 1, updated_at=now
    )


def _said(content: RuleContent) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(content).items() if name != "id"}


def _since(rule: Rule, content: RuleContent, today: str) -> str:
    """Say from when on an edited rule is due, which may be a month: its days all come after it."""
    if rule.paused or rule.next is None:
        return today
    if _same_but(rule, content, SKIPPED):
        return min(rule.next, today)
    of_month = rule.frequency in ("monthly", "yearly")
    if of_month and rule.last and _same_but(rule, content, MOVED_WITH_DAY):
        # The month whose time is due next: each has one still, and none a second.
        return min(rule.next[:7], today)
    return today


def _same_but(rule: Rule, content: RuleContent, changeable: frozenset[str]) -> bool:
    names = (name for name in Recurrence.__struct_fields__ if name not in changeable)
    return all(getattr(rule, name) == getattr(content, name) for name in names)


def _check_start(content: RuleContent, today: str) -> None:
    earliest = date.fromisoformat(today) - timedelta(days=MAX_DAYS_BACK)
    if content.start < earliest.isoformat():
        message = f"must be no more than {MAX_DAYS_BACK} days ago"
        raise InvalidInputError([FieldError("start", message)])
