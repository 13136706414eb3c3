"""``python -m bench [PART …]``: measure some parts, or all, and write the report anew."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

# The handlers import each other from their own folder, as on Lambda.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lambda_src"))

from bench import report, results

PARTS = (
    "cost",
    "startup",
    "warm",
    "package",
    "daily",
    "synth",
    "page",
    "visits",
    "imports",
    "money",
)
"""In this order: money is made of the figures of the others."""


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    wanted = parser.parse_args().parts or list(PARTS)
    unknown = set(wanted) - {*PARTS, "report"}
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for part in PARTS:
        if part in wanted:
            print(f"Measuring: {part} …", flush=True)
            results.write(part, import_module(f"bench.{part}").measure())
    report.write(results.read())
    print(f"Written: {results.RESULTS.name} and {report.REPORT.name}")


if __name__ == "__main__":
    main()
