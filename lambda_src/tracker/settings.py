"""What a person settled about how their ledger's months are counted."""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from tracker.fields import Month
from tracker.limits import LAST_MONTH_START

MonthStart = Annotated[
    int,
    Meta(ge=1, le=LAST_MONTH_START, description=f"a day from 1 to {LAST_MONTH_START}"),
]
CarryOver = Annotated[Month | None, Meta(description="a month as YYYY-MM, or null")]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a ledger's months are counted.

    Attributes
    ----------
    month_start : int
        The day of the calendar that a month begins on. A month is called by the one it begins in:
        from the 25th on, ``2026-10`` is the days from 25 October to 24 November.
    carry_over_from : str or None
        The first month whose budgets hand what is left, or what they were overspent by, to the
        next; None where none does.
    """

    month_start: MonthStart = 1
    carry_over_from: CarryOver = None


class SettingsChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to change in the settings; what is left out stays."""

    month_start: MonthStart | UnsetType = UNSET
    carry_over_from: CarryOver | UnsetType = UNSET
