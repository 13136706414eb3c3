"""What surrounds the views: signing in and out, keys, theme, dates at India's midnight."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from local.settings import LOCAL_PASSWORD
from tests.browser.accessibility import overflows, problems
from tests.browser.conftest import SCREENS
from tests.browser.expense_dialog import dialog, open_expenses, open_form
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Response, Route

    from tests.browser.person import Person


@pytest.fixture
def stranger(browser: Browser, screen: str) -> Iterator[Page]:
    """The page of somebody who is not signed in, on a device in Los Angeles."""
    width, height = SCREENS[screen]
    context = browser.new_context(
        service_workers="block",
        viewport={"width": width, "height": height},
        timezone_id="America/Los_Angeles",
    )
    yield context.new_page()
    context.close()


def sign_in(page: Page, person: Person) -> None:
    page.get_by_role("button", name="Sign in").first.click()
    page.locator("input[name=username]").fill(person.email)
    page.locator("input[name=password]").fill(LOCAL_PASSWORD)
    page.keyboard.press("Enter")


def test_signing_in_comes_back_to_where_one_was(stranger: Page, person: Person) -> None:
    asked: list[str] = []
    stranger.on("request", lambda request: asked.append(request.url))
    stranger.goto(f"{running_stack().app_url}/expenses?q=milk")
    expect(stranger.get_by_role("heading", name="Expense Tracker")).to_be_visible()
    assert problems(stranger) == []
    assert not overflows(stranger)
    sign_in(stranger, person)
    stranger.wait_for_url("**/expenses?q=milk")
    expect(stranger.locator("expenses-view")).to_contain_text("Nothing matches.")
    [authorize] = [url for url in asked if "/oauth2/authorize" in url]
    assert "code_challenge_method=S256" in authorize
    assert "response_type=code" in authorize


def test_signing_out_ends_the_session_on_this_device(page: Page, person: Person) -> None:
    person.spend({"date": "2026-01-01", "amount_paise": 100, "category": "other",
                  "description": "private words"})  # fmt: skip
    open_expenses(page)
    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in").first).to_be_visible(timeout=20_000)
    assert running_stack().app_url in page.url
    kept = page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")
    assert "private words" not in kept
    assert "refresh_token" not in kept


def test_every_view_has_a_key(page: Page, person: Person) -> None:
    person.spend(("2026-03-01", 100, "other"))
    open_expenses(page)
    for key, address in (("c", "/categories"), ("i", "/import"), ("o", "/"), ("e", "/expenses")):
        page.keyboard.press(key)
        page.wait_for_url(f"**{address}")
        expect(page.locator("main h1").first).to_be_visible()
    page.keyboard.press("o")
    page.keyboard.press("/")
    page.wait_for_url("**/expenses")
    expect(page.get_by_label("Search expenses")).to_be_focused()


@pytest.mark.both_screens
def test_the_keys_are_listed_and_can_be_switched_off(page: Page) -> None:
    open_expenses(page)
    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(listed).to_contain_text("Add an expense")
    assert problems(page) == []
    listed.get_by_label("Use single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    page.keyboard.press("n")
    page.wait_for_timeout(300)
    expect(page.locator("expense-dialog dialog[open]")).to_have_count(0)
    page.keyboard.press("?")
    listed.get_by_label("Use single-key shortcuts").check()
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    page.keyboard.press("n")
    dialog(page)


def test_the_theme_follows_the_device_until_one_is_chosen(themed_page: Page, scheme: str) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    as_device = themed_page.evaluate(background)
    themed_page.get_by_role("button", name="Account and settings").click()
    other = "Dark" if scheme == "light" else "Light"
    themed_page.get_by_text(other, exact=True).click()
    assert problems(themed_page) == []
    assert themed_page.evaluate(background) != as_device
    themed_page.reload()
    themed_page.locator("main#main").wait_for()
    assert themed_page.evaluate(background) != as_device
    themed_page.get_by_role("button", name="Account and settings").click()
    themed_page.get_by_text("As the device", exact=True).click()
    assert themed_page.evaluate(background) == as_device


def test_today_is_indias_and_turns_at_its_midnight(stranger: Page, person: Person) -> None:
    # 23:59:30 on 31 March in India; still the morning of that day in Los Angeles.
    now = dt.datetime(2026, 3, 31, 18, 29, 30, tzinfo=dt.UTC)
    stranger.goto(running_stack().app_url)
    sign_in(stranger, person)
    stranger.locator("main#main").wait_for()
    stranger.clock.install(time=now)
    stranger.goto(f"{running_stack().app_url}/expenses")
    stranger.locator("expenses-view").wait_for()
    form = open_form(stranger)
    expect(form.locator("date-input .device")).to_have_value("2026-03-31")
    stranger.keyboard.press("Escape")
    stranger.clock.fast_forward(60_000)
    form = open_form(stranger)
    expect(form.locator("date-input .device")).to_have_value("2026-04-01")
    expect(form.get_by_role("button", name="Yesterday")).to_be_visible()
    form.get_by_role("button", name="Yesterday").click()
    expect(form.locator("date-input .device")).to_have_value("2026-03-31")


def test_the_first_visit_is_light(stranger: Page, person: Person) -> None:
    person.spend(("2026-03-01", 100, "other"))
    app = running_stack().app_url
    stranger.goto(app)
    sign_in(stranger, person)
    stranger.locator("main#main").wait_for()
    # A new visit of the same person, with nothing cached.
    visit = stranger.context.new_page()
    session = visit.context.new_cdp_session(visit)
    for command in ("Network.enable", "Network.clearBrowserCache"):
        session.send(command)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    answers: list[Response] = []
    visit.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks it
    # Charts are drawn; what is for later waits until the page is at rest, as the worker does.
    dialog = re.compile(r"/assets/expense-dialog-")
    with visit.expect_response(dialog):
        visit.goto(app)
        visit.locator("period-total .total").wait_for()
        before_total = [answer for answer in answers if answer.url.endswith(".js")]
    visit.wait_for_load_state("networkidle")
    # The first of its files: which of them is answered first is chance.
    at_rest = min(a.request.timing["startTime"] for a in answers if dialog.search(a.url)) - 50
    # A list of its own: what comes while sizes are asked for is added to the other.
    first = [answer for answer in answers if answer.request.timing["startTime"] < at_rest]
    assert any("chart-drawing" in answer.url for answer in first)
    size = {answer.url: answer.request.sizes()["responseBodySize"] for answer in first}
    own = {url: bytes_ for url, bytes_ in size.items() if url.startswith(app)}
    # All of it came, and none of it from before.
    assert all(bytes_ > 0 for url, bytes_ in own.items() if url.endswith(".js")), own
    assert sum(own.values()) <= 150_000, own
    # The cards below it may have begun to load while the total was asked for.
    cards = re.compile("chart|cards|recurring|upcoming")
    needed = {a.url: size.get(a.url, 0) for a in before_total if not cards.search(a.url)}
    assert sum(needed.values()) <= 60_000, needed


def test_a_visit_begins_with_the_total_that_was_seen_last(page: Page, person: Person) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    today = dt.datetime.now(ZoneInfo("Asia/Kolkata"))
    app = running_stack().app_url
    person.spend((f"{today:%Y-%m-%d}", 1_234_50, "groceries"))
    total = page.locator("period-total .total")
    page.goto(app)
    expect(total).to_contain_text("₹1,234.50")
    held: list[Route] = []
    page.route("**/assets/index-*.js", lambda route: held.append(route))  # noqa: PLW0108 - as above
    sight = page.locator(".first-sight")

    page.goto(app, wait_until="commit")
    expect(sight).to_contain_text("₹1,234.50")
    expect(sight).to_contain_text(f"{today:%B %Y}")
    assert page.locator("main").count() == 0
    # What is new is shown in its place when it is there.
    person.spend((f"{today:%Y-%m-%d}", 100_00, "fuel"))
    held.pop().continue_()
    expect(total).to_contain_text("₹1,334.50")
    expect(sight).to_have_count(0)

    for elsewhere in ("/expenses", "/?period=year:2024-01-01"):
        page.goto(app + elsewhere, wait_until="commit")
        page.locator("expense-tracker").wait_for(state="attached")
        assert sight.count() == 0
        held.pop().continue_()
        page.locator("main").wait_for()


def test_leaving_a_view_closes_what_lies_over_it(page: Page, person: Person) -> None:
    person.spend(("2026-03-01", 100, "other"))
    open_expenses(page)
    page.keyboard.press("c")
    page.wait_for_url("**/categories")
    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(listed).to_be_visible()
    page.go_back()
    page.wait_for_url("**/expenses")
    expect(listed).to_be_hidden()


def test_forced_colours_show_what_is_chosen(page: Page, person: Person) -> None:
    person.spend(("2026-03-01", 100, "other"), ("2026-03-01", 200, "rent"))
    page.emulate_media(forced_colors="active")
    page.goto(f"{running_stack().app_url}/?period=month:2026-03-01&category=rent")
    page.locator("category-breakdown .pick").first.wait_for()
    frame = "element => getComputedStyle(element).outlineStyle"
    for chosen, other in (
        (".kinds [data-kind=month]", ".kinds [data-kind=week]"),
        ("[data-category=rent] .pick", "[data-category=other] .pick"),
        ("nav a.overview", "nav a.expenses"),
    ):
        assert page.locator(chosen).evaluate(frame) == "solid"
        assert page.locator(other).evaluate(frame) == "none"
