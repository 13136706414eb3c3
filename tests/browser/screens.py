"""Take a picture of every view and dialog, to be looked at: `make screens`.

The pictures go to `.screens/`: each at four widths, in light and in dark, and on a phone with text
at twice its size. `python -m tests.browser.screens 390 dark` takes only those.
"""

from __future__ import annotations

import itertools
import sys
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from local.settings import DEMO_EMAIL, LOCAL_PASSWORD, REPOSITORY
from tests.browser.accessibility import cut_off, enlarge_text, overflows
from tests.browser.conftest import CHROMIUM
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = REPOSITORY / ".screens"
WIDTHS = {"320": 640, "390": 844, "768": 1024, "1280": 900}
SCHEMES = ("light", "dark")
TABLET = 768
# A phone's width at which text is shown twice as large too.
LARGE = "390"

VIEWS = {
    "overview": ("/", "category-trend canvas"),
    "overview-year": ("/?period=year:2026-01-01&without=rent", "category-trend canvas"),
    "expenses": ("/expenses", "expense-list .entry"),
    "expenses-filtered": ("/expenses?category=groceries&q=milk", "expense-list .entry, .nothing"),
    "expenses-nothing": ("/expenses?q=nothinglikethis", ".nothing"),
    "recurring": ("/recurring", "recurring-view h1"),
    "categories": ("/categories", "categories-view li"),
    "import": ("/import", "import-view h1"),
    "people-new": ("/people", "people-view form"),
}


def press(name: str) -> Callable[[Page], None]:
    """Make a step that presses a button by its name."""
    return lambda page: page.get_by_role("button", name=name).first.click()


def edit(page: Page) -> None:
    """Open the newest expense."""
    page.locator("expense-list .entry").first.click()


def type_line(page: Page) -> None:
    """Type a line that leaves something open."""
    page.keyboard.press("q")
    page.locator("quick-entry input").wait_for()
    page.keyboard.type("2 coffees 300 next friday #office")


def find_problems(page: Page) -> None:
    """Save an expense that has nothing."""
    press("Add expense")(page)
    page.get_by_role("button", name="Save", exact=True).click()


DIALOGS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "dialog-new": ("expenses", press("Add expense")),
    "dialog-edit": ("expenses", edit),
    "dialog-quick": ("expenses", type_line),
    "dialog-problems": ("expenses", find_problems),
    "dialog-account": ("expenses", press("Account and settings")),
    "dialog-help": ("expenses", lambda page: page.keyboard.press("?")),
    "dialog-category": (
        "categories",
        lambda page: page.locator("categories-view li button").first.click(),
    ),
}


def main(wanted: list[str]) -> int:
    """Take the pictures, and print what is cut off or scrolls sideways; return the status."""
    FOLDER.mkdir(exist_ok=True)
    findings = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        state = signed_in(browser)
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            if not set(wanted) <= {width, scheme}:
                continue
            for large in (False, True) if width == LARGE else (False,):
                findings += pictures(browser, state, width, scheme, large=large)
        browser.close()
    print("\n".join(findings))
    return 1 if findings else 0


def signed_in(browser: Browser) -> dict:
    """Sign the demo household in; return what the browser keeps of it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(running_stack().app_url)
    page.get_by_role("button", name="Sign in").first.click()
    page.locator("input[name=username]").fill(DEMO_EMAIL)
    page.locator("input[name=password]").fill(LOCAL_PASSWORD)
    page.keyboard.press("Enter")
    page.locator("main#main").wait_for(timeout=60_000)
    page.wait_for_load_state("networkidle")
    state = context.storage_state()
    context.close()
    return dict(state)


def pictures(browser: Browser, state: dict, width: str, scheme: str, *, large: bool) -> list[str]:
    """Take all pictures of one screen; return what is wrong, a line each."""
    findings = []
    kind = f"{width}-{scheme}{'-large' if large else ''}"
    steps = [(name, name, None) for name in VIEWS]
    steps += [(name, view, opens) for name, (view, opens) in DIALOGS.items()]
    for name, view, opens in steps:
        path, there = VIEWS[view]
        # Each its own, so that none shows what was typed for another.
        context = browser.new_context(
            viewport={"width": int(width), "height": WIDTHS[width]},
            color_scheme=scheme,
            locale="en-IN",
            timezone_id="Asia/Kolkata",
            reduced_motion="reduce",
            has_touch=int(width) < TABLET,
            storage_state=state,
        )
        page = context.new_page()
        try:
            page.goto(f"{running_stack().app_url}{path}")
            page.locator(there).first.wait_for(timeout=20_000)
            if large:
                enlarge_text(page)
            if opens:
                opens(page)
            page.wait_for_timeout(700)
        except PlaywrightError as error:
            findings.append(f"{kind} {name}: not shown: {str(error).splitlines()[0]}")
        page.screenshot(path=FOLDER / f"{name}-{kind}.png", full_page=opens is None)
        if overflows(page):
            findings.append(f"{kind} {name}: scrolls sideways")
        findings += [f"{kind} {name}: cut off: {html[:120]}" for html in cut_off(page)]
        context.close()
    return findings


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
