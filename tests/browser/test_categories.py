"""Categories: add, rename, recolour, budget, archive, delete."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import overflows, problems
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.person import Person


def open_categories(page: Page) -> Locator:
    """Open the view, and return its rows when they are there."""
    page.goto(f"{running_stack().app_url}/categories")
    rows = page.locator("categories-view ul[aria-label] li")
    rows.first.wait_for()
    return rows


def edit(page: Page, name: str) -> Locator:
    """Open the dialog of a category."""
    page.locator("categories-view li", has_text=name).first.locator("button").click()
    return page.locator("category-editor dialog[open]")


def add(page: Page, name: str) -> Locator:
    """Add a category, and return its row when the server has it."""
    page.get_by_role("button", name="Add category").click()
    dialog = page.locator("category-editor dialog[open]")
    dialog.get_by_label("Name").fill(name)
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text(f"{name} added.").first).to_be_visible()
    return page.locator("categories-view li", has_text=name)


def test_a_new_category_is_there_at_once_and_everywhere(page: Page, person: Person) -> None:
    rows = open_categories(page)
    expect(rows).to_have_count(18)
    expect(add(page, "Cricket kit")).to_be_visible()
    expect(rows).to_have_count(19)
    assert "Cricket kit" in person.categories()
    page.keyboard.press("n")
    page.locator("expense-dialog dialog[open]").get_by_role("combobox").first.fill("cricket")
    choices = page.get_by_role("dialog").get_by_role("option", name="Cricket kit")
    expect(choices.first).to_be_visible()


def test_a_name_that_is_taken_or_missing_is_said_so(page: Page) -> None:
    open_categories(page)
    page.get_by_role("button", name="Add category").click()
    dialog = page.locator("category-editor dialog[open]")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.locator(".field-error")).to_have_text("Give it a name.")
    dialog.get_by_label("Name").fill("groceries")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.locator(".field-error")).to_contain_text("already")
    expect(dialog.get_by_label("Name")).to_be_focused()


def this_month() -> str:
    return datetime.now(ZoneInfo("Asia/Kolkata")).strftime("%Y-%m")


def test_a_built_in_category_can_be_renamed_recoloured_and_budgeted(
    page: Page, person: Person
) -> None:
    person.spend((f"{this_month()}-01", 90_00, "groceries"))
    open_categories(page)
    dialog = edit(page, "Groceries")
    expect(dialog).to_contain_text("Built in")
    dialog.get_by_label("Name").fill("Kirana")
    dialog.get_by_role("radio", name="Pink").check(force=True)
    dialog.get_by_label("Monthly budget").press_sequentially("100000.5")
    expect(dialog.get_by_label("Monthly budget")).to_have_value("1,00,000.5")
    dialog.get_by_role("button", name="Save").click()
    row = page.locator("categories-view li[data-category=groceries]")
    expect(row).to_contain_text("Kirana")
    expect(row).to_contain_text("₹1,00,000.50 a month")
    expect(page.get_by_text("Kirana saved.").first).to_be_visible()
    stored = person.categories()["Kirana"]
    assert stored["colour"] == "#d6336c"
    assert person.budgets(this_month()) == {"groceries": 1_00_000_50}
    page.goto(running_stack().app_url)
    expect(page.locator("budget-list li")).to_contain_text("₹90 of ₹1,00,000.50")
    expect(page.locator("category-breakdown li").first).to_contain_text("Kirana")


def test_a_budget_can_be_taken_away(page: Page, person: Person) -> None:
    person.set_budget("fuel", "2024-03", 500_00)
    open_categories(page)
    dialog = edit(page, "Fuel")
    expect(dialog.get_by_label("Monthly budget")).to_have_value("500")
    dialog.get_by_label("Monthly budget").fill("")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Fuel saved.").first).to_be_visible()
    assert person.budgets(this_month()) == {}
    assert person.budgets("2024-03") == {"fuel": 500_00}


def test_a_list_that_comes_again_does_not_take_the_name_of_what_is_edited(page: Page) -> None:
    open_categories(page)
    dialog = edit(page, "Fuel")
    dialog.get_by_role("radio", name="Pink").check(force=True)
    with page.expect_response("**/categories"):
        page.evaluate("dispatchEvent(new Event('online'))")
    dialog.get_by_label("Name").fill("groceries")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.locator(".field-error")).to_contain_text("already")
    dialog.get_by_label("Name").fill("Fuel")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Fuel saved.").first).to_be_visible()


def test_an_archived_category_goes_apart_and_comes_back(page: Page, person: Person) -> None:
    rows = open_categories(page)
    edit(page, "Travel").get_by_role("button", name="Archive").click()
    expect(rows).to_have_count(17)
    expect(page.get_by_text("Travel archived.").first).to_be_visible()
    assert person.categories()["Travel"]["archived"] is True
    page.locator("categories-view summary").click()
    edit(page, "Travel").get_by_role("button", name="Bring back").click()
    expect(rows).to_have_count(18)


def test_archiving_saves_what_was_edited(page: Page, person: Person) -> None:
    open_categories(page)
    editor = edit(page, "Travel")
    editor.locator("#category-name").fill("Journeys")
    editor.get_by_role("button", name="Archive").click()
    expect(page.locator("notice-list")).to_contain_text("Journeys archived.")
    stored = person.categories()["Journeys"]
    assert stored["archived"] is True


def test_a_category_that_nothing_uses_can_be_deleted(page: Page, person: Person) -> None:
    open_categories(page)
    row = add(page, "Passing fancy")
    edit(page, "Passing fancy").get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    expect(page.get_by_text("Passing fancy deleted.").first).to_be_visible()
    assert "Passing fancy" not in person.categories()


def test_one_that_is_in_use_stays_and_can_be_archived_instead(page: Page, person: Person) -> None:
    open_categories(page)
    row = add(page, "Scooter")
    person.spend(("2024-03-02", 90_00, person.categories()["Scooter"]["id"]))
    edit(page, "Scooter").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Expenses have the category Scooter").first).to_be_visible()
    expect(row).to_be_visible()
    page.get_by_role("button", name="Archive it").click()
    expect(page.get_by_text("Scooter archived.").first).to_be_visible()
    assert person.categories()["Scooter"]["archived"] is True


@pytest.mark.both_screens
def test_one_becomes_part_of_another(page: Page, person: Person) -> None:
    open_categories(page)
    row = add(page, "Scooter")
    person.spend(("2024-03-02", 90_00, person.categories()["Scooter"]["id"]))
    editor = edit(page, "Scooter")
    editor.get_by_label("Move its expenses to").select_option("Fuel")
    expect(editor).to_contain_text("This cannot be taken back.")
    assert problems(page) == []
    editor.get_by_role("button", name="Move all to Fuel and delete Scooter").click()
    expect(page.locator("notice-list")).to_contain_text("Scooter is now part of Fuel.")
    expect(row).to_have_count(0)
    assert [one["category"] for one in person.expenses()] == ["fuel"]


def test_rules_for_payees_are_added_changed_and_forgotten(page: Page, person: Person) -> None:
    open_categories(page)
    page.get_by_label("Payee", exact=True).fill("Sharma & Sons")
    page.get_by_label("goes to").select_option(label="Groceries")
    page.get_by_role("button", name="Add rule").click()
    category = page.get_by_label("Category of Sharma & Sons")
    expect(category).to_have_value("groceries")
    category.select_option(label="Rent")
    expect(page.get_by_text("Sharma & Sons goes to Rent from now on.").first).to_be_visible()
    (rule,) = person.call("GET", "/payees")["items"]
    assert (rule["payee"], rule["category"]) == ("Sharma & Sons", "rent")
    page.get_by_role("button", name="Forget the rule for Sharma & Sons").click()
    expect(category).to_have_count(0)
    assert person.call("GET", "/payees")["items"] == []


def test_names_stay_text(page: Page) -> None:
    open_categories(page)
    name = "<img src=x onerror=alert(1)>"
    expect(add(page, name)).to_contain_text(name)
    assert page.locator("categories-view img").count() == 0


def test_it_has_no_accessibility_problem_and_no_sideways_scroll(themed_page: Page) -> None:
    page = themed_page
    open_categories(page)
    assert problems(page) == []
    edit(page, "Groceries")
    assert problems(page) == []
    for width in (320, 390, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert not overflows(page), width
