"""The section about the import of a long statement."""

from typing import Any

from bench.report.markdown import prose, target

MOST_REVIEW_MS = 3_000
NAMES = {"csv": "CSV", "xlsx": "a workbook"}


def imports(part: dict[str, Any]) -> list[str]:
    """Write the section."""
    written = part["written"]
    growth = part["rows"] / part["fewer_rows"]
    reviews = [
        f"{figures['review_ms']:,} ms as {NAMES[kind]}, {figures['ratio']} times what "
        f"{part['fewer_rows']:,} rows take (it stops for {figures['longest_ms']:,} ms at most)"
        for kind, figures in part["reviews"].items()
    ]
    slowest = max(figures["review_ms"] for figures in part["reviews"].values())
    return [
        "## Import",
        "",
        prose(
            f"A bank's statement of {part['rows']:,} rows with a running balance, in Chromium:",
            "from the choice of the file until its rows can be confirmed, what is there already",
            f"looked up, medians of {part['rounds']} rounds in turns:",
            f"{'; '.join(reviews)}.",
            f"Where it grew with the file alone, that would be {growth:.0f} times.",
            f"Written to the local stack, once: {written['seconds']:,} s,",
            f"{written['rows_a_second']:,} rows a second; meanwhile the list of expenses is shown",
            f"{written['list_ms']:,} ms after it was asked for, and the page stops for",
            f"{written['longest_ms']:,} ms at most.",
        ),
        "",
        target(
            f"review in at most {MOST_REVIEW_MS:,} ms",
            f"{slowest:,} ms",
            reached=slowest <= MOST_REVIEW_MS,
        ),
    ]
