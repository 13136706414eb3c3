"""Read a household's ledger: the rows of a CSV file that are expenses, and how many are not.

The columns are Date (DD-MM-YYYY, with or without HH:MM), Category, Subcategory, Note, Amount (in
rupees), Income/Expense and Currency; others are left alone.
"""

from __future__ import annotations

import csv
import re
import unicodedata
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from local.progress import StepFailedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

COLUMNS = ("Date", "Category", "Subcategory", "Note", "Amount", "Income/Expense", "Currency")
# The API's limits on text; a ledger's longer texts are cut, and it is said.
LONGEST_DESCRIPTION = 500
LONGEST_TAG = 32
LONGEST_CATEGORY = 50
# Ids made of a row's content are in a namespace of this importer's own.
NAMESPACE = uuid.UUID("5e7f3ad1-6b0e-4a6e-9a38-3c1d1b0f6d52")


class RowError(ValueError):
    """A row that is an expense but cannot be read; the message says why."""


@dataclass(frozen=True)
class LedgerExpense:
    """An expense as the ledger has it.

    Parameters
    ----------
    expense_id
        Made of the row's content, so that the same row always gives the same expense.
    date
        `YYYY-MM-DD`.
    amount_paise
        Positive.
    category
        The ledger's own name of the category.
    description
        The note, on one line.
    tags
        The subcategory, if there is one.
    shortened
        Whether something was too long for the app and was cut.
    """

    expense_id: str
    date: str
    amount_paise: int
    category: str
    description: str
    tags: tuple[str, ...]
    shortened: bool


@dataclass
class Ledger:
    """What a file holds.

    Parameters
    ----------
    expenses
        In the file's order.
    left_out
        How many rows are not expenses, by what the file calls them.
    refused
        The rows that are expenses but cannot be read, by line: why not.
    """

    expenses: list[LedgerExpense] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    refused: dict[int, str] = field(default_factory=dict)


def read_ledger(path: Path) -> Ledger:
    """Read a ledger's file.

    Raises
    ------
    StepFailedError
        If there is no such file, or it is not such a ledger.
    """
    try:
        # A note may hold a line break: `newline=""` leaves those to the CSV reader.
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
            if missing:
                raise StepFailedError(f"{path} is not such a ledger: no column {missing[0]}")
            return collect((rows.line_num, row) for row in rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise StepFailedError(f"{path} cannot be read: {error}") from error


def collect(rows: Iterable[tuple[int, Mapping[str, str | None]]]) -> Ledger:
    """Sort numbered rows into expenses, others, and those that cannot be read."""
    ledger = Ledger()
    seen: Counter[tuple[str, ...]] = Counter()
    for line, row in rows:
        values = {name: on_one_line(row.get(name) or "") for name in COLUMNS}
        kind = values["Income/Expense"]
        if kind != "Expense":
            ledger.left_out[kind or "nothing"] += 1
            continue
        try:
            content = _content(values)
        except RowError as error:
            ledger.refused[line] = str(error)
            continue
        # A household can buy the same thing twice a day: each of two equal rows is an expense.
        seen[content] += 1
        ledger.expenses.append(_expense(content, seen[content]))
    return ledger


def on_one_line(text: str) -> str:
    """Put a space in place of line breaks and other control characters, and runs of spaces."""
    return " ".join(
        "".join(" " if unicodedata.category(one) == "Cc" else one for one in text).split()
    )


def paise_of(rupees: str) -> int:
    """Turn an amount in rupees into paise.

    Raises
    ------
    RowError
        If it is not a positive amount of whole paise.

    Examples
    --------
    >>> paise_of("1305.4")
    130540
    """
    try:
        amount = Decimal(rupees) * 100
    except InvalidOperation:
        raise RowError(f"{rupees!r} is not an amount") from None
    if not amount.is_finite() or amount <= 0 or amount != amount.to_integral_value():
        raise RowError(f"{rupees!r} is not a positive amount of whole paise")
    return int(amount)


def _content(values: Mapping[str, str]) -> tuple[str, ...]:
    if values["Currency"] not in {"INR", ""}:
        raise RowError(f"its currency is {values['Currency']}, not INR")
    if not values["Category"]:
        raise RowError("it has no category")
    return (
        _calendar_date(values["Date"]),
        str(paise_of(values["Amount"])),
        values["Category"],
        values["Subcategory"],
        values["Note"],
    )


def _calendar_date(text: str) -> str:
    found = re.fullmatch(r"(\d{2})-(\d{2})-(\d{4})(?: \d{2}:\d{2})?", text, re.ASCII)
    try:
        day, month, year = (int(part) for part in found.groups()) if found else (0, 0, 0)
        return date(year, month, day).isoformat()
    except ValueError:
        raise RowError(f"{text!r} is not a date such as 31-12-2018") from None


def _expense(content: tuple[str, ...], occurrence: int) -> LedgerExpense:
    day, paise, category, subcategory, note = content
    tag = subcategory.lower()
    return LedgerExpense(
        expense_id=str(uuid.uuid5(NAMESPACE, "\x1f".join((*content, str(occurrence))))),
        date=day,
        amount_paise=int(paise),
        category=category[:LONGEST_CATEGORY].rstrip(),
        description=note[:LONGEST_DESCRIPTION].rstrip(),
        tags=(tag[:LONGEST_TAG].rstrip(),) if tag else (),
        shortened=len(note) > LONGEST_DESCRIPTION
        or len(tag) > LONGEST_TAG
        or len(category) > LONGEST_CATEGORY,
    )
