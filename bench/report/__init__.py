"""docs/benchmarks.md, written anew from whatever has been measured."""

from collections.abc import Callable
from typing import Any

from bench.report import costs, imports, times
from bench.report.markdown import prose
from local.settings import REPOSITORY

REPORT = REPOSITORY / "docs" / "benchmarks.md"

HEAD = "# How fast and how cheap it is"

METHOD = prose(
    "Written by `make bench` from `bench/results.json`; each part can be measured alone",
    "(`.venv/bin/python -m bench cost`, and so on). Where time is involved, what is compared was",
    "measured in turns in one run, and the ratio counts: the milliseconds are of the machine that",
    "ran it, and of what else ran there.",
)

SECTIONS: dict[str, Callable[[dict[str, Any]], list[str]]] = {
    "cost": costs.cost,
    "startup": times.startup,
    "warm": times.warm,
    "package": times.package,
    "daily": times.daily,
    "synth": times.synth,
    "page": times.page,
    "visits": times.visits,
    "imports": imports.imports,
    "money": costs.money,
}


def write(results: dict[str, Any]) -> None:
    """Write the report."""
    REPORT.write_text(text(results))


def text(results: dict[str, Any]) -> str:
    """Make the report of results."""
    sections = [
        "\n".join([*section(results[name]), "", _taken(results[name])])
        for name, section in SECTIONS.items()
        if name in results
    ]
    return "\n\n".join([HEAD, METHOD, *sections]) + "\n"


def _taken(part: dict[str, Any]) -> str:
    return (
        f"<sub>{part['measured']}, Python {part['python']}, {part['processors']} processors, "
        f"load {part['load']}</sub>"
    )
