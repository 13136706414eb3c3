"""How long a function takes from process start until it is ready, and in how much memory.

The baseline is started right before each handler, so that whatever else the machine does falls on
both alike; the figures are medians over the rounds.
"""

from pathlib import Path
from statistics import median
from typing import Any

from bench.function import Function, Package, Start, deployed_package
from stacks.operations import read_operations

ROUNDS = 9
BASELINE_PACKAGE = Package(task=Path(__file__).parent / "baseline")
BASELINE_HANDLER = "plain_boto3.handler"

UNCOMPILED = "edit_expense"
"""The function that is started without bytecode in its layer, too."""


def measure() -> dict[str, Any]:
    """Start everything in turns."""
    starts: dict[str, list[Start]] = {}
    baselines: dict[str, list[Start]] = {}
    uncompiled_starts: list[Start] = []
    with deployed_package() as package, deployed_package(bytecode=False) as uncompiled:
        for _ in range(ROUNDS):
            for operation in read_operations():
                name = operation.name
                baselines.setdefault(name, []).append(_start(BASELINE_PACKAGE, BASELINE_HANDLER))
                starts.setdefault(name, []).append(_start(package, f"handlers.{name}.handler"))
            uncompiled_starts.append(_start(uncompiled, f"handlers.{UNCOMPILED}.handler"))
    medians = {name: _medians(taken) for name, taken in starts.items()}
    every_baseline = _medians([start for taken in baselines.values() for start in taken])
    ratios = {
        name: {
            field: round(value / _medians(baselines[name])[field], 2)
            for field, value in values.items()
        }
        for name, values in medians.items()
    }
    return {
        "rounds": ROUNDS,
        "baseline": every_baseline,
        "functions": medians,
        "ratios": ratios,
        "uncompiled": {
            "function": UNCOMPILED,
            **_medians(uncompiled_starts),
            "ratio": round(
                _medians(uncompiled_starts)["wall_ms"] / _medians(baselines[UNCOMPILED])["wall_ms"],
                2,
            ),
        },
        "slowest_ratio": max(ratio["wall_ms"] for ratio in ratios.values()),
        "slowest_cpu_ratio": max(ratio["cpu_ms"] for ratio in ratios.values()),
    }


def _start(package: Package, handler: str) -> Start:
    with Function(package, handler) as function:
        return function.start


def _medians(starts: list[Start]) -> dict[str, float]:
    return {
        field: round(median(getattr(start, field) for start in starts), 1)
        for field in Start._fields
    }
