"""Requests that name many things at once, each of which is judged on its own."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from tracker.errors import InvalidInputError
from tracker.parsing import parse_body, sent_id

Read = TypeVar("Read", bound=msgspec.Struct)
Row = TypeVar("Row")


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
