"""Recording what recurring rules say is due: each day once, whoever does it and however often.

An expense and how far its rule has come are written in one transaction, which holds only while the
rule stands as it was seen. So two that do it at once, or one that was cut short, lose and double
nothing; the expense's id, made of the rule and the day, says the same once more.
"""

from typing import NamedTuple

import msgspec

from tracker import expense as expenses
from tracker.clock import today
from tracker.errors import BusyError
from tracker.expense import Expense, ExpenseContent
from tracker.ledger import is_open, now
from tracker.repository import RefusedError
from tracker.repository.recurring import RuleRepository
from tracker.rule import Rule

AT_ONCE = 31
"""Days that are recorded while a person waits; the daily run does the others."""


class CaughtUp(NamedTuple):
    """How far a rule has come.

    Attributes
    ----------
    rule : Rule or None
        None where it was deleted meanwhile.
    days : int
        Days that were recorded or asked about.
    """

    rule: Rule | None
    days: int


def expense_of(rule: Rule, day: str, amount_paise: int) -> Expense:
    """Make the expense of one day of a rule."""
    content = ExpenseContent(
        date=day,
        amount_paise=amount_paise,
        category=rule.category,
        description=rule.description,
        tags=rule.tags,
        by=rule.by,
    )
    expense = expenses.record(
        content, expense_id=rule.expense_id(day), now=now(), entered_by=rule.entered_by
    )
    return msgspec.structs.replace(expense, rule=rule.id)


def catch_up_at_once(repository: RuleRepository, rule: Rule) -> Rule:
    """Record what is due by a rule that a person has just written, so that they see it.

    The rule is written whatever comes of this: what is left, or more than the person may write in
    a day, the daily run does.
    """
    try:
        open_now = is_open(repository.category(rule.category))
        caught_up = catch_up(
            repository,
            rule,
            today=today(),
            category_open=open_now,
            most=AT_ONCE,
        )
    except BusyError:
        return rule
    return caught_up.rule or rule


def catch_up(
    repository: RuleRepository,
    rule: Rule,
    *,
    today: str,
    category_open: bool,
    most: int | None = None,
) -> CaughtUp:
    """Record what is due by a rule up to today, each on its own day.

    Parameters
    ----------
    rule : Rule
        As it was read, maybe a while ago.
    category_open : bool
        Whether its category was open then.
    most : int or None
        Days to record at most.
    """
    present: Rule | None = rule
    days = 0
    while present and category_open and days != most and _is_due(present, today):
        if present.category != rule.category:
            break  # of which nothing is known here; whoever changed it records what is due
        try:
            after = _record_next(repository, present)
        except RefusedError:
            break  # its category was closed meanwhile, or there is no room
        present, days = (after, days + 1) if after else (repository.rule(rule.id), days)
    return CaughtUp(present, days)


def _is_due(rule: Rule, today: str) -> bool:
    return rule.next is not None and rule.next <= today and not rule.asks_too_much


def _record_next(repository: RuleRepository, rule: Rule) -> Rule | None:
    """Record a rule's next day, or ask for its amount; None if the rule stands otherwise by now."""
    day = rule.next or ""
    if rule.amount_paise is None:
        after = rule.ask(day)
        return after if repository.replace_rule(rule, after) else None
    after = rule.done(day)
    expense = expense_of(rule, day, rule.amount_paise)
    try:
        written = repository.record_due(rule, after, expense)
    except RefusedError as refused:
        if expense.id not in refused.taken:
            raise
        # The day is on record; only the rule was left behind.
        written = repository.replace_rule(rule, after)
    return after if written else None
