"""The file of results: each part writes its own figures, with where and when they were taken."""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results.json"


def read() -> dict[str, Any]:
    """Read all that was measured so far, by part."""
    return json.loads(RESULTS.read_bytes()) if RESULTS.exists() else {}


def write(part: str, figures: dict[str, Any]) -> None:
    """Put a part's figures in the place of its last ones."""
    taken = {
        "measured": datetime.now(UTC).strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }
    results = {**read(), part: {**taken, **figures}}
    RESULTS.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n")
