"""A person's memberships: the shared ledgers that they are in, make and join."""

from tracker.deadline import Deadline
from tracker.repository import keys, shared
from tracker.repository.part import ENDING, Part, completed
from tracker.repository.table import MAX_KEYS, ConditionFailedError, Item, Table, table
from tracker.sharing import Ledger, Member, NewLedger


class Memberships:
    """The shared ledgers of one person.

    Parameters
    ----------
    table : Table
        Where everybody's things are.
    person : str
        Whose they are: the ``sub`` of a verified token, and nothing else.
    deadline : Deadline
        Until when to try; after it every method raises `BusyError`.
    """

    def __init__(self, table: Table, person: str, deadline: Deadline) -> None:
        self.person = person
        self._table = table
        self._deadline = deadline

    def owners(self) -> list[str]:
        """List the partition keys of the ledgers that they are in, as far as the index knows."""
        found = self._table.query(self._deadline, **shared.ledgers_query(self.person))
        return [item["member_ledger"]["S"] for item in found]

    def ledgers(self) -> list[Ledger]:
        """Read the ledgers that they are in: found by the index, and true at this moment."""
        owners = self.owners()[: MAX_KEYS // 2]
        sort_keys = (keys.LEDGER, keys.member(self.person))
        wanted = [keys.primary(owner, sort_key) for owner in owners for sort_key in sort_keys]
        items = {
            (item["PK"]["S"], item["SK"]["S"]): item
            for item in self._table.get_many(wanted, self._deadline)
        }
        found = (
            self._ledger(*(items.get((owner, sort_key)) for sort_key in sort_keys))
            for owner in owners
        )
        return [ledger for ledger in found if ledger]

    def ledger(self, ledger_id: str) -> Ledger | None:
        """Read a ledger that they are in; None where they are not, or there is none."""
        owner = keys.of_ledger(ledger_id)
        return self._ledger(
            *(
                self._table.get(keys.primary(owner, sort_key), self._deadline)
                for sort_key in (keys.LEDGER, keys.member(self.person))
            )
        )

    def make(self, ledger_id: str, content: NewLedger, at: str) -> bool:
        """Make a ledger and be its owner; tell whether the id was free."""
        owner = keys.of_ledger(ledger_id)
        me = Member(id=self.person, name=content.member_name, role="owner", joined_at=at)
        actions = [shared.put_ledger(owner, content, at), shared.put_member(owner, me, None)]
        try:
            self._table.transact(completed(Part(owner), actions), self._deadline)
        except ConditionFailedError:
            return False
        return True

    def pause(self) -> None:
        """Wait before reading again what somebody else is changing."""
        self._deadline.pause()

    def _ledger(self, ledger: Item | None, member: Item | None) -> Ledger | None:
        if not ledger or not member or member["role"]["S"] == "left" or ENDING in ledger:
            return None
        return shared.ledger_from_items(ledger, member)


def open_memberships(person: str, deadline: Deadline) -> Memberships:
    """Open a person's memberships in the table that the environment names."""
    return Memberships(table(), person, deadline)
