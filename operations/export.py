"""Everything that is kept of one person, as files that they can be given."""

import csv
import json
import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import msgspec

from operations.books import SECONDS, Books
from operations.memberships import shared_with
from operations.progress import shown
from tracker import calendar_links
from tracker.category import Category
from tracker.deadline import Deadline
from tracker.expense import DeletedExpense, Expense
from tracker.limits import FIRST_DATE, LAST_DATE
from tracker.repository import keys
from tracker.repository.calendar import CalendarRepository
from tracker.repository.deleted import DeletedRepository
from tracker.repository.part import own
from tracker.repository.payees import PayeeRepository
from tracker.repository.plans import PlanRepository
from tracker.repository.recurring import RuleRepository
from tracker.repository.sources import EVERYTHING
from tracker.repository.table import MAX_KEYS, Table

COLUMNS = (
    *("Date", "Amount", "Kind", "Category", "Description", "Tags", "Currency", "Reference", "Id"),
    "Refund of",
)
"""The page's own export has the same ones, so that either can be imported there as it was."""

STARTS_FORMULA = re.compile(r"[=+\-@\t\r']")


def export(table: Table, user: str, folder: Path, account: dict[str, Any] | None) -> list[Path]:
    """Write what there is of a person, readable for them alone and for whoever runs this.

    Parameters
    ----------
    account : dict or None
        What the user pool knows of them, where that was asked.

    Returns
    -------
    list of Path
        ``everything.json`` and ``expenses.csv`` in the folder.
    """
    repository = Books(table, keys.of_person(user)).repository()
    plans = PlanRepository(table, own(user), Deadline(SECONDS))
    categories = repository.categories()
    newest_first = repository.expenses(EVERYTHING, first=FIRST_DATE, last=LAST_DATE)
    expenses = list(shown(newest_first, "expenses read"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)  # it may have been there, for others to read
    everything = {
        "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "user": user,
        "account": account,
        "categories": categories,
        "budgets": list(plans.budgets()),
        "settings": plans.settings(),
        "payees": PayeeRepository(table, own(user), Deadline(SECONDS)).payee_rules(),
        "recurring": RuleRepository(table, own(user), Deadline(SECONDS)).rules(),
        "calendar": calendar_links.current(CalendarRepository(table, own(user), Deadline(SECONDS))),
        "expenses": expenses,
        "deleted": _deleted(table, user),
        "shared": shared_with(table, user),
    }
    files = [folder / "everything.json", folder / "expenses.csv"]
    text = json.dumps(msgspec.to_builtins(everything), ensure_ascii=False, indent=1)
    with _private(files[0], encoding="utf-8") as file:
        file.write(text + "\n")
    _write_csv(files[1], expenses, categories)
    return files


def _deleted(table: Table, user: str) -> list[DeletedExpense]:
    """Read all that is kept of what the person deleted, the newest deletion first."""
    repository = DeletedRepository(table, own(user), Deadline(SECONDS))
    # From the beginning of time: what has expired is kept until DynamoDB comes to deleting it.
    return list(repository.deleted(since="", after=None, page=MAX_KEYS))


def _private(path: Path, *, encoding: str) -> TextIO:
    """Open a new file that nobody else can read, from its first byte on."""
    # One that is there may be open to others already, whatever its mode is changed to.
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    return os.fdopen(descriptor, "w", encoding=encoding, newline="")


def _write_csv(path: Path, expenses: Iterable[Expense], categories: Iterable[Category]) -> None:
    names = {category.id: category.name for category in categories}
    # The mark at the start tells spreadsheets that it is UTF-8; lines end as RFC 4180 has them.
    with _private(path, encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for expense in expenses:
            rupees, paise = divmod(expense.amount_paise, 100)
            tags = "; ".join(re.sub(r"[;\\]", r"\\\g<0>", tag) for tag in expense.tags)
            writer.writerow(
                (
                    expense.date,
                    f"{rupees}.{paise:02}",
                    expense.kind,
                    neutralised(names.get(expense.category, expense.category)),
                    neutralised(expense.description),
                    neutralised(tags),
                    expense.currency,
                    neutralised(expense.reference or ""),
                    expense.id,
                    expense.of or "",
                )
            )


def neutralised(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula (OWASP, "CSV Injection")."""
    return f"'{text}" if STARTS_FORMULA.match(text) else text
