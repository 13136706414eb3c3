"""What was refused, met a newer version or was deleted waits until the person settles it."""

from __future__ import annotations

import json
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

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.person import Person

PROBLEM = {
    "type": "about:blank",
    "title": "Unprocessable",
    "status": 422,
    "detail": "A field is wrong.",
    "errors": [{"field": "category", "message": "The category is archived."}],
}


def refuse_writes(page: Page) -> None:
    """Let the server refuse every new expense."""

    def answer(route: Route) -> None:
        if route.request.method == "GET":
            route.fallback()
        else:
            body = json.dumps(PROBLEM)
            route.fulfill(status=422, content_type="application/problem+json", body=body)

    page.route("**/api/expenses", answer)


def add(page: Page, amount: str) -> None:
    """Add an expense for fuel."""
    form = open_form(page)
    page.keyboard.type(amount)
    choose_category(form, "fuel")
    save(form)


@pytest.mark.both_screens
def test_two_offline_adds_that_are_refused_are_both_kept(page: Page, person: Person) -> None:
    entries = open_expenses(page)
    page.locator("expense-dialog").wait_for(state="attached")
    page.context.set_offline(offline=True)
    add(page, "101")
    add(page, "202")
    expect(entries).to_have_count(2)
    refuse_writes(page)
    page.context.set_offline(offline=False)
    banner = page.locator("connection-banner")
    expect(banner).to_contain_text("2 changes were not accepted", timeout=20_000)
    expect(page.locator("notice-list")).not_to_contain_text("added to")
    page.unroute("**/api/expenses")
    page.reload()
    banner.get_by_role("button", name="See what").click()
    matters = page.get_by_role("dialog")
    expect(matters.locator("li")).to_contain_text(["₹101", "₹202"])
    expect(matters).to_contain_text("The category is archived.")
    assert problems(page) == []
    assert not overflows(page)
    matters.get_by_role("button", name="Correct: New: ₹101").click()
    form = dialog(page)
    expect(form.get_by_label("Amount in rupees")).to_have_value("101")
    # Leaving it uncorrected settles nothing.
    page.keyboard.press("Escape")
    expect(banner).to_contain_text("2 changes were not accepted")
    banner.get_by_role("button", name="See what").click()
    matters.get_by_role("button", name="Correct: New: ₹101").click()
    form.get_by_label("Amount in rupees").fill("111")
    save(form)
    expect(banner).to_contain_text("One change was not accepted")
    banner.get_by_role("button", name="See what").click()
    matters.get_by_role("button", name="Let go").click()
    expect(matters).to_contain_text("Nothing was refused")
    page.keyboard.press("Escape")
    expect(banner).not_to_contain_text("accepted")
    wait_until_sent(page)
    assert [expense["amount_paise"] for expense in person.expenses()] == [11_100]


@pytest.mark.both_screens
def test_two_offline_edits_that_meet_newer_versions_are_both_shown(
    page: Page, person: Person
) -> None:
    ids = person.spend(("2026-03-02", 10_000, "rent"), ("2026-03-01", 20_000, "rent"))
    entries = open_expenses(page)
    page.locator("expense-dialog").wait_for(state="attached")
    page.context.set_offline(offline=True)
    for index, amount in enumerate(("11", "22")):
        entries.nth(index).locator(".edit").click()
        dialog(page).get_by_label("Amount in rupees").fill(amount)
        save(dialog(page))
    for expense_id in ids:
        body = {"date": "2026-03-01", "amount_paise": 5_000, "category": "rent"}
        headers = {"if-match": "*"}
        person.call("PUT", f"/expenses/{expense_id}", json=body, headers=headers)
    page.context.set_offline(offline=False)
    conflict = page.get_by_role("alertdialog")
    expect(conflict).to_contain_text("One more after this", timeout=20_000)
    page.reload()
    expect(conflict).to_contain_text("₹11.00")
    conflict.get_by_role("button", name="Keep mine").click()
    expect(conflict).to_contain_text("₹22.00")
    assert problems(page) == []
    conflict.get_by_role("button", name="Keep mine").click()
    expect(conflict).to_be_hidden()
    wait_until_sent(page)
    assert sorted(expense["amount_paise"] for expense in person.expenses()) == [1_100, 2_200]


@pytest.mark.both_screens
def test_each_of_several_deletes_can_be_undone_also_after_a_reload(
    page: Page, person: Person
) -> None:
    person.spend(
        ("2026-03-03", 10_000, "rent"), ("2026-03-02", 20_000, "rent"), ("2026-03-01", 300, "rent")
    )
    entries = open_expenses(page)
    entries.first.locator(".edit").focus()
    for count in (2, 1, 0):
        page.keyboard.press("Delete")
        expect(entries).to_have_count(count)
    notices = page.locator("notice-list .notice")
    expect(notices).to_contain_text(["₹100 deleted", "₹200 deleted", "₹3 deleted"])
    assert problems(page) == []
    notices.first.get_by_role("button", name="Undo").click()
    expect(entries).to_contain_text(["₹100.00"])
    expect(entries.first.locator(".edit")).to_be_focused()
    wait_until_sent(page)
    page.reload()
    expect(entries).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(entries).to_have_count(2)
    expect(page.locator('expense-list .entry:has-text("₹3.00") .edit')).to_be_focused()
    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("button", name="Deleted and refused").click()
    page.get_by_role("button", name="Bring back: ₹200").click()
    expect(entries).to_have_count(3)
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator('expense-list .entry:has-text("₹200.00") .edit')).to_be_focused()
    wait_until_sent(page)
    assert person.summary()["total_paise"] == 30_300


@pytest.mark.both_screens
def test_a_delete_of_what_has_changed_since_shows_the_newer_version(
    page: Page, person: Person
) -> None:
    [expense_id] = person.spend(("2026-03-01", 10_000, "rent"))
    entries = open_expenses(page)
    body = {"date": "2026-03-01", "amount_paise": 77_700, "category": "rent"}
    person.call("PUT", f"/expenses/{expense_id}", json=body, headers={"if-match": "*"})
    entries.first.locator(".edit").focus()
    page.keyboard.press("Delete")
    conflict = page.get_by_role("alertdialog")
    expect(conflict).to_contain_text("₹777.00")
    expect(conflict).to_contain_text("₹100.00")
    expect(page.locator("notice-list")).not_to_contain_text("deleted")
    assert problems(page) == []
    assert person.summary()["total_paise"] == 77_700
    conflict.get_by_role("button", name="Delete it").click()
    expect(entries).to_have_count(0)
    wait_until_sent(page)
    assert person.expenses() == []
    page.keyboard.press("Control+z")
    expect(entries).to_contain_text(["₹777.00"])
    wait_until_sent(page)
    assert person.summary()["total_paise"] == 77_700


@pytest.mark.both_screens
def test_notices_can_be_reached_over_a_dialog(page: Page, person: Person) -> None:
    person.spend(("2026-03-02", 10_000, "rent"), ("2026-03-01", 20_000, "rent"))
    entries = open_expenses(page)
    entries.first.locator(".edit").focus()
    page.keyboard.press("Delete")
    expect(entries).to_have_count(1)
    page.keyboard.press("n")
    form = dialog(page)
    amount = form.get_by_label("Amount in rupees")
    expect(amount).to_be_focused()
    # In a field Ctrl+Z is the field's.
    page.keyboard.press("Control+z")
    expect(entries).to_have_count(1)
    undo = page.locator("notice-list").get_by_role("button", name="Undo")
    page.keyboard.press("F8")
    expect(undo).to_be_focused()
    assert problems(page) == []
    page.keyboard.press("Escape")
    expect(amount).to_be_focused()
    undo.click()
    expect(entries).to_have_count(2)
    expect(form).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    # The notices are back in the page.
    page.keyboard.press("F8")
    expect(page.locator("notice-list > .notices :focus")).to_have_count(1)


@pytest.mark.both_screens
def test_what_another_device_deleted_can_be_brought_back(page: Page, person: Person) -> None:
    [gone, _] = person.spend(
        {
            "date": "2026-03-01",
            "amount_paise": 500_00,
            "category": "rent",
            "description": "Deposit",
        },
        ("2026-03-02", 100, "other"),
    )
    person.call("DELETE", f"/expenses/{gone}")
    entries = open_expenses(page)
    expect(entries).to_have_count(1)
    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("button", name="Deleted and refused").click()
    listed = page.get_by_role("dialog", name="Deleted and refused")
    expect(listed).to_contain_text("Deposit")
    assert problems(page) == []
    listed.get_by_role("button", name="Bring back").click()
    expect(entries).to_have_count(2)
    wait_until_sent(page)
    assert person.call("GET", f"/expenses/{gone}")["amount_paise"] == 500_00
