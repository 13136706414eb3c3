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

from operations.books import PAGE, Books
from operations.progress import shown
from tracker.category import Category
from tracker.expense import Expense
from tracker.limits import FIRST_DATE, LAST_DATE
from tracker.repository import Filters
from tracker.repository.table import Table

COLUMNS = ("Date", "Amount", "Category", "Description", "Tags", "Currency", "Id")
"""The page's own export has the same ones, so that either can be imported there."""

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
    repository = Books(table, user).repository()
    categories = repository.categories()
    newest_first = repository.expenses(
        first=FIRST_DATE, last=LAST_DATE, filters=Filters(), after=None, page=PAGE
    )
    expenses = list(shown(newest_first, "expenses read"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)  # it may have been there, for others to read
    everything = {
        "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "user": user,
        "account": account,
        "categories": categories,
        "expenses": expenses,
    }
    files = [folder / "everything.json", folder / "expenses.csv"]
    text = json.dumps(msgspec.to_builtins(everything), ensure_ascii=False, indent=1)
    with _private(files[0], encoding="utf-8") as file:
        file.write(text + "\n")
    _write_csv(files[1], expenses, categories)
    return files


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
                    neutralised(names.get(expense.category, expense.category)),
                    neutralised(expense.description),
                    neutralised(tags),
                    expense.currency,
                    expense.id,
                )
            )


def neutralised(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula (OWASP, "CSV Injection")."""
    return f"'{text}" if STARTS_FORMULA.match(text) else text
