"""The dialog that adds and edits an expense, as a person meets it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

UNSENT = """async () => {
    const opening = indexedDB.open('expense-tracker');
    const database = await new Promise((done) => {
        opening.onsuccess = () => done(opening.result);
    });
    const asked = database.transaction('kept').objectStore('kept').getAllKeys();
    const keys = await new Promise((done) => {
        asked.onsuccess = () => done(asked.result);
    });
    database.close();
    return keys.some(([, room]) => room === 'changes' || room === 'outbox');
}"""


def open_expenses(page: Page, query: str = "") -> Locator:
    """Open the list of expenses, and return its entries when the first answer is there."""
    page.goto(f"{running_stack().app_url}/expenses{query}")
    page.locator("expenses-view .end, expenses-view .nothing, empty-ledger").first.wait_for()
    return page.locator("expense-list .entry")


def open_form(page: Page) -> Locator:
    """Press the button that is always in reach, and return the dialog."""
    page.get_by_role("button", name="Add expense").first.click()
    return dialog(page)


def dialog(page: Page) -> Locator:
    """The open dialog, with the focus in its first field."""
    opened = page.locator("expense-dialog dialog[open]")
    opened.wait_for()
    return opened


def choose_category(form: Locator, name: str) -> None:
    """Search for a category, and take the first that is found."""
    field = form.get_by_role("combobox", name="Category")
    field.click()
    # Before the categories have come, each name is offered as a new one.
    form.get_by_role("option").first.wait_for()
    field.press_sequentially(name)
    form.get_by_role("option").first.wait_for()
    field.press("Enter")


def fill_date(form: Locator, date: str) -> None:
    """Choose a date, as `YYYY-MM-DD`."""
    form.locator("#date").fill(date)


def save(form: Locator) -> None:
    """Press Save, and wait until the dialog is gone."""
    form.get_by_role("button", name="Save", exact=True).click()
    form.wait_for(state="hidden")


def wait_until_sent(page: Page) -> None:
    """Wait until the server has every change that was made."""
    # Asked again and again from here: waiting inside the page would need eval, which the
    # Content-Security-Policy forbids.
    deadline = time.monotonic() + 30
    while page.evaluate(UNSENT):
        assert time.monotonic() < deadline, "changes are still waiting to be sent"
        page.wait_for_timeout(50)
