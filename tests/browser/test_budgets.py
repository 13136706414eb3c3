"""Budgets of the month on the overview."""

from __future__ import annotations

import calendar
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import problems
from tests.browser.expense_dialog import choose_category, dialog, save, wait_until_sent
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.person import Person


def open_month(page: Page, month: str) -> None:
    page.goto(f"{running_stack().app_url}/?period=month:{month}-01")


def test_budgets_warn_at_80_and_at_100_percent(page: Page, person: Person) -> None:
    person.spend(
        ("2024-03-02", 400_00, "groceries"),
        ("2024-03-03", 87_75, "food-dining"),
        ("2024-03-04", 1_00, "travel"),
    )
    for category, budget in {"groceries": 400_00, "food-dining": 100_00, "travel": 5_00}.items():
        person.set_budget(category, "2024-01", budget)
    open_month(page, "2024-03")
    budgets = page.locator("budget-list li")
    expect(budgets).to_have_count(3)
    expect(budgets.nth(0)).to_contain_text("All used up")
    expect(budgets.nth(1)).to_contain_text("87% used: ₹12.25 left")
    expect(budgets.nth(2)).to_contain_text("₹4 left")


def test_a_changed_budget_leaves_past_months_theirs(page: Page, person: Person) -> None:
    person.spend(("2024-02-02", 90_00, "fuel"), ("2024-03-02", 90_00, "fuel"))
    person.set_budget("fuel", "2024-01", 100_00)
    person.set_budget("fuel", "2024-03", 60_00)
    budget = page.locator("budget-list li")
    open_month(page, "2024-02")
    expect(budget).to_contain_text("₹90 of ₹100")
    expect(budget).to_contain_text("₹10 left")
    page.get_by_role("button", name="Next period").click()
    expect(budget).to_contain_text("₹90 of ₹60")
    expect(budget).to_contain_text("Over by ₹30")


def editor(page: Page) -> Locator:
    return page.locator("budget-editor dialog[open]")


@pytest.mark.both_screens
def test_the_month_has_a_total_which_is_set_changed_and_taken_away(
    page: Page, person: Person
) -> None:
    person.spend(("2024-03-02", 400_00, "groceries"), ("2024-03-03", 1_50, "travel"))
    open_month(page, "2024-03")
    page.get_by_role("button", name="Set a budget").click()
    editor(page).get_by_role("button", name="Save").click()
    expect(editor(page).locator(".field-error").first).to_have_text(
        "Choose what the budget is for."
    )
    editor(page).get_by_label("For", exact=True).select_option("Everything together")
    editor(page).get_by_label("A month, in rupees").press_sequentially("1000")
    expect(editor(page)).to_contain_text("Holds from March 2024 on.")
    assert problems(page) == []
    editor(page).get_by_role("button", name="Save").click()
    total = page.locator("budget-list li")
    expect(total).to_contain_text("₹401.50 of ₹1,000")
    expect(total).to_contain_text("₹598.50 left")
    wait_until_sent(page)
    assert person.budgets("2024-02") == {}

    page.get_by_role("button", name="Next period").click()
    expect(total).to_contain_text("₹0 of ₹1,000")
    page.locator("budget-list").get_by_role("button", name="Everything together").click()
    amount = editor(page).get_by_label("A month, in rupees")
    expect(amount).to_have_value("1,000")
    amount.fill("2,000")
    page.keyboard.press("Enter")
    expect(total).to_contain_text("₹0 of ₹2,000")
    expect(page.get_by_text("budget saved, from April 2024 on").first).to_be_visible()
    assert (person.budgets("2024-03"), person.budgets("2024-04")) == (
        {"total": 1_000_00},
        {"total": 2_000_00},
    )

    page.locator("budget-list").get_by_role("button", name="Everything together").click()
    editor(page).get_by_role("button", name="No budget from April 2024 on").click()
    expect(total).to_have_count(0)
    page.get_by_role("button", name="Previous period").click()
    expect(total).to_contain_text("₹401.50 of ₹1,000")
    page.locator("budget-list").get_by_role("button", name="Everything together").click()
    expect(editor(page)).to_contain_text("it ends with April 2024, as set already")
    wait_until_sent(page)
    assert person.budgets("2024-05") == {}


@pytest.mark.both_screens
def test_what_is_pasted_as_a_budget_stays_and_is_read_or_refused_in_words(
    page: Page, person: Person
) -> None:
    person.spend(("2024-03-02", 400_00, "groceries"))
    open_month(page, "2024-03")
    page.get_by_role("button", name="Set a budget").click()
    editor(page).get_by_label("For", exact=True).select_option("Everything together")
    amount = editor(page).get_by_label("A month, in rupees")
    for text, problem in (
        ("abc", "can’t be read as an amount"),
        ("12.345", "finer than a paisa"),
        ("500-600", "Which is meant?"),
    ):
        amount.fill(text)
        editor(page).get_by_role("button", name="Save").click()
        expect(editor(page).locator(".field-error")).to_contain_text(problem)
        expect(amount).to_have_value(text)
        expect(amount).to_be_focused()
    assert problems(page) == []
    for text, read in (
        ("Rs. 1,234.50", "Read as ₹1,234.50."),
        ("₹२५०", "Read as ₹250."),
        ("120+50", "Read as ₹170."),
        ("1.5 lakh", "Read as ₹1,50,000."),
    ):
        amount.fill(text)
        expect(amount).to_have_value(text)
        expect(editor(page)).to_contain_text(read)
        expect(editor(page).locator(".field-error")).to_have_count(0)
    editor(page).get_by_role("button", name="Save").click()
    expect(page.locator("budget-list li")).to_contain_text("₹400 of ₹1,50,000")
    wait_until_sent(page)
    assert person.budgets("2024-03") == {"total": 1_50_000_00}


def test_what_is_left_is_told_by_the_day(page: Page, person: Person) -> None:
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    days = calendar.monthrange(today.year, today.month)[1] - today.day + 1
    person.spend((str(today.replace(day=1)), 100_00, "fuel"))
    person.set_budget("fuel", f"{today:%Y-%m}", 100_00 + days * 640_00 + 99)
    page.goto(running_stack().app_url)
    expected = "₹640 a day" if days > 1 else "₹640.99 left"
    expect(page.locator("budget-list li")).to_contain_text(expected)


def test_budgets_that_do_not_come_do_not_keep_the_rest_away(page: Page, person: Person) -> None:
    person.spend(("2024-03-02", 400_00, "groceries"))
    page.route("**/api/budgets?*", lambda route: route.fulfill(status=403, body="{}"))
    open_month(page, "2024-03")
    expect(page.locator("budget-list")).to_contain_text("Your budgets did not load.")
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "40000")
    expect(page.get_by_role("button", name="Set a budget")).to_have_count(0)


@pytest.mark.both_screens
def test_a_save_tells_what_is_left_and_warns_once_with_what_others_wrote(
    page: Page, person: Person
) -> None:
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    person.spend((str(today), 10_00, "travel"))
    person.set_budget("groceries", f"{today:%Y-%m}", 1_500_00)
    page.goto(running_stack().app_url)
    expect(page.locator("budget-list li")).to_contain_text("₹0 of ₹1,500")

    def add(rupees: int) -> None:
        page.keyboard.press("n")
        form = dialog(page)
        form.get_by_label("Amount").press_sequentially(str(rupees))
        choose_category(form, "Groceries")
        save(form)

    add(300)
    expect(page.get_by_text("Saved. ₹1,200 of Groceries left this month.").first).to_be_visible()
    # On another device, unknown to this page.
    person.spend((str(today), 850_00, "groceries"))
    add(100)
    warning = page.locator(".notice", has_text="83% of the budget is used, ₹250 left this month.")
    expect(warning).to_be_visible()
    warning.get_by_role("button", name="See budgets").click()
    add(50)
    expect(page.get_by_text("Saved. ₹200 of Groceries left this month.").first).to_be_visible()


@pytest.mark.both_screens
def test_what_is_left_or_overspent_is_carried_over_where_that_is_wished(
    page: Page, person: Person
) -> None:
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    this_month = f"{today:%Y-%m}"
    last_month = f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"
    person.spend((f"{last_month}-03", 70_00, "fuel"), (f"{last_month}-04", 90_00, "travel"))
    for category, budget in {"fuel": 100_00, "travel": 50_00}.items():
        person.set_budget(category, last_month, budget)
    open_month(page, this_month)
    fuel = page.locator("budget-list li[data-category=fuel]")
    expect(fuel).to_contain_text("₹0 of ₹100")

    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("button", name="Your month").click()
    form = page.locator("month-settings dialog[open]")
    form.get_by_label("Carry budgets over").check()
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    assert person.call("GET", "/settings")["carry_over_from"] == this_month
    # It begins with this month; the one before has nothing to hand on.
    expect(fuel).to_contain_text("₹0 of ₹100")

    person.call("PUT", "/settings", json={"carry_over_from": last_month})
    page.reload()
    expect(fuel).to_contain_text("₹0 of ₹130")
    expect(fuel).to_contain_text("with ₹30 left from before")
    travel = page.locator("budget-list li[data-category=travel]")
    expect(travel).to_contain_text("₹0 of ₹10")
    expect(travel).to_contain_text("less ₹40 overspent before")
    assert problems(page) == []
    # Worked out anew: nothing of it is stored.
    person.spend((f"{last_month}-05", 30_00, "fuel"))
    page.reload()
    expect(fuel).to_contain_text("₹0 of ₹100")
