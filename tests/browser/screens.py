"""Take a picture of every view and dialog, to be looked at: `make screens`.

The pictures go to `.screens/`: each at four widths, in light and in dark, and on a phone with text
at twice its size. `python -m tests.browser.screens 390 dark` takes only those.
"""

from __future__ import annotations

import itertools
import sys
from dataclasses import dataclass
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
    "invitation": ("/invitation#not-one", "main [role=alert]"),
}
SHARED = {
    "shared-overview": ("/?ledger={ledger}", "category-trend canvas"),
    "shared-expenses": ("/expenses?ledger={ledger}", "expense-list .entry"),
    "shared-recurring": ("/recurring?ledger={ledger}", "recurring-view h1"),
    "shared-people": ("/people?ledger={ledger}", "invitation-list"),
}
"""Of the ledger that the demo household shares."""

STATEMENT = """Date,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.,Closing Balance
03/10/2026,UPI-CORNER BAKERY-BAKERY@OK-627600000001,627600000001,240.10,,9759.90
05/10/2026,SALARY,,,1000.00,10759.90
09/10/2026,UPI-METRO RAIL-METRO@OK-628200000002,628200000002,45.00,,10000.00
12/10/2026,ODD,,1.2.3,,
"""
"""With a row that fails the balance, and one that can't be read."""


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


def then(*steps: Callable[[Page], None]) -> Callable[[Page], None]:
    """Make a step of several."""

    def all_of_them(page: Page) -> None:
        for step in steps:
            step(page)

    return all_of_them


def refund(page: Page) -> None:
    """Begin a refund of the newest expense that is one."""
    page.locator("expense-list .entry:not(:has-text('+'))").first.click()
    press("Refund…")(page)


def give_statement(page: Page) -> None:
    """Choose a statement to import."""
    content = {"name": "statement.csv", "mimeType": "text/csv", "buffer": STATEMENT.encode()}
    page.locator("input[type=file]").first.set_input_files(content)
    page.locator("import-review").first.wait_for()


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
    "dialog-recurring": ("recurring", press("Add recurring expense")),
    "dialog-budget": ("overview", lambda page: page.locator("budget-list .name").first.click()),
    "dialog-refund": ("expenses", refund),
    "dialog-transfer": ("expenses", then(edit, press("To another ledger…"))),
    "dialog-month": ("expenses", then(press("Account and settings"), press("Your month"))),
    "dialog-second-factor": (
        "expenses",
        then(press("Account and settings"), press("Two-step sign-in")),
    ),
    "dialog-unsettled": (
        "expenses",
        then(press("Account and settings"), press("Deleted and refused")),
    ),
    "import-review": ("import", give_statement),
    "shared-dialog-edit": ("shared-expenses", edit),
    "shared-dialog-link": ("shared-people", press("Make a link")),
}


def main(wanted: list[str]) -> int:
    """Take the pictures, and print what is cut off or scrolls sideways; return the status."""
    FOLDER.mkdir(exist_ok=True)
    findings = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        state, ledger = signed_in(browser)
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            if not set(wanted) <= {width, scheme}:
                continue
            for large in (False, True) if width == LARGE else (False,):
                screen = Screen(width, scheme, large=large)
                findings += pictures(browser, state, ledger, screen)
        browser.close()
    print("\n".join(findings))
    return 1 if findings else 0


def signed_in(browser: Browser) -> tuple[dict, str]:
    """Sign the demo household in; return what the browser keeps of it, and its shared ledger."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(running_stack().app_url)
    page.get_by_role("button", name="Sign in").first.click()
    page.locator("input[name=username]").fill(DEMO_EMAIL)
    page.locator("input[name=password]").fill(LOCAL_PASSWORD)
    page.keyboard.press("Enter")
    page.locator("main#main").wait_for(timeout=60_000)
    page.wait_for_load_state("networkidle")
    ledger = page.evaluate(
        """() => Object.entries(localStorage)
            .filter(([key]) => key.startsWith('expense-tracker.ledgers.'))
            .map(([, ledgers]) => JSON.parse(ledgers)[0].id)[0]"""
    )
    state = context.storage_state()
    context.close()
    return dict(state), ledger


@dataclass(frozen=True)
class Screen:
    """What is looked at: a width in pixels, a colour scheme, and whether text is twice its size."""

    width: str
    scheme: str
    large: bool

    def __str__(self) -> str:
        """Name it as files do."""
        return f"{self.width}-{self.scheme}{'-large' if self.large else ''}"


def pictures(browser: Browser, state: dict, ledger: str, screen: Screen) -> list[str]:
    """Take all pictures of one screen; return what is wrong, a line each."""
    findings = []
    views = VIEWS | SHARED
    steps = [(name, name, None) for name in views]
    steps += [(name, view, opens) for name, (view, opens) in DIALOGS.items()]
    for name, view, opens in steps:
        path, there = views[view]
        # Each its own, so that none shows what was typed for another.
        context = browser.new_context(
            viewport={"width": int(screen.width), "height": WIDTHS[screen.width]},
            color_scheme=screen.scheme,
            locale="en-IN",
            timezone_id="Asia/Kolkata",
            reduced_motion="reduce",
            has_touch=int(screen.width) < TABLET,
            storage_state=state,
        )
        page = context.new_page()
        try:
            page.goto(f"{running_stack().app_url}{path.format(ledger=ledger)}")
            page.locator(there).first.wait_for(timeout=20_000)
            if screen.large:
                enlarge_text(page)
            if opens:
                opens(page)
            page.wait_for_timeout(700)
        except PlaywrightError as error:
            findings.append(f"{screen} {name}: not shown: {str(error).splitlines()[0]}")
        page.screenshot(path=FOLDER / f"{name}-{screen}.png", full_page=opens is None)
        if overflows(page):
            findings.append(f"{screen} {name}: scrolls sideways")
        findings += [f"{screen} {name}: cut off: {html[:120]}" for html in cut_off(page)]
        context.close()
    return findings


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
