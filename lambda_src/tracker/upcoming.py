"""What is still to come by recurring rules: computed, never stored."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from tracker.fields import CalendarDate, CategoryId, Description, ExpenseId, RuleAmount, Tags
from tracker.recurrence import days
from tracker.rule import RecurringRule


class Upcoming(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a recurring rule that is not recorded yet.

    Attributes
    ----------
    number, count : int or None
        "7 of 24"; no count where the rule has none.
    state : {"due", "waiting", "asked"}
        Will be recorded on its day; is held back, as its rule waits; is past,
        and asks for its amount.
    """

    rule: ExpenseId
    date: CalendarDate
    number: int | None
    count: int | None
    description: Description
    amount_paise: RuleAmount
    category: CategoryId
    tags: Tags
    state: Annotated[
        Literal["due", "waiting", "asked"],
        Meta(description="waiting: its rule waits; asked: past, it asks for its amount"),
    ]


def upcoming(rules: Iterable[RecurringRule], *, first: str, last: str) -> list[Upcoming]:
    """List what is to come in a range of days, both included, by day and then by rule."""
    found = (item for rule in rules for item in _of_rule(rule, last))
    return sorted(
        (item for item in found if first <= item.date <= last),
        key=lambda item: (item.date, item.rule),
    )


def _of_rule(rule: RecurringRule, last: str) -> Iterator[Upcoming]:
    asked = set(rule.asked)
    for number, day in days(rule):
        if day > last:
            break
        if day in asked:
            asked.remove(day)
            yield _item(rule, day, number, "asked")
        elif rule.next is not None and rule.next <= day:
            yield _item(rule, day, number, "waiting" if rule.state == "waiting" else "due")
    # Asked about before the rule got other days.
    for day in asked:
        yield _item(rule, day, None, "asked")


def _item(
    rule: RecurringRule, day: str, number: int | None, state: Literal["due", "waiting", "asked"]
) -> Upcoming:
    return Upcoming(
        rule=rule.id,
        date=day,
        number=number,
        count=rule.count,
        description=rule.description,
        amount_paise=None if state == "asked" else rule.amount_paise,
        category=rule.category,
        tags=rule.tags,
        state=state,
    )
