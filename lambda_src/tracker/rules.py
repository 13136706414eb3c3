"""Adding, changing and deleting recurring rules, and telling them the amounts they ask for."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import UNSET
from msgspec.structs import replace

from tracker import recording
from tracker import rule as rules
from tracker.clock import today
from tracker.errors import ConflictError, FieldError, InvalidInputError, NotFoundError
from tracker.ids import known_by, new_id
from tracker.ledger import (
    CATEGORY_CLOSED,
    Recorded,
    Revisions,
    in_accepted_revision,
    is_open,
    open_categories,
    payer,
    without_room,
)
from tracker.limits import MAX_RULES
from tracker.moments import now
from tracker.repository import RefusedError
from tracker.repository.recurring import RuleRepository
from tracker.rule import RecurringRule, Rule, RuleContent, seen

ID_TAKEN = "another rule has this id; give the new one an id of its own"
NOTHING_ASKED = "the rule asks for no amount of this day"
TOLD_OTHERWISE = "this day is recorded already, with another amount; edit its expense"
CLOSED = "the rule's category is archived or gone; give the rule another one first"


class AddedRule(NamedTuple):
    """A rule that is there, and whether this very request put it there."""

    rule: Rule
    is_new: bool


def all_seen(repository: RuleRepository) -> list[RecurringRule]:
    """Read all of a person's rules, as they stand, in the order in which they were made."""
    found = repository.rules()
    opened = open_categories(repository)
    in_order = sorted(found, key=lambda rule: (rule.created_at, rule.id))
    has_room = _room(repository, found)
    return [
        seen(rule, category_open=rule.category in opened, has_room=has_room(rule))
        for rule in in_order
    ]


def one_seen(repository: RuleRepository, rule: Rule | None) -> RecurringRule:
    """Say of a rule how it stands.

    Raises
    ------
    NotFoundError
        There is none.
    """
    rule = _present(rule)
    has_room = _room(repository, [rule])
    category_open = is_open(repository.category(rule.category))
    return seen(rule, category_open=category_open, has_room=has_room(rule))


def _room(repository: RuleRepository, found: list[Rule]) -> Callable[[Rule], bool]:
    """Make what tells whether a rule's due day has room; nothing is read where none is due."""
    overdue = {rule.id: rule.amount_paise for rule in found if rule.next and rule.next <= today()}
    on_record = repository.on_record() if any(overdue.values()) else None

    def has_room(rule: Rule) -> bool:
        amount = overdue.get(rule.id)  # to ask for one takes no room
        return on_record is None or amount is None or on_record.has_room(amount)

    return has_room


def add(repository: RuleRepository, content: RuleContent) -> AddedRule:
    """Add a rule, and record what is due by it already; a repetition changes nothing.

    Raises
    ------
    ConflictError
        The id belongs to another rule of the person, or there are as many as can be.
    InvalidInputError
        The category does not exist or is archived, or the rule contradicts itself.
    UnknownOutcomeError
        The database did not answer, and the client sent no id.
    """
    rule_id = new_id() if content.id is UNSET else content.id
    content = replace(content, by=payer(repository, content.by))
    stored = repository.rule(rule_id)
    if stored is not None:
        return _repetition(stored, content)
    rule = rules.begin(
        content,
        rule_id=rule_id,
        today=today(),
        now=now(),
        entered_by=repository.part.member,
    )
    if not is_open(repository.category(content.category)):
        raise InvalidInputError([CATEGORY_CLOSED])
    if len(repository.rules()) >= MAX_RULES:
        raise ConflictError(f"you have {MAX_RULES} rules, which is the most")
    with known_by(content.id):
        is_new = repository.add_rule(rule)
    if not is_new:
        return _repetition(_present(repository.rule(rule_id)), content)
    return AddedRule(recording.catch_up_at_once(repository, rule), is_new=True)


def edit(
    repository: RuleRepository, rule_id: str, content: RuleContent, accepted: Revisions
) -> Rule:
    """Replace what a rule says; a repetition of the edit that made it say so changes nothing.

    Raises
    ------
    NotFoundError, StaleError
        There is no such rule, or not in a version that the caller accepts.
    InvalidInputError
        The rule was to move to a category that does not exist or is archived, contradicts
        itself, or was to get another id.
    """
    if content.id not in (UNSET, rule_id):
        raise InvalidInputError([FieldError("id", "must be the rule's own id, or left out")])
    said = content
    while True:
        stored = repository.rule(rule_id)
        content = replace(said, by=payer(repository, said.by, stored.by if stored else None))
        if stored and accepted and stored.replaced_revision in accepted and stored.says(content):
            return stored
        before = in_accepted_revision(stored, accepted)
        moves = before.category != content.category
        if moves and not is_open(repository.category(content.category)):
            raise InvalidInputError([CATEGORY_CLOSED])
        after = rules.revise(before, content, today=today(), now=now())
        if repository.replace_rule(before, after):
            return recording.catch_up_at_once(repository, after)
        repository.pause()


def delete(repository: RuleRepository, rule_id: str, accepted: Revisions) -> None:
    """Delete a rule; what it recorded stays.

    Raises
    ------
    NotFoundError, StaleError
        There is no such rule, or not in a version that the caller accepts.
    """
    while not repository.delete_rule(in_accepted_revision(repository.rule(rule_id), accepted)):
        repository.pause()


def confirm(repository: RuleRepository, rule_id: str, day: str, amount_paise: int) -> Recorded:
    """Record a day that a rule asked about; a repetition changes nothing.

    Raises
    ------
    NotFoundError
        There is no such rule.
    ConflictError
        The rule doesn't ask about that day, the day has another amount, or the category is closed.
    InvalidInputError, FullError, DayOverError
        There is no room for it.
    """
    while True:
        rule = _present(repository.rule(rule_id))
        if day not in rule.asked:
            return _told_already(repository, rule, day, amount_paise)
        if not is_open(repository.category(rule.category)):
            raise ConflictError(CLOSED)
        expense = recording.expense_of(rule, day, amount_paise)
        try:
            if repository.record_due(rule, rule.told(day), expense):
                return Recorded(expense, is_new=True)
        except RefusedError as refused:
            if expense.id not in refused.taken:
                problem = without_room(refused, [expense]).get(expense.id)
                raise problem or ConflictError(CLOSED) from None
            # Somebody gave an expense of their own this very id.
            repository.replace_rule(rule, rule.told(day))
        repository.pause()


def _told_already(repository: RuleRepository, rule: Rule, day: str, amount_paise: int) -> Recorded:
    stored = repository.expense(rule.expense_id(day))
    if stored is None:
        raise ConflictError(NOTHING_ASKED)
    if stored.amount_paise != amount_paise:
        raise ConflictError(TOLD_OTHERWISE)
    return Recorded(stored, is_new=False)


def _repetition(stored: Rule, content: RuleContent) -> AddedRule:
    if not stored.says(content):
        raise ConflictError(ID_TAKEN)
    return AddedRule(stored, is_new=False)


def _present(rule: Rule | None) -> Rule:
    if rule is None:
        raise NotFoundError
    return rule
