"""What is typed into a field of the dialog stays, is read, or is refused in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import problems
from tests.browser.expense_dialog import (
    choose_category,
    open_expenses,
    open_form,
    save,
    wait_until_sent,
)
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.person import Person


@pytest.mark.parametrize(
    ("typed", "date"),
    [("yesterday", "2026-03-30"), ("12 nov", "2025-11-12"), ("31/1/26", "2026-01-31")],
)
def test_a_date_is_typed_in_words(page: Page, person: Person, typed: str, date: str) -> None:
    page.clock.set_fixed_time("2026-03-31T12:00:00+05:30")
    open_expenses(page)
    form = open_form(page)
    page.keyboard.type("45")
    choose_category(form, "Groceries")
    form.locator("#date").fill(typed)
    expect(form.locator("date-input .device")).to_have_value(date)
    save(form)
    wait_until_sent(page)
    assert [expense["date"] for expense in person.expenses()] == [date]


@pytest.mark.both_screens
def test_a_date_that_cannot_be_read_is_said_and_nothing_is_saved(
    page: Page, person: Person
) -> None:
    open_expenses(page)
    form = open_form(page)
    page.keyboard.type("45")
    choose_category(form, "Groceries")
    field = form.locator("#date")
    field.fill("someday")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(field).to_be_focused()
    expect(field).to_have_value("someday")
    expect(form).to_contain_text("This can’t be read as a date.")
    page.reload()
    expect(field).to_have_value("someday")
    field.fill("last month")
    expect(form).to_contain_text("Which day is meant?")
    assert problems(page) == []
    form.locator("date-input [role=status] .chip").first.click()
    save(form)
    wait_until_sent(page)
    assert len(person.expenses()) == 1


def test_a_description_is_as_long_as_the_server_counts_it(page: Page, person: Person) -> None:
    open_expenses(page)
    form = open_form(page)
    page.keyboard.type("45")
    choose_category(form, "Groceries")
    field = form.get_by_role("combobox", name="Description")
    field.fill("🍵" * 501)
    form.get_by_role("button", name="Save", exact=True).click()
    expect(field).to_be_focused()
    expect(form).to_contain_text("A description has 500 characters at most. This has 501.")
    field.fill("🍵" * 500)
    save(form)
    wait_until_sent(page)
    assert [expense["description"] for expense in person.expenses()] == ["🍵" * 500]


def test_a_name_typed_before_the_categories_have_come_is_kept(page: Page, person: Person) -> None:
    held: list[Route] = []
    # What the device has kept of them would be there at once.
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.route("**/api/categories", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    page.goto(f"{running_stack().app_url}/expenses")
    page.locator("expenses-view").wait_for()
    form = open_form(page)
    page.keyboard.type("45")
    category = form.get_by_role("combobox", name="Category")
    category.click()
    category.fill("groceries")
    page.keyboard.press("Tab")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form).to_contain_text("Your categories are still loading.")
    expect(category).to_have_value("groceries")
    with page.expect_response("**/api/categories"):
        held[0].continue_()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        save(form)
    assert [expense["category"] for expense in person.expenses()] == ["groceries"]
