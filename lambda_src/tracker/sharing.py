"""Ledgers that several people share, and who is in them: what is said, and what is shown."""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType
from msgspec.structs import replace

from tracker.access import Role, Standing
from tracker.errors import FieldError, InvalidInputError
from tracker.fields import CalendarDate, LedgerId, LedgerName, MemberId, MemberName
from tracker.limits import MAX_PEOPLE, MAX_SHARE
from tracker.revision import Revised

RoleSaid = Annotated[Role, Meta(description="one of owner, member, viewer and totals")]


class Share(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of the whole one member is to pay: so many parts of all that are shared out."""

    member: MemberId
    share: Annotated[
        int, Meta(ge=1, le=MAX_SHARE, description=f"a whole number from 1 to {MAX_SHARE}")
    ]


class Split(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is to pay how much of what is spent: its owners and members alike, or by shares."""

    kind: Literal["equal", "shares"]
    shares: Annotated[tuple[Share, ...], Meta(max_length=MAX_PEOPLE)] = ()

    def check(self) -> None:
        """Refuse shares that say nothing, or too much.

        Raises
        ------
        InvalidInputError
            There are none where they count or some where they do not, or a member has two.
        """
        if (self.kind == "shares") != bool(self.shares):
            message = "must be given where kind is shares, and nowhere else"
            raise InvalidInputError([FieldError("split.shares", message)])
        if len({share.member for share in self.shares}) < len(self.shares):
            raise InvalidInputError([FieldError("split.shares", "must name each member once")])


SplitSaid = Annotated[
    Split | None,
    Meta(description="a kind, equal or shares, and shares of members there; or null for no split"),
]


class LedgerContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a shared ledger: a whole replacement of what was said before."""

    name: LedgerName
    split: SplitSaid = None

    def __post_init__(self) -> None:
        """Refuse a split that contradicts itself."""
        if self.split:
            self.split.check()


class NewLedger(LedgerContent, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a new one, and how the others are to call who makes it."""

    member_name: MemberName
    id: LedgerId | UnsetType = UNSET


class Ledger(msgspec.Struct, Revised, frozen=True, kw_only=True):
    """A shared ledger, as one of its members sees it.

    Attributes
    ----------
    role, member : str
        One's own role there, and one's own id among the members.
    people : int
        How many are in it.
    version : int
        1 when made, one more with each change of the name or the split.
    created_at, updated_at : str
        UTC, RFC 3339.
    """

    id: LedgerId
    name: LedgerName
    role: Role
    member: MemberId
    people: int
    split: Split | None
    version: Annotated[int, Meta(ge=1)]
    created_at: str
    updated_at: str

    def says(self, content: LedgerContent) -> bool:
        """Tell whether the ledger is as it would be made of this."""
        return (self.name, self.split) == (content.name, content.split)


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is in a shared ledger, or was.

    Attributes
    ----------
    role : str
        ``left`` of who was removed or left: what they paid and entered stays under their name.
    shares_until : str
        The last day whose costs they share, of who was an owner or member and is no more.
    """

    id: MemberId
    name: MemberName
    role: Standing
    joined_at: str
    left_at: str | UnsetType = UNSET
    shares_until: CalendarDate | UnsetType = UNSET

    @property
    def shares(self) -> bool:
        """Whether they are among those who share costs equally."""
        return self.role in {"owner", "member"}

    def becoming(self, role: Standing, *, on: str, at: str) -> "Member":
        """Give them another role on a day, at a moment of it."""
        until = on if self.shares else self.shares_until
        after = replace(self, role=role, left_at=at if role == "left" else UNSET)
        return replace(after, shares_until=UNSET if after.shares else until)


class MemberChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to change in a member; what is left out stays."""

    role: RoleSaid | UnsetType = UNSET
    name: MemberName | UnsetType = UNSET


class MemberPath(msgspec.Struct, frozen=True):
    """Which member a path names."""

    member: MemberId
