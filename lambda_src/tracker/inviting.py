"""Inviting people into shared ledgers, and coming in."""

from typing import NamedTuple, NoReturn

from msgspec import structs

from tracker.access import Role
from tracker.clock import seconds_to_tomorrow, today
from tracker.errors import ConflictError, NotFoundError, TooManyAttemptsError
from tracker.invitation import (
    Acceptance,
    Invitation,
    Invited,
    InvitedTo,
    NewInvitation,
    expiry,
    new_token,
    opened,
)
from tracker.limits import MAX_INVITATIONS, MAX_LEDGERS, MAX_PEOPLE
from tracker.moments import now
from tracker.repository import keys
from tracker.repository.invitations import InvitationRepository, Invitee
from tracker.repository.sharing import CountRefusedError
from tracker.shared_ledgers import TOO_MANY_LEDGERS, AddedLedger
from tracker.sharing import Member

FULL = f"the ledger has {MAX_PEOPLE} people, which is the most"
ALREADY_IN = "you are in this ledger already"
TOO_MANY = f"the ledger has {MAX_INVITATIONS} open invitations, which is the most; revoke some"


def all_open(repository: InvitationRepository) -> list[Invitation]:
    """Read the invitations to a ledger that can be accepted, the newest first."""
    found = repository.invitations(at=now())
    return sorted(found, key=lambda invitation: invitation.created_at, reverse=True)


def invite(repository: InvitationRepository, role: Role) -> NewInvitation:
    """Make an invitation for one person.

    Raises
    ------
    ConflictError
        There are as many as can be.
    """
    if len(all_open(repository)) >= MAX_INVITATIONS:
        raise ConflictError(TOO_MANY)
    token = new_token(keys.ledger_of(repository.owner))
    parts = opened(token)
    at = now()
    invitation = Invitation(
        id=parts.digest if parts else "",
        role=role,
        invited_by=repository.part.person or "",
        created_at=at,
        expires_at=expiry(at),
    )
    repository.add_invitation(invitation)
    return NewInvitation(**structs.asdict(invitation), token=token)


def revoke(repository: InvitationRepository, invitation_id: str) -> None:
    """Make an invitation worthless.

    Raises
    ------
    NotFoundError
        There is none, or somebody has accepted it.
    """
    if not repository.revoke(invitation_id):
        raise NotFoundError


class _Found(NamedTuple):
    """An invitation that a token leads to, and what it is to.

    Attributes
    ----------
    accepted : bool
        Whether who asks has accepted it already; nobody else has.
    """

    owner: str
    ledger_name: str
    invitation: Invitation
    inviter: str
    accepted: bool


def look(invitee: Invitee, token: str) -> Invited:
    """Tell what an invitation is to, and what it lets one do.

    Raises
    ------
    NotFoundError
        The token is unknown, used, revoked or expired, or who made it is no owner any more; or they
        came in by it, and are out again.
    TooManyAttemptsError
        There were too many such on this day.
    """
    found = _found(invitee, token)
    ledger_id = keys.ledger_of(found.owner)
    if found.accepted and invitee.ledger(ledger_id) is None:
        _refuse(invitee)
    return Invited(
        ledger=InvitedTo(ledger_id, found.ledger_name),
        role=found.invitation.role,
        invited_by=found.inviter,
        expires_at=found.invitation.expires_at,
    )


def accept(invitee: Invitee, acceptance: Acceptance) -> AddedLedger:
    """Come into the ledger that an invitation is to; a repetition changes nothing.

    Raises
    ------
    NotFoundError, TooManyAttemptsError
        As `look`.
    ConflictError
        They are in it already, or in as many as can be, or it has as many people as can be.
    """
    while True:
        found = _found(invitee, acceptance.token)
        ledger_id = keys.ledger_of(found.owner)
        present = invitee.ledger(ledger_id)
        if present:
            # They may have come in by this very token since it was read.
            if found.accepted or _found(invitee, acceptance.token).accepted:
                return AddedLedger(present, is_new=False)
            raise ConflictError(ALREADY_IN)
        if found.accepted:
            _refuse(invitee)
        if len(invitee.owners()) >= MAX_LEDGERS:
            raise ConflictError(TOO_MANY_LEDGERS)
        before = invitee.member(found.owner, invitee.person)
        after = Member(
            id=invitee.person,
            name=acceptance.name,
            role=found.invitation.role,
            joined_at=now(),
        )
        if before and not after.shares:
            after = structs.replace(after, shares_until=before.shares_until)
        try:
            accepted = invitee.accept(found.owner, found.invitation, before, after)
        except CountRefusedError:
            raise ConflictError(FULL) from None
        present = invitee.ledger(ledger_id)
        if accepted and present:
            return AddedLedger(present, is_new=True)
        invitee.pause()


def _found(invitee: Invitee, token: str) -> _Found:
    """Find what a token leads to; one that leads nowhere stays counted."""
    day = _begin_attempt(invitee)
    found = _behind(invitee, token)
    if found is None:
        raise NotFoundError
    invitee.forget_attempt(day)
    return found


def _behind(invitee: Invitee, token: str) -> _Found | None:
    parts = opened(token)
    owner = keys.of_ledger(parts.ledger_id) if parts else ""
    stored = invitee.invitation(owner, parts.digest) if parts else None
    if stored is None:
        return None
    invitation, accepted_by = stored
    inviter = invitee.member(owner, invitation.invited_by)
    name = invitee.ledger_name(owner)
    is_open = invitation.expires_at > now() and accepted_by in (None, invitee.person)
    if not is_open or name is None or inviter is None or inviter.role != "owner":
        return None
    return _Found(owner, name, invitation, inviter.name, accepted_by is not None)


def _begin_attempt(invitee: Invitee) -> str:
    """Count an attempt, and tell of which day."""
    day = today()
    if not invitee.begin_attempt(day, now()):
        raise TooManyAttemptsError(seconds_to_tomorrow())
    return day


def _refuse(invitee: Invitee) -> NoReturn:
    """Refuse a token that led to something, and count it after all."""
    _begin_attempt(invitee)
    raise NotFoundError
