"""Teaching and forgetting payee rules."""

from tracker.errors import ConflictError, InvalidInputError, NotFoundError
from tracker.ledger import CATEGORY_CLOSED, is_open
from tracker.limits import MAX_PAYEE_RULES
from tracker.payee import PayeeRule, PayeeRuleContent
from tracker.repository.payees import PayeeRepository


def teach(repository: PayeeRepository, payee: str, content: PayeeRuleContent) -> PayeeRule:
    """Record what expenses of a payee get, in the place of what was said of it before.

    Raises
    ------
    InvalidInputError
        The category does not exist or is archived.
    ConflictError
        The person has as many rules as can be, and none of this payee.
    """
    if not is_open(repository.category(content.category)):
        raise InvalidInputError([CATEGORY_CLOSED])
    if not repository.has_payee_rule(payee) and len(repository.payee_rules()) >= MAX_PAYEE_RULES:
        raise ConflictError(f"you have rules for {MAX_PAYEE_RULES} payees, which is the most")
    rule = PayeeRule(payee=payee, category=content.category, tags=content.tags)
    repository.put_payee_rule(rule)
    return rule


def forget(repository: PayeeRepository, payee: str) -> None:
    """Delete the rule of a payee; expenses keep what they got by it.

    Raises
    ------
    NotFoundError
        There is none.
    """
    if not repository.delete_payee_rule(payee):
        raise NotFoundError
