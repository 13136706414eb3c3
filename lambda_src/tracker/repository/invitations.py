"""Invitations in the table: items ``INVITE#<digest of the token>`` of the ledger they are to.

One that was accepted stays until it expires, and says by whom, so that the same request again is
known. DynamoDB deletes it some time after ``expires_at``.
"""

from collections.abc import Iterator

import msgspec

from tracker.access import Claim, Role
from tracker.deadline import Deadline
from tracker.invitation import Invitation, expiry
from tracker.limits import MAX_ATTEMPTS
from tracker.moments import later, seconds
from tracker.repository import keys, shared
from tracker.repository.memberships import Memberships
from tracker.repository.part import ENDING, Part, completed
from tracker.repository.sharing import CountRefusedError, SharedRepository
from tracker.repository.table import ConditionFailedError, Item, table
from tracker.sharing import Member


class InvitationRepository(SharedRepository):
    """What a shared ledger holds, who is in it, and who is invited."""

    def invitations(self, *, at: str) -> Iterator[Invitation]:
        """Yield the invitations that are open at a moment."""
        query = {
            "KeyConditionExpression": "PK = :owner AND begins_with(SK, :invitations)",
            "ExpressionAttributeValues": {
                ":owner": {"S": self.owner},
                ":invitations": {"S": keys.INVITATIONS},
            },
        }
        for item in self._table.query(self._deadline, **query):
            invitation = _from_item(item)
            if invitation.expires_at > at and "accepted_by" not in item:
                yield invitation

    def add_invitation(self, invitation: Invitation) -> None:
        """Record an invitation."""
        item: Item = {
            **keys.primary(self.owner, keys.invitation(invitation.id)),
            "role": {"S": invitation.role},
            "invited_by": {"S": invitation.invited_by},
            "created_at": {"S": invitation.created_at},
            "expires_at": {"N": str(seconds(invitation.expires_at))},
        }
        self._transact([{"Put": {"Item": item}}])

    def revoke(self, invitation_id: str) -> bool:
        """Delete an invitation that nobody accepted; tell whether there was one."""
        delete = {
            "Key": keys.primary(self.owner, keys.invitation(invitation_id)),
            "ConditionExpression": "attribute_exists(PK) AND attribute_not_exists(accepted_by)",
        }
        return self._try([{"Delete": delete}])


class Invitee(Memberships):
    """Somebody who has the token of an invitation, and is in its ledger or not yet."""

    def invitation(self, owner: str, digest: str) -> tuple[Invitation, str | None] | None:
        """Read an invitation, and who accepted it, if anybody has."""
        item = self._table.get(keys.primary(owner, keys.invitation(digest)), self._deadline)
        if item is None:
            return None
        return _from_item(item), item["accepted_by"]["S"] if "accepted_by" in item else None

    def ledger_name(self, owner: str) -> str | None:
        """Read the name of a ledger that takes people in."""
        item = self._table.get(keys.primary(owner, keys.LEDGER), self._deadline)
        return item["name"]["S"] if item and ENDING not in item else None

    def member(self, owner: str, member: str) -> Member | None:
        """Read one who is in a ledger, or was."""
        item = self._table.get(keys.primary(owner, keys.member(member)), self._deadline)
        return shared.member_from_item(item) if item else None

    def accept(
        self, owner: str, invitation: Invitation, before: Member | None, after: Member
    ) -> bool:
        """Come into a ledger; tell whether all was still as it was seen.

        Raises
        ------
        CountRefusedError
            There are as many people in it as can be.
        """
        actions: list[Item] = [
            {
                "Update": {
                    "Key": keys.primary(owner, keys.invitation(invitation.id)),
                    "UpdateExpression": "SET accepted_by = :person",
                    "ConditionExpression": "attribute_exists(PK)"
                    " AND attribute_not_exists(accepted_by)",
                    "ExpressionAttributeValues": {":person": {"S": self.person}},
                }
            },
            shared.put_member(owner, after, before),
            _still_owner(owner, invitation.invited_by),
            shared.count_people(owner, people=1, owners=int(after.role == "owner")),
        ]
        try:
            self._table.transact(completed(Part(owner), actions), self._deadline)
        except ConditionFailedError as error:
            if {failure.action for failure in error.failures} == {len(actions) - 1}:
                raise CountRefusedError from error
            return False
        return True

    def begin_attempt(self, day: str, at: str) -> bool:
        """Count a token that they try, before it is looked for; tell whether they still may.

        However many are tried in the same moment, no more are looked for than may be.
        """
        update = {
            "Key": _attempts(self.person, day),
            "UpdateExpression": "ADD attempts :one SET expires_at = :expires_at",
            "ConditionExpression": "attribute_not_exists(attempts) OR attempts < :most",
            "ExpressionAttributeValues": {
                ":one": {"N": "1"},
                ":most": {"N": str(MAX_ATTEMPTS)},
                ":expires_at": {"N": str(seconds(later(at, days=1)))},
            },
        }
        try:
            self._table.transact([{"Update": update}], self._deadline)
        except ConditionFailedError:
            return False
        return True

    def forget_attempt(self, day: str) -> None:
        """Count no more a token that led to something."""
        update = {
            "Key": _attempts(self.person, day),
            "UpdateExpression": "ADD attempts :less",
            "ExpressionAttributeValues": {":less": {"N": "-1"}},
        }
        self._table.transact([{"Update": update}], self._deadline)


def open_invitations(claim: Claim, deadline: Deadline) -> InvitationRepository:
    """Open the shared ledger that a request is about, in the table that the environment names."""
    return InvitationRepository.open(claim, deadline)


def open_invitee(person: str, deadline: Deadline) -> Invitee:
    """Open a person's memberships in the table that the environment names."""
    return Invitee(table(), person, deadline)


def _from_item(item: Item) -> Invitation:
    created_at = item["created_at"]["S"]
    return Invitation(
        id=item["SK"]["S"].removeprefix(keys.INVITATIONS),
        role=msgspec.convert(item["role"]["S"], Role),
        invited_by=item["invited_by"]["S"],
        created_at=created_at,
        expires_at=expiry(created_at),
    )


def _still_owner(owner: str, member: str) -> Item:
    """Demand that who invited may still invite: nobody comes back by what they kept for it."""
    return {
        "ConditionCheck": {
            "Key": keys.primary(owner, keys.member(member)),
            "ConditionExpression": "#role = :owner",
            "ExpressionAttributeNames": {"#role": "role"},
            "ExpressionAttributeValues": {":owner": {"S": "owner"}},
        }
    }


def _attempts(person: str, day: str) -> Item:
    return keys.primary(keys.attempts(person), day)
