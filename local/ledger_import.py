"""Bring the expenses of a file into the app, through its API."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from local.progress import StepFailedError, say, step
from local.statement_file import read_statement

if TYPE_CHECKING:
    from pathlib import Path

    from local.expense_sender import NewExpense, Sender
    from local.statement_file import Statement, StatementRow

SHOWN_ROWS = 20
DAYS_BEFORE = 180  # as the page looks back for what was chosen for a payee before
FIRST_DAY = date(1900, 1, 1)  # of the API's dates


def import_ledger(
    path: Path, sender: Sender, *, password: str | None = None, doubtful: bool = False
) -> None:
    """Import a file's expenses and refunds; those that are there already stay as they are.

    Parameters
    ----------
    path
        The file, of any kind that the page reads.
    sender
        The person's access to the API.
    password
        Of a protected PDF.
    doubtful
        Whether rows that should be looked at first are imported too.

    Raises
    ------
    StepFailedError
        If some could not be imported; all others were.
    """
    with step(f"Reading {path}"):
        statement = _read(path, sender, password)
    _tell_what_is_left_out(statement)
    if statement["doubts"] and not doubtful:
        raise StepFailedError(
            f"{path} is doubtful: {'; '.join(statement['doubts'])}. Import it in the page, where "
            "it can be looked at, or with --doubtful as it is"
        )
    rows = _rows(statement)
    sure = [row for row in rows if doubtful or not row.get("doubts")]
    sent = sender.send(_expenses(sure, sender))
    say(
        f"{sent.counts['created']:,} added, {sent.counts['replayed']:,} were there already, "
        f"{sent.counts['duplicate']:,} were there by their bank reference, "
        f"{sent.counts['conflict']:,} were there and have been changed since: left as they are"
    )
    refused = [f"line {row['row']}: {row['reason']}" for row in statement["refused"]]
    if not doubtful:
        refused += [
            f"line {row['row']}: doubtful, as {', '.join(doubts)}"
            for row in rows
            if (doubts := row.get("doubts"))
        ]
    refused += [f"expense {one}: {why}" for one, why in sent.problems.items()]
    for line in refused[:SHOWN_ROWS]:
        say(f"Refused: {line}")
    if refused:
        raise StepFailedError(f"{len(refused):,} expenses could not be imported")


def _read(path: Path, sender: Sender, password: str | None) -> Statement:
    """Read a file with what the ledger has around its days, which only the file tells."""
    known = sender.known()
    statement = read_statement(path, known, password)
    days = sorted(row["date"] for row in statement["expenses"] + statement["refunds"])
    if not days:
        return statement
    first = max(date.fromisoformat(days[0]) - timedelta(days=DAYS_BEFORE), FIRST_DAY)
    expenses = sender.expenses_between(first.isoformat(), days[-1])
    return read_statement(path, known, password, expenses=expenses) if expenses else statement


def _tell_what_is_left_out(statement: Statement) -> None:
    say(f"{len(statement['expenses']):,} expenses")
    reasons = Counter(row["reason"] for row in statement["left_out"])
    for reason, count in reasons.most_common():
        say(f"{count:,} rows are not expenses ({reason}): left out")
    if statement["refunds"]:
        say(f"{len(statement['refunds']):,} refunds")


def _rows(statement: Statement) -> list[StatementRow]:
    refunds: list[StatementRow] = [{**row, "kind": "refund"} for row in statement["refunds"]]
    return [*statement["expenses"], *refunds]


def _expenses(rows: list[StatementRow], sender: Sender) -> list[NewExpense]:
    made: dict[str, str] = {}
    for name in (row["goes_to"].get("new") for row in rows):
        if name is not None and name.casefold() not in made:
            made[name.casefold()] = sender.add_category(name)
            say(f"New category: {name}")
    return [_expense(row, made) for row in rows]


def _expense(row: StatementRow, made: dict[str, str]) -> NewExpense:
    target = row["goes_to"]
    expense: NewExpense = {
        "id": row["id"],
        "date": row["date"],
        "amount_paise": row["amount_paise"],
        "category": target.get("id") or made[target.get("new", "").casefold()],
        "description": row["description"],
        "tags": row["tags"],
    }
    if "kind" in row:
        expense["kind"] = row["kind"]
    if "reference" in row:
        expense["reference"] = row["reference"]
    if "purchase" in row:
        expense["of"] = row["purchase"]
    if "payer" in row:
        expense["by"] = row["payer"]
    return expense
