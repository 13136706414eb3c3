"""Fill the demo account with a year of a made-up household, and a ledger that two people share."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local.household_generator import household_year
from local.household_habits import BUDGETS
from local.progress import StepFailedError, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from local.expense_sender import NewExpense, Sender

SHARED = "The flat"
NAMES = ("Asha", "Ravi")
SHARED_DAYS = 90


def fill_demo(sender: Sender, seed: int) -> None:
    """Send the household's year that ends today, in India, and its monthly budgets.

    Raises
    ------
    StepFailedError
        If the API refuses any of it.
    """
    today = _today()
    expenses = list(household_year(today, seed))
    say(f"A household's year, {expenses[0]['date']} to {expenses[-1]['date']}")
    _send(sender, expenses)
    first_month = expenses[0]["date"][:7]
    for category, paise in BUDGETS.items():
        sender.set_budget(category, first_month, paise)
    say(f"{len(BUDGETS)} monthly budgets, from {first_month} on")


def share_demo(open_sender: Callable[[int, str], Sender], seed: int) -> None:
    """Let two people share a ledger, in which each has paid for a part of the last three months.

    Parameters
    ----------
    open_sender
        Gives the access of the first or the second person (0, 1), to a shared ledger's id, or to
        their own ledger where that is empty.
    seed
        Of the household.

    Raises
    ------
    StepFailedError
        If the API refuses any of it.
    """
    ledger = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"the-flat-{seed}.example.com"))
    first, second = open_sender(0, ""), open_sender(1, "")
    first.share_ledger(ledger, SHARED, NAMES[0])
    if len(first.members(ledger)) < len(NAMES):
        second.accept(first.invite(ledger), NAMES[1])
    begin = (_today() - timedelta(days=SHARED_DAYS)).isoformat()
    expenses = [one for one in household_year(_today(), seed + 1) if one["date"] >= begin]
    say(f"“{SHARED}”, which {NAMES[0]} and {NAMES[1]} share, from {begin} on")
    for number in range(len(NAMES)):
        # The same one pays for the same tomorrow, when there are others.
        paid = [one for one in expenses if int(one["id"][-1], 16) % len(NAMES) == number]
        _send(open_sender(number, ledger), paid)


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Kolkata")).date()


def _send(sender: Sender, expenses: list[NewExpense]) -> None:
    sent = sender.send(expenses)
    kept = sent.counts["replayed"] + sent.counts["conflict"]
    say(f"{sent.counts['created']:,} added, {kept:,} were there already")
    if sent.problems:
        raise StepFailedError(f"the API refused some: {next(iter(sent.problems.values()))}")
