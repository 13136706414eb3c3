"""Payee rules in the table: items ``PAYEE#<folded payee>``."""

from tracker.access import Claim
from tracker.deadline import Deadline
from tracker.payee import PayeeRule
from tracker.repository import Repository, keys
from tracker.repository.table import Item
from tracker.text import fold


class PayeeRepository(Repository):
    """What one person has, and their payee rules."""

    def payee_rules(self) -> list[PayeeRule]:
        """Read all payee rules, in the order of the folded names."""
        query = {
            "KeyConditionExpression": "PK = :owner AND begins_with(SK, :payees)",
            "ExpressionAttributeValues": {
                ":owner": {"S": self.owner},
                ":payees": {"S": keys.PAYEES},
            },
        }
        return [_from_item(item) for item in self._table.query(self._deadline, **query)]

    def has_payee_rule(self, payee: str) -> bool:
        """Tell whether there is a rule of a payee."""
        return self._table.get(_primary(self.owner, payee), self._deadline) is not None

    def put_payee_rule(self, rule: PayeeRule) -> None:
        """Write a rule in the place of the one of its payee, if there is one."""
        self._try([{"Put": {"Item": _to_item(self.owner, rule)}}])

    def change_payee_rule(self, before: PayeeRule, after: PayeeRule) -> bool:
        """Change a rule; tell whether it still had the category that was seen."""
        put: Item = {
            "Item": _to_item(self.owner, after),
            "ConditionExpression": "category = :seen",
            "ExpressionAttributeValues": {":seen": {"S": before.category}},
        }
        return self._try([{"Put": put}])

    def delete_payee_rule(self, payee: str) -> bool:
        """Delete the rule of a payee; tell whether there was one."""
        delete = {
            "Key": _primary(self.owner, payee),
            "ConditionExpression": "attribute_exists(PK)",
        }
        return self._try([{"Delete": delete}])


def open_payees(claim: Claim, deadline: Deadline) -> PayeeRepository:
    """Open the ledger that a request is about, in the table that the environment names."""
    return PayeeRepository.open(claim, deadline)


def _primary(owner: str, payee: str) -> Item:
    return keys.primary(owner, keys.payee(fold(payee)))


def _to_item(owner: str, rule: PayeeRule) -> Item:
    return {
        **_primary(owner, rule.payee),
        "payee": {"S": rule.payee},
        "category": {"S": rule.category},
        "tags": {"L": [{"S": tag} for tag in rule.tags]},
    }


def _from_item(item: Item) -> PayeeRule:
    return PayeeRule(
        payee=item["payee"]["S"],
        category=item["category"]["S"],
        tags=tuple(tag["S"] for tag in item["tags"]["L"]),
    )
