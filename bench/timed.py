"""A Lambda handler that times another one, which ``BENCH_HANDLER`` names by its module.

Copied next to the deployed code, which it calls; it knows nothing of this repository.
"""

import os
import time
from importlib import import_module
from typing import Any

_timed = import_module(os.environ["BENCH_HANDLER"]).handler


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Call it; add to its answer what it took, in nanoseconds, and how much of that it computed."""
    started, computed = time.perf_counter_ns(), time.thread_time_ns()
    answer = _timed(event, context)
    computed, ended = time.thread_time_ns() - computed, time.perf_counter_ns()
    return {**answer, "wall_ns": ended - started, "cpu_ns": computed}
