"""Making, changing, deleting and leaving shared ledgers, and what each member may do there."""

from typing import NamedTuple

from msgspec import UNSET
from msgspec.structs import replace

from tracker.clock import today
from tracker.errors import (
    ConflictError,
    FieldError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
)
from tracker.ids import known_by, new_id
from tracker.ledger import Revisions, in_accepted_revision
from tracker.limits import MAX_LEDGERS
from tracker.moments import now
from tracker.repository.memberships import Memberships
from tracker.repository.sharing import CountRefusedError, SharedRepository
from tracker.sharing import Ledger, LedgerContent, Member, MemberChange, NewLedger, Split
from tracker.text import fold

ID_TAKEN = "another ledger has this id; give the new one an id of its own"
LAST_OWNER = (
    "the last owner can neither leave nor become less: make another one owner, or delete it"
)
TOO_MANY_LEDGERS = f"you are in {MAX_LEDGERS} shared ledgers, which is the most"


class AddedLedger(NamedTuple):
    """A ledger that is there, and whether this very request made it."""

    ledger: Ledger
    is_new: bool


def all_of(memberships: Memberships) -> list[Ledger]:
    """Read the shared ledgers that a person is in, by name."""
    return sorted(memberships.ledgers(), key=lambda ledger: (fold(ledger.name), ledger.id))


def add(memberships: Memberships, content: NewLedger) -> AddedLedger:
    """Make a ledger and be its owner; a repetition changes nothing.

    Raises
    ------
    ConflictError
        The id belongs to another ledger, or the person is in as many as can be.
    InvalidInputError
        The split names others, who can't be in it yet.
    UnknownOutcomeError
        The database did not answer, and the client sent no id.
    """
    ledger_id = new_id() if content.id is UNSET else content.id
    if content.split:
        _check_shares(content.split, {memberships.person})
    if content.id is not UNSET and (stored := memberships.ledger(ledger_id)):
        return _repetition(stored, content)
    if len(memberships.owners()) >= MAX_LEDGERS:
        raise ConflictError(TOO_MANY_LEDGERS)
    with known_by(content.id):
        is_new = memberships.make(ledger_id, content, now())
    stored = memberships.ledger(ledger_id)
    if stored is None:
        raise ConflictError(ID_TAKEN)
    return AddedLedger(stored, is_new=True) if is_new else _repetition(stored, content)


def _repetition(stored: Ledger, content: NewLedger) -> AddedLedger:
    if not stored.says(content):
        raise ConflictError(ID_TAKEN)
    return AddedLedger(stored, is_new=False)


def seen(repository: SharedRepository) -> Ledger:
    """Read what a ledger is.

    Raises
    ------
    NotFoundError
        It was deleted meanwhile.
    """
    ledger = repository.ledger()
    if ledger is None:
        raise NotFoundError
    return ledger


def edit(repository: SharedRepository, content: LedgerContent, accepted: Revisions) -> Ledger:
    """Replace what a ledger says; a repetition of the edit that made it say so changes nothing.

    Raises
    ------
    NotFoundError, StaleError
        There is no such ledger any more, or not in a version that the caller accepts.
    InvalidInputError
        The split names somebody who never was in it.
    """
    if content.split:
        _check_shares(content.split, {member.id for member in repository.members()})
    while True:
        stored = repository.ledger()
        if stored and accepted and stored.replaced_revision in accepted and stored.says(content):
            return stored
        before = in_accepted_revision(stored, accepted)
        if repository.change_ledger(before, content, now()):
            return seen(repository)
        repository.pause()


def delete(repository: SharedRepository) -> None:
    """Delete a ledger with all that is in it; where it is cut short, a repetition goes on.

    Raises
    ------
    BusyError
        The time is up. Nobody sees anything of it any more, or everybody all of it.
    ForbiddenError, NotFoundError
        Who is at work owns it no more.
    """
    while True:
        _demand_owner(repository)
        people = [member for member in repository.members() if member.role != "left"]
        if repository.end(people):
            break
        repository.pause()
    repository.clear()


def change_member(repository: SharedRepository, member_id: str, change: MemberChange) -> Member:
    """Change a member's role, or one's own name.

    Raises
    ------
    NotFoundError
        Nobody of this id is in it.
    ForbiddenError
        Only owners change roles, and only they themselves their names.
    ConflictError
        The last owner would become less.
    InvalidInputError
        Nothing was said to change.
    """
    me = repository.part.person
    while True:
        before = _present(repository, member_id)
        if change.role is UNSET and change.name is UNSET:
            message = "the body must hold at least one field to change"
            raise InvalidInputError([FieldError("", message)])
        if change.name is not UNSET and member_id != me:
            raise ForbiddenError
        if change.role is not UNSET:
            _demand_owner(repository)
        after = before
        if change.name is not UNSET:
            after = replace(after, name=change.name)
        if change.role is not UNSET:
            after = after.becoming(change.role, on=today(), at=now())
        if after == before or _changed(repository, before, after):
            return after
        repository.pause()


def remove(repository: SharedRepository, member_id: str) -> None:
    """Remove a member, or leave; what they entered stays, under their name.

    Raises
    ------
    NotFoundError
        Nobody of this id is in it.
    ForbiddenError
        Only owners remove others.
    ConflictError
        The last owner would go.
    """
    while True:
        before = _present(repository, member_id)
        if member_id != repository.part.person:
            _demand_owner(repository)
        after = before.becoming("left", on=today(), at=now())
        if _changed(repository, before, after):
            return
        repository.pause()


def _changed(repository: SharedRepository, before: Member, after: Member) -> bool:
    try:
        return repository.change_member(before, after)
    except CountRefusedError:
        raise ConflictError(LAST_OWNER) from None


def _present(repository: SharedRepository, member_id: str) -> Member:
    member = repository.member(member_id)
    if member is None or member.role == "left":
        raise NotFoundError
    return member


def _demand_owner(repository: SharedRepository) -> None:
    """Demand that who is at work is an owner, now and when it is written.

    Raises
    ------
    ForbiddenError
        They are not.
    """
    if _present(repository, repository.part.person or "").role != "owner":
        raise ForbiddenError
    repository.demand("owner")


def _check_shares(split: Split, known: set[str]) -> None:
    for place, share in enumerate(split.shares):
        if share.member not in known:
            field = f"split.shares[{place}].member"
            message = "must be somebody who is or was in the ledger"
            raise InvalidInputError([FieldError(field, message)])
