"""Projections of summary cells: totals by any of day, month, category and member."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.cells import Cell
from tracker.errors import FieldError, InvalidParameterError
from tracker.limits import MAX_GROUPS
from tracker.period import is_whole

Grouping = Literal["day", "month", "category", "member"]


GROUPINGS: tuple[Grouping, ...] = ("day", "month", "category", "member")


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What was spent in one group, less what came back; it holds the keys that were asked for."""

    day: Annotated[str, Meta(description="YYYY-MM-DD")] | UnsetType = UNSET
    month: Annotated[str, Meta(description="YYYY-MM")] | UnsetType = UNSET
    category: str | UnsetType = UNSET
    member: str | UnsetType = UNSET
    total_paise: int
    count: int


class Summary(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """What a person spent from the first to the last day, both included, less what came back."""

    first: str
    last: str
    total_paise: int
    count: int
    groups: list[Group]


def summarize(
    cells: Iterable[Cell], *, first: str, last: str, group_by: frozenset[Grouping]
) -> Summary:
    """Add cells up.

    Parameters
    ----------
    cells : iterable of Cell
        All that lie in the months of the range; without their days where `needs_days` says so.
    first, last : str
        The range of days, ``YYYY-MM-DD``, both included.
    group_by : frozenset of {"day", "month", "category", "member"}
        The keys of a group; none: no groups, only the whole.

    Returns
    -------
    Summary
        Groups are chronological, then in the order of ids. A group without expenses is
        left out.

    Raises
    ------
    InvalidParameterError
        As soon as there are more groups than an answer holds.
    """
    by_day, by_month, by_category, by_member = (name in group_by for name in GROUPINGS)
    sums: dict[tuple[str, str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for cell in cells:
        month = cell.key.month if by_month else ""
        category = cell.key.category if by_category else ""
        member = cell.key.member if by_member else ""
        for day, count, paise in _parts(cell, first, last, by_day=by_day):
            group = sums[day, month, category, member]
            group[0] += count
            group[1] += paise
        if len(sums) > MAX_GROUPS:
            message = f"leaves more than {MAX_GROUPS} groups; ask for fewer days, or for months"
            raise InvalidParameterError([FieldError("from", message)])
    return Summary(
        first=first,
        last=last,
        count=sum(count for count, _ in sums.values()),
        total_paise=sum(paise for _, paise in sums.values()),
        groups=[
            Group(
                day=day or UNSET,
                month=month or UNSET,
                category=category or UNSET,
                member=member or UNSET,
                count=count,
                total_paise=paise,
            )
            for (day, month, category, member), (count, paise) in sorted(sums.items())
            if group_by
        ],
    )


def needs_days(first: str, last: str, group_by: frozenset[Grouping]) -> bool:
    """Tell whether `summarize` looks at the days of cells, and not only at whole months."""
    ends = (first[:7], last[:7])
    return "day" in group_by or not all(is_whole(month, first, last) for month in ends)


def _parts(cell: Cell, first: str, last: str, *, by_day: bool) -> Iterable[tuple[str, int, int]]:
    """Yield what of a cell lies in the range: whole where it can, by day where it must."""
    month = cell.key.month
    if is_whole(month, first, last) and not by_day:
        if cell.count:
            yield "", cell.count, cell.total_paise
        return
    for day, total in cell.days.items():
        if total.count and first <= (full := f"{month}-{day}") <= last:
            yield full if by_day else "", total.count, total.paise
