"""A person's part of the table with their recurring rules."""

from tracker.access import Claim
from tracker.deadline import Deadline
from tracker.expense import Expense
from tracker.repository import Repository, keys, rules, tally, transactions
from tracker.repository.part import Part
from tracker.repository.refusals import refusal
from tracker.repository.table import ConditionFailedError, table
from tracker.rule import Rule


class RuleRepository(Repository):
    """What one person has, and what recurs."""

    def rule(self, rule_id: str) -> Rule | None:
        """Read a recurring rule."""
        item = self._table.get(keys.primary(self.owner, keys.rule(rule_id)), self._deadline)
        return rules.from_item(item) if item else None

    def rules(self) -> list[Rule]:
        """Read all recurring rules."""
        query = rules.list_query(self.owner)
        return [rules.from_item(item) for item in self._table.query(self._deadline, **query)]

    def on_record(self) -> tally.Tally:
        """Read how much is on record."""
        return tally.from_item(
            self._table.get(keys.primary(self.owner, keys.TALLY), self._deadline)
        )

    def add_rule(self, rule: Rule) -> bool:
        """Write a new rule; tell whether its id was free."""
        return self._try([rules.put_new(self.owner, rule)])

    def replace_rule(self, before: Rule, after: Rule) -> bool:
        """Write a rule that changed or has come further; tell whether it stood as seen."""
        return self._try([rules.put_next(self.owner, before, after)])

    def delete_rule(self, rule: Rule) -> bool:
        """Delete a rule; tell whether it stood as seen."""
        return self._try([rules.delete(self.owner, rule)])

    def record_due(self, before: Rule, after: Rule, expense: Expense) -> bool:
        """Write an expense and how far its rule has come; tell whether the rule stood as seen.

        Raises
        ------
        RefusedError
            If it did, and what is stored contradicts the expense.
        """
        actions = [
            *transactions.record(self.owner, [expense], writer=self.part.writer),
            rules.put_next(self.owner, before, after),
        ]
        try:
            self._transact(actions)
        except ConditionFailedError as error:
            if any(failure.action == len(actions) - 1 for failure in error.failures):
                return False
            raise refusal(actions, error.failures) from error
        return True


def open_rules(claim: Claim, deadline: Deadline) -> RuleRepository:
    """Open the ledger that a request is about, in the table that the environment names."""
    return RuleRepository.open(claim, deadline)


def rules_in(part: Part, deadline: Deadline) -> RuleRepository:
    """Open a ledger that something else than a request's person has opened: a calendar's link."""
    return RuleRepository(table(), part, deadline)
