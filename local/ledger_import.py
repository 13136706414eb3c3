"""Bring a ledger's expenses into the app, through its API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local.category_mapping import map_categories
from local.ledger_file import read_ledger
from local.progress import StepFailedError, say

if TYPE_CHECKING:
    from pathlib import Path

    from local.expense_sender import NewExpense, Sender
    from local.ledger_file import Ledger

SHOWN_ROWS = 20


def import_ledger(path: Path, sender: Sender) -> None:
    """Import a ledger's expenses; those that are there already stay as they are.

    Raises
    ------
    StepFailedError
        If some could not be imported; all others were.
    """
    ledger = read_ledger(path)
    _tell_what_is_left_out(ledger)
    sent = sender.send(_expenses(ledger, sender))
    say(
        f"{sent.counts['created']:,} added, {sent.counts['replayed']:,} were there already, "
        f"{sent.counts['conflict']:,} were there and have been changed since: left as they are"
    )
    refused = [f"line {line}: {why}" for line, why in ledger.refused.items()]
    refused += [f"expense {one}: {why}" for one, why in sent.problems.items()]
    for line in refused[:SHOWN_ROWS]:
        say(f"Refused: {line}")
    if refused:
        raise StepFailedError(f"{len(refused):,} expenses could not be imported")


def _tell_what_is_left_out(ledger: Ledger) -> None:
    say(f"{len(ledger.expenses):,} expenses")
    for kind, count in ledger.left_out.most_common():
        say(f"{count:,} rows of the kind {kind} are not expenses: left out")
    shortened = sum(expense.shortened for expense in ledger.expenses)
    if shortened:
        say(f"{shortened:,} have a text that is too long for the app: cut")


def _expenses(ledger: Ledger, sender: Sender) -> list[NewExpense]:
    known = {one["name"]: one["id"] for one in sender.categories() if not one["archived"]}
    names = {one.category.casefold(): one.category for one in reversed(ledger.expenses)}
    categories = map_categories([one.category for one in ledger.expenses], known)
    for folded, category_id in categories.items():
        if category_id is None:
            categories[folded] = sender.add_category(names[folded])
            say(f"New category: {names[folded]}")
    return [
        {
            "id": expense.expense_id,
            "date": expense.date,
            "amount_paise": expense.amount_paise,
            "category": categories[expense.category.casefold()] or "",
            "description": expense.description,
            "tags": list(expense.tags),
        }
        for expense in ledger.expenses
    ]
