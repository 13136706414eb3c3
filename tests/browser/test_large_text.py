"""Text at twice its size: every view and dialog keeps what it says (WCAG 1.4.4, 1.4.10)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import (
    cut_off,
    enlarge_text,
    is_uncovered,
    overflows,
    overlapping,
    problems,
)
from tests.browser.csv_import import read
from tests.browser.expense_dialog import dialog
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.person import Person

LONG = "Donaudampfschifffahrtsgesellschaftskapitaen"


@pytest.fixture(autouse=True)
def _spending(person: Person) -> None:
    made = person.call("POST", "/categories", json={"name": LONG, "colour": "#15803d"})
    person.spend(
        {
            "date": "2024-03-01",
            "amount_paise": 99_99_99_999_00,
            "category": made["id"],
            "description": LONG.lower(),
            "tags": ["averylongtagwithoutanyspaces"],
        },
        ("2024-03-02", 250_75, "groceries"),
        ("2024-02-02", 2_500_00, "food-dining"),
    )
    person.set_budget(made["id"], "2024-03", 1_00_00_000_00)
    rule = {"description": LONG, "amount_paise": 25_000_00, "category": made["id"]}
    rule |= {"frequency": "monthly", "start": "2099-01-05", "id": str(uuid.uuid4())}
    person.call("POST", "/recurring", json=rule)


def show(page: Page, path: str, there: str) -> None:
    """Open a view with large text, and wait for something in it."""
    page.goto(f"{running_stack().app_url}{path}")
    page.locator(there).first.wait_for()
    enlarge_text(page)


def check(page: Page) -> None:
    """Hold what is shown now to its promises."""
    page.wait_for_timeout(300)
    assert not overflows(page)
    assert cut_off(page) == []
    assert problems(page) == []


@pytest.mark.both_screens
@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/?period=month:2024-03-01", "category-trend canvas"),
        ("/?period=year:2024-01-01&without=groceries&category=food-dining", "category-trend"),
        ("/expenses", "expense-list .entry"),
        ("/expenses?from=2024-01-01&to=2024-03-31&without=fuel,rent&tag=office", ".end, .nothing"),
        ("/categories", "categories-view li"),
        ("/import?without=rent", "export-card expense-filters"),
        ("/recurring", "rule-list li"),
        ("/people", "people-view form"),
        ("/invitation#not-one", "main [role=alert]"),
    ],
)
def test_a_view_keeps_what_it_says(page: Page, path: str, there: str) -> None:
    show(page, path, there)
    check(page)
    for width in (320, 768):
        page.set_viewport_size({"width": width, "height": 900})
        check(page)


def open_account(page: Page) -> None:
    page.get_by_role("button", name="Account and settings").click()


def open_unsettled(page: Page) -> None:
    page.locator(".entry .edit").first.focus()
    page.keyboard.press("Delete")
    open_account(page)
    page.get_by_role("button", name="Deleted").click()
    page.locator("unsettled-list dialog").wait_for()


def open_help(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("shortcut-help dialog").wait_for()


def open_new(page: Page) -> None:
    page.keyboard.press("q")
    dialog(page)


def open_edit(page: Page) -> None:
    page.locator(".entry .edit").last.click()
    dialog(page)


def open_month(page: Page) -> None:
    open_account(page)
    page.get_by_role("button", name="Your month").click()


def open_second_factor(page: Page) -> None:
    open_account(page)
    page.get_by_role("button", name="Two-step sign-in").click()


def open_problems(page: Page) -> None:
    page.get_by_role("button", name="Add expense").first.click()
    dialog(page).get_by_role("button", name="Save", exact=True).click()


@pytest.mark.both_screens
@pytest.mark.parametrize(
    "opens",
    [
        *(open_account, open_unsettled, open_help, open_new, open_edit, open_problems),
        *(open_month, open_second_factor),
    ],
)
def test_a_dialog_keeps_what_it_says(page: Page, opens: Callable[[Page], None]) -> None:
    show(page, "/expenses", "expense-list .entry")
    opens(page)
    check(page)


@pytest.mark.both_screens
def test_the_category_editor_keeps_what_it_says(page: Page) -> None:
    show(page, "/categories", "categories-view li")
    page.get_by_role("button", name=LONG).click()
    page.locator("category-editor dialog").wait_for()
    check(page)


@pytest.mark.both_screens
def test_who_shares_a_ledger_keeps_what_it_says(page: Page, person: Person) -> None:
    body = {"name": LONG, "member_name": LONG}
    ledger = person.call("POST", "/ledgers", json=body)["id"]
    show(page, f"/people?ledger={ledger}", "invitation-list")
    check(page)


STATEMENT = """\
Txn Date,Narration,Withdrawal Amt (INR),Deposit Amt (INR),Closing Balance
01/04/2024,UPI-SWIGGY-dinner,"1,450.00",,"98,550.00"
02/04/2024,SALARY APRIL,,"90,000.00","1,88,550.00"
13/04/2024,ELECTRICITY BILL,"2,180.50",,"1,86,369.50"
31/04/2024,NO SUCH DAY,10.00,,"1,86,359.50"
02/03/2024,GROCERIES,250.75,,"1,86,108.75"
14/04/2024,UPI-CORNER BAKERY-BAKERY@OK-627600000001,99.00,,"1,86,009.75"
"""


def test_the_review_of_an_import_keeps_what_it_says(themed_page: Page) -> None:
    page = themed_page
    read(page, f"{LONG}.csv", STATEMENT)
    button = page.get_by_role("button", name="Import 4 expenses")
    page.set_viewport_size({"width": 390, "height": 844})
    assert is_uncovered(button)
    enlarge_text(page)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        page.evaluate("scrollTo(0, 0)")
        check(page)
        assert overlapping(page, "main") == []
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(200)
        assert is_uncovered(button)


def test_a_refund_keeps_what_it_says(themed_page: Page) -> None:
    page = themed_page
    show(page, "/expenses", "expense-list .entry")
    page.locator(".entry .edit").last.click()
    dialog(page).get_by_role("button", name="Refund…").click()
    page.get_by_text("All of it comes back.").wait_for()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        check(page)
        assert overlapping(page, "dialog[open]") == []
        page.locator("dialog[open]").evaluate("dialog => dialog.scrollTo(0, dialog.scrollHeight)")
        assert is_uncovered(page.get_by_role("button", name="Save", exact=True))


def test_the_bottom_bar_is_whole_and_what_is_under_it_can_be_reached(
    page: Page, screen: str
) -> None:
    if screen != "phone":
        pytest.skip("a desktop has no bottom bar")
    show(page, "/expenses", "expense-list .entry")
    bar = page.locator(".shell nav").bounding_box()
    add = page.get_by_role("button", name="Add expense").bounding_box()
    assert bar
    assert add
    assert bar["height"] <= 844 / 4
    assert add["y"] + add["height"] <= bar["y"]
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(200)
    end = page.locator("expenses-view .end").bounding_box()
    assert end
    assert end["y"] + end["height"] <= add["y"]


@pytest.mark.both_screens
def test_texts_in_charts_are_as_large(page: Page) -> None:
    page.goto(f"{running_stack().app_url}/?period=month:2024-03-01")
    canvas = page.locator("category-trend canvas")
    canvas.wait_for()
    canvas.scroll_into_view_if_needed()
    read = "card => document.querySelector(card).chart.options.scales.y.ticks.font.size"
    page.wait_for_function("document.querySelector('category-trend chart-canvas').chart")
    before = page.evaluate(read, "category-trend chart-canvas")
    enlarge_text(page)
    page.wait_for_timeout(500)
    assert page.evaluate(read, "category-trend chart-canvas") == 2 * before
