"""The revision of a shared ledger, read as cheaply as can be: by all who are looking, all the time.

As long as nothing has changed it is one read unit: half of one each for the member and the tally,
which may lag behind by a moment. What is told then is what the client knew already, and nothing
else; whoever is removed changes the revision by that, and learns the next one from a read that
lags behind nothing, or not at all.
"""

from typing import NamedTuple

from tracker.access import Claim, allowed
from tracker.deadline import Deadline
from tracker.repository import keys
from tracker.repository.part import REVISION, SETUP, opened
from tracker.repository.table import Item, table


class Standing(NamedTuple):
    """How far a shared ledger has come.

    Attributes
    ----------
    revision : str
        Another after each change.
    setup : str
        Another after each change of more than expenses.
    """

    revision: str
    setup: str


def read_revision(claim: Claim, known: frozenset[str], deadline: Deadline) -> Standing:
    """Read how far a shared ledger has come.

    Parameters
    ----------
    known : frozenset of str
        Revisions that the client has seen.

    Raises
    ------
    NotFoundError, ForbiddenError
        The ledger is not theirs, or not for this.
    """
    owner = keys.of_ledger(claim.ledger or "")
    tally, member = (
        keys.primary(owner, sort_key) for sort_key in (keys.TALLY, keys.member(claim.person))
    )
    found = table().get_many([tally, member], deadline, consistent=False)
    items = {item["SK"]["S"]: item for item in found}
    role = items.get(keys.member(claim.person), {}).get("role", {}).get("S")
    glimpsed = _standing(items.get(keys.TALLY))
    if role in allowed(claim.least) and glimpsed.revision in known:
        return glimpsed
    opened(table(), claim, deadline)
    return _standing(table().get(tally, deadline))


def _standing(tally: Item | None) -> Standing:
    numbers = ((tally or {}).get(name, {"N": "0"})["N"] for name in (REVISION, SETUP))
    return Standing(*numbers)
