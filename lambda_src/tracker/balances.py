"""What is fair among those who share costs: what each paid, would owe, and how to settle it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, NamedTuple

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.errors import FieldError, InvalidInputError
from tracker.fields import AmountPaise, CalendarDate, ExpenseId, MemberId

EXACT_UP_TO = 12
"""People who owe or are owed, up to whom the fewest transfers are looked for."""


class SettlementContent(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"payer": "from", "receiver": "to"},
):
    """What one member gave another, to settle; it is no spending."""

    payer: MemberId
    receiver: MemberId
    amount_paise: AmountPaise
    date: CalendarDate
    id: ExpenseId | UnsetType = UNSET

    def __post_init__(self) -> None:
        """Refuse what somebody gave themself."""
        if self.payer == self.receiver:
            raise InvalidInputError([FieldError("to", "must be another member than from")])


class Settlement(
    msgspec.Struct, frozen=True, kw_only=True, rename={"payer": "from", "receiver": "to"}
):
    """What one member gave another, to settle.

    Attributes
    ----------
    entered_by : str
        The member who recorded it.
    """

    id: ExpenseId
    payer: MemberId
    receiver: MemberId
    amount_paise: AmountPaise
    date: CalendarDate
    entered_by: MemberId
    created_at: str

    def says(self, content: SettlementContent) -> bool:
        """Tell whether it holds just what a person says."""
        names = ("payer", "receiver", "amount_paise", "date")
        return all(getattr(self, name) == getattr(content, name) for name in names)


class SettlementPath(msgspec.Struct, frozen=True):
    """Which settlement a path names."""

    settlement: ExpenseId


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """How one member stands.

    Attributes
    ----------
    settled_paise : int
        What they gave to settle, less what they got.
    balance_paise : int
        Above zero: they are owed so much; below: they owe it.
    """

    member: MemberId
    paid_paise: int
    owed_paise: int
    settled_paise: int
    balance_paise: int


class Transfer(
    msgspec.Struct, frozen=True, kw_only=True, rename={"payer": "from", "receiver": "to"}
):
    """What one member would give another, so that nobody owes anything."""

    payer: MemberId
    receiver: MemberId
    amount_paise: Annotated[int, Meta(ge=1)]


class Balances(msgspec.Struct, frozen=True, kw_only=True):
    """What was spent in all, how each member stands, and what would settle it."""

    total_paise: int
    members: list[Balance]
    transfers: list[Transfer]


class Shared(NamedTuple):
    """A part of what was spent, and who shares it.

    Attributes
    ----------
    total : int
        Paise.
    shares : mapping of str to int
        Parts by member; at least one.
    """

    total: int
    shares: Mapping[str, int]


def balances(
    paid: Mapping[str, int], spent: Iterable[Shared], settlements: Iterable[Settlement]
) -> Balances:
    """Say how everybody stands.

    Parameters
    ----------
    paid : mapping of str to int
        Paise by member.
    spent : iterable of Shared
        All that they paid, in parts.
    """
    settled: dict[str, int] = {}
    for settlement in settlements:
        amount = settlement.amount_paise
        settled[settlement.payer] = settled.get(settlement.payer, 0) + amount
        settled[settlement.receiver] = settled.get(settlement.receiver, 0) - amount
    owed: Counter[str] = Counter()
    for part in spent:
        owed.update(shared_out(part.total, part.shares))
    members = [
        Balance(
            member=member,
            paid_paise=paid.get(member, 0),
            owed_paise=owed.get(member, 0),
            settled_paise=settled.get(member, 0),
            balance_paise=paid.get(member, 0) + settled.get(member, 0) - owed.get(member, 0),
        )
        for member in sorted({*paid, *owed, *settled})
    ]
    left = {one.member: one.balance_paise for one in members if one.balance_paise}
    return Balances(
        total_paise=sum(paid.values()), members=members, transfers=fewest_transfers(left)
    )


def shared_out(total: int, shares: Mapping[str, int]) -> dict[str, int]:
    """Share a sum out to the paisa: what is left after rounding down goes to the largest rests.

    Examples
    --------
    >>> shared_out(100, {"asha": 1, "mira": 1, "ravi": 1})
    {'asha': 34, 'mira': 33, 'ravi': 33}
    """
    parts = sum(shares.values())
    owed = {member: total * share // parts for member, share in sorted(shares.items())}
    by_rest = sorted(owed, key=lambda member: (-(total * shares[member] % parts), member))
    for member in by_rest[: total - sum(owed.values())]:
        owed[member] += 1
    return owed


def fewest_transfers(left: Mapping[str, int]) -> list[Transfer]:
    """List as few transfers as settle what is left: balances by member, none zero, of sum zero.

    People whose balances add up to nothing settle among themselves, with one transfer less than
    they are; so the more such groups, the fewer transfers. Up to `EXACT_UP_TO` people the groups
    are the most that there can be, beyond it all are one.
    """
    people = sorted(left)
    groups = _most_groups(people, left) if len(people) <= EXACT_UP_TO else [people]
    return [transfer for group in groups for transfer in _settled_among(group, left)]


def _most_groups(people: list[str], left: Mapping[str, int]) -> list[list[str]]:
    """Part people into as many groups as can be whose balances add up to nothing.

    A set of people is a number, with a bit for each. Whoever is taken out of a set last leaves the
    best way to part the rest, so that each set is looked at once.
    """
    sums, most = [0], [0]
    for some in range(1, 1 << len(people)):
        rests = [some & ~(1 << place) for place in range(len(people)) if some & 1 << place]
        sums.append(sums[rests[0]] + left[people[(some ^ rests[0]).bit_length() - 1]])
        most.append(max(most[rest] for rest in rests) + (sums[some] == 0))
    groups: list[list[str]] = []
    some = (1 << len(people)) - 1
    while some:
        if sums[some] == 0:
            groups.append([])
        goal = most[some] - (sums[some] == 0)
        place = next(
            place
            for place in range(len(people))
            if some & 1 << place and most[some & ~(1 << place)] == goal
        )
        groups[-1].append(people[place])
        some &= ~(1 << place)
    return groups


def _settled_among(group: list[str], left: Mapping[str, int]) -> list[Transfer]:
    """Settle among some: each who owes gives what is owed to the next who is owed."""
    due = {member: left[member] for member in group}
    owing = [member for member in group if due[member] < 0]
    owed = [member for member in group if due[member] > 0]
    transfers: list[Transfer] = []
    while owing and owed:
        payer, receiver = owing[-1], owed[-1]
        amount = min(-due[payer], due[receiver])
        transfers.append(Transfer(payer=payer, receiver=receiver, amount_paise=amount))
        due[payer] += amount
        due[receiver] -= amount
        if not due[payer]:
            owing.pop()
        if not due[receiver]:
            owed.pop()
    return transfers
