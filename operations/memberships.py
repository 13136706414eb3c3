"""A person's part in the ledgers that several share: told them, and ended."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from operations.books import SECONDS, Books
from tracker import shared_ledgers
from tracker.access import ROLES, Standing
from tracker.deadline import Deadline
from tracker.errors import ConflictError, ForbiddenError, NotFoundError
from tracker.limits import FIRST_DATE, LAST_DATE
from tracker.repository import keys
from tracker.repository.memberships import Memberships
from tracker.repository.part import Part
from tracker.repository.settlements import SettlementRepository
from tracker.repository.sharing import SharedRepository
from tracker.repository.sources import EVERYTHING
from tracker.repository.table import Table
from tracker.sharing import Ledger, Member, MemberChange

WRITERS: tuple[Standing, ...] = ("member", "owner")


Fate = Literal["left", "handed over", "deleted"]


class Parting(NamedTuple):
    """What becomes of a ledger as a person is deleted.

    Attributes
    ----------
    ledger : str
        Its id.
    fate : str
        Whether the others just keep it, get a new owner, or are none, so that it goes.
    """

    ledger: str
    fate: Fate


def shared_with(table: Table, user: str) -> list[dict[str, Any]]:
    """Read the ledgers that a person is in, with what is in those that they write in.

    Returns
    -------
    list of dict
        The ledger as the API shows it to them, with its ``members``; where they are an owner or a
        member of it, with its ``categories``, ``expenses`` and ``settlements`` too.
    """
    found = shared_ledgers.all_of(Memberships(table, user, Deadline(SECONDS)))
    return [_told(table, ledger) for ledger in found]


def _told(table: Table, ledger: Ledger) -> dict[str, Any]:
    part = Part(keys.of_ledger(ledger.id))
    shared = SettlementRepository(table, part, Deadline(SECONDS))
    told: dict[str, Any] = {"ledger": ledger, "members": shared.members()}
    if ledger.role in WRITERS:
        books = Books(table, part.owner).repository()
        told |= {
            "categories": books.categories(),
            "expenses": list(books.expenses(EVERYTHING, first=FIRST_DATE, last=LAST_DATE)),
            "settlements": shared.settlements(),
        }
    return told


def partings(table: Table, user: str) -> Iterator[Parting]:
    """Tell of each ledger that a person is in what `leave_all` would make of it."""
    for repository in _ledgers_of(table, user):
        yield Parting(keys.ledger_of(repository.owner), _fate(repository.members(), user))


def leave_all(table: Table, user: str) -> Iterator[Parting]:
    """Take a person out of every ledger that they are in; what they entered stays in it.

    Where they are its last owner, another becomes that first; where nobody else is in it, it is
    deleted. It may be cut short at any time and begun again.

    Yields
    ------
    Parting
        What became of one, when it is done.
    """
    for repository in _ledgers_of(table, user):
        if fate := _leave(repository, user):
            yield Parting(keys.ledger_of(repository.owner), fate)


def _ledgers_of(table: Table, user: str) -> Iterator[SharedRepository]:
    for owner in Memberships(table, user, Deadline(SECONDS)).owners():
        yield SharedRepository(table, Part(owner, user), Deadline(SECONDS))


def _leave(repository: SharedRepository, user: str) -> Fate | None:
    """Take a person out of a ledger; None if they are in it no more, whatever the index says."""
    fate: Fate = "left"
    while True:
        try:
            shared_ledgers.remove(repository, user)
        except NotFoundError:
            return None
        except ConflictError:
            people = repository.members()
            heir = _heir(people, user)
            if heir:
                if _promoted(repository, heir):
                    fate = "handed over"
            elif repository.end([member for member in people if member.id == user]):
                repository.clear()
                return "deleted"
            repository.pause()
        else:
            return fate


def _promoted(repository: SharedRepository, heir: Member) -> bool:
    """Make a member an owner; tell whether all was still as it was seen."""
    try:
        shared_ledgers.change_member(repository, heir.id, MemberChange(role="owner"))
    except (NotFoundError, ForbiddenError, ConflictError):
        return False
    return True


def _fate(people: list[Member], user: str) -> Fate:
    owners = [member for member in people if member.role == "owner" and member.id != user]
    mine = [member for member in people if member.id == user and member.role == "owner"]
    if owners or not mine:
        return "left"
    return "handed over" if _heir(people, user) else "deleted"


def _heir(people: list[Member], user: str) -> Member | None:
    """Choose who is to own a ledger: of those who may do most in it, who joined first.

    So nobody is shown more than they were as long as there is another.

    Parameters
    ----------
    people : list of Member
        In the order of joining.
    """
    others = [member for member in people if member.id != user and member.role != "left"]
    return max(others, key=lambda member: ROLES.index(member.role), default=None)
