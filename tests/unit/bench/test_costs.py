"""The report tells what was measured, also where an operation was not at every size."""

from copy import deepcopy

import pytest

from bench import results
from bench.report import costs

TRANSFERS = [
    f"{does} {way} a shared ledger" for does in ("copy", "move") for way in ("into", "out of")
]


@pytest.fixture
def part():
    return deepcopy(results.read()["cost"])


def row_of(name, part):
    (row,) = (line for line in costs.cost(part) if line.startswith(f"| {name} |"))
    return [cell.strip() for cell in row.strip("|").split("|")][1:]


@pytest.mark.parametrize("name", TRANSFERS)
def test_a_size_at_which_something_was_not_measured_is_told_apart(part, name):
    part["sizes"]["100"]["app"][name] = part["sizes"]["1000"]["app"][name]
    part["sizes"]["100000"]["app"].pop(name, None)
    first, *_, last = row_of(name, part)
    assert " W + " in first
    assert last == "?"


def test_what_was_measured_at_no_size_is_not_told_of(part):
    assert "a copy between" in "\n".join(costs.cost(part))
    for size in part["sizes"].values():
        for name in TRANSFERS:
            size["app"].pop(name, None)
    report = "\n".join(costs.cost(part))
    assert "copy into" not in report
    assert "a copy between" not in report
