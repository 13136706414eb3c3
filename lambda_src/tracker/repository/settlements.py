"""Settlements in the table: items ``SETTLED#<id>`` of a shared ledger."""

from tracker.access import Claim
from tracker.balances import Settlement
from tracker.deadline import Deadline
from tracker.repository import keys
from tracker.repository.sharing import SharedRepository
from tracker.repository.table import Item


class SettlementRepository(SharedRepository):
    """What a shared ledger holds, who is in it, and what they gave each other to settle."""

    def settlements(self) -> list[Settlement]:
        """Read all settlements, in the order of their ids."""
        query = {
            "KeyConditionExpression": "PK = :owner AND begins_with(SK, :settlements)",
            "ExpressionAttributeValues": {
                ":owner": {"S": self.owner},
                ":settlements": {"S": keys.SETTLEMENTS},
            },
        }
        return [_from_item(item) for item in self._table.query(self._deadline, **query)]

    def settlement(self, settlement_id: str) -> Settlement | None:
        """Read a settlement."""
        item = self._table.get(self._primary(settlement_id), self._deadline)
        return _from_item(item) if item else None

    def add_settlement(self, settlement: Settlement) -> bool:
        """Record a settlement; tell whether its id was free."""
        item: Item = {
            **self._primary(settlement.id),
            "payer": {"S": settlement.payer},
            "receiver": {"S": settlement.receiver},
            "amount_paise": {"N": str(settlement.amount_paise)},
            "date": {"S": settlement.date},
            "entered_by": {"S": settlement.entered_by},
            "created_at": {"S": settlement.created_at},
        }
        put = {"Item": item, "ConditionExpression": "attribute_not_exists(PK)"}
        return self._try([{"Put": put}])

    def delete_settlement(self, settlement_id: str) -> bool:
        """Delete a settlement; tell whether there was one."""
        delete = {
            "Key": self._primary(settlement_id),
            "ConditionExpression": "attribute_exists(PK)",
        }
        return self._try([{"Delete": delete}])

    def _primary(self, settlement_id: str) -> Item:
        return keys.primary(self.owner, keys.settlement(settlement_id))


def open_settlements(claim: Claim, deadline: Deadline) -> SettlementRepository:
    """Open the shared ledger that a request is about, in the table that the environment names."""
    return SettlementRepository.open(claim, deadline)


def _from_item(item: Item) -> Settlement:
    return Settlement(
        id=item["SK"]["S"].removeprefix(keys.SETTLEMENTS),
        payer=item["payer"]["S"],
        receiver=item["receiver"]["S"],
        amount_paise=int(item["amount_paise"]["N"]),
        date=item["date"]["S"],
        entered_by=item["entered_by"]["S"],
        created_at=item["created_at"]["S"],
    )
