"""The page in Debian's Chromium against a running local stack (see `tests/stack.py`).

Each test has a person of its own, so that tests share nothing. A test that uses `page` fails if the
Content-Security-Policy refused anything, if the page logged an error, or if it asked another host
than its own and the sign-in's.

What depends on the screen's size runs on a phone's and on a desktop's: a test that asks for
`screen`, or is marked `both_screens`. The others do the same on both, and each runs on one, always
the same; what asks for `themed_page` runs on one in light and on the other in dark. `make
test-screens` runs all of them on both, and in both.
"""

from __future__ import annotations

import base64
import inspect
import json
import os
import time
import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from local.settings import LOCAL_PASSWORD
from tests.browser.person import new_person
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import StorageState

    from tests.browser.person import Person

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# No test is about time; the limit is for what never comes, also on a machine with much else to do.
LONGEST_MS = 20_000
SCREENS = {"phone": (390, 844), "desktop": (1280, 900)}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "both_screens: depends on the screen's size")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the screens that a test does not depend on."""
    if os.environ.get("SCREENS") == "both":
        return
    kept, left_out = [], []
    for item in items:
        (kept if _is_needed(item) else left_out).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=left_out)


def _is_needed(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    if call is None or "screen" not in call.params or item.get_closest_marker("both_screens"):
        return True
    function = item.function  # type: ignore[attr-defined]
    if "screen" in inspect.signature(function).parameters:
        return True
    screens = sorted(SCREENS)
    chosen = zlib.crc32(function.__name__.encode())
    own = screens[chosen % len(screens)] == call.params["screen"]
    if "scheme" in call.params:
        return own == (call.params["scheme"] == "light")
    return own


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each test gets a context of its own."""
    expect.set_options(timeout=LONGEST_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def person() -> Person:
    """Somebody who has never been here."""
    return new_person("reader")


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


def signed_in_page(
    browser: Browser, person: Person, screen: str, scheme: Any, service_workers: Any = "block"
) -> Iterator[Page]:
    """Open a page that has signed in before, and hold it to its promises at the end.

    A service worker would answer before a test's `page.route` could.
    """
    width, height = SCREENS[screen]
    context = browser.new_context(
        storage_state=signed_in(person),
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale="en-IN",
        timezone_id="Asia/Kolkata",
        reduced_motion="reduce",
        accept_downloads=True,
        has_touch=screen == "phone",
        service_workers=service_workers,
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
    page.locator("main#main").wait_for(timeout=30_000)
    yield page
    context.close()
    assert broken == []


@cache
def _auth() -> dict[str, str]:
    """What the page is told of signing in."""
    return httpx.get(f"{running_stack().app_url}/config.json", timeout=30).json()["auth"]


def signed_in(person: Person) -> StorageState:
    """Return what a sign-in leaves on the device; `test_shell.py` signs in as people do.

    Signing in on the hosted page takes longer than most tests.
    """
    auth = _auth()
    claims = person.tokens["id_token"].split(".")[1]
    user = {name: value for name, value in person.tokens.items() if name != "expires_in"} | {
        "scope": auth["scope"],
        "expires_at": int(time.time()) + person.tokens["expires_in"],
        "profile": json.loads(base64.urlsafe_b64decode(claims + "==")),
    }
    entry = {
        "name": f"oidc.user:{auth['authority']}:{auth['client_id']}",
        "value": json.dumps(user),
    }
    origin = {"origin": running_stack().app_url, "localStorage": [entry]}
    return {"cookies": [], "origins": [origin]}


def sign_in(page: Page, person: Person) -> None:
    """Sign in on the hosted page, and come back."""
    page.get_by_role("button", name="Sign in").first.click()
    page.locator("input[name=username]").fill(person.email)
    page.locator("input[name=password]").fill(LOCAL_PASSWORD)
    page.keyboard.press("Enter")
    page.locator("main#main").wait_for(timeout=30_000)
