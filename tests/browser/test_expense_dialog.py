"""Adding, editing and deleting in the dialog: fields, one-line entry, proposals, undo."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import overflows, problems
from tests.browser.expense_dialog import (
    choose_category,
    dialog,
    fill_date,
    open_expenses,
    open_form,
    save,
    wait_until_sent,
)

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.person import Person

MARKUP = "<img src=x onerror=alert(1)><b>bold</b>"


def today() -> date:
    return datetime.now(ZoneInfo("Asia/Kolkata")).date()


def begin(page: Page, rupees: str) -> tuple[Locator, Locator]:
    """Begin an expense of so much, and go to its category: the form, and that field."""
    open_expenses(page)
    form = open_form(page)
    page.keyboard.type(rupees)
    category = form.get_by_role("combobox", name="Category")
    category.click()
    # A name is a new one only once the categories have come.
    form.get_by_role("option").first.wait_for()
    return form, category


def test_an_expense_is_added_from_the_keyboard_alone(page: Page, person: Person) -> None:
    open_expenses(page)
    page.keyboard.press("n")
    dialog(page)
    page.keyboard.type("120")
    page.keyboard.press("Tab")
    page.keyboard.type("groc")
    page.get_by_role("option", name="Groceries").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("expense-list .entry")).to_contain_text(["Groceries"])
    expect(page.locator("notice-list")).to_contain_text("₹120 added to Groceries.")
    page.reload()
    expect(page.locator("expense-list .entry")).to_contain_text(["₹120.00"])
    wait_until_sent(page)
    [stored] = person.expenses()
    assert (stored["amount_paise"], stored["category"]) == (12000, "groceries")
    assert stored["date"] == today().isoformat()


def test_the_amount_is_grouped_while_it_is_typed(page: Page) -> None:
    form = open_form(page)
    amount = form.get_by_label("Amount in rupees")
    expect(amount).to_be_focused()
    assert amount.get_attribute("inputmode") == "decimal"
    seen = []
    for key in "1234567.5":
        amount.press(key)
        seen.append(amount.input_value())
    assert seen == [
        "1", "12", "123", "1,234", "12,345", "1,23,456", "12,34,567", "12,34,567.", "12,34,567.5",
    ]  # fmt: skip
    for _ in range(5):
        amount.press("ArrowLeft")
    amount.press("Backspace")
    # Behind the comma: the digit before it goes.
    assert amount.input_value() == "1,23,567.5"
    amount.press("9")
    assert amount.input_value() == "12,39,567.5"


@pytest.mark.both_screens
def test_what_is_missing_is_said_at_its_field(page: Page) -> None:
    form = open_form(page)
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form).to_contain_text("Enter an amount above zero.")
    expect(form).to_contain_text("Choose a category.")
    expect(form.get_by_label("Amount in rupees")).to_be_focused()
    assert problems(page) == []


def test_a_new_category_is_chosen_and_everywhere_at_once(page: Page, person: Person) -> None:
    form, category = begin(page, "80")
    category.press_sequentially("Chess club")
    form.get_by_role("option", name="Add “Chess club”").click()
    expect(category).to_have_value("Chess club")
    save(form)
    expect(page.locator("expense-list .entry")).to_contain_text(["Chess club"])
    filters = page.locator("expense-filters")
    expect(filters.get_by_label("Category").locator("option", has_text="Chess club")).to_have_count(
        1
    )
    page.reload()
    expect(page.locator("expense-list .entry")).to_contain_text(["Chess club"])
    wait_until_sent(page)
    assert person.expenses()[0]["category"] == person.categories()["Chess club"]["id"]


def test_one_line_fills_the_fields_before_it_is_saved(page: Page, person: Person) -> None:
    open_expenses(page)
    page.keyboard.press("q")
    form = dialog(page)
    page.keyboard.type("2.5k uber to the airport #trip yesterday")
    expect(form.get_by_label("Amount in rupees")).to_have_value("2,500")
    expect(form.get_by_role("combobox", name="Category")).to_have_value("Transport")
    expect(form.get_by_role("combobox", name="Description")).to_have_value("uber to the airport")
    expect(form.locator("tags-input")).to_contain_text("#trip")
    yesterday = (today() - timedelta(days=1)).isoformat()
    expect(form.locator("date-input .device")).to_have_value(yesterday)
    assert person.expenses() == []
    page.keyboard.press("Enter")
    expect(page.locator("expense-list .entry")).to_contain_text(["uber to the airport"])
    expect(page.locator("expense-list .day")).to_contain_text(["Yesterday"])


def test_a_description_proposes_the_category_last_used_with_it(page: Page, person: Person) -> None:
    person.spend(
        {"date": "2026-01-05", "amount_paise": 100, "category": "other", "description": "Swathi"},
        {"date": "2026-02-05", "amount_paise": 100, "category": "health", "description": "Swathi"},
    )
    open_expenses(page)
    form = open_form(page)
    description = form.get_by_role("combobox", name="Description")
    description.click()
    description.press_sequentially("swa")
    option = form.get_by_role("option", name="Swathi")
    expect(option).to_contain_text("Health")
    description.press("ArrowDown")
    description.press("Enter")
    expect(description).to_have_value("Swathi")
    expect(form.get_by_role("combobox", name="Category")).to_have_value("Health")


def test_tags_are_proposed_from_ones_own(page: Page, person: Person) -> None:
    person.spend(
        {"date": "2026-01-05", "amount_paise": 100, "category": "other", "tags": ["office trip"]},
    )
    open_expenses(page)
    form = open_form(page)
    tags = form.get_by_role("combobox", name="Tags")
    tags.click()
    tags.press_sequentially("off")
    form.get_by_role("option", name="#office trip").click()
    tags.press_sequentially("home, Work ")
    expect(form.locator("tags-input .tag")).to_contain_text(["#office trip", "#home", "#work"])
    tags.press("Backspace")
    form.get_by_role("button", name="Remove tag home").click()
    expect(form.locator("tags-input .tag")).to_contain_text(["#office trip"])


def test_one_after_the_other_keeps_the_date(page: Page, person: Person) -> None:
    open_expenses(page)
    form = open_form(page)
    for amount in ("10", "20"):
        page.keyboard.type(amount)
        choose_category(form, "fuel")
        fill_date(form, "2026-02-03")
        form.get_by_role("button", name="Save and add another").click()
        expect(form.get_by_label("Amount in rupees")).to_have_value("")
        expect(form.get_by_label("Amount in rupees")).to_be_focused()
    expect(form.locator("date-input .device")).to_have_value("2026-02-03")
    page.keyboard.press("Escape")
    expect(page.locator("expense-list .entry")).to_have_count(2)
    expect(page.locator("expense-list .day")).to_contain_text(["₹30.00"])
    page.reload()
    expect(page.locator("expense-list .entry")).to_have_count(2)
    wait_until_sent(page)
    assert {e["amount_paise"] for e in person.expenses()} == {1000, 2000}


def test_an_edit_moves_an_expense_to_another_month(page: Page, person: Person) -> None:
    person.spend(("2026-03-10", 50_000, "rent"), ("2026-03-11", 1_000, "fuel"))
    entries = open_expenses(page)
    entries.nth(1).locator(".edit").click()
    form = dialog(page)
    expect(form.get_by_label("Amount in rupees")).to_have_value("500")
    fill_date(form, "2026-01-31")
    save(form)
    expect(page.locator("expense-list .day")).to_contain_text(["11 Mar", "31 Jan"])
    page.reload()
    expect(page.locator("expense-list .day")).to_contain_text(["11 Mar", "31 Jan"])
    wait_until_sent(page)
    assert [g["month"] for g in person.summary(group_by="month")["groups"]] == [
        "2026-01",
        "2026-03",
    ]


def test_a_deletion_can_be_undone(page: Page, person: Person) -> None:
    person.spend(("2026-03-10", 50_000, "rent"), ("2026-03-10", 1_000, "fuel"))
    entries = open_expenses(page)
    entries.first.locator(".edit").click()
    with page.expect_response(lambda answer: answer.request.method == "DELETE"):
        dialog(page).get_by_role("button", name="Delete").click()
    expect(entries).to_have_count(1)
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Undo").click()
    expect(entries).to_have_count(2)
    expect(page.locator("expenses-view .sum")).to_contain_text("₹510.00")
    wait_until_sent(page)
    assert person.summary()["total_paise"] == 51_000


def test_the_delete_key_deletes_and_the_focus_goes_on(page: Page, person: Person) -> None:
    person.spend(("2026-03-10", 50_000, "rent"), ("2026-03-09", 1_000, "fuel"))
    entries = open_expenses(page)
    entries.first.locator(".edit").focus()
    page.keyboard.press("Delete")
    expect(entries).to_have_count(1)
    expect(entries.first.locator(".edit")).to_be_focused()


def test_closing_gives_back_what_was_typed(page: Page) -> None:
    form = open_form(page)
    page.keyboard.type("777")
    page.keyboard.press("Escape")
    form.wait_for(state="hidden")
    page.get_by_role("button", name="Bring it back").click()
    expect(dialog(page).get_by_label("Amount in rupees")).to_have_value("777")


def test_markup_stays_text_in_every_field(page: Page, person: Person) -> None:
    page.on("dialog", lambda alert: pytest_fail(alert.message))
    form, category = begin(page, "5")
    category.fill(MARKUP)
    form.get_by_role("option", name="Add").wait_for()
    category.press("Enter")
    form.get_by_role("combobox", name="Description").fill(MARKUP)
    form.get_by_role("combobox", name="Tags").fill("<script>alert(1)</script>,")
    save(form)
    entry = page.locator("expense-list .entry").first
    expect(entry).to_contain_text(MARKUP)
    expect(entry).to_contain_text("#<script>alert(1)</script>")
    page.reload()
    expect(entry).to_contain_text(MARKUP)
    page.get_by_label("Search expenses").fill(MARKUP)
    page.wait_for_url("**/expenses?q=*")
    expect(entry).to_contain_text(MARKUP)
    entry.locator(".edit").click()
    expect(dialog(page).get_by_role("combobox", name="Description")).to_have_value(MARKUP)
    wait_until_sent(page)
    assert person.expenses()[0]["description"] == MARKUP


def pytest_fail(message: str) -> None:
    raise AssertionError(f"a script ran: {message}")


def test_it_is_accessible_in_light_and_dark(themed_page: Page, person: Person) -> None:
    person.spend(("2026-03-10", 50_000, "rent"))
    open_expenses(themed_page)
    form = open_form(themed_page)
    assert problems(themed_page) == []
    form.get_by_role("combobox", name="Category").click()
    assert problems(themed_page) == []
    assert not overflows(themed_page)
    themed_page.keyboard.press("Escape")
    themed_page.keyboard.press("Escape")
    themed_page.locator("expense-list .edit").first.click()
    assert problems(themed_page) == []


def test_a_category_typed_in_full_is_chosen(page: Page, person: Person) -> None:
    form, category = begin(page, "45")
    category.fill("groceries")
    # As on a phone: the finger goes to the next field.
    form.get_by_role("combobox", name="Description").click()
    expect(category).to_have_value("Groceries")
    save(form)
    wait_until_sent(page)
    assert [expense["category"] for expense in person.expenses()] == ["groceries"]


def test_a_name_that_could_be_of_several_stays_until_one_is_chosen(
    page: Page, person: Person
) -> None:
    form, category = begin(page, "45")
    category.fill("Food")
    # As on a phone: the finger goes elsewhere.
    category.evaluate("field => field.blur()")
    expect(category).to_have_value("Food")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.locator("#category-error")).to_be_visible()
    expect(category).to_have_value("Food")
    category.fill("Food & dining")
    save(form)
    wait_until_sent(page)
    assert [expense["category"] for expense in person.expenses()] == ["food-dining"]


@pytest.mark.both_screens
def test_a_new_category_is_made_when_its_expense_is_saved(page: Page, person: Person) -> None:
    form, category = begin(page, "45")
    category.fill("Chess clbu")
    page.keyboard.press("Tab")
    expect(category).to_have_value("Chess clbu")
    expect(form).to_contain_text("“Chess clbu” is new: it is added when you save.")
    assert problems(page) == []
    page.keyboard.press("Escape")
    form.wait_for(state="hidden")
    page.wait_for_timeout(300)
    assert "Chess clbu" not in person.categories()
    page.get_by_role("button", name="Bring it back").click()
    expect(category).to_have_value("Chess clbu")
    category.fill("Chess club")
    form.get_by_role("combobox", name="Description").click()
    save(form)
    expect(page.locator("expense-list .entry").first).to_contain_text("Chess club")
    wait_until_sent(page)
    [stored] = person.expenses()
    assert stored["category"] == person.categories()["Chess club"]["id"]
    assert "Chess clbu" not in person.categories()


def test_going_back_leaves_the_dialog_and_keeps_what_was_typed(page: Page) -> None:
    page.get_by_role("link", name="Categories").first.click()
    page.wait_for_url("**/categories")
    form = open_form(page)
    page.keyboard.type("777")
    page.go_back()
    form.wait_for(state="hidden")
    page.get_by_role("button", name="Bring it back").click()
    expect(dialog(page).get_by_label("Amount in rupees")).to_have_value("777")


@pytest.mark.both_screens
def test_what_is_pasted_as_an_amount_stays_and_is_read_or_refused_in_words(
    page: Page, person: Person
) -> None:
    open_expenses(page)
    form = open_form(page)
    amount = form.get_by_label("Amount in rupees")
    for text, read in (
        ("Rs. 1,234.50 debited", "Read as ₹1,234.50."),
        ("1200 - 50", "Read as ₹1,150."),
        ("1.5 lakh", "Read as ₹1,50,000."),
        ("₹२५०", "Read as ₹250."),
    ):
        amount.fill(text)
        expect(amount).to_have_value(text)
        expect(form).to_contain_text(read)
    choose_category(form, "fuel")
    for text, problem in (
        ("12.345", "finer than a paisa"),
        ("99999999999", "above the most that can be kept, ₹10,00,00,00,000"),
        ("1.2.3", "can’t be read as an amount"),
    ):
        amount.fill(text)
        form.get_by_role("button", name="Save", exact=True).click()
        expect(form).to_contain_text(problem)
        expect(amount).to_be_focused()
    assert problems(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Bring it back").click()
    expect(amount).to_have_value("1.2.3")
    page.reload()
    expect(amount).to_have_value("1.2.3")
    amount.fill("1,20")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.locator(".field-error")).to_have_text("Which is meant?")
    form.get_by_role("button", name="₹1.20").click()
    expect(amount).to_have_value("1.20")
    save(form)
    wait_until_sent(page)
    assert [expense["amount_paise"] for expense in person.expenses()] == [120]


@pytest.mark.both_screens
def test_what_a_line_leaves_open_is_asked_and_not_saved(page: Page, person: Person) -> None:
    open_expenses(page)
    page.keyboard.press("q")
    form = dialog(page)
    line = form.get_by_label("Everything in one line")
    page.keyboard.type("120 chai, 50 samosa #office next friday")
    expect(form).to_contain_text("Which amount is meant?")
    expect(form.locator("quick-entry mark.doubt").first).to_have_text("120")
    page.keyboard.press("Enter")
    expect(form).to_contain_text("Choose what is meant in the line")
    expect(form.get_by_role("button", name="₹120", exact=True)).to_be_focused()
    assert person.expenses() == []
    assert problems(page) == []
    form.get_by_role("button", name="₹170", exact=True).click()
    expect(line).to_be_focused()
    expect(form.get_by_label("Amount in rupees")).to_have_value("170")
    if form.get_by_text("Which day is meant?").is_visible():
        form.locator("quick-entry .asked button").first.click()
    expect(form.get_by_role("list", name="Read from the line")).to_contain_text("₹170")
    page.keyboard.press("Enter")
    form.wait_for(state="hidden")
    wait_until_sent(page)
    [stored] = person.expenses()
    assert (stored["amount_paise"], stored["description"]) == (17000, "120 chai, 50 samosa")
    assert stored["tags"] == ["office"]
    assert stored["date"] > today().isoformat()


def test_typing_on_in_the_line_keeps_what_was_corrected_below_it(
    page: Page, person: Person
) -> None:
    open_expenses(page)
    page.keyboard.press("q")
    form = dialog(page)
    line = form.get_by_label("Everything in one line")
    line.press_sequentially("120 chai")
    choose_category(form, "Family")
    form.get_by_label("Amount in rupees").fill("135")
    fill_date(form, "2026-01-05")
    line.press("End")
    line.press_sequentially(" with Ravi #office yesterday 300")
    expect(form.get_by_role("combobox", name="Description")).to_have_value("120 chai with Ravi 300")
    expect(form.get_by_label("Amount in rupees")).to_have_value("135")
    expect(form.get_by_role("combobox", name="Category")).to_have_value("Family")
    expect(form.locator("date-input .device")).to_have_value("2026-01-05")
    # Of what was corrected nothing is asked, and a reload keeps it so.
    expect(form).not_to_contain_text("Which amount is meant?")
    page.reload()
    form = dialog(page)
    line.press("End")
    line.press_sequentially(" tea")
    expect(form.get_by_label("Amount in rupees")).to_have_value("135")
    expect(form.get_by_role("combobox", name="Category")).to_have_value("Family")
    save(form)
    wait_until_sent(page)
    [stored] = person.expenses()
    assert (stored["amount_paise"], stored["category"]) == (13500, "family")
    assert (stored["date"], stored["tags"]) == ("2026-01-05", ["office"])


def test_a_banks_message_in_the_line_leaves_its_noise_out(page: Page, person: Person) -> None:
    open_expenses(page)
    form = open_form(page)
    form.get_by_role("button", name="Type it in one line").click()
    line = form.get_by_label("Everything in one line")
    line.fill("paid Rs.250.00 to SWIGGY on 20-11-25 UPI Ref 432198765")
    expect(form.get_by_label("Amount in rupees")).to_have_value("250")
    expect(form.get_by_role("combobox", name="Description")).to_have_value("Swiggy")
    expect(form.locator("date-input .device")).to_have_value("2025-11-20")
    line.fill("Rs.500.00 credited to A/c XX1234 on 20-11-25 by RAVI. UPI Ref 632198765432")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form.locator("#quick-error")).to_contain_text("Income is not recorded here")
    expect(line).to_be_focused()
    line.fill("paid Rs.250.00 to SWIGGY on 20-11-25 UPI Ref 432198765")
    save(form)
    wait_until_sent(page)
    [stored] = person.expenses()
    assert (stored["description"], stored["reference"]) == ("Swiggy", "432198765")


def test_a_copied_message_is_pasted_as_soon_as_the_dialog_is_open(page: Page) -> None:
    open_expenses(page)
    form = open_form(page)
    page.evaluate(
        """Object.defineProperty(navigator.clipboard, 'readText', {
            value: async () => 'paid Rs.250.00 to SWIGGY on 20-11-25\\nUPI Ref 432198765',
        })"""
    )
    form.get_by_role("button", name="Paste a copied message").click()
    expect(form.get_by_label("Everything in one line")).to_be_focused()
    expect(form.get_by_label("Amount in rupees")).to_have_value("250")
    expect(form.get_by_role("combobox", name="Description")).to_have_value("Swiggy")


def test_tags_that_find_no_place_stay_in_their_field(page: Page, person: Person) -> None:
    open_expenses(page)
    form = open_form(page)
    page.keyboard.type("45")
    choose_category(form, "fuel")
    tags = form.get_by_role("combobox", name="Tags")
    tags.fill("a b c d e f g h i j k l ")
    expect(tags).to_have_value("k l ")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form).to_contain_text("An expense has at most 10 tags")
    expect(tags).to_have_value("k l")
    tags.fill("")
    form.get_by_role("button", name="Remove tag a", exact=True).click()
    tags.fill("x" * 33)
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form).to_contain_text("A tag has at most 32 characters")
    tags.fill("x" * 32)
    save(form)
    wait_until_sent(page)
    assert person.expenses()[0]["tags"] == [*"bcdefghij", "x" * 32]
