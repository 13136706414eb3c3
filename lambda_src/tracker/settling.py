"""Settling what members of a shared ledger owe each other."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from msgspec import UNSET

from tracker.balances import Balances, Settlement, SettlementContent, Shared, balances
from tracker.errors import ConflictError, NotFoundError
from tracker.ids import known_by, new_id
from tracker.ledger import check_member
from tracker.limits import FIRST_DATE, LAST_DATE, MAX_SETTLEMENTS
from tracker.moments import now
from tracker.repository.settlements import SettlementRepository
from tracker.shared_ledgers import seen

NO_SPLIT = "the ledger has no split; one of its owners can say how it is shared"
ID_TAKEN = "another settlement has this id; give the new one an id of its own"
TOO_MANY = f"the ledger has {MAX_SETTLEMENTS} settlements, which is the most"


class AddedSettlement(NamedTuple):
    """A settlement that is there, and whether this very request put it there."""

    settlement: Settlement
    is_new: bool


def stand(repository: SettlementRepository) -> Balances:
    """Say how everybody in a ledger stands.

    Raises
    ------
    ConflictError
        Nothing says who is to pay how much.
    """
    split = seen(repository).split
    if split is None:
        raise ConflictError(NO_SPLIT)
    members = repository.members() if split.kind == "equal" else []
    gone = {
        member.id: member.shares_until for member in members if member.shares_until is not UNSET
    }
    paid: Counter[str] = Counter()
    by_day: Counter[str] = Counter()
    for cell in repository.cells(first=FIRST_DATE, last=LAST_DATE, days=bool(gone)):
        paid[cell.key.member] += cell.total_paise
        for day, total in cell.days.items():
            by_day[f"{cell.key.month}-{day}"] += total.paise
    if split.kind == "shares":
        shares = {share.member: share.share for share in split.shares}
        spent = [Shared(paid.total(), shares)]
    else:
        present = [member.id for member in members if member.shares]
        spent = _shared_equally(paid.total(), by_day, present, gone)
    return balances(paid, spent, repository.settlements())


def _shared_equally(
    total: int, by_day: Mapping[str, int], present: list[str], gone: Mapping[str, str]
) -> list[Shared]:
    """Part what was spent by who shares it: who is gone shares the days until then alone.

    Parameters
    ----------
    by_day : mapping of str to int
        What was spent on each day, in paise.
    present : list of str
        Who shares every day: also the days before they came, as histories are brought in.
    gone : mapping of str to str
        The last day that others share.
    """
    last_days = sorted(set(gone.values()))
    spent: list[Shared] = []
    for first, last in pairwise(["", *last_days]):
        part = sum(paise for day, paise in by_day.items() if first < day <= last)
        sharers = [*present, *(member for member, until in gone.items() if until >= last)]
        spent.append(Shared(part, dict.fromkeys(sharers, 1)))
    rest = total - sum(part.total for part in spent)
    return [*spent, Shared(rest, dict.fromkeys(present, 1))]


def all_settlements(repository: SettlementRepository) -> list[Settlement]:
    """Read all settlements, those of the newest day first."""
    found = repository.settlements()
    return sorted(
        found,
        key=lambda settlement: (settlement.date, settlement.created_at, settlement.id),
        reverse=True,
    )


def add(repository: SettlementRepository, content: SettlementContent) -> AddedSettlement:
    """Record what one member gave another; a repetition changes nothing.

    Raises
    ------
    ConflictError
        The id belongs to another settlement, or there are as many as can be.
    InvalidInputError
        Somebody never was in the ledger.
    UnknownOutcomeError
        The database did not answer, and the client sent no id.
    """
    check_member(repository, content.payer, "from")
    check_member(repository, content.receiver, "to")
    settlement = Settlement(
        id=new_id() if content.id is UNSET else content.id,
        payer=content.payer,
        receiver=content.receiver,
        amount_paise=content.amount_paise,
        date=content.date,
        entered_by=repository.part.person or "",
        created_at=now(),
    )
    if stored := repository.settlement(settlement.id):
        return _repetition(stored, content)
    if len(repository.settlements()) >= MAX_SETTLEMENTS:
        raise ConflictError(TOO_MANY)
    with known_by(content.id):
        is_new = repository.add_settlement(settlement)
    if is_new:
        return AddedSettlement(settlement, is_new=True)
    stored = repository.settlement(settlement.id)
    if stored is None:
        raise ConflictError(ID_TAKEN)
    return _repetition(stored, content)


def delete(repository: SettlementRepository, settlement_id: str) -> None:
    """Delete a settlement.

    Raises
    ------
    NotFoundError
        There is none.
    """
    if not repository.delete_settlement(settlement_id):
        raise NotFoundError


def _repetition(stored: Settlement, content: SettlementContent) -> AddedSettlement:
    if not stored.says(content):
        raise ConflictError(ID_TAKEN)
    return AddedSettlement(stored, is_new=False)
