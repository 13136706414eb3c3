"""What each role in a shared ledger allows, and what a request claims."""

from typing import Literal, NamedTuple

from tracker.errors import ForbiddenError, NotFoundError

Role = Literal["totals", "viewer", "member", "owner"]
Standing = Literal["totals", "viewer", "member", "owner", "left"]
"""What somebody is in a ledger, or was: who left may do nothing, and keeps a name."""

ROLES: tuple[Role, ...] = ("totals", "viewer", "member", "owner")
"""Each may do all that those before it may: see totals, see expenses, write, see to members."""


class Claim(NamedTuple):
    """Who asks, of which ledger, and what for.

    Attributes
    ----------
    person : str
        The ``sub`` of a verified token, and nothing else.
    ledger : str or None
        The id of a shared one; None: the person's own, in which they may do anything.
    least : str
        The role that the request needs at least.
    """

    person: str
    ledger: str | None
    least: Role


def allowed(least: Role) -> tuple[Role, ...]:
    """List the roles that are enough where one is needed."""
    return ROLES[ROLES.index(least) :]


def check(standing: Standing | None, least: Role) -> None:
    """Hold what a person is in a ledger to what a request needs.

    Raises
    ------
    NotFoundError
        They are not in it, or no more.
    ForbiddenError
        They are in it, with a role that does not allow this.
    """
    if standing is None or standing == "left":
        raise NotFoundError
    if standing not in allowed(least):
        raise ForbiddenError
