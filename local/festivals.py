"""When India's festivals fall, near enough for a made-up ledger: from the moon's mean motion.

The calendar that fixes them looks at the true moon and at the place; these dates can be a day off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

# Meeus, Astronomical Algorithms, ch. 49: a mean new moon, and the mean days from one to the next.
_NEW_MOON = datetime(2000, 1, 6, 14, 20, tzinfo=UTC)
_MONTH = timedelta(days=29.530588861)
_IST = timezone(timedelta(hours=5, minutes=30))


@dataclass(frozen=True)
class Festivals:
    """The days of a year's festivals on which most households spend.

    Parameters
    ----------
    sankranti, christmas
        Fixed by the sun.
    holi, rakhi
        Full moons of Phalguna and Shravana.
    ganesh
        The fourth day of Bhadrapada.
    dussehra
        Twenty days before Diwali.
    diwali
        The new moon of Kartika.
    """

    sankranti: date
    holi: date
    rakhi: date
    ganesh: date
    dussehra: date
    diwali: date
    christmas: date


def festivals(year: int) -> Festivals:
    """Return a year's festivals."""
    diwali = _new_moon_from(date(year, 10, 17))
    shravana_ends = _new_moon_from(date(year, 8, 19))
    return Festivals(
        sankranti=date(year, 1, 14),
        holi=_new_moon_from(date(year, 3, 15)) - timedelta(days=15),
        rakhi=shravana_ends - timedelta(days=14),
        ganesh=shravana_ends + timedelta(days=4),
        dussehra=diwali - timedelta(days=20),
        diwali=diwali,
        christmas=date(year, 12, 25),
    )


def _new_moon_from(day: date) -> date:
    """Return the first day, in India, that has a mean new moon, from a day on."""
    begin = datetime(day.year, day.month, day.day, tzinfo=_IST)
    months = -((_NEW_MOON - begin) // _MONTH)
    return (_NEW_MOON + months * _MONTH).astimezone(_IST).date()
