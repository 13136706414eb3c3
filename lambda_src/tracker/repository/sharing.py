"""A shared ledger's part of the table with who is in it."""

from itertools import islice

from tracker.access import Claim, Role
from tracker.deadline import Deadline
from tracker.repository import keys, shared
from tracker.repository.part import opened
from tracker.repository.repository import Repository
from tracker.repository.table import MAX_DELETED, ConditionFailedError, Item, table
from tracker.sharing import Ledger, LedgerContent, Member


class CountRefusedError(Exception):
    """Nobody came or went: there are as many people as can be, or one owner left, or it ends."""


class SharedRepository(Repository):
    """What a shared ledger holds, and who is in it."""

    def ledger(self) -> Ledger | None:
        """Read what the ledger is, as who is at work in it sees it."""
        sort_keys = (keys.LEDGER, keys.member(self.part.person or ""))
        ledger, member = (
            self._table.get(keys.primary(self.owner, sort_key), self._deadline)
            for sort_key in sort_keys
        )
        return shared.ledger_from_items(ledger, member) if ledger and member else None

    def members(self) -> list[Member]:
        """Read all who are in it, or were, in the order of joining."""
        found = self._table.query(self._deadline, **shared.members_query(self.owner))
        return sorted(
            map(shared.member_from_item, found), key=lambda member: (member.joined_at, member.id)
        )

    def member(self, member: str) -> Member | None:
        """Read one who is in it, or was."""
        item = self._table.get(keys.primary(self.owner, keys.member(member)), self._deadline)
        return shared.member_from_item(item) if item else None

    def demand(self, least: Role) -> None:
        """Demand more of who is at work from here on, as what they do turns out to need it."""
        self.part = self.part._replace(least=least)

    def change_ledger(self, before: Ledger, content: LedgerContent, at: str) -> bool:
        """Replace what the ledger says; tell whether it was still in the version seen."""
        return self._try([shared.change_ledger(self.owner, before, content, at)])

    def change_member(self, before: Member, after: Member) -> bool:
        """Replace what a member is; tell whether they were still as seen.

        Raises
        ------
        CountRefusedError
            The last owner would go.
        """
        actions = [shared.put_member(self.owner, after, before)]
        people = (after.role != "left") - (before.role != "left")
        owners = (after.role == "owner") - (before.role == "owner")
        if people or owners:
            actions.append(shared.count_people(self.owner, people=people, owners=owners))
        try:
            self._transact(actions)
        except ConditionFailedError as error:
            if any(failure.action == 0 for failure in error.failures):
                return False
            raise CountRefusedError from error
        return True

    def end(self, people: list[Member]) -> bool:
        """Put everybody out and let nobody in; tell whether they were all who were in it.

        Who is at work may go on with the deletion, and nothing else.

        Parameters
        ----------
        people : list of Member
            Who is in it, as was seen.
        """
        others = [member for member in people if member.id != self.part.person]
        outs = [
            {"Delete": {"Key": keys.primary(self.owner, keys.member(member.id))}}
            for member in others
        ]
        ends = shared.end_ledger(self.owner, self.part.person or "", len(people))
        return self._try([*ends, *outs])

    def clear(self) -> None:
        """Delete all that is in it, and at last the ledger and its member."""
        last = [
            keys.primary(self.owner, sort_key)
            for sort_key in (keys.LEDGER, keys.member(self.part.person or ""))
        ]
        self._delete_all_but(last)
        # From here on nobody is in it, so that nothing more can come.
        self._table.transact([{"Delete": {"Key": key}} for key in last], self._deadline)
        self._delete_all_but([])

    def _delete_all_but(self, kept: list[Item]) -> None:
        query = {
            "KeyConditionExpression": "PK = :owner",
            "ExpressionAttributeValues": {":owner": {"S": self.owner}},
            "ProjectionExpression": "PK, SK",
        }
        found = self._table.query(self._deadline, **query)
        going = (key for key in found if key not in kept)
        while some := list(islice(going, MAX_DELETED)):
            self._table.delete_many(some, self._deadline)


def open_to_delete(claim: Claim, deadline: Deadline) -> SharedRepository:
    """Open the shared ledger that a request is to delete, also where that has begun.

    Raises
    ------
    NotFoundError, ForbiddenError
        It is not theirs, or not for this.
    """
    part = opened(table(), claim, deadline, even_ending=True)
    return SharedRepository(table(), part, deadline)


def open_shared(claim: Claim, deadline: Deadline) -> SharedRepository:
    """Open the shared ledger that a request is about, in the table that the environment names."""
    return SharedRepository.open(claim, deadline)
