"""Calendar links in the table: ``CALENDAR`` of a person, and whose a link is under its digest."""

from tracker.calendar_link import StoredLink
from tracker.deadline import Deadline
from tracker.repository import Repository, keys
from tracker.repository.part import Part, own
from tracker.repository.table import Item, table


class CalendarRepository(Repository):
    """What one person has, and the link by which their calendar reads it."""

    def link(self) -> StoredLink | None:
        """Read what is kept of the person's link."""
        item = self._table.get(keys.primary(self.owner, keys.CALENDAR), self._deadline)
        return StoredLink(item["digest"]["S"], item["created_at"]["S"]) if item else None

    def put_link(self, before: StoredLink | None, after: StoredLink) -> bool:
        """Write a link in the place of the one before; tell whether that still stood."""
        kept = {
            **keys.primary(self.owner, keys.CALENDAR),
            "digest": {"S": after.digest},
            "created_at": {"S": after.created_at},
        }
        whose = {**keys.calendar(after.digest), "owner": {"S": self.owner}}
        actions = [{"Put": {"Item": kept, **_seen(before)}}, {"Put": {"Item": whose}}]
        if before:
            actions.append({"Delete": {"Key": keys.calendar(before.digest)}})
        return self._try(actions)

    def delete_link(self, link: StoredLink) -> bool:
        """Delete a link; tell whether it still stood."""
        kept = {"Key": keys.primary(self.owner, keys.CALENDAR), **_seen(link)}
        return self._try([{"Delete": kept}, {"Delete": {"Key": keys.calendar(link.digest)}}])


def open_calendar(user: str, deadline: Deadline) -> CalendarRepository:
    """Open a person's own ledger: a calendar shows that alone."""
    return CalendarRepository(table(), own(user), deadline)


def part_by(digest: str, deadline: Deadline) -> Part | None:
    """Open what a link is for, in which it may only read.

    A link is good only as long as its person's own item names it: what a restored table holds
    besides opens nothing.
    """
    item = table().get(keys.calendar(digest), deadline)
    if item is None:
        return None
    part = Part(item["owner"]["S"])
    link = CalendarRepository(table(), part, deadline).link()
    return part if link and link.digest == digest else None


def _seen(link: StoredLink | None) -> Item:
    if link is None:
        return {"ConditionExpression": "attribute_not_exists(PK)"}
    return {
        "ConditionExpression": "digest = :seen",
        "ExpressionAttributeValues": {":seen": {"S": link.digest}},
    }
