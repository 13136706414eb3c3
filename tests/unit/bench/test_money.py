"""The bill in the README is the one that was worked out."""

import json
import re

from bench import results
from bench.money import PRICES
from bench.report.costs import LINES
from local.settings import REPOSITORY

NOT_A_NUMBER = re.compile(r"[^0-9.]")


def readme_rows():
    """The numbers of each row of the README's table of costs, by the row's name."""
    chapter = (REPOSITORY / "README.md").read_text().split("## What it costs")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in chapter.splitlines() if line[:1] == "|"]
    return {
        name.strip("* "): [NOT_A_NUMBER.sub("", cell) for cell in cells] for name, *cells in rows
    }


def test_the_readme_shows_the_bill_that_was_worked_out():
    bills = results.read()["money"]["bills"]
    rows = readme_rows()
    assert rows["active people"] == list(bills)
    for name, prices in LINES.items():
        assert rows[name] == [
            f"{sum(bill['with_free_tier']['lines'][price] for price in prices):.2f}"
            for bill in bills.values()
        ]
    for name, kind in (
        ("together", "with_free_tier"),
        ("together, where no free tier is left", "without_free_tier"),
    ):
        assert rows[name] == [f"{bill[kind]['total']:.2f}" for bill in bills.values()]


def test_every_price_has_its_source():
    prices = json.loads(PRICES.read_bytes())["prices"]
    assert set(prices) == {price for line in LINES.values() for price in line}
    assert all(price["source"] and price["unit"] for price in prices.values())
