"""Projections of summary cells: totals by any of day, month and category."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.cells import Cell

Grouping = Literal["day", "month", "category"]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What the expenses of one group add up to; it holds the keys that were asked for."""

    day: Annotated[str, Meta(description="YYYY-MM-DD")] | UnsetType = UNSET
    month: Annotated[str, Meta(description="YYYY-MM")] | UnsetType = UNSET
    category: str | UnsetType = UNSET
    total_paise: int
    count: int


class Summary(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """What a person spent from the first to the last day, both included."""

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
        All that lie in the months of the range.
    first, last : str
        The range of days, ``YYYY-MM-DD``, both included.
    group_by : frozenset of {"day", "month", "category"}
        The keys of a group; none: no groups, only the whole.

    Returns
    -------
    Summary
        Groups are chronological, then in the order of category ids. A group without expenses is
        left out.
    """
    by_day, by_month, by_category = (name in group_by for name in ("day", "month", "category"))
    sums: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    whole = [0, 0]
    for cell in cells:
        month = cell.key.month if by_month else ""
        category = cell.key.category if by_category else ""
        for day, count, paise in _parts(cell, first, last, by_day=by_day):
            whole[0] += count
            whole[1] += paise
            if group_by:
                group = sums[day if by_day else "", month, category]
                group[0] += count
                group[1] += paise
    return Summary(
        first=first,
        last=last,
        count=whole[0],
        total_paise=whole[1],
        groups=[
            Group(
                day=day or UNSET,
                month=month or UNSET,
                category=category or UNSET,
                count=count,
                total_paise=paise,
            )
            for (day, month, category), (count, paise) in sorted(sums.items())
            if count
        ],
    )


def _parts(cell: Cell, first: str, last: str, *, by_day: bool) -> Iterator[tuple[str, int, int]]:
    """Yield what of a cell lies in the range: whole where it can, by day where it must."""
    month = cell.key.month
    whole_month = first <= f"{month}-01" and f"{month}-31" <= last
    if whole_month and not by_day:
        yield "", cell.count, cell.total_paise
        return
    for day, total in cell.days.items():
        full = f"{month}-{day}"
        if first <= full <= last and (total.count or total.paise):
            yield full, total.count, total.paise
