"""Requests that name many things at once, each of which is judged on its own."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, Meta

from api.problems import problem_of
from tracker.errors import InvalidInputError, TrackerError
from tracker.expense import Expense
from tracker.limits import MAX_BATCH
from tracker.parsing import parse_body, sent_id

Read = TypeVar("Read", bound=msgspec.Struct)
Row = TypeVar("Row")


def rows_of(what: str, schema: str) -> Meta:
    """Describe a list of rows, of which one that is something else spoils none of the others.

    Parameters
    ----------
    what : str
        Each is, in the plural.
    schema : str
        The component of the OpenAPI document that each should be.
    """
    reference = f"#/components/schemas/{schema}"
    return Meta(
        min_length=1,
        max_length=MAX_BATCH,
        description=f"a list of 1 to {MAX_BATCH} {what}",
        extra_json_schema={"items": {"anyOf": [{"$ref": reference}, {}]}},
    )


def told(
    expense_id: str | None, status: str, expense: Expense | None, problem: TrackerError | None
) -> dict[str, Any]:
    """Return the fields of an answer's row: what became of one expense that is on record."""
    return {
        "id": expense_id,
        "status": status,
        "expense": expense or UNSET,
        "problem": problem_of(problem).body() if problem else UNSET,
    }


def answer_rows(
    sent: Iterable[object],
    type_: type[Read],
    *,
    done: Callable[[list[Read]], list[Row]],
    refused: Callable[[str | None, InvalidInputError], Row],
) -> list[Row]:
    """Do what is asked for with the rows that can be read, and say what became of every one.

    Parameters
    ----------
    sent : iterable of object
        As JSON had them.
    type_ : type
        What a row must be.
    done : callable
        Does it with those that are, all in one call; returns a result for each, in order.
    refused : callable
        The result of one that is not, from its id, where it has one, and why.

    Returns
    -------
    list
        One result for each row, in the order given.
    """
    read = [_read(value, type_) for value in sent]
    results = iter(done([row for row in read if not isinstance(row, InvalidInputError)]))
    return [
        refused(sent_id(value), row) if isinstance(row, InvalidInputError) else next(results)
        for value, row in zip(sent, read, strict=True)
    ]


def _read(value: object, type_: type[Read]) -> Read | InvalidInputError:
    try:
        return parse_body(type_, value)
    except InvalidInputError as problem:
        return problem
