"""What is on paper: the overview on two pages, the list whole, light, and no navigation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.expense_dialog import open_expenses
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.person import Person

CATEGORIES = ("rent", "fuel", "travel", "health", "shopping", "education", "other", "groceries")


def pages_of(pdf: bytes) -> int:
    """Count a PDF's pages."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.both_screens
def test_the_overview_is_on_two_pages(page: Page, person: Person) -> None:
    person.spend(
        *((f"2024-03-{1 + n % 28:02}", 777 * n + 100, CATEGORIES[n % 8]) for n in range(90))
    )
    page.goto(f"{running_stack().app_url}/?period=month:2024-03-01")
    page.locator("category-trend canvas").wait_for()
    page.wait_for_timeout(1000)
    assert pages_of(page.pdf(format="A4")) == 2
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.locator("period-picker .kinds")).to_be_hidden()
    expect(page.locator("period-picker h1")).to_have_text("March 2024")
    expect(page.locator("category-trend canvas")).to_be_visible()


def test_dark_screens_print_light(themed_page: Page, person: Person) -> None:
    person.spend(("2024-03-01", 100, "rent"))
    open_expenses(themed_page)
    background = "getComputedStyle(document.querySelector('.entry')).backgroundColor"
    on_screen = themed_page.evaluate(background)
    themed_page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert themed_page.evaluate(background) == "rgb(255, 255, 255)"
    themed_page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert themed_page.evaluate(background) == on_screen


@pytest.mark.both_screens
def test_the_list_is_printed_whole(page: Page, person: Person) -> None:
    person.spend(*(("2024-03-01", 100 + n, "rent") for n in range(230)))
    open_expenses(page, "?from=2024-01-01&category=rent")
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.keyboard.press("Control+p")
    entries = page.locator("expense-list .entry")
    expect(entries).to_have_count(230)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.locator(".filters .search")).to_be_hidden()
    expect(page.locator("expenses-view .printed")).to_have_text("From 1 Jan 2024")
    expect(page.locator("filter-chips")).to_contain_text("Only Rent")
    last = entries.last.bounding_box()
    assert last
    # In the page's flow, one under the other.
    assert last["y"] > 230 * 20
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert entries.count() < 60
