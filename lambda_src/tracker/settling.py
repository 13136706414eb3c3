"""Settling what members of a shared ledger owe each other."""

from collections import Counter
from typing import NamedTuple

from msgspec import UNSET

from tracker.balances import Balances, Settlement, SettlementContent, balances
from tracker.errors import ConflictError, NotFoundError
from tracker.ids import known_by, new_id
from tracker.ledger import check_member
from tracker.limits import FIRST_DATE, LAST_DATE, MAX_SETTLEMENTS
from tracker.moments import now
from tracker.repository.settlements import SettlementRepository
from tracker.shared_ledgers import seen
from tracker.sharing import Split

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
    paid: Counter[str] = Counter()
    for cell in repository.cells(first=FIRST_DATE, last=LAST_DATE, days=False):
        paid[cell.key.member] += cell.total_paise
    return balances(paid, _shares(repository, split), repository.settlements())


def _shares(repository: SettlementRepository, split: Split) -> dict[str, int]:
    if split.kind == "shares":
        return {share.member: share.share for share in split.shares}
    return {it.id: 1 for it in repository.members() if it.role in ("owner", "member")}


def all_settlements(repository: SettlementRepository) -> list[Settlement]:
    """Read all settlements, those of the newest day first."""
    found = repository.settlements()
    return sorted(found, key=lambda it: (it.date, it.created_at, it.id), reverse=True)


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
