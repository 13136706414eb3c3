"""What a person deleted and can bring back."""

from collections.abc import Iterator
from itertools import islice

from tracker.access import Claim
from tracker.deadline import Deadline
from tracker.expense import DeletedExpense
from tracker.repository import images, keys
from tracker.repository.repository import Repository
from tracker.repository.table import MAX_KEYS


class DeletedRepository(Repository):
    """What one person has, and what they deleted."""

    def deleted(self, *, since: str, after: str | None, page: int) -> Iterator[DeletedExpense]:
        """Yield what is not on record again, the newest deletion first.

        An add knows nothing of images, or every add would pay for looking; so this looks, by a read
        unit for each, which of them are on record.

        Parameters
        ----------
        since, after
            As for `images.list_query`.
        page : int
            How many are wanted first.
        """
        query = images.list_query(self.owner, since=since, after=after, page=MAX_KEYS)
        found = map(images.from_item, self._table.query(self._deadline, **query))
        size = min(page, MAX_KEYS)
        while some := list(islice(found, size)):
            primary_keys = [keys.primary(self.owner, keys.expense(one.id)) for one in some]
            on_record = self._table.which_exist(primary_keys, self._deadline)
            yield from (one for one in some if keys.expense(one.id) not in on_record)
            size = MAX_KEYS


def open_deleted(claim: Claim, deadline: Deadline) -> DeletedRepository:
    """Open the ledger that a request is about, in the table that the environment names."""
    return DeletedRepository.open(claim, deadline)
