"""What things cost, in DynamoDB's units and in dollars."""

from collections.abc import Iterable
from typing import Any

from bench.money import HABITS, LOOKING, rule_and_run
from bench.report.markdown import prose, table, target

MOST_WRITE_UNITS = 8
MOST_FOR_A_TAG = 4
MOST_FOR_A_REFERENCE = 2
MOST_SHARED_WRITE_UNITS = 12
MOST_COPY_WRITE_UNITS = 14
MOST_MOVE_WRITE_UNITS = 18
MOST_READ_UNITS_OF_A_PAGE = 6
MOST_USD_OF_A_HOUSEHOLD = 0.50
LEAST_YEAR_GAIN = 15
MOST_DRIFT = 1.05

FLAT = (
    "add",
    "edit, text only",
    "edit, same month",
    "edit, other category",
    "edit, other month",
    "delete",
    "add, own category",
    "add, with a tag",
    "add, with a bank reference",
    "add, shared ledger",
    "edit, same month, shared ledger",
    "delete, shared ledger",
    "copy into a shared ledger",
    "move into a shared ledger",
    "copy out of a shared ledger",
    "move out of a shared ledger",
    "daily run, one rule due",
    "list, a page of 50",
    "list, a page of 50, shared ledger",
)


NOT_MEASURED = "?"


def _units(cost: dict[str, float] | None) -> str:
    if cost is None:
        return NOT_MEASURED
    written = f"{cost['write']:,.0f} W" if cost["write"] else ""
    read = f"{cost['read']:,.0f} R" if cost["read"] else ""
    return " + ".join(part for part in (written, read) if part)


def _measured(sizes: dict[str, Any], name: str) -> list[dict[str, float]]:
    """List what an operation costs at each size that it was measured at; new ones may lack some."""
    return [size["app"][name] for size in sizes.values() if name in size["app"]]


def cost(part: dict[str, Any]) -> list[str]:
    """Write the section about DynamoDB's units."""
    sizes = part["sizes"]
    names = list(next(iter(sizes.values()))["app"])
    year = sizes["3650"]
    gain = year["baseline"]["year overview"]["read"] / year["app"]["year overview"]["read"]
    drift = max(
        max(totals) / min(totals)
        for name in FLAT
        if (totals := [cost["read"] + cost["write"] for cost in _measured(sizes, name)])
    )
    return [
        "## Cost of an operation",
        "",
        prose(
            "DynamoDB capacity units (W: write, R: read), by the documented arithmetic from the",
            "very requests and items, noted at the client (`bench/capacity.py`,",
            "`bench/recording.py`). Ten expenses a day. *Baseline* (`bench/baseline/`): the same",
            "by querying all expenses and adding up, as tutorials do, strongly consistent like the",
            "app; read eventually consistent, its reads would cost half, and it would show totals",
            "without what was added a moment ago. ?: not measured yet at that size.",
        ),
        "",
        *table(
            ["app", *(f"{int(size):,}" for size in sizes)],
            ([name, *(_units(size["app"].get(name)) for size in sizes.values())] for name in names),
        ),
        "",
        *table(
            ["baseline", *(f"{int(size):,}" for size in sizes)],
            (
                [name, *(_units(size["baseline"][name]) for size in sizes.values())]
                for name in next(iter(sizes.values()))["baseline"]
            ),
        ),
        "",
        _adds(sizes),
        target(
            f"a year's overview at 3,650 expenses a year is {LEAST_YEAR_GAIN} times cheaper",
            f"{gain:.1f} times",
            reached=gain >= LEAST_YEAR_GAIN,
        ),
        target(
            "add, edit, delete and a page cost the same at every size, to 5 %",
            f"{(drift - 1) * 100:.0f} % apart",
            reached=drift <= MOST_DRIFT,
        ),
        _pages(sizes),
        _shared(sizes),
        *_transfers(sizes),
        _daily_run(sizes),
        _search(sizes),
        *_overviews(sizes),
        "",
        prose(
            "An expense writes to the table, two indexes, its summary cell and the tally, and for",
            "each tag a mark and a cell. In a transaction the table's share is doubled, the",
            "indexes' is not (`bench/capacity.py` has the sources).",
        ),
    ]


def _adds(sizes: dict[str, Any]) -> str:
    """Hold adds to what they may cost, which is more for each tag and for a reference."""
    allowed = {
        "add": MOST_WRITE_UNITS,
        "add, with a tag": MOST_WRITE_UNITS + MOST_FOR_A_TAG,
        "add, with a bank reference": MOST_WRITE_UNITS + MOST_FOR_A_REFERENCE,
    }
    adds = {name: [size["app"][name] for size in sizes.values()] for name in allowed}
    most = {name: max(add["write"] for add in costs) for name, costs in adds.items()}
    doubled = max(add["write_if_doubled"] for add in adds["add"])
    return target(
        f"an add costs at most {MOST_WRITE_UNITS} write units at every size, {MOST_FOR_A_TAG} more "
        f"for each tag and {MOST_FOR_A_REFERENCE} for a bank reference (`docs/decisions/bench.md`)",
        f"{most['add']:.0f}, {most['add, with a tag']:.0f} with a tag, "
        f"{most['add, with a bank reference']:.0f} with a reference ({doubled:.0f} for a plain "
        "one if a transaction doubled the indexes' share too)",
        reached=all(most[name] <= units for name, units in allowed.items()),
    )


def _shared(sizes: dict[str, Any]) -> str:
    """Hold an add to a shared ledger to what it may cost, and tell what a look at it costs."""
    most = max(size["app"]["add, shared ledger"]["write"] for size in sizes.values())
    looks = max(size["app"]["whether a shared ledger changed"]["read"] for size in sizes.values())
    return target(
        f"an add to a shared ledger costs at most {MOST_SHARED_WRITE_UNITS} write units at every "
        "size (`docs/decisions/shared-ledgers.md`)",
        f"{most:.0f}; whether something changed there costs {looks:g} R a look",
        reached=most <= MOST_SHARED_WRITE_UNITS,
    )


def _transfers(sizes: dict[str, Any]) -> Iterable[str]:
    """Hold copies and moves between one's own ledger and a shared one to what they may cost."""
    units = {
        does: [
            cost["write"]
            for way in ("into", "out of")
            for cost in _measured(sizes, f"{does} {way} a shared ledger")
        ]
        for does in ("copy", "move")
    }
    if not all(units.values()):
        return
    copy, move = max(units["copy"]), max(units["move"])
    yield target(
        f"a copy between one's own ledger and a shared one costs at most {MOST_COPY_WRITE_UNITS} "
        f"write units, a move {MOST_MOVE_WRITE_UNITS} (`docs/decisions/shared-ledgers.md`)",
        f"{copy:.0f} and {move:.0f}",
        reached=copy <= MOST_COPY_WRITE_UNITS and move <= MOST_MOVE_WRITE_UNITS,
    )


def _pages(sizes: dict[str, Any]) -> str:
    """Hold pages of a category and of a tag to what any page may cost."""
    narrowed = (
        "list, a page of 50 of one category",
        "list, a page of 50 of a frequent tag",
        "list, a page of 50 of the rarest tag",
    )
    most = max(size["app"][name]["read"] for size in sizes.values() for name in narrowed)
    return target(
        f"a page of one category, or of a tag, costs at most {MOST_READ_UNITS_OF_A_PAGE} read "
        "units, however long the history is and however rare they are (`docs/decisions/lists.md`)",
        f"{most:.0f}",
        reached=most <= MOST_READ_UNITS_OF_A_PAGE,
    )


def _daily_run(sizes: dict[str, Any]) -> str:
    """Say what recurring rules cost."""
    costs = list(sizes.values())[-1]["app"]
    rule, run = rule_and_run(costs)
    return prose(
        f"- the daily run costs {_units(run)} a day for all people together, and",
        f"{_units(rule)} for each day that a rule records",
    )


def _search(sizes: dict[str, Any]) -> str:
    """Say what a search costs at the most."""
    (count, size), *_ = reversed(sizes.items())
    searched = size["app"]["search that finds nothing"]
    return prose(
        f"- a search of {int(count):,} expenses that finds nothing ends after",
        f"{searched['items']:,} of them, which cost {_units(searched)} in {searched['requests']:,}",
        "requests; on AWS it ends after a second too, and goes on from there when asked to",
    )


def _overviews(sizes: dict[str, Any]) -> Iterable[str]:
    """Say that reading costs by what is read."""
    for name in ("month overview", "year overview", "all-time overview"):
        figures = [
            f"{_units(size['app'][name])} for {size['app'][name]['items']:,} cells of "
            f"{int(count):,} expenses"
            for count, size in list(sizes.items())[-2:]
        ]
        yield f"- the {name} costs by the cells in its range: {'; '.join(figures)}"


LINES = {
    "Lambda": ("lambda_gb_second", "lambda_request", "scheduled_run"),
    "HTTP API": ("http_api_request",),
    "DynamoDB": (
        "dynamodb_write_unit",
        "dynamodb_read_unit",
        "dynamodb_gb_month",
        "dynamodb_pitr_gb_month",
    ),
    "CloudFront and S3": (
        "cloudfront_gb",
        "cloudfront_request",
        "cloudfront_function",
        "s3_gb_month",
        "s3_get",
    ),
    "Cognito": ("cognito_lite_person", "cognito_essentials_person"),
    "CloudWatch and X-Ray": (
        "logs_gb",
        "logs_gb_month",
        "alarm_metric_month",
        "custom_metric_month",
        "dashboard_month",
        "large_dashboard_month",
        "xray_trace",
    ),
}


def money_table(part: dict[str, Any]) -> list[str]:
    """Make the table of bills; a test holds the shorter one in the README to the same figures."""
    bills = part["bills"]

    def dollars(people: str, kind: str, names: Iterable[str]) -> str:
        return f"{sum(bills[people][kind]['lines'][name] for name in names):,.2f}"

    kinds = ("with_free_tier", "without_free_tier")
    columns = [(people, kind) for people in bills for kind in kinds]
    totals = [f"**{bills[people][kind]['total']:,.2f}**" for people, kind in columns]
    return [
        *table(
            [
                "USD a month",
                *(
                    f"{int(people):,} {'person' if people == '1' else 'people'}"
                    + ("" if kind == kinds[0] else ", no free tier")
                    for people, kind in columns
                ),
            ],
            (
                [name, *(dollars(people, kind, names) for people, kind in columns)]
                for name, names in LINES.items()
            ),
        ),
        f"| **together** | {' | '.join(totals)} |",
    ]


def money(part: dict[str, Any]) -> list[str]:
    """Write the section about the monthly bill."""
    return [
        "## Money",
        "",
        prose(
            "The monthly bill in ap-south-1 (Mumbai), from the figures above and",
            "`bench/prices.json`, without tax. An active person:",
            ", ".join(f"{count:,} {name}" for name, count in HABITS.items()) + ".",
            "Traces are those that X-Ray's sampling keeps: the first call of a second, and a",
            "twentieth of the rest.",
        ),
        "",
        *money_table(part),
        "",
        *_household(part["bills"]["1"]),
        _recurring(part["recurring"]),
        _looking(part["looking"]),
    ]


def _household(bills: dict[str, Any]) -> Iterable[str]:
    """Hold the bill of the smallest deployment to its target; name what stands above it."""
    total = bills["with_free_tier"]["total"]
    yield target(
        f"a household's month costs less than {MOST_USD_OF_A_HOUSEHOLD:.2f}",
        f"{total:.2f}",
        reached=total < MOST_USD_OF_A_HOUSEHOLD,
    )
    lines = bills["without_free_tier"]["lines"]
    above = {name: usd for name, usd in lines.items() if usd >= MOST_USD_OF_A_HOUSEHOLD}
    if above:
        named = " and ".join(
            f"the {name.removesuffix('_month').replace('_', ' ')}s ({usd:.2f})"
            for name, usd in above.items()
        )
        yield prose(
            "- in an account whose free tiers others use up, what stands above that are",
            f"{named}, whoever uses the app and however much",
        )


def _looking(usd: dict[str, float]) -> str:
    """Say what it costs to see within seconds what others change."""
    people, hours = LOOKING["people"], LOOKING["hours a day"]
    return prose(
        f"- where {people} people have the page open on a shared ledger, each {hours} hour a day,",
        f"it looks {usd['looks_a_month']:,} times a month whether anything has changed:",
        f"{usd['with_free_tier']:.3f} a month, {usd['without_free_tier']:.3f} where no free tier",
        "is left",
    )


def _recurring(usd: dict[str, float]) -> str:
    """Say what recurring rules cost."""
    return prose(
        f"- a monthly recurring rule costs {usd['rule_a_month']:.6f} a month, and the daily run",
        f"{usd['runs_a_month']:.4f} for all rules of all people together, its start included; its",
        f"schedule {usd['schedule_a_month']:.2f}, and its alarm is one of the ten that are free",
    )
