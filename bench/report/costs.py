"""What things cost, in DynamoDB's units and in dollars."""

from collections.abc import Iterable
from typing import Any

from bench.money import HABITS
from bench.report.markdown import prose, table, target

MOST_WRITE_UNITS = 8
LEAST_YEAR_GAIN = 15
MOST_DRIFT = 1.05

FLAT = (
    "add",
    "edit, same month",
    "edit, other category",
    "edit, other month",
    "delete",
    "add, own category",
    "list, a page of 50",
)


def _units(cost: dict[str, float]) -> str:
    written = f"{cost['write']:,.0f} W" if cost["write"] else ""
    read = f"{cost['read']:,.0f} R" if cost["read"] else ""
    return " + ".join(part for part in (written, read) if part)


def cost(part: dict[str, Any]) -> list[str]:
    """Write the section about DynamoDB's units."""
    sizes = part["sizes"]
    names = list(next(iter(sizes.values()))["app"])
    year = sizes["3650"]
    gain = year["baseline"]["year overview"]["read"] / year["app"]["year overview"]["read"]
    adds = [size["app"]["add"] for size in sizes.values()]
    most = max(add["write"] for add in adds)
    most_doubled = max(add["write_if_doubled"] for add in adds)
    drift = max(
        max(totals) / min(totals)
        for name in FLAT
        if (totals := [s["app"][name]["read"] + s["app"][name]["write"] for s in sizes.values()])
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
            "without what was added a moment ago.",
        ),
        "",
        *table(
            ["app", *(f"{int(size):,}" for size in sizes)],
            ([name, *(_units(size["app"][name]) for size in sizes.values())] for name in names),
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
        target(
            f"an add costs at most {MOST_WRITE_UNITS} write units at every size",
            f"{most:.0f} ({most_doubled:.0f} if a transaction doubled the indexes' share too)",
            reached=most_doubled <= MOST_WRITE_UNITS,
        ),
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
        prose(
            "- a page of one category is read from an index of its own, and costs what any",
            "page does",
            "(`docs/decisions/lists-by-category.md`)",
        ),
        *_overviews(sizes),
        "",
        prose(
            "An expense writes to the table, two indexes and its summary cell. In a transaction",
            "the table's share is doubled, the indexes' is not (`bench/capacity.py` has the",
            "sources).",
        ),
    ]


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
    "Lambda": ("lambda_gb_second", "lambda_request"),
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
            "Traces are all counted as recorded, which is more than X-Ray's sampling keeps.",
        ),
        "",
        *money_table(part),
    ]
