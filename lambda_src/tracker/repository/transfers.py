"""Two ledgers' parts of the table at once, between which expenses move."""

from tracker.access import Claim
from tracker.deadline import Deadline
from tracker.expense import Expense
from tracker.repository import tags, transactions
from tracker.repository.part import check_refused, completed, opened
from tracker.repository.refusals import refusal
from tracker.repository.repository import Repository
from tracker.repository.table import ConditionFailedError, table


class Passage:
    """From one ledger to another.

    Parameters
    ----------
    source, target : Claim
        Of the same person.
    deadline : Deadline
        Until when to try; after it every method raises `BusyError`.

    Raises
    ------
    NotFoundError, ForbiddenError
        One of them is not theirs, or not for this.
    """

    def __init__(self, source: Claim, target: Claim, deadline: Deadline) -> None:
        self._table = table()
        self._deadline = deadline
        self.source, self.target = (
            Repository(self._table, opened(self._table, claim, deadline), deadline)
            for claim in (source, target)
        )

    def pause(self) -> None:
        """Wait before reading again what somebody else is changing."""
        self._deadline.pause()

    def carry(self, before: Expense, after: Expense, *, keep: bool) -> bool:
        """Record an expense in the one ledger, and take it off the other's record, or neither.

        Parameters
        ----------
        keep : bool
            Whether it stays in the ledger that it comes from.

        Returns
        -------
        bool
            Whether it was still in the version seen there.

        Raises
        ------
        RefusedError
            If it was, and what is stored in the other ledger contradicts it.
        """
        actions = transactions.carry(
            self.source.owner,
            self.target.owner,
            before,
            after,
            keep=keep,
            writer=self.source.part.writer,
        )
        for repository in (self.source, self.target):
            actions = completed(repository.part, actions)
        try:
            self._table.transact(actions, self._deadline)
        except ConditionFailedError as error:
            for repository in (self.source, self.target):
                check_refused(repository.part, actions, error.failures)
            if any(failure.action == 0 for failure in error.failures):
                return False
            raise refusal(actions, error.failures) from error
        for deletion in tags.deletions_if_empty(actions):
            self._table.attempt_delete(self._deadline, **deletion)
        return True
