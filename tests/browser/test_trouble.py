"""What goes wrong: no network, a server that refuses, an ended session, two tabs at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from local.settings import LOCAL_PASSWORD
from tests.browser.accessibility import problems
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
    from playwright.sync_api import Page, Response, Route

    from tests.browser.person import Person


def add(page: Page, amount: str, category: str = "fuel") -> None:
    """Add an expense in the dialog."""
    form = open_form(page)
    page.keyboard.type(amount)
    choose_category(form, category)
    save(form)


def is_write(route: Route) -> bool:
    return route.request.method != "GET"


@pytest.mark.both_screens
def test_offline_nothing_is_lost(page: Page, person: Person) -> None:
    entries = open_expenses(page)
    page.locator("expense-dialog").wait_for(state="attached")
    page.context.set_offline(offline=True)
    add(page, "120")
    banner = page.locator("connection-banner")
    expect(banner).to_contain_text("You are offline.")
    expect(banner).to_contain_text("One change is kept on this device.")
    expect(entries).to_contain_text(["Not sent yet"])
    assert problems(page) == []
    assert person.expenses() == []
    page.context.set_offline(offline=False)
    expect(banner).not_to_contain_text("offline", timeout=20_000)
    wait_until_sent(page)
    assert [expense["amount_paise"] for expense in person.expenses()] == [12_000]


def test_a_failing_server_is_retried_after_a_reload(page: Page, person: Person) -> None:
    entries = open_expenses(page)
    page.route(
        "**/api/expenses",
        lambda route: route.abort() if is_write(route) else route.fallback(),
    )
    add(page, "75")
    banner = page.locator("connection-banner")
    expect(banner).to_contain_text("The server cannot be reached.", timeout=15_000)
    page.unroute("**/api/expenses")
    page.reload()
    expect(entries).to_have_count(1)
    wait_until_sent(page)
    assert [expense["amount_paise"] for expense in person.expenses()] == [7_500]


def test_a_lost_answer_does_not_double_an_expense(page: Page, person: Person) -> None:
    entries = open_expenses(page)
    lost: list[str] = []

    def lose(route: Route) -> None:
        if is_write(route) and not lost:
            route.fetch()
            lost.append(route.request.url)
            route.abort()
        else:
            route.fallback()

    page.route("**/api/expenses", lose)
    add(page, "60")
    wait_until_sent(page)
    expect(entries).to_have_count(1)
    assert len(lost) == 1
    assert person.summary()["count"] == 1


@pytest.mark.both_screens
def test_what_is_refused_is_taken_back_and_can_be_corrected(page: Page, person: Person) -> None:
    person.spend(("2026-03-01", 10_000, "rent"))
    entries = open_expenses(page)
    problem = {
        "type": "about:blank",
        "title": "Unprocessable",
        "status": 422,
        "detail": "A field is wrong.",
        "errors": [{"field": "category", "message": "The category is archived."}],
    }
    page.route(
        "**/api/expenses",
        lambda route: (
            route.fulfill(
                status=422, content_type="application/problem+json", body=json.dumps(problem)
            )
            if is_write(route)
            else route.fallback()
        ),
    )
    add(page, "33")
    notices = page.locator("notice-list")
    expect(notices).to_contain_text("₹33 was not accepted: The category is archived.")
    expect(entries).to_have_count(1)
    expect(page.locator("expenses-view .sum")).to_contain_text("in one expense")
    assert problems(page) == []
    page.unroute("**/api/expenses")
    page.get_by_role("button", name="Review").click()
    form = dialog(page)
    expect(form.get_by_label("Amount in rupees")).to_have_value("33")
    save(form)
    expect(entries).to_have_count(2)
    wait_until_sent(page)


@pytest.mark.both_screens
def test_an_edit_that_meets_a_newer_version_shows_both(page: Page, person: Person) -> None:
    [expense_id] = person.spend(("2026-03-01", 10_000, "rent"))
    entries = open_expenses(page)
    entries.first.locator(".edit").click()
    form = dialog(page)
    # The other tab saves while this one is typing.
    other = page.context.new_page()
    open_expenses(other).first.locator(".edit").click()
    other.locator("expense-dialog dialog[open]").wait_for()
    other.get_by_label("Amount in rupees").fill("222")
    save(dialog(other))
    wait_until_sent(other)
    form.get_by_label("Amount in rupees").fill("333")
    save(form)
    conflict = page.get_by_role("alertdialog")
    expect(conflict).to_contain_text("Changed somewhere else")
    expect(conflict.locator("tr.differs")).to_contain_text(["₹333.00"])
    expect(conflict.locator("tr.differs")).to_contain_text(["₹222.00"])
    assert problems(page) == []
    conflict.get_by_role("button", name="Keep mine").click()
    expect(entries).to_contain_text(["₹333.00"])
    wait_until_sent(page)
    stored = person.call("GET", f"/expenses/{expense_id}")
    assert (stored["amount_paise"], stored["version"]) == (33_300, 3)
    # The other tab has heard of it without asking.
    expect(other.locator("expense-list .entry")).to_contain_text(["₹333.00"])


def test_two_tabs_have_one_queue_of_which_each_change_is_sent_once(
    page: Page, person: Person
) -> None:
    person.spend(("2026-03-02", 10_000, "rent"), ("2026-03-01", 20_000, "fuel"))
    other = page.context.new_page()
    tabs = (page, other)
    written: list[tuple[str, int]] = []

    def note(response: Response) -> None:
        method = response.request.method
        if method != "GET" and "/api/" in response.url:
            written.append((method, response.status))

    page.context.on("response", note)
    for tab in tabs:
        open_expenses(tab)
        tab.locator("expense-dialog").wait_for(state="attached")

    def both_show(*amounts: int) -> None:
        for tab in tabs:
            rows = tab.locator("expense-list .entry")
            expect(rows).to_have_count(len(amounts))
            expect(rows).to_contain_text([f"₹{amount}.00" for amount in amounts])
            expect(tab.locator("expenses-view .sum")).to_contain_text(f"₹{sum(amounts)}")

    def edit(tab: Page, place: int, amount: int) -> None:
        tab.locator("expense-list .entry .edit").nth(place).click()
        form = dialog(tab)
        form.get_by_label("Amount in rupees").fill(str(amount))
        save(form)

    both_show(100, 200)
    page.context.set_offline(offline=True)
    add(page, "11")
    both_show(11, 100, 200)
    add(other, "22")
    both_show(22, 11, 100, 200)
    # Each goes on with what was done in the other.
    edit(page, 0, 33)
    both_show(33, 11, 100, 200)
    edit(other, 1, 44)
    both_show(33, 44, 100, 200)
    edit(page, 2, 111)
    other.locator("expense-list .entry .edit").nth(3).press("Delete")
    both_show(33, 44, 111)
    assert written == []
    page.context.set_offline(offline=False)
    for tab in tabs:
        wait_until_sent(tab)
    both_show(33, 44, 111)
    assert [one["amount_paise"] for one in person.expenses()] == [3_300, 4_400, 11_100]
    once = [("DELETE", 204), ("POST", 201), ("POST", 201), *[("PUT", 200)] * 3]
    assert sorted(written) == once


def test_an_edit_of_something_deleted_elsewhere_can_add_it_again(
    page: Page, person: Person
) -> None:
    [expense_id] = person.spend(("2026-03-01", 10_000, "rent"))
    entries = open_expenses(page)
    entries.first.locator(".edit").click()
    person.call("DELETE", f"/expenses/{expense_id}")
    form = dialog(page)
    form.get_by_label("Amount in rupees").fill("444")
    save(form)
    conflict = page.get_by_role("alertdialog")
    expect(conflict).to_contain_text("Deleted somewhere else")
    conflict.get_by_role("button", name="Leave it deleted").click()
    expect(page.locator("empty-ledger")).to_be_visible()
    assert person.expenses() == []


def test_a_session_that_ends_in_mid_form_loses_nothing(page: Page, person: Person) -> None:
    open_expenses(page)
    form = open_form(page)
    page.keyboard.type("4321")
    form.get_by_role("combobox", name="Description").fill("typed before it ended")
    # The server takes neither token any more.
    page.route("**/api/**", lambda route: route.fulfill(status=401, json={"message": "no"}))
    page.route("**/oauth2/token", lambda route: route.fulfill(status=400, json={"error": "x"}))
    choose_category(form, "travel")
    save(form)
    banner = page.locator("connection-banner")
    expect(banner).to_contain_text("You have been signed out")
    expect(banner).to_contain_text("One change waits on this device")
    # Another one, only half typed when the page is loaded anew.
    form = open_form(page)
    page.keyboard.type("99")
    page.reload()
    form = dialog(page)
    expect(form.get_by_label("Amount in rupees")).to_have_value("99")
    choose_category(form, "travel")
    save(form)
    expect(banner).to_contain_text("2 changes wait on this device")
    page.unroute("**/api/**")
    page.unroute("**/oauth2/token")
    page.get_by_role("button", name="Sign in again").first.click()
    if page.locator("input[name=username]").count():
        page.locator("input[name=username]").fill(person.email)
        page.locator("input[name=password]").fill(LOCAL_PASSWORD)
        page.keyboard.press("Enter")
    page.locator("main#main").wait_for(timeout=30_000)
    wait_until_sent(page)
    other, stored = person.expenses()
    assert other["amount_paise"] == 9_900
    assert stored["amount_paise"] == 432_100
    assert stored["description"] == "typed before it ended"
    assert "/expenses" in page.url
    assert running_stack().app_url in page.url


def test_being_offline_ends_on_a_view_that_asks_for_nothing(page: Page) -> None:
    page.get_by_role("link", name="Categories").first.click()
    page.locator("categories-view li").first.wait_for()
    page.context.set_offline(offline=True)
    banner = page.locator("connection-banner")
    expect(banner).to_contain_text("You are offline.")
    page.context.set_offline(offline=False)
    expect(banner).not_to_contain_text("offline", timeout=5_000)


def test_a_view_that_did_not_load_leaves_the_others_alone(page: Page) -> None:
    page.locator("overview-view .view").wait_for()
    page.route("**/categories-view*.js", lambda route: route.abort())
    navigation = page.get_by_role("navigation", name="Main")
    navigation.get_by_role("link", name="Categories").click()
    expect(page.get_by_role("alert")).to_contain_text("That did not load.")
    navigation.get_by_role("link", name="Expenses").click()
    expect(page.locator("expenses-view")).to_contain_text("Your first expense")
    page.unroute("**/categories-view*.js")
    navigation.get_by_role("link", name="Categories").click()
    page.locator("categories-view li").first.wait_for()


@pytest.mark.both_screens
def test_charts_that_did_not_load_can_be_asked_for_again(page: Page, person: Person) -> None:
    person.spend(("2026-03-01", 10_000, "rent"))
    page.route("**/chart-drawing*.js", lambda route: route.abort())
    page.goto(f"{running_stack().app_url}/?period=month:2026-03-01")
    failed = page.locator("spending-over-time[by=month] .failed")
    expect(failed).to_contain_text("could not be drawn")
    assert problems(page) == []
    page.unroute("**/chart-drawing*.js")
    failed.get_by_role("button", name="Try again").click()
    expect(page.locator("spending-over-time[by=month] canvas")).to_be_visible()
    expect(failed).to_have_count(0)
