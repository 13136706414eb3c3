"""Pieces of Markdown."""

import textwrap
from collections.abc import Iterable


def prose(*sentences: str) -> str:
    """Fill a paragraph."""
    return textwrap.fill(" ".join(sentences), 100, break_long_words=False, break_on_hyphens=False)


def target(text: str, figure: str, *, reached: bool) -> str:
    """Say whether a target was reached."""
    return f"- {text}: **{figure}**, {'reached' if reached else '**missed**'}"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Make a table, its figures to the right."""
    names = list(head)
    rule = ["---", *("--:" for _ in names[1:])]
    return [f"| {' | '.join(cells)} |" for cells in (names, rule, *rows)]
