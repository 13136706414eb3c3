"""What names one version of a thing, and never another: the content of an ETag."""

from __future__ import annotations

from typing import TYPE_CHECKING


class Revised:
    """What has versions, each with a revision of its own.

    An id may be used again after a deletion, and versions begin anew then: the time of recording,
    to the microsecond, tells the two apart.

    Attributes
    ----------
    version : int
        1 when recorded, one more with each edit.
    created_at : str
        UTC, RFC 3339.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        version: int
        created_at: str

    @property
    def revision(self) -> str:
        """What names this version of this thing, and never another."""
        return self._revision_of(self.version)

    @property
    def replaced_revision(self) -> str:
        """The revision that this one took the place of; nothing's where it is the first."""
        return self._revision_of(self.version - 1)

    def _revision_of(self, version: int) -> str:
        return f"{version}-{''.join(filter(str.isdigit, self.created_at))}"
