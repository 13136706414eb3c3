"""Fill the demo account with a year of a made-up household."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local.household_generator import household_year
from local.progress import StepFailedError, say

if TYPE_CHECKING:
    from local.expense_sender import Sender


def fill_demo(sender: Sender, seed: int) -> None:
    """Send the household's year that ends today, in India.

    Raises
    ------
    StepFailedError
        If the API refuses any of it.
    """
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    expenses = list(household_year(today, seed))
    say(f"A household's year, {expenses[0]['date']} to {expenses[-1]['date']}")
    sent = sender.send(expenses)
    kept = sent.counts["replayed"] + sent.counts["conflict"]
    say(f"{sent.counts['created']:,} added, {kept:,} were there already")
    if sent.problems:
        raise StepFailedError(f"the API refused some: {next(iter(sent.problems.values()))}")
