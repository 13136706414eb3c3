"""A ledger's part of the table with all that can have a category."""

from tracker.access import Claim
from tracker.deadline import Deadline
from tracker.repository.payees import PayeeRepository
from tracker.repository.recurring import RuleRepository


class MergingRepository(PayeeRepository, RuleRepository):
    """What a ledger holds, what was taught of payees, and what recurs."""


def open_merging(claim: Claim, deadline: Deadline) -> MergingRepository:
    """Open the ledger that a request is about, in the table that the environment names."""
    return MergingRepository.open(claim, deadline)
