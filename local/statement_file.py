"""Read a file of expenses by the page's own reader, which runs in Node."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from local.progress import StepFailedError
from local.settings import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from local.expense_sender import Known

READER = REPOSITORY / "web" / "read-statement.js"
OWN_NODE = REPOSITORY / ".venv-node" / "bin"
LONGEST_WAIT = 300


class Target(TypedDict):
    """The category that a row goes to: the id of one, or the name of one to be made."""

    id: NotRequired[str]
    new: NotRequired[str]


class StatementRow(TypedDict):
    """An expense or a refund as the reader gives it.

    `doubts` says why it should be looked at, `chosen_by` what its category follows from; `kind` is
    that of a refund, `purchase` the id of what it gives back, `payer` that of the member who paid.
    """

    row: int
    id: str
    date: str
    amount_paise: int
    description: str
    tags: list[str]
    goes_to: Target
    chosen_by: str
    kind: NotRequired[str]
    reference: NotRequired[str]
    purchase: NotRequired[str]
    payer: NotRequired[str]
    doubts: NotRequired[list[str]]


class AsideRow(TypedDict):
    """A row that is neither, and why."""

    row: int
    reason: str


class Statement(TypedDict):
    """What a file holds."""

    expenses: list[StatementRow]
    refunds: list[StatementRow]
    left_out: list[AsideRow]
    refused: list[AsideRow]
    doubts: list[str]


def read_statement(
    path: Path,
    known: Known,
    password: str | None = None,
    *,
    expenses: Sequence[Mapping[str, Any]] = (),
) -> Statement:
    """Read a file of any kind that the page reads.

    Parameters
    ----------
    path
        The file.
    known
        What the ledger knows.
    password
        Of a protected PDF.
    expenses
        Those of the ledger around the file's days, the newest first.

    Raises
    ------
    StepFailedError
        If it cannot be read; the message says why.
    """
    command = ["node", str(READER), str(path), "--ledger", "-"]
    if password is not None:
        command += ["--password", password]
    environment = dict(os.environ, PATH=f"{OWN_NODE}{os.pathsep}{os.environ.get('PATH', '')}")
    try:
        answer = subprocess.run(  # noqa: S603
            command,
            input=json.dumps({**known, "expenses": expenses}),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=LONGEST_WAIT,
            env=environment,
        )
    except FileNotFoundError:
        raise StepFailedError("Node is missing: run `make install` first") from None
    except subprocess.TimeoutExpired:
        raise StepFailedError(f"not done after {LONGEST_WAIT} s; stopped") from None
    if answer.returncode != 0:
        lines = answer.stderr.strip().splitlines() or ["the reader ended without a word"]
        raise StepFailedError(lines[0])
    return json.loads(answer.stdout)
