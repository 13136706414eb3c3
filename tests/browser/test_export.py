"""The export: a CSV file that imports back identically and runs in no spreadsheet."""

from __future__ import annotations

import csv
import uuid
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import signed_in_page
from tests.browser.csv_import import confirm, read
from tests.browser.person import new_person
from tests.stack import running_stack

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.person import Person


def test_what_is_exported_imports_back_as_the_same_ledger(
    page: Page, browser: Browser, person: Person, tmp_path: Path, screen: str
) -> None:
    own = person.call("POST", "/categories", json={"name": "=Pets, & more"})
    texts = ["=1+1", "+91 98", "-5", "@home", "'quoted", 'a, "b"; c', "चाय ☕", ""]
    person.spend(
        *(
            {
                "date": f"2026-04-{day:02}",
                "amount_paise": 10**day,
                "category": own["id"] if day % 2 else "rent",
                "description": text,
                "tags": ["=tag", "a; b"][: day % 3],
            }
            | ({"kind": "refund", "of": str(uuid.uuid4())} if day == len(texts) else {})
            | ({"reference": f"UPI/62870000{day:04}"} if day % 2 else {})
            for day, text in enumerate(texts, start=1)
        )
    )
    exported = export(page, tmp_path, "Everything")
    lines = exported.read_text(encoding="utf-8-sig").splitlines()
    assert not [
        cell for row in csv.reader(lines) for cell in row if cell.startswith(tuple("=+-@\t\r"))
    ]

    summary = read(page, "again.csv", exported)
    expect(summary).to_contain_text("8 rows are there already")

    other = new_person("other")
    others_page = signed_in_page(browser, other, screen, "light")
    there = next(others_page)
    read(there, "ledger.csv", exported)
    confirm(there)
    assert ledger_of(other) == ledger_of(person)
    assert export(there, tmp_path, "Everything").read_text() == exported.read_text()
    for _ in others_page:
        pass


def ledger_of(person: Person) -> list[tuple]:
    """What a person's expenses say, categories by name."""
    names = {item["id"]: name for name, item in person.categories().items()}
    return [
        (
            one["id"],
            one["kind"],
            one.get("reference"),
            one.get("of"),
            one["date"],
            one["amount_paise"],
            names[one["category"]],
            one["description"],
            one["tags"],
        )
        for one in person.expenses()
    ]


def export(page: Page, folder: Path, scope: str, query: str = "") -> Path:
    """Download the ledger, or what an address matches of it, and return the file."""
    page.goto(f"{running_stack().app_url}/import{query}")
    card = page.locator("export-card")
    card.get_by_label(scope).check()
    with page.expect_download() as download:
        card.get_by_role("button", name="Download CSV").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_only_what_matches_is_exported(page: Page, person: Person, tmp_path: Path) -> None:
    person.spend(
        ("2026-04-01", 100, "rent"), ("2026-05-01", 200, "rent"), ("2026-05-02", 300, "fuel"),
        ("2026-05-03", 400, "travel"),
    )  # fmt: skip
    query = "?from=2026-05-01&category=rent,fuel,travel&without=travel"
    file = export(page, tmp_path, "What matches", query)
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert [row["Amount"] for row in csv.DictReader(lines)] == ["3.00", "2.00"]


def test_what_to_export_can_be_chosen_there(page: Page, person: Person) -> None:
    person.spend(("2026-04-01", 100, "rent"), ("2026-05-01", 200, "fuel"))
    page.goto(f"{running_stack().app_url}/import")
    card = page.locator("export-card")
    card.get_by_label("What matches").check()
    card.get_by_label("Leave out").select_option("Rent")
    page.wait_for_url("**/import?without=rent")
    card.get_by_role("button", name="Download CSV").click()
    expect(card.get_by_text("1 expense exported.")).to_be_visible()


@pytest.mark.both_screens
def test_the_lists_filter_is_taken_along_to_the_export(page: Page, person: Person) -> None:
    person.spend(("2026-04-01", 100, "rent"), ("2026-05-01", 200, "rent"))
    page.goto(f"{running_stack().app_url}/expenses?from=2026-05-01&category=rent")
    page.get_by_role("link", name="Export", exact=True).click()
    card = page.locator("export-card")
    expect(card.get_by_label("What matches")).to_be_checked()
    expect(card.get_by_label("From", exact=True)).to_have_value("2026-05-01")
    expect(card.get_by_label("Category")).to_have_value("rent")
    expect(card.get_by_role("heading")).to_be_in_viewport()
    card.get_by_role("button", name="Download CSV").click()
    expect(card.get_by_text("1 expense exported.")).to_be_visible()
