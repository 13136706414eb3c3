"""The page in Debian's Chromium against a running local stack (see `tests/stack.py`).

Each test has a person of its own, so that tests share nothing. A test that uses `page` runs on a
phone's and on a desktop's screen, and fails if the Content-Security-Policy refused anything, if the
page logged an error, or if it asked another host than its own and the sign-in's.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from local.settings import LOCAL_PASSWORD
from tests.browser.person import Person
from tests.stack import new_email, running_stack, sign_up

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SCREENS = {"phone": (390, 844), "desktop": (1280, 900)}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each test gets a context of its own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def person() -> Person:
    """Somebody who has never been here."""
    email = new_email("reader")
    return Person(email, sign_up(email), running_stack())


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest) -> str:
    """`phone` or `desktop`."""
    return request.param


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """The colours that the device asks for; `light` unless a test asks for both."""
    return request.param


@pytest.fixture
def page(browser: Browser, person: Person, screen: str) -> Iterator[Page]:
    """The overview of `person`, signed in."""
    yield from signed_in_page(browser, person, screen, "light")


@pytest.fixture
def themed_page(browser: Browser, person: Person, screen: str, scheme: str) -> Iterator[Page]:
    """As `page`, in light and in dark."""
    yield from signed_in_page(browser, person, screen, scheme)


def signed_in_page(browser: Browser, person: Person, screen: str, scheme: Any) -> Iterator[Page]:
    """Open a page, sign in on the hosted page, and hold it to its promises at the end."""
    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="en-IN",
        timezone_id="Asia/Kolkata",
        reduced_motion="reduce",
        accept_downloads=True,
        has_touch=screen == "phone",
    )
    page = context.new_page()
    app = running_stack().app_url
    broken: list[str] = []

    def note_console(message: Any) -> None:
        from_app = message.location.get("url", "").startswith(app)
        # Chromium logs every 4xx, which can be the right answer to a test's question.
        is_status = message.text.startswith("Failed to load resource")
        if message.type == "error" and from_app and not is_status:
            broken.append(message.text)

    def note_request(request: Any) -> None:
        hosts = (app, running_stack().cognito_url, "blob:", "data:")
        if not request.url.startswith(hosts):
            broken.append(f"asked another host: {request.url}")

    page.on("console", note_console)
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("request", note_request)
    page.goto(app)
    page.get_by_role("button", name="Sign in").first.click()
    page.locator("input[name=username]").fill(person.email)
    page.locator("input[name=password]").fill(LOCAL_PASSWORD)
    page.keyboard.press("Enter")
    page.locator("main#main").wait_for(timeout=30_000)
    yield page
    context.close()
    assert broken == []
