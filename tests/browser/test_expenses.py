"""The list of expenses: days, totals, search, filters in the address, endless scroll."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

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
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.person import Person

LEDGER = (
    {"date": "2026-03-31", "amount_paise": 25_000_00, "category": "rent", "description": "Flat"},
    {"date": "2026-03-31", "amount_paise": 99_50, "category": "fuel", "tags": ["scooter"]},
    {
        "date": "2026-02-10",
        "amount_paise": 1_234_56,
        "category": "groceries",
        "description": "Milk",
        "tags": ["home", "weekly"],
    },
    {"date": "2025-04-01", "amount_paise": 50_00, "category": "groceries", "description": "Buns"},
)


def expect_total(page: Page, total: str) -> None:
    """What is filtered adds up to so much, once its own answer has come."""
    page.wait_for_function(
        """total => {
            const shown = document.querySelector('expenses-view .sum .amount');
            return shown?.innerText.replaceAll('\\n', '') === total;
        }""",
        arg=total,
        timeout=5_000,
    )


def test_expenses_are_grouped_by_day_with_their_totals(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page)
    expect(entries).to_have_count(4)
    expect(page.locator("expense-list .day")).to_contain_text(["₹25,099.50", "₹1,234.56", "₹50.00"])
    expect(page.locator("expense-list h2")).to_contain_text(["31 Mar", "10 Feb", "1 Apr, 2025"])
    expect(page.locator("expenses-view .sum")).to_contain_text("in 4 expenses")
    expect_total(page, "₹26,384.06")


def test_filters_are_in_the_address_and_add_up(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page)
    page.locator("expense-filters").get_by_label("Category").select_option("Groceries")
    page.wait_for_url("**/expenses?category=groceries")
    expect(entries).to_have_count(2)
    expect(page.locator("expenses-view .sum")).to_contain_text("in 2 expenses")
    expect_total(page, "₹1,284.56")
    page.get_by_label("Search expenses").fill("MILK")
    page.wait_for_url("**/expenses?category=groceries&q=MILK")
    expect(entries).to_have_count(1)
    expect(page.locator("expenses-view .sum")).to_contain_text("in one expense")
    page.go_back()
    expect(page.get_by_label("Search expenses")).to_have_value("")
    expect(entries).to_have_count(2)
    page.go_back()
    expect(entries).to_have_count(4)
    page.go_forward()
    expect(entries).to_have_count(2)
    page.get_by_role("button", name="Clear filters").click()
    expect(entries).to_have_count(4)


@pytest.mark.both_screens
def test_several_categories_are_chosen_and_left_out(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page)
    filters = page.locator("expense-filters")
    filters.get_by_label("Category").select_option("Groceries")
    filters.get_by_label("Category").select_option("Fuel")
    page.wait_for_url("**/expenses?category=groceries,fuel")
    expect(entries).to_have_count(3)
    expect(page.locator("expenses-view .sum")).to_contain_text("in 3 expenses")
    expect_total(page, "₹1,384.06")
    page.get_by_role("button", name="Clear filters").click()
    filters.get_by_label("Leave out").select_option("Rent")
    page.wait_for_url("**/expenses?without=rent")
    expect(entries).to_have_count(3)
    expect_total(page, "₹1,384.06")
    assert problems(page) == []
    page.get_by_role("button", name="Without Rent: bring it back").click()
    expect(entries).to_have_count(4)


@pytest.mark.both_screens
def test_a_bookmark_opens_what_it_says(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page, "?from=2026-01-01&to=2026-03-30&tag=weekly")
    expect(entries).to_have_count(1)
    expect(entries).to_contain_text(["Milk"])
    expect(page.get_by_label("From", exact=True)).to_have_value("2026-01-01")
    expect_total(page, "₹1,234.56")
    open_expenses(page, "?q=nothing+like+this")
    expect(page.locator("expenses-view")).to_contain_text("Nothing matches.")
    assert problems(page) == []


def test_an_address_that_makes_no_sense_shows_everything(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page, "?from=yesterday&to=2026-02-31&category=%3Cb%3E")
    expect(entries).to_have_count(4)


def test_what_no_longer_matches_leaves_the_list_at_once(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page, "?q=milk")
    expect(entries).to_have_count(1)
    entries.first.locator(".edit").click()
    form = dialog(page)
    form.get_by_role("combobox", name="Description").fill("Curd")
    save(form)
    expect(page.locator("expenses-view")).to_contain_text("Nothing matches.")
    wait_until_sent(page)


def test_any_history_scrolls_to_its_end(page: Page, person: Person) -> None:
    first = date(2025, 1, 1)
    person.spend(
        *({
            "date": str(first + timedelta(days=number // 3)),
            "amount_paise": 100 + number,
            "category": "other",
            "description": f"number {number}",
        } for number in range(700))
    )  # fmt: skip
    entries = open_expenses(page)
    expect(page.locator("expenses-view .sum")).to_contain_text("in 700 expenses")
    assert entries.count() < 60
    expect(entries.first).to_contain_text("number 699")
    end = page.get_by_text("That is everything.")
    for _ in range(80):
        if end.count() and end.is_visible():
            break
        page.mouse.wheel(0, 4000)
        page.wait_for_timeout(50)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.get_by_text("number 0", exact=True)).to_be_visible()
    assert entries.count() < 60
    numbers = page.locator("expense-list .name").all_inner_texts()
    assert numbers[-1] == "number 0" or "number 0" in numbers


@pytest.mark.both_screens
def test_a_first_time_person_sees_what_to_do(page: Page, person: Person) -> None:
    open_expenses(page)
    empty = page.locator("empty-ledger")
    expect(empty).to_contain_text("Your first expense is five seconds away")
    assert problems(page) == []
    empty.get_by_role("button", name="sample data").click()
    expect(page.locator("expense-list .entry").first).to_be_visible()
    assert person.expenses(tag="sample") != []
    page.get_by_role("button", name="Remove it").click()
    expect(page.locator("notice-list")).to_contain_text("Taking the sample data away…")
    expect(empty).to_be_visible(timeout=60_000)
    expect(page.locator("notice-list")).to_contain_text("The sample data is gone.")
    assert person.expenses() == []


def test_it_is_accessible_in_light_and_dark(themed_page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    open_expenses(themed_page)
    assert problems(themed_page) == []
    for width in (320, 768, 1920):
        themed_page.set_viewport_size({"width": width, "height": 900})
        assert not overflows(themed_page)


def test_a_click_elsewhere_keeps_the_scroll_position(page: Page, person: Person) -> None:
    person.spend(*(("2026-03-01", 100 + number, "other") for number in range(90)))
    open_expenses(page)
    page.evaluate("scrollTo(0, 2500)")
    page.wait_for_timeout(200)
    at = page.evaluate("scrollY")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Categories").click()
    page.wait_for_url("**/categories")
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(page.locator("expense-list .entry").first).to_be_visible()
    page.wait_for_timeout(300)
    assert abs(page.evaluate("scrollY") - at) < 5
    assert running_stack().app_url in page.url


def type_date(page: Page, label: str, keys: str) -> None:
    """Type a date key by key; day and month are alike, whose order is the device's."""
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(keys, delay=30)


def test_dates_of_a_range_can_be_typed(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page, "?category=groceries")
    page.get_by_label("Dates").select_option("Between…")
    type_date(page, "From", "01012026")
    assert "from" not in page.url
    type_date(page, "To", "03032026")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("from=2026-01-01.*to=2026-03-03"))
    assert "category=groceries" in page.url
    expect(page.get_by_label("From", exact=True)).to_have_value("2026-01-01")
    expect(entries).to_have_count(1)
    expect_total(page, "₹1,234.56")


@pytest.mark.both_screens
def test_a_range_that_ends_before_it_begins_is_told_at_its_fields(
    page: Page, person: Person
) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page, "?from=2026-01-01&to=2026-03-31")
    expect(entries).to_have_count(3)
    type_date(page, "From", "04042026")
    page.keyboard.press("Enter")
    problem = page.locator("#range-problem")
    expect(problem).to_contain_text("The first day has to come before the last.")
    expect(page.get_by_label("From", exact=True)).to_have_value("2026-04-04")
    assert problems(page) == []
    type_date(page, "To", "05052026")
    page.keyboard.press("Enter")
    expect(problem).to_have_count(0)
    expect(page.locator("expenses-view")).to_contain_text("Nothing matches.")
    page.goto(f"{running_stack().app_url}/expenses?from=2026-04-01&to=2026-03-01")
    expect(problem).to_be_visible()
    expect(page.locator("expenses-view")).not_to_contain_text("did not load")
    page.get_by_role("button", name="Clear filters").click()
    expect(entries).to_have_count(4)


def test_a_category_made_on_another_device_appears(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page)
    expect(entries).to_have_count(4)
    made = person.call("POST", "/categories", json={"name": "Chess club", "colour": "#15803d"})
    person.spend(("2026-04-01", 1_00, made["id"]))
    page.get_by_label("Search expenses").fill("flat")
    expect(entries).to_have_count(1)
    page.get_by_role("button", name="Clear filters").click()
    page.context.set_offline(offline=True)
    page.context.set_offline(offline=False)
    expect(entries).to_have_count(5)
    expect(entries.first).to_contain_text("Chess club")


def test_words_are_found_in_any_order_in_categories_and_amounts(page: Page, person: Person) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page)
    search = page.get_by_label("Search expenses")
    for words, found in (
        ("weekly milk", ["Milk"]),
        ("groceries 50", ["Buns"]),
        ("1,234.56", ["Milk"]),
        ("₹ 50", ["Buns"]),
        ("milk buns", []),
    ):
        search.fill(words)
        expect(entries).to_have_count(len(found))
        expect(entries).to_contain_text(found)


def test_what_is_added_during_a_search_is_found_as_the_server_finds_it(
    page: Page, person: Person
) -> None:
    person.spend(*LEDGER)
    entries = open_expenses(page, "?q=office+rent")
    expect(page.locator("expenses-view")).to_contain_text("Nothing matches.")
    page.locator("expense-dialog").wait_for(state="attached")
    page.context.set_offline(offline=True)
    form = open_form(page)
    form.locator("#amount").fill("70")
    choose_category(form, "Rent")
    form.get_by_role("combobox", name="Description").fill("Office share")
    save(form)
    expect(entries).to_have_count(1)
    page.context.set_offline(offline=False)
    wait_until_sent(page)
    page.reload()
    expect(entries).to_have_count(1)


def test_a_search_goes_on_from_where_it_stopped_and_says_so(page: Page, person: Person) -> None:
    [old] = person.spend({**LEDGER[2], "date": "2019-01-01"})
    shares: list[dict] = [
        {"items": [], "next_cursor": "a", "searched_to": "2024-03-03"},
        {"items": [], "next_cursor": "b", "searched_to": "2021-02-02"},
        {"items": person.expenses(), "next_cursor": None},
    ]
    held: list[Route] = []
    page.route(re.compile(r"/api/expenses\?.*q="), lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    page.goto(f"{running_stack().app_url}/expenses?q=milk")
    for number, said in enumerate(("3 Mar 2024", "2 Feb 2021")):
        wait_for(page, held, number + 1)
        held[number].fulfill(json=shares[number])
        expect(page.locator("expenses-view .end")).to_contain_text(f"Searched back to {said}")
    wait_for(page, held, 3)
    assert "cursor=b" in held[2].request.url
    held[2].fulfill(json=shares[2])
    expect(page.locator(f"[data-id='{old}']")).to_contain_text("Milk")
    expect(page.locator("expenses-view .end")).to_contain_text("That is everything.")


def wait_for(page: Page, held: list[Route], count: int) -> None:
    """Wait until so many requests have been made."""
    for _ in range(200):
        if len(held) >= count:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{len(held)} requests instead of {count}")


def test_a_new_expense_is_the_first_of_its_day(page: Page, person: Person) -> None:
    page.goto(f"{running_stack().app_url}/import")
    card = page.locator("sample-card")
    card.get_by_role("button", name="Load sample data").click()
    expect(card).to_contain_text("Sample data is loaded.", timeout=60_000)
    sample = person.expenses(tag="sample")[0]
    entries = open_expenses(page)
    form = open_form(page)
    form.locator("#amount").fill("70")
    choose_category(form, "Rent")
    form.locator("#date").fill(sample["date"])
    save(form)
    expect(entries.first).to_contain_text("₹70.00")
    wait_until_sent(page)
    page.reload()
    expect(entries.first).to_contain_text("₹70.00")


def test_a_refund_takes_away_from_its_day_and_from_the_sum(page: Page, person: Person) -> None:
    person.spend(*LEDGER[:2], {**LEDGER[0], "amount_paise": 5_000_00, "kind": "refund"})
    entries = open_expenses(page, "?from=2026-03-31&to=2026-03-31")
    expect(page.locator("expense-list .day")).to_contain_text("₹20,099.50")
    expect(entries.filter(has_text="Refund")).to_contain_text("+₹5,000.00")
    expect_total(page, "₹20,099.50")
    page.get_by_label("Search expenses").fill("flat")
    expect(entries).to_have_count(2)
    expect_total(page, "₹20,000.00")
