"""A made-up household's expenses: realistic, and always the same for the same seed and day.

Each day draws from a generator of its own. A day's expenses therefore never depend on when the
year that holds it is made: sending next week's year adds next week's expenses and repeats none.
"""

from __future__ import annotations

import random
import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

from local.festivals import festivals
from local.household_habits import BILLS, HABITS, OCCASIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local.expense_sender import NewExpense

NAMESPACE = uuid.UUID("0d1f8f0c-6f3c-4b0e-8a53-1b7a2f5b9c11")
DAYS_IN_A_YEAR = 365
SATURDAY = 5
# The salary comes on the last day of the month; by the end of the next, it is nearly gone.
GENEROUS_UNTIL, CAREFUL_FROM = 8, 22
GENEROUS, CAREFUL = 1.25, 0.75


def household_year(last_day: date, seed: int) -> Iterator[NewExpense]:
    """Yield the expenses of the year that ends on a day, in order.

    Parameters
    ----------
    last_day
        Included, as is the day 364 days before.
    seed
        Another seed is another household.
    """
    for days_ago in reversed(range(DAYS_IN_A_YEAR)):
        yield from household_day(last_day - timedelta(days=days_ago), seed)


def household_day(day: date, seed: int) -> Iterator[NewExpense]:
    """Yield the expenses of a day."""
    # Not for security: it must be the same on every machine, which seeding by text is.
    chance = random.Random(f"{seed} {day.isoformat()}")  # noqa: S311
    drawn = [*_bills(day, chance), *_occasions(day, chance), *_habits(day, chance)]
    for number, (description, category, tags, paise) in enumerate(drawn):
        yield {
            "id": str(uuid.uuid5(NAMESPACE, f"{seed} {day.isoformat()} {number}")),
            "date": day.isoformat(),
            "amount_paise": paise,
            "category": category,
            "description": description,
            "tags": list(tags),
        }


_Drawn = tuple[str, str, tuple[str, ...], int]


def _bills(day: date, chance: random.Random) -> Iterator[_Drawn]:
    for bill in BILLS:
        if day.day == bill.day and day.month in bill.months:
            amount = _amount(bill.low, bill.high, 1_00, chance)
            yield bill.description, bill.category, bill.tags, amount


def _occasions(day: date, chance: random.Random) -> Iterator[_Drawn]:
    dates = festivals(day.year)
    for occasion in OCCASIONS:
        if getattr(dates, occasion.festival) - timedelta(days=occasion.days_before) == day:
            amount = _amount(occasion.low, occasion.high, 10_00, chance)
            yield occasion.description, occasion.category, occasion.tags, amount


def _habits(day: date, chance: random.Random) -> Iterator[_Drawn]:
    mood = GENEROUS if day.day <= GENEROUS_UNTIL else CAREFUL if day.day >= CAREFUL_FROM else 1.0
    for habit in HABITS:
        odds = habit.weekends if day.weekday() >= SATURDAY else habit.weekdays
        if chance.random() < odds * mood:
            amount = _amount(habit.low, habit.high, habit.step, chance)
            yield chance.choice(habit.descriptions), habit.category, habit.tags, amount


def _amount(low: int, high: int, step: int, chance: random.Random) -> int:
    """Draw an amount that is a number of steps above the low end, and more often near it."""
    steps = (high - low) // step
    return low + step * min(chance.randint(0, steps), chance.randint(0, steps))
