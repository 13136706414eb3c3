"""Money that comes back: recorded, tied to its expense, marked, found, counted, exported."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import overflows, problems
from tests.browser.expense_dialog import (
    choose_category,
    dialog,
    open_expenses,
    open_form,
    save,
    wait_until_sent,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.person import Person

NO_INCOME = "Salary and other income are not recorded"


def today() -> str:
    return datetime.now(ZoneInfo("Asia/Kolkata")).date().isoformat()


def bought(person: Person) -> str:
    """One purchase of ₹1,200."""
    [purchase] = person.spend(
        {
            "date": "2026-11-03",
            "amount_paise": 120_000,
            "category": "food-dining",
            "description": "Team lunch",
            "tags": ["team"],
        }
    )
    return purchase


@pytest.mark.both_screens
def test_a_refund_is_recorded_by_itself_and_income_is_said_to_stay_out(
    page: Page, person: Person
) -> None:
    entries = open_expenses(page)
    form = open_form(page)
    page.keyboard.type("250")
    form.get_by_text("Refund", exact=True).click()
    expect(form).to_contain_text("New refund")
    expect(form).to_contain_text(NO_INCOME)
    choose_category(form, "fuel")
    assert problems(page) == []
    assert not overflows(page)
    save(form)
    expect(page.locator("notice-list")).to_contain_text("Refund of ₹250 added to Fuel.")
    expect(entries).to_contain_text(["+₹250.00"])
    expect(entries.get_by_role("button").first).to_contain_text("Refund")
    expect(page.locator("expense-list .day .amount")).to_have_text("-₹250.00")
    expect(page.locator("expenses-view .sum .amount")).to_have_text("-₹250.00")
    wait_until_sent(page)
    [stored] = person.expenses()
    assert (stored["kind"], stored["amount_paise"], stored.get("of")) == ("refund", 25_000, None)
    assert person.summary()["total_paise"] == -25_000


@pytest.mark.both_screens
def test_an_expense_offers_its_refund_of_the_whole_or_a_part(page: Page, person: Person) -> None:
    purchase = bought(person)
    entries = open_expenses(page)
    entries.first.locator(".edit").click()
    form = dialog(page)
    form.get_by_role("button", name="Refund…").click()
    amount = form.get_by_label("Amount in rupees")
    expect(amount).to_be_focused()
    expect(amount).to_have_value("1,200")
    expect(form).to_contain_text("Of ₹1,200, Team lunch, 3 Nov 2026.")
    expect(form).to_contain_text("All of it comes back.")
    page.keyboard.type("1201")
    expect(form).to_contain_text("That is more than was paid.")
    amount.fill("500")
    expect(form).to_contain_text("A part of it: ₹700 stays spent.")
    assert problems(page) == []
    save(form)
    expect(entries).to_have_count(2)
    expect(page.locator("expenses-view .sum .amount")).to_have_text("₹700.00")
    wait_until_sent(page)
    refund = next(one for one in person.expenses() if one["kind"] == "refund")
    assert (refund["of"], refund["amount_paise"], refund["date"]) == (purchase, 50_000, today())
    assert (refund["category"], refund["tags"]) == ("food-dining", ["team"])
    # Read again from the server, it still says what it is of.
    page.reload()
    page.locator("expense-list .refund .edit").click()
    expect(dialog(page)).to_contain_text("Of ₹1,200, Team lunch, 3 Nov 2026.")
    expect(dialog(page).get_by_role("button", name="Refund…")).to_have_count(0)


def test_a_second_refund_counts_what_came_back_before(page: Page, person: Person) -> None:
    purchase = bought(person)
    first = {"date": "2026-11-05", "amount_paise": 40_000, "category": "food-dining"}
    person.spend({**first, "kind": "refund", "of": purchase})
    entries = open_expenses(page)
    entries.nth(1).locator(".edit").click()
    form = dialog(page)
    form.get_by_role("button", name="Refund…").click()
    expect(form).to_contain_text("₹400 of it came back already.")
    amount = form.get_by_label("Amount in rupees")
    expect(amount).to_have_value("800")
    expect(form).to_contain_text("That is all that was left of it.")
    page.keyboard.type("900")
    expect(amount).to_have_value("900")
    expect(form).to_contain_text("That is more than was paid.")
    form.get_by_role("button", name="Only the ₹800 that are left").click()
    expect(amount).to_have_value("800")
    save(form)
    wait_until_sent(page)
    assert person.summary()["total_paise"] == 0


def test_where_earlier_refunds_cannot_be_looked_up_the_form_says_so(
    page: Page, person: Person
) -> None:
    bought(person)
    entries = open_expenses(page)
    page.route(re.compile(r"/api/expenses\?.*kind=refund"), lambda route: route.abort())
    entries.first.locator(".edit").click()
    dialog(page).get_by_role("button", name="Refund…").click()
    expect(dialog(page)).to_contain_text("could not be looked up")
    expect(dialog(page).get_by_label("Amount in rupees")).to_have_value("1,200")


def test_a_refund_outlives_its_expense_and_says_so(page: Page, person: Person) -> None:
    purchase = bought(person)
    person.spend(
        {
            "date": "2026-11-04",
            "amount_paise": 20_000,
            "category": "fuel",
            "kind": "refund",
            "of": purchase,
        }
    )
    person.call("DELETE", f"/expenses/{purchase}")
    entries = open_expenses(page)
    entries.first.locator(".edit").click()
    expect(dialog(page)).to_contain_text("The expense that it is of is no longer here.")


def test_a_refund_that_was_none_becomes_an_expense_of_nothing(page: Page, person: Person) -> None:
    purchase = bought(person)
    person.spend(
        {
            "date": "2026-11-04",
            "amount_paise": 20_000,
            "category": "fuel",
            "kind": "refund",
            "of": purchase,
        }
    )
    entries = open_expenses(page)
    entries.first.locator(".edit").click()
    form = dialog(page)
    form.get_by_role("radio", name="Refund").press("ArrowLeft")
    expect(form).to_contain_text("Edit expense")
    save(form)
    expect(page.locator("expenses-view .sum .amount")).to_have_text("₹1,400.00")
    wait_until_sent(page)
    assert [(one["kind"], one.get("of")) for one in person.expenses()] == [("expense", None)] * 2


def test_what_was_typed_into_an_expense_before_its_refund_can_be_had_back(
    page: Page, person: Person
) -> None:
    bought(person)
    entries = open_expenses(page)
    entries.first.locator(".edit").click()
    form = dialog(page)
    form.get_by_role("combobox", name="Description").fill("Lunch of the team")
    form.get_by_role("button", name="Refund…").click()
    expect(form).to_contain_text("Of ₹1,200, Team lunch")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Bring it back").click()
    expect(form.get_by_role("combobox", name="Description")).to_have_value("Lunch of the team")
    expect(form).to_contain_text("Edit expense")


@pytest.mark.both_screens
def test_a_list_is_narrowed_to_refunds_in_the_address_too(page: Page, person: Person) -> None:
    bought(person)
    for day, paise in (("2026-11-05", 20_000), ("2026-10-05", 5_000)):
        person.spend(
            {"date": day, "amount_paise": paise, "category": "food-dining", "kind": "refund"}
        )
    entries = open_expenses(page)
    expect(entries).to_have_count(3)
    total = page.locator("expenses-view .sum .amount")
    expect(total).to_have_text("₹950.00")
    kind = page.get_by_label("Expenses or refunds")
    kind.select_option("Refunds only")
    page.wait_for_url("**/expenses?kind=refund")
    expect(entries).to_have_count(2)
    expect(total).to_have_text("-₹250.00")
    # A chart knows no kind.
    expect(page.get_by_role("link", name="Charts")).to_have_count(0)
    assert problems(page) == []
    kind.select_option("Expenses only")
    expect(entries).to_have_count(1)
    expect(total).to_have_text("₹1,200.00")
    open_expenses(page, "?kind=refund&from=2026-11-01&q=food")
    expect(entries).to_have_count(1)
    page.get_by_role("button", name="Clear filters").click()
    expect(entries).to_have_count(3)


def test_a_line_tells_of_a_refund(page: Page, person: Person) -> None:
    open_expenses(page)
    page.keyboard.press("q")
    form = dialog(page)
    page.keyboard.type("refund 250 swiggy")
    expect(form).to_contain_text("New refund")
    expect(form.get_by_role("list", name="Read from the line")).to_contain_text("Refund")
    # What is corrected by hand stays.
    form.get_by_text("Expense", exact=True).click()
    form.get_by_label("Everything in one line").press_sequentially(" fee")
    expect(form).to_contain_text("New expense")
    form.get_by_text("Refund", exact=True).click()
    save(form)
    wait_until_sent(page)
    [stored] = person.expenses()
    assert (stored["kind"], stored["amount_paise"]) == ("refund", 25_000)


@pytest.mark.both_screens
def test_charts_leave_out_what_came_back_and_say_it(page: Page, person: Person) -> None:
    person.spend(
        ("2026-10-04", 90_000, "fuel"),
        ("2026-11-02", 30_000, "fuel"),
        ("2026-11-03", 10_000, "rent"),
        {"date": "2026-11-04", "amount_paise": 50_000, "category": "shopping", "kind": "refund"},
    )
    page.goto(f"{page.url.split('?')[0]}?period=month:2026-11-01")
    page.locator("category-trend").wait_for()
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "-10000")
    categories = page.locator("category-breakdown")
    below = "Not in the ring, as much or more came back: Shopping -₹500."
    expect(categories.locator("canvas")).to_have_attribute(
        "aria-label", f"Spending by category: Fuel 75%, Rent 25%. {below}"
    )
    expect(categories.get_by_text(below)).to_be_visible()
    expect(categories.locator('[data-category="shopping"]')).to_contain_text("-₹500")
    expect(page.locator("spending-over-time[by=day] canvas")).to_have_attribute(
        "aria-label", re.compile("On 1 day more came back than was spent")
    )
    assert problems(page) == []
    trend = page.locator("category-trend")
    trend.get_by_role("button", name="Table").click()
    expect(trend.locator('[data-key="2026-11"]')).to_have_attribute("data-total", "-10000")
