"""Projections of summary cells: totals by any of day, month and category."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.cells import Cell
from tracker.period import ends_month

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
        All that lie in the months of the range; without their days where `needs_days` says so.
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
    # So that "is this month whole" is a comparison of strings, whatever the month's length.
    until = f"{last[:7]}-31" if ends_month(last) else last
    sums: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for cell in cells:
        month = cell.key.month if by_month else ""
        category = cell.key.category if by_category else ""
        for day, count, paise in _parts(cell, first, until, by_day=by_day):
            group = sums[day, month, category]
            group[0] += count
            group[1] += paise
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
                count=count,
                total_paise=paise,
            )
            for (day, month, category), (count, paise) in sorted(sums.items())
            if count and group_by
        ],
    )


def needs_days(first: str, last: str, group_by: frozenset[Grouping]) -> bool:
    """Tell whether `summarize` looks at the days of cells, and not only at whole months."""
    return "day" in group_by or not (first.endswith("-01") and ends_month(last))


def _parts(cell: Cell, first: str, last: str, *, by_day: bool) -> Iterable[tuple[str, int, int]]:
    """List what of a cell lies in the range: whole where it can, by day where it must."""
    month = cell.key.month
    if first <= f"{month}-01" and f"{month}-31" <= last and not by_day:
        return [("", cell.count, cell.total_paise)]
    return [
        (full if by_day else "", total.count, total.paise)
        for day, total in cell.days.items()
        if first <= (full := f"{month}-{day}") <= last
    ]
