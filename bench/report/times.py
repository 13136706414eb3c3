"""How long things take, and how large they are."""

from typing import Any

from bench.report.markdown import prose, table, target

MOST_START_RATIO = 1.35
MOST_WARM_MS = 2.0
MOST_PACKAGE_BYTES = 8_000_000
MOST_GROWTH = 1.2
MOST_SECOND_VISIT_MS = 600
MOST_PUT_BY_BYTES = 600_000


def startup(part: dict[str, Any]) -> list[str]:
    """Write the section about start-up."""
    slowest, cpu = part["slowest_ratio"], part["slowest_cpu_ratio"]
    base = part["baseline"]
    rows = [
        [
            name,
            f"{values['wall_ms']:.0f} ms",
            f"{values['cpu_ms']:.0f} ms",
            f"{values['peak_mb']:.1f} MB",
            f"{part['ratios'][name]['wall_ms']:.2f}",
            f"{part['ratios'][name]['cpu_ms']:.2f}",
        ]
        for name, values in part["functions"].items()
    ]
    plain = [f"{base['wall_ms']:.0f} ms", f"{base['cpu_ms']:.0f} ms", f"{base['peak_mb']:.1f} MB"]
    return [
        "## Start-up",
        "",
        prose(
            "From process start to the first question for an event, under `awslambdaric`,",
            "DynamoDB's client made; code as deployed, the layer as deployed from a machine that",
            "has `python3.13`, that is with bytecode. In turns with a function that does nothing",
            f'but `import boto3; boto3.client("dynamodb")`; medians of {part["rounds"]} rounds.',
            "CPU time leaves out what else the machine was doing. `docs/decisions/start-up.md`",
            "says what was tried.",
        ),
        "",
        *table(
            ["function", "time", "CPU", "memory", "time, ratio", "CPU, ratio"],
            [["plain boto3 client", *plain, "1", "1"], *rows],
        ),
        "",
        target(
            f"the slowest takes at most {MOST_START_RATIO} times the plain client",
            f"{slowest:.2f} times (CPU: {cpu:.2f})",
            reached=slowest <= MOST_START_RATIO,
        ),
        prose(
            f"- from a machine without `python3.13`, {part['uncompiled']['function']} takes",
            f"{part['uncompiled']['ratio']:.2f} times the plain client, whose modules are compiled",
        ),
        *_busy(part),
        "- each imports only what it uses: `tests/unit/test_imports.py`",
    ]


def daily(part: dict[str, Any]) -> list[str]:
    """Write the section about the daily run."""
    return [
        "## What recurs, all at once",
        "",
        prose(
            f"{part['rules']:,} rules of {part['people']} people, all due on one day, in one run",
            "against the emulator's DynamoDB; then as many transactions of one small item, as many",
            "at once. A run may take fifteen minutes, and what is left the next one records.",
        ),
        "",
        prose(
            f"- {part['seconds']} s, {part['ratio']} times the plain transactions: each expense",
            "goes with its rule, its person's summary cells and count",
        ),
        prose(
            "- none lost, none doubled, and nothing left for a second run: else the measurement",
            "ends in an error",
        ),
    ]


def _busy(part: dict[str, Any]) -> list[str]:
    """Say so where times tell more of the machine than of the functions."""
    if part["load"] <= part["processors"]:
        return []
    return [
        prose(
            f"- the load was {part['load']} on {part['processors']} processors: what was measured",
            "waited for its turn, and the figures say more of the neighbours than of the app.",
        )
    ]


def warm(part: dict[str, Any]) -> list[str]:
    """Write the section about warm latency."""
    handlers, plain = part["handlers"], part["baseline"]
    singles = {name: v for name, v in handlers.items() if not name.startswith("add_expenses")}
    slowest = max(singles, key=lambda name: singles[name]["wall_p50_ms"])
    within = [name for name, v in singles.items() if v["wall_p50_ms"] <= MOST_WARM_MS]
    return [
        "## Warm latency",
        "",
        prose(
            "The handler's own time under `awslambdaric`, from event to answer, DynamoDB's answers",
            f"prepared on loopback (`bench/warm.py`); the quietest of {part['rounds']} rounds of",
            f"{part['calls']} calls each, which others on the machine disturbed the least. Ratios",
            "are of the p50, to a function that reads one item with boto3 as it comes.",
        ),
        "",
        *table(
            ["request", "p50", "p99", "CPU p50", "CPU p99", "ratio"],
            (
                [
                    name,
                    *(f"{values[key]:.2f} ms" for key in values),
                    f"{values['wall_p50_ms'] / plain['wall_p50_ms']:.2f}",
                ]
                for name, values in {"plain boto3, one item": plain, **handlers}.items()
            ),
        ),
        "",
        target(
            f"p50 at most {MOST_WARM_MS:.0f} ms",
            f"{len(within)} of {len(singles)} requests (slowest: {slowest}, "
            f"{singles[slowest]['wall_p50_ms']:.2f} ms); a batch takes by its length",
            reached=len(within) == len(singles),
        ),
    ]


def package(part: dict[str, Any]) -> list[str]:
    """Write the section about sizes."""
    together = part["zipped_bytes_together"]
    largest = sorted(part["layer_packages"].items(), key=lambda pair: -pair[1])[:5]
    return [
        "## Package",
        "",
        *table(
            ["", "files", "unpacked", "zipped"],
            (
                [
                    name,
                    f"{part[name]['files']:,}",
                    f"{part[name]['bytes'] / 1e6:.2f} MB",
                    f"{part[name]['zipped_bytes'] / 1e6:.2f} MB",
                ]
                for name in ("layer", "code")
            ),
        ),
        "",
        "The layer is with bytecode."
        if part["compiled"]
        else "The layer is without bytecode (no `python3.13`); with it, it is twice as large.",
        "",
        "Most of the layer, zipped: "
        + ", ".join(f"{name} {size / 1e6:.2f} MB" for name, size in largest)
        + ".",
        "",
        target(
            "layer and code zipped together at most 8 MB",
            f"{together / 1e6:.2f} MB",
            reached=together <= MOST_PACKAGE_BYTES,
        ),
    ]


def synth(part: dict[str, Any]) -> list[str]:
    """Write the section about synthesis."""
    return [
        "## Synthesis",
        "",
        prose(
            "`cdk synth -c stage=prod` in a copy of the checkout:",
            f"{part['cold_seconds']} s the first time (page and layer built),",
            f"{part['warm_seconds']} s again (median of {part['warm_rounds']}).",
        ),
    ]


def page(part: dict[str, Any]) -> list[str]:
    """Write the section about the page."""
    sizes = sorted(map(int, part["sizes"]))
    least, most = f"{sizes[0]:,}", f"{sizes[-1]:,}"
    growth = max(part["growth"][name] for name in ("total_ms", "charts_ms"))
    own = max(part["growth"][name] for name in ("own_total_ms", "own_charts_ms"))
    shown = [part["sizes"][str(size)] for size in sizes[1:]]
    further = max(shown[-1][name] / shown[0][name] for name in ("total_ms", "charts_ms"))
    calls = ", ".join(f"`{path}` ({count})" for path, count in part["calls"].items())
    return [
        "## Page",
        "",
        prose(
            "The overview in headless Chromium on the local stack, a phone's screen, signed in,",
            f"nothing cached; medians of {part['rounds']} rounds, histories in turns. Calls of the",
            f"API: {calls}.",
        ),
        "",
        *table(
            [
                "expenses",
                "total shown",
                "charts drawn",
                "of it waited",
                "requests",
                "transferred",
                "of it API",
            ],
            (
                [
                    f"{int(size):,}",
                    f"{values['total_ms']:,.0f} ms",
                    f"{values['charts_ms']:,.0f} ms",
                    f"{values['waited_ms']:,.0f} ms",
                    f"{values['requests']:.0f}",
                    f"{values['bytes'] / 1000:.0f} KB",
                    f"{values['api_bytes'] / 1000:.1f} KB",
                ]
                for size, values in part["sizes"].items()
            ),
        ),
        "",
        target(
            f"at most {MOST_GROWTH} times from {least} to {most} expenses",
            f"{growth:.2f} times, {own:.2f} without waiting for the summary",
            reached=growth <= MOST_GROWTH,
        ),
        prose(
            f"- from {sizes[1]:,} to {most} expenses: **{further:.2f} times**; {least} are ten",
            "days, which leave most of the charts empty",
        ),
        "",
        prose(
            "*Waited* is for the summary's answer. That the emulator reads key ranges as DynamoDB",
            "does is this project's doing (`docs/decisions/local-queries.md`); what DynamoDB reads",
            "for it is counted under cost.",
        ),
    ]


def visits(part: dict[str, Any]) -> list[str]:
    """Write the section about a second visit."""
    return [
        "## Second visit",
        "",
        prose(
            f"The overview of {part['expenses']:,} expenses on a phone's screen, on emulated slow",
            f"4G ({part['round_trip_ms']} ms there and back, 1.6 Mbit/s, for the service worker's",
            f"requests as well) with the page's processor slowed to 1/{part['slowdown']}; no",
            "connection is open, and the service worker has to start. From the start of the",
            f"navigation, medians of {part['rounds']} rounds in turns:",
            f"{part['first_ms']:,} ms at a first visit; at a second, the total that was seen last",
            "is shown after",
            f"{part['second_seen_ms']:,} ms, {part['seen_ratio']:.2f} times (the best",
            f"{part['best_second_seen_ms']:,} ms), and the page's own after",
            f"{part['second_ms']:,} ms, {part['ratio']:.2f} times; without a network after",
            f"{part['offline_seen_ms']:,} and {part['offline_ms']:,} ms.",
        ),
        "",
        target(
            f"total shown in at most {MOST_SECOND_VISIT_MS} ms at a second visit",
            f"{part['second_seen_ms']:,} ms",
            reached=part["second_seen_ms"] <= MOST_SECOND_VISIT_MS,
        ),
        target(
            f"at most {MOST_PUT_BY_BYTES // 1000} KB put by at rest, readers of files not counted",
            f"{part['put_by_bytes'] / 1000:.0f} KB compressed",
            reached=part["put_by_bytes"] <= MOST_PUT_BY_BYTES,
        ),
    ]
