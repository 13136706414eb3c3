"""Invitations to shared ledgers: what is said of them, and their tokens.

A token is the ledger's id and a secret, so that it leads to its ledger and to no other; of what was
given out only a digest is stored.
"""

import base64
import hashlib
import secrets
import uuid
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from tracker.access import Role
from tracker.fields import InvitationToken, LedgerId, LedgerName, MemberId, MemberName
from tracker.limits import DAYS_INVITED
from tracker.moments import later
from tracker.sharing import RoleSaid

SECRET_BYTES = 24
DIGEST_BYTES = 20
ID_BYTES = 16

INVITATION_PATTERN = f"^[0-9a-f]{{{2 * DIGEST_BYTES}}}$"
InvitationId = Annotated[str, Meta(pattern=INVITATION_PATTERN, description="an invitation's id")]


class InvitationContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody is invited as."""

    role: RoleSaid


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation that is open.

    Attributes
    ----------
    invited_by : str
        The id of the owner who made it.
    """

    id: InvitationId
    role: Role
    invited_by: MemberId
    created_at: str
    expires_at: str


class NewInvitation(Invitation, frozen=True, kw_only=True):
    """An invitation with its token, which is told this once."""

    token: str


class InvitationPath(msgspec.Struct, frozen=True):
    """Which invitation a path names."""

    invitation: InvitationId


class Look(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The token of an invitation that is to be looked at."""

    token: InvitationToken


class Acceptance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The token of an invitation that is accepted, and how the others are to call who does."""

    token: InvitationToken
    name: MemberName


class InvitedTo(msgspec.Struct, frozen=True):
    """Which ledger an invitation is to."""

    id: LedgerId
    name: LedgerName


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """What an invitation is to, and what it lets one do.

    Attributes
    ----------
    invited_by : str
        The name of the owner who made it.
    """

    ledger: InvitedTo
    role: Role
    invited_by: MemberName
    expires_at: str


class Opened(NamedTuple):
    """What a token says: of which ledger, and the digest by which its invitation is stored."""

    ledger_id: str
    digest: str


def new_token(ledger_id: str) -> str:
    """Make a token that nobody can guess."""
    raw = uuid.UUID(ledger_id).bytes + secrets.token_bytes(SECRET_BYTES)
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def opened(token: str) -> Opened | None:
    """Read a token; None where it can't be one."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return None
    if len(raw) != ID_BYTES + SECRET_BYTES:
        return None
    digest = hashlib.blake2b(raw, digest_size=DIGEST_BYTES).hexdigest()
    return Opened(str(uuid.UUID(bytes=raw[:ID_BYTES])), digest)


def expiry(created_at: str) -> str:
    """Tell until when an invitation can be accepted."""
    return later(created_at, days=DAYS_INVITED)
