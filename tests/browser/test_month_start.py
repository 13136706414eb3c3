"""Months that begin on the day of the salary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import overflows, problems
from tests.browser.test_overview import table_of
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.person import Person


def open_months(page: Page) -> Locator:
    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("button", name="Your month").click()
    form = page.locator("month-settings dialog[open]")
    form.wait_for()
    return form


@pytest.mark.both_screens
def test_a_month_from_the_25th_is_followed_by_figures_budgets_charts_and_lists(
    page: Page, person: Person
) -> None:
    person.spend(
        ("2024-02-24", 1_00, "fuel"),
        ("2024-02-25", 20_00, "fuel"),
        ("2024-03-24", 300_00, "rent"),
        ("2024-03-25", 4_000_00, "rent"),
    )
    person.set_budget("fuel", "2024-02", 25_00)
    person.set_budget("fuel", "2024-03", 99_00)
    page.goto(f"{running_stack().app_url}/?period=month:2024-03-10")
    total = page.locator("period-total .total")
    expect(total).to_have_attribute("data-total", "430000")
    form = open_months(page)
    form.get_by_label("A month begins on day").select_option("25")
    expect(form).to_contain_text("This month is 25")
    assert not overflows(page)
    assert problems(page) == []
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()

    expect(page.locator("period-picker h1")).to_have_text("25 Feb – 24 Mar 2024")
    expect(total).to_have_attribute("data-total", "32000")
    expect(page.locator("budget-list h2")).to_have_text("Budgets for 25 Feb – 24 Mar 2024")
    expect(page.locator("budget-list li")).to_contain_text("₹20 of ₹25")
    monthly = table_of(page, "spending-over-time[by=month]")
    assert (monthly["2024-01"], monthly["2024-02"]) == (1_00, 320_00)
    assert len(table_of(page, "spending-over-time[by=day]")) == 29
    last = page.locator("spending-over-time[by=month] tr[data-key='2024-02'] a")
    expect(last).to_have_text("25 Feb – 24 Mar 2024")
    last.click()
    expect(page.locator("expense-list .entry")).to_have_count(2)
    page.get_by_role("link", name="Charts", exact=True).click()
    expect(page.locator("period-picker h1")).to_have_text("25 Feb – 24 Mar 2024")
    page.get_by_role("button", name="Next period").click()
    expect(page.locator("period-picker h1")).to_have_text("25 Mar – 24 Apr 2024")
    expect(page.locator("budget-list li")).to_contain_text("₹0 of ₹99")

    # Kept by the server: another device has it too, and years stay the calendar's.
    assert person.call("GET", "/settings")["month_start"] == 25
    page.goto(f"{running_stack().app_url}/?period=fy:2023-04-01")
    expect(total).to_have_attribute("data-total", "432100")


def test_a_refused_day_is_said_and_changes_nothing(page: Page, person: Person) -> None:
    person.spend(("2024-03-24", 300_00, "rent"))
    page.goto(f"{running_stack().app_url}/?period=month:2024-03-10")
    form = open_months(page)
    page.route("**/api/settings", lambda route: route.fulfill(status=403, body="{}"))
    form.get_by_label("A month begins on day").select_option("7")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("That could not be saved")
    page.keyboard.press("Escape")
    expect(page.locator("period-picker h1")).to_have_text("March 2024")
