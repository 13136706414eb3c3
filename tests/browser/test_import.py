"""The import of CSV files, and sample data."""

from __future__ import annotations

import csv
import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from local.settings import REPOSITORY
from tests.browser.accessibility import overflows, problems
from tests.browser.csv_import import confirm, read
from tests.stack import running_stack

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.person import Person

HOUSEHOLD = REPOSITORY.parent / "shared/data/household.csv"
needs_household = pytest.mark.skipif(not HOUSEHOLD.exists(), reason=f"{HOUSEHOLD} is not here")

STATEMENT = """\
Account,XXXX1234
Txn Date,Narration,Withdrawal Amt (INR),Deposit Amt (INR),Closing Balance
01/04/2026,UPI-SWIGGY-dinner,"1,450.00",,"98,550.00"
02/04/2026,SALARY APRIL,,"90,000.00","1,88,550.00"
13/04/2026,ELECTRICITY BILL,"2,180.50",,"1,86,369.50"
31/04/2026,NO SUCH DAY,10.00,,"1,86,359.50"
14/04/2026,HALF A PAISA,10.005,,"1,86,349.50"
"""


def summed(person: Person, key: str) -> dict[str, int]:
    """The person's paise by month or by the name of a category."""
    names: dict[str, str] = {item["id"]: name for name, item in person.categories().items()}
    groups: list[dict] = person.summary(group_by=key)["groups"]
    return {names.get(str(group[key]), str(group[key])): group["total_paise"] for group in groups}


@needs_household
def test_a_households_ledger_adds_up_to_the_paisa_and_again_adds_nothing(
    page: Page, person: Person
) -> None:
    expected = json.loads(HOUSEHOLD.with_suffix(".expected.json").read_text())
    summary = read(page, "household.csv", HOUSEHOLD)
    expect(summary).to_contain_text("2,176 new expenses")
    expect(summary).to_contain_text("₹19,57,390.53")
    expect(summary).to_contain_text("160 transfers, 125 income")
    mapping = dict(
        page.locator("category-mapping li").evaluate_all(
            "rows => rows.map(row => [row.dataset.source,"
            " row.querySelector('option:checked').textContent.trim()])"
        )
    )
    assert mapping["Food"] == "Food & dining"
    assert mapping["Household"] == "New category “Household”"
    result = confirm(page)
    expect(result).to_contain_text("2,176 expenses were added, ₹19,57,390.53 in all.")
    expect(result).to_contain_text("No row was refused.")

    whole = person.summary()
    assert (whole["count"], whole["total_paise"]) == (expected["expenses"], 195739053)
    assert summed(person, "month") == expected["by_month"]
    by_category: Counter[str] = Counter()
    for source, paise in expected["by_category"].items():
        by_category[mapping[source].removeprefix("New category “").removesuffix("”")] += paise
    assert summed(person, "category") == by_category

    page.get_by_role("button", name="Import another file").click()
    summary = read(page, "household.csv", HOUSEHOLD)
    expect(summary).to_contain_text("0 new expenses")
    expect(summary).to_contain_text("2,176 rows were imported before")
    expect(page.locator("import-review .actions .primary")).to_be_disabled()

    page.goto(f"{running_stack().app_url}/?period=all")
    total = page.locator("period-total .total")
    expect(total).to_have_attribute("data-total", "195739053")


def test_a_bank_statement_is_read_and_what_it_cannot_be_is_told(
    page: Page, person: Person, tmp_path: Path
) -> None:
    summary = read(page, "statement.csv", STATEMENT)
    expect(summary).to_contain_text("2 new expenses · ₹3,630.50")
    expect(summary).to_contain_text("1 row is not an expense")
    expect(summary).to_contain_text("Row 6: the date cannot be read")
    result = confirm(page)
    expect(result.locator("tbody tr")).to_have_count(2)
    expect(result.locator("tr[data-line='7']")).to_contain_text("more than two decimals")
    assert summed(person, "category") == {
        "Food & dining": 1_450_00,
        "Utilities & recharge": 2_180_50,
    }
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the full result").click()
    download.value.save_as(tmp_path / "result.csv")
    with (tmp_path / "result.csv").open(encoding="utf-8-sig", newline="") as file:
        outcomes = {row["Row"]: row["Result"] for row in csv.DictReader(file)}
    assert outcomes == {
        "3": "imported",
        "4": "not an expense",
        "5": "imported",
        "6": "not imported",
        "7": "not imported",
    }


def test_a_file_can_be_dropped(page: Page) -> None:
    page.goto(f"{running_stack().app_url}/import")
    page.locator("file-drop").wait_for()
    page.locator("file-drop .zone").evaluate(
        """(zone, text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "statement.csv", {type: "text/csv"}));
          const drop = new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true});
          zone.dispatchEvent(drop);
        }""",
        STATEMENT,
    )
    expect(page.locator("import-review .summary")).to_contain_text("2 new expenses")


def test_dates_that_could_be_either_are_asked_about_and_can_be_corrected(
    page: Page, person: Person
) -> None:
    read(page, "either.csv", "Date,What,Amount\n03/04/2026,Tea,10\n05/06/2026,Tea,20\n")
    order = page.get_by_label("Dates are written")
    expect(order).to_be_visible()
    expect(page.locator("#date-order-doubt")).to_be_visible()
    order.select_option("mdy")
    page.get_by_label("Food & dining").or_(
        page.get_by_label("Guessed from the description goes to")
    ).first.select_option(label="Groceries")
    confirm(page)
    assert [(one["date"], one["category"]) for one in person.expenses()] == [
        ("2026-05-06", "groceries"),
        ("2026-03-04", "groceries"),
    ]


def test_what_is_there_already_is_flagged_and_exact_repeats_are_kept(
    page: Page, person: Person
) -> None:
    person.spend(
        {
            "date": "2026-04-01",
            "amount_paise": 45_00,
            "category": "food-dining",
            "description": "Tea at the corner",
        }
    )
    rows = "Date,Note,Amount\n2026-04-01,tea,45\n2026-04-02,Bus,20\n2026-04-02,Bus,20\n"
    summary = read(page, "some.csv", rows)
    expect(summary).to_contain_text("2 new expenses · ₹40.00")
    expect(summary).to_contain_text("1 row looks like an expense you have")
    expect(page.locator("import-preview tr.similar")).to_contain_text("Looks like one you have")
    page.get_by_label("Import them too").check()
    expect(summary).to_contain_text("3 new expenses")
    page.get_by_label("Import them too").uncheck()
    confirm(page)
    assert sorted(one["amount_paise"] for one in person.expenses()) == [20_00, 20_00, 45_00]


def test_an_import_can_be_stopped_and_gone_on_with(page: Page, person: Person) -> None:
    lines = [f"2026-04-{1 + i % 28:02},Row {i},{i + 1}" for i in range(450)]
    read(page, "long.csv", "Date,Note,Amount\n" + "\n".join(lines))
    page.route(
        "**/api/expenses/batch",
        lambda route: (page.wait_for_timeout(400), route.continue_()),
    )
    page.locator("import-review .actions .primary").click()
    page.locator("import-view progress").wait_for()
    page.get_by_role("button", name="Stop", exact=True).click()
    result = page.locator("import-result")
    expect(result).to_contain_text("Import stopped")
    assert len(person.expenses()) < 450
    page.get_by_role("button", name="Go on").click()
    expect(result).to_contain_text("Import finished", timeout=60_000)
    assert person.summary()["total_paise"] == sum(range(1, 451)) * 100


def test_formulas_and_markup_stay_text(page: Page, person: Person) -> None:
    evil = "<img src=x onerror=broken()>"
    rows = f"Date,Category,Note,Amount\n2026-04-01,{evil},{evil},45\n2026-04-02,Food,=1+1,5\n"
    read(page, f"{evil}.csv", rows)
    expect(page.locator("import-preview")).to_contain_text(evil)
    confirm(page)
    assert {one["description"] for one in person.expenses()} == {evil, "=1+1"}
    page.goto(f"{running_stack().app_url}/?period=month:2026-04-01")
    expect(page.locator("category-breakdown")).to_contain_text(evil)
    page.goto(f"{running_stack().app_url}/expenses")
    expect(page.locator("expense-list")).to_contain_text(evil)
    assert page.locator("main img").count() == 0


def test_sample_data_comes_and_goes(page: Page, person: Person) -> None:
    person.spend(
        {"date": "2026-04-01", "amount_paise": 100, "category": "rent", "tags": ["sample"]}
    )
    page.goto(f"{running_stack().app_url}/import")
    page.get_by_role("button", name="Load sample data").click()
    expect(page.locator("sample-card")).to_contain_text("Sample data is loaded.", timeout=30_000)
    assert len(person.expenses(tag="sample")) > 100
    page.get_by_role("button", name="Remove sample data").click()
    expect(page.locator("sample-card")).to_contain_text("are gone.", timeout=120_000)
    assert [one["amount_paise"] for one in person.expenses()] == [100]


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "no rows"), ("\n\n", "no rows"), ("PK\x03\x04\0\0", "not a CSV file")],
)
def test_a_file_that_is_no_ledger_is_said_so(page: Page, content: str, said: str) -> None:
    page.goto(f"{running_stack().app_url}/import")
    page.locator("file-drop input[type=file]").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )
    expect(page.locator("file-drop [role=alert]")).to_contain_text(said)


def test_it_has_no_accessibility_problem_and_no_sideways_scroll(themed_page: Page) -> None:
    page = themed_page
    page.goto(f"{running_stack().app_url}/import")
    page.locator("file-drop").wait_for()
    page.locator("export-card").get_by_label("What matches").check()
    assert problems(page) == []
    read(page, "statement.csv", STATEMENT)
    page.locator("import-review summary").first.click()
    page.locator("column-mapping select").first.wait_for()
    assert problems(page) == []
    for width in (320, 390, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert not overflows(page), width
    confirm(page)
    assert problems(page) == []
