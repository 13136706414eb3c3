"""What is due, in a calendar: its link made, copied, read and ended in the view of what recurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from playwright.sync_api import expect

from tests.api_client import recurring
from tests.browser.accessibility import overflows, problems
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.person import Person


@pytest.mark.both_screens
def test_a_calendar_reads_what_is_due_until_its_link_is_ended(page: Page, person: Person) -> None:
    person.call("POST", "/recurring", json=recurring(description="Flat", start="2100-01-01"))
    page.goto(f"{running_stack().app_url}/recurring")
    card = page.locator("calendar-card")
    expect(card).to_contain_text("Whoever has the link can read")
    card.get_by_role("button", name="Make a link").click()
    address = card.get_by_label("Link for your calendar")
    expect(address).to_be_visible()
    link = address.input_value()
    assert problems(page) == []
    assert not overflows(page)
    answer = httpx.get(link)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.text.startswith("BEGIN:VCALENDAR\r\n")

    # It is shown this once.
    page.reload()
    expect(card).to_contain_text("There is a link since")
    expect(address).to_have_count(0)
    card.get_by_role("button", name="End the link").click()
    expect(card).to_contain_text("The link opens nothing any more.")
    expect(card.get_by_role("button", name="Make a link")).to_be_focused()
    assert httpx.get(link).status_code == 404


def test_a_new_link_ends_the_one_before(page: Page, person: Person) -> None:
    person.call("POST", "/recurring", json=recurring(start="2100-01-01"))
    before = person.call("POST", "/calendar")["path"]
    page.goto(f"{running_stack().app_url}/recurring")
    page.locator("calendar-card").get_by_role("button", name="Make a new link").click()
    link = page.get_by_label("Link for your calendar").input_value()
    assert httpx.get(f"{running_stack().app_url}{before}").status_code == 404
    assert httpx.get(link).status_code == 200
