"""What stays usable from step to step: the focus, shortcuts, tables' edges, a phone's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.expense_dialog import dialog, fill_date, open_expenses, save, wait_until_sent
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.person import Person


def test_the_focus_follows_an_expense_whose_edit_moves_it(page: Page, person: Person) -> None:
    person.spend(("2026-03-03", 300_00, "rent"), ("2026-03-01", 100_00, "rent"))
    entries = open_expenses(page)
    entries.first.locator(".edit").focus()
    page.keyboard.press("Enter")
    form = dialog(page)
    fill_date(form, "2026-02-01")
    page.keyboard.press("Enter")
    form.wait_for(state="hidden")
    expect(entries.last).to_contain_text("₹300.00")
    expect(entries.last.locator(".edit")).to_be_focused()
    wait_until_sent(page)


def test_the_focus_stays_on_the_page_where_an_edit_leaves_the_filter(
    page: Page, person: Person
) -> None:
    person.spend(("2026-03-03", 300_00, "rent"), ("2026-03-01", 100_00, "rent"))
    entries = open_expenses(page, "?from=2026-03-01&to=2026-03-31")
    entries.first.locator(".edit").focus()
    page.keyboard.press("Enter")
    form = dialog(page)
    fill_date(form, "2026-02-01")
    save(form)
    expect(entries).to_have_count(1)
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement !== document.body")
    wait_until_sent(page)


def test_keys_go_on_when_the_session_has_ended(page: Page, person: Person) -> None:
    person.spend(("2026-03-03", 300_00, "rent"))
    open_expenses(page)
    page.route("**/api/**", lambda route: route.fulfill(status=401, json={"message": "no"}))
    page.route("**/oauth2/token", lambda route: route.fulfill(status=400, json={"error": "x"}))
    page.locator("expense-list .edit").first.focus()
    page.keyboard.press("Delete")
    expect(page.locator("connection-banner")).to_contain_text("You have been signed out")
    page.keyboard.press("n")
    expect(dialog(page).get_by_label("Amount in rupees")).to_be_focused()


def test_a_table_that_goes_on_shows_it_at_its_edge(page: Page, person: Person) -> None:
    person.spend(
        *((f"2026-{month:02}-{day:02}", 100_00, "rent") for month in (1, 2) for day in range(1, 29))
    )
    page.goto(f"{running_stack().app_url}/?period=month:2026-01-01")
    card = page.locator("spending-over-time[by=day]")
    card.get_by_role("button").click()
    table = card.locator(".scrolls")
    table.wait_for()
    shadow = "node => getComputedStyle(node).backgroundImage"
    assert table.evaluate("node => node.scrollHeight > node.clientHeight")
    assert "gradient" in table.evaluate(shadow)


def test_a_phone_is_told_of_no_keys(page: Page, browser: Browser, screen: str) -> None:
    page.locator("empty-ledger").wait_for()
    # A touch screen alone is emulated for all tests; what a phone says of its pointer only here.
    phone = browser.new_context(
        storage_state=page.context.storage_state(),
        has_touch=screen == "phone",
        is_mobile=screen == "phone",
    ).new_page()
    phone.goto(running_stack().app_url)
    phone.locator("empty-ledger").wait_for()
    hint = phone.get_by_text("Press n anywhere to add an expense")
    expect(hint).to_be_visible(visible=screen != "phone")
    phone.context.close()
