"""Without a network: the page opens, shows what it knew, and takes what is done to it.

These tests have the service worker, which all others do without: it would answer before
`page.route`.
"""

from __future__ import annotations

import base64
import json
import zlib
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CHROMIUM, sign_in, signed_in_page
from tests.browser.expense_dialog import (
    choose_category,
    dialog,
    open_form,
    save,
    wait_until_sent,
)
from tests.browser.person import new_person
from tests.browser.service_worker import copied, put_by
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page

    from tests.browser.person import Person

VIEWS = {
    "/": "overview-view",
    "/expenses": "expenses-view",
    "/recurring": "recurring-view",
    "/categories": "categories-view",
    "/import": "import-view",
}


@pytest.fixture
def page(browser: Browser, person: Person) -> Iterator[Page]:
    """The overview of `person`, signed in on a phone, with a service worker."""
    yield from signed_in_page(browser, person, "phone", "light", service_workers="allow")


def test_each_view_opens_without_a_network_after_one_visit(page: Page) -> None:
    put_by(page)
    page.context.set_offline(offline=True)
    for path, view in VIEWS.items():
        page.goto(running_stack().app_url + path)
        expect(page.locator(view)).to_be_visible()
        expect(page.locator("connection-banner")).to_contain_text("You are offline.")


def test_what_is_put_by_leaves_the_readers_of_banks_files_out(page: Page) -> None:
    put_by(page)
    kept = page.evaluate(
        """async () => {
            const all = [];
            for (const name of await caches.keys()) {
                all.push(...(await (await caches.open(name)).keys()));
            }
            return all.map(({url}) => new URL(url).pathname);
        }"""
    )
    assert {"/index.html", "/config.json", "/icon.svg"} <= set(kept)
    assert [path for path in kept if "xlsx" in path or "pdf" in path] == []
    bodies = [page.request.get(running_stack().app_url + path).body() for path in kept]
    compressed = sum(len(zlib.compress(body)) for body in bodies)
    assert compressed < 600_000


def test_the_page_can_be_installed(page: Page) -> None:
    put_by(page)
    protocol = page.context.new_cdp_session(page)
    errors = protocol.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's window is one of these, a person's is not.
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
    assert protocol.send("Page.getAppManifest")["errors"] == []


def test_figures_and_lists_are_there_without_a_network(page: Page, person: Person) -> None:
    this_month = datetime.now(ZoneInfo("Asia/Kolkata")).strftime("%Y-%m")
    person.spend((f"{this_month}-01", 12_300, "fuel"), ("2026-01-05", 4_500, "rent"))
    page.reload()
    put_by(page)
    copied(page)
    page.context.set_offline(offline=True)
    page.goto(running_stack().app_url)
    expect(page.locator("period-total")).to_contain_text("₹123")
    expect(page.locator("connection-banner")).to_contain_text("The figures are as of")
    page.goto(running_stack().app_url + "/expenses")
    expect(page.locator("expense-list .entry")).to_have_count(2)
    page.goto(running_stack().app_url + "/expenses?from=2026-01-01&to=2026-01-31")
    expect(page.locator("expense-list .entry")).to_have_count(1)
    expect(page.locator("expenses-view .sum")).to_contain_text("₹45")


def test_a_figure_of_the_device_that_the_server_corrects_is_said(
    page: Page, person: Person
) -> None:
    today = datetime.now(ZoneInfo("Asia/Kolkata")).strftime("%Y-%m-%d")
    person.spend((today, 12_300, "fuel"))
    page.reload()
    put_by(page)
    copied(page)
    notice = page.locator("notice-list")
    held = []
    page.route("**/api/summary?*", lambda route: held.append(route))  # noqa: PLW0108 -- playwright marks it

    def answered(total: str) -> None:
        expect(page.locator("period-total")).to_contain_text(total)
        page.wait_for_timeout(300)
        for route in held:
            route.continue_()
        held.clear()

    page.reload()
    answered("₹123")
    page.wait_for_timeout(500)
    assert "Brought up to date" not in notice.inner_text()
    person.spend((today, 1_000, "fuel"))
    page.reload()
    answered("₹123")
    expect(notice).to_contain_text("Brought up to date: ₹133, not ₹123.")
    expect(page.locator("period-total")).to_contain_text("₹133")


def keep_on(page: Page, amount: int) -> None:
    """Add an expense of so many rupees in the dialog."""
    form = open_form(page)
    page.keyboard.type(str(amount))
    choose_category(form, "fuel")
    save(form)


def test_what_is_done_offline_over_a_restart_arrives_exactly_once(
    browser: Browser, person: Person, tmp_path: Path
) -> None:
    def start(*, offline: bool) -> Page:
        context = browser.browser_type.launch_persistent_context(
            tmp_path,
            executable_path=CHROMIUM,
            args=["--no-sandbox"],
            locale="en-IN",
            timezone_id="Asia/Kolkata",
            reduced_motion="reduce",
        )
        context.set_offline(offline=offline)
        page = context.pages[0]
        page.goto(running_stack().app_url + "/expenses")
        return page

    def spent(page: Page, rupees: int, count: int) -> None:
        expect(page.locator("expenses-view .sum")).to_contain_text(f"₹{rupees:,}")
        expect(page.locator("expense-list .entry")).to_have_count(count)

    page = start(offline=False)
    sign_in(page, person)
    put_by(page)
    copied(page)
    page.context.set_offline(offline=True)
    amounts = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
    for done, amount in enumerate(amounts, start=1):
        keep_on(page, amount)
        spent(page, sum(amounts[:done]), done)
        if done == 5:
            page.context.close()
            page = start(offline=True)
            spent(page, sum(amounts[:done]), done)
    total = sum(amounts)
    for place in (9, 8, 7):
        page.locator("expense-list .entry .edit").nth(place).click()
        form = dialog(page)
        form.get_by_label("Amount in rupees").fill("100")
        save(form)
        total += 100 - (20 - place)
        spent(page, total, 10)
    for taken in (20, 19):
        page.locator("expense-list .entry .edit").first.click()
        dialog(page).get_by_role("button", name="Delete").click()
        total -= taken
        spent(page, total, taken - 11)
    page.context.close()
    page = start(offline=True)
    spent(page, total, 8)
    page.context.set_offline(offline=False)
    wait_until_sent(page)
    spent(page, total, 8)
    page.context.close()
    summary = person.summary()
    assert (summary["count"], summary["total_paise"]) == (8, total * 100)


def test_categories_and_budgets_that_are_changed_offline_are_there_when_it_is_back(
    page: Page, person: Person
) -> None:
    this_month = datetime.now(ZoneInfo("Asia/Kolkata")).strftime("%Y-%m")
    page.reload()
    put_by(page)
    copied(page)
    page.goto(running_stack().app_url + "/categories")
    rows = page.locator("categories-view ul[aria-label] li")
    expect(rows).to_have_count(18)
    page.context.set_offline(offline=True)
    rows.filter(has_text="Fuel").get_by_role("button").click()
    editor = page.locator("category-editor dialog[open]")
    editor.get_by_label("Name").fill("Petrol")
    editor.get_by_label("Monthly budget in rupees").fill("2,500")
    editor.get_by_role("button", name="Save").click()
    petrol = rows.filter(has_text="Petrol")
    expect(petrol).to_contain_text("₹2,500")
    expect(page.locator("connection-banner")).to_contain_text("2 changes are kept")
    page.reload()
    expect(petrol).to_contain_text("₹2,500")
    page.context.set_offline(offline=False)
    expect(page.locator("connection-banner .banner")).to_have_count(0)
    wait_until_sent(page)
    assert "Petrol" in person.categories()
    assert person.budgets(this_month) == {"fuel": 2_500_00}


def test_two_devices_that_edited_the_same_expenses_offline_lose_no_edit(
    browser: Browser, page: Page, person: Person
) -> None:
    person.spend(("2026-01-05", 10_000, "rent"), ("2026-01-04", 20_000, "fuel"))
    opening = signed_in_page(browser, person, "phone", "light", service_workers="allow")
    devices = (page, next(opening))
    for device, amounts in zip(devices, ((111, 222), (333, 444)), strict=True):
        device.goto(running_stack().app_url + "/expenses?from=2026-01-01&to=2026-01-31")
        put_by(device)
        expect(device.locator("expense-list .entry")).to_have_count(2)
        # The sum comes by an answer of its own.
        expect(device.locator("expenses-view .sum")).to_contain_text("₹300")
        device.context.set_offline(offline=True)
        for place, amount in enumerate(amounts):
            device.locator("expense-list .entry .edit").nth(place).click()
            form = dialog(device)
            form.get_by_label("Amount in rupees").fill(str(amount))
            save(form)
        expect(device.locator("expenses-view .sum")).to_contain_text(f"₹{sum(amounts)}")
    first, second = devices
    first.context.set_offline(offline=False)
    wait_until_sent(first)
    second.context.set_offline(offline=False)
    conflict = second.get_by_role("alertdialog")
    for theirs, mine in (("₹111.00", "₹333.00"), ("₹222.00", "₹444.00")):
        expect(conflict).to_contain_text(theirs, timeout=20_000)
        expect(conflict).to_contain_text(mine)
        conflict.get_by_role("button", name="Keep mine").click()
    wait_until_sent(second)
    expect(second.locator("expenses-view .sum")).to_contain_text("₹777")
    assert person.summary()["total_paise"] == 77_700
    next(opening, None)


def test_a_browser_that_keeps_nothing_works_and_says_what_it_cannot_do(
    page: Page, person: Person
) -> None:
    page.add_init_script(
        """Object.defineProperty(window, 'indexedDB', {
            value: {open() { throw new DOMException('denied', 'SecurityError'); }},
        })"""
    )
    page.goto(running_stack().app_url + "/expenses")
    expect(page.locator("connection-banner")).to_contain_text("keeps nothing for the page")
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        keep_on(page, 42)
    expect(page.locator("expenses-view .sum")).to_contain_text("₹42")
    assert person.summary()["total_paise"] == 4_200


def leave(page: Page, how: str = "Sign out") -> None:
    """Press what leaves the device, in the account menu."""
    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("button", name=how).click()


def subject(person: Person) -> str:
    """The id of a person, as the page has it."""
    claims = person.tokens["id_token"].split(".")[1]
    return json.loads(base64.urlsafe_b64decode(claims + "=="))["sub"]


def assert_nothing_is_left(page: Page, person: Person) -> None:
    """Of a person, on their device: what stays is of the device itself."""
    left = page.evaluate(LEFT)
    assert set(left["keys"]) <= OF_THE_DEVICE
    assert left["rows"] == 0
    kept = page.evaluate(EVERYTHING)
    for private in ("private words", "77700", "refresh_token", person.email, subject(person)):
        assert private not in kept, private


def keep_something_private(page: Page) -> None:
    """Add an expense without a network, and have it sent."""
    put_by(page)
    copied(page)
    page.context.set_offline(offline=True)
    form = open_form(page)
    page.keyboard.type("777")
    form.get_by_role("combobox", name="Description").fill("private words")
    choose_category(form, "fuel")
    save(form)
    page.context.set_offline(offline=False)
    wait_until_sent(page)
    assert "private words" in page.evaluate(EVERYTHING)


def test_signing_out_leaves_nothing_and_the_next_person_sees_none_of_it(
    page: Page, person: Person
) -> None:
    keep_something_private(page)
    leave(page)
    expect(page.locator("sign-in")).to_be_visible(timeout=20_000)
    assert_nothing_is_left(page, person)
    sign_in(page, new_person("next"))
    expect(page.locator("empty-ledger")).to_be_visible()
    assert "private words" not in page.content()


def test_another_tab_does_not_put_back_what_signing_out_takes(page: Page, person: Person) -> None:
    keep_something_private(page)
    other = page.context.new_page()
    other.goto(running_stack().app_url)
    other.locator("main#main").wait_for()
    # Cognito does not answer: the session is over on the device all the same.
    held = []
    page.route("**/oauth2/revoke", lambda route: held.append(route))  # noqa: PLW0108 -- playwright marks it
    leave(page)
    expect(other.locator("sign-in")).to_be_visible(timeout=20_000)
    expect(page.locator("sign-in")).to_be_visible(timeout=20_000)
    # As long as a page waits before it copies what the server has.
    other.wait_for_timeout(6_000)
    for tab in (page, other):
        assert_nothing_is_left(tab, person)


def test_signing_out_asks_where_changes_wait_and_goes_by_the_answer(
    page: Page, person: Person
) -> None:
    put_by(page)
    copied(page)
    page.context.set_offline(offline=True)
    keep_on(page, 42)
    asked: list[str] = []

    def answer(*, yes: bool) -> None:
        def meet(question: Dialog) -> None:
            asked.append(question.message)
            if yes:
                question.accept()
            else:
                question.dismiss()

        page.once("dialog", meet)
        # It comes once the changes are counted; the next answer is for the next one.
        with page.expect_event("dialog"):
            leave(page)

    answer(yes=False)
    expect(page.locator("connection-banner")).to_contain_text("One change is kept")
    page.keyboard.press("Escape")
    answer(yes=True)
    expect(page.locator("sign-in")).to_be_visible()
    assert_nothing_is_left(page, person)
    assert len(asked) == 2
    assert all("One change is not saved" in question for question in asked)
    page.context.set_offline(offline=False)
    assert person.summary()["count"] == 0
    # Cognito has not heard of it: its own session ends before the next one begins.
    with page.expect_request("**/logout?*"):
        sign_in(page, new_person("next"))
    expect(page.locator("empty-ledger")).to_be_visible()


def test_clearing_the_device_leaves_neither_page_nor_person(page: Page, person: Person) -> None:
    keep_something_private(page)
    page.on("dialog", lambda question: question.accept())
    # The page comes anew when it is led back to: it is looked at before, where it stays.
    page.route("**/logout?*", lambda route: route.abort("aborted"))
    with page.expect_request("**/logout?*"):
        leave(page, "Clear this device")
    left = page.evaluate(LEFT)
    assert left == {"keys": [], "rows": 0, "caches": [], "workers": 0}
    assert subject(person) not in page.evaluate(EVERYTHING)
    page.goto(running_stack().app_url)
    expect(page.locator("sign-in")).to_be_visible(timeout=20_000)


def test_clearing_the_device_without_a_network_ends_on_the_page_itself(
    page: Page, person: Person
) -> None:
    keep_something_private(page)
    page.context.set_offline(offline=True)
    keep_on(page, 42)
    page.on("dialog", lambda question: question.accept())
    leave(page, "Clear this device")
    expect(page.locator("sign-in")).to_be_visible()
    assert_nothing_is_left(page, person)
    page.reload()
    expect(page.locator("sign-in")).to_be_visible()
    page.context.set_offline(offline=False)
    page.reload()
    expect(page.locator("sign-in")).to_be_visible()
    assert person.summary()["count"] == 1
    # As after signing out: Cognito has not heard of it.
    with page.expect_request("**/logout?*"):
        sign_in(page, new_person("next"))
    expect(page.locator("empty-ledger")).to_be_visible()


def test_a_shared_message_becomes_an_expense_to_confirm(page: Page) -> None:
    put_by(page)
    share(
        page, text="Rs.245.50 debited from A/c XX1234 on 24-11-26 to VPA chaiwala@okaxis. UPI Ref"
    )
    form = dialog(page)
    expect(form.get_by_label("Amount in rupees")).to_have_value("245.50")
    assert "245" not in page.url


def test_a_shared_statement_opens_in_the_import(page: Page) -> None:
    put_by(page)
    share(page, file=("july.csv", "Date,Description,Amount\n2026-07-01,Chai,20\n"))
    expect(page.locator("import-review .summary")).to_contain_text("₹20")


def test_sharing_keeps_what_was_half_typed(page: Page) -> None:
    put_by(page)
    open_form(page)
    page.keyboard.type("777")
    share(page, text="Rs.245.50 debited from A/c XX1234 on 24-11-26 to VPA chaiwala@okaxis")
    expect(dialog(page).get_by_label("Amount in rupees")).to_have_value("245.50")
    page.get_by_role("button", name="Bring it back").click()
    expect(dialog(page).get_by_label("Amount in rupees")).to_have_value("777")


def test_a_browser_that_keeps_no_page_says_that_it_has_to_stay_open(
    browser: Browser, person: Person
) -> None:
    # Where they are blocked, a service worker cannot be registered.
    opening = signed_in_page(browser, person, "phone", "light")
    page = next(opening)
    counted(page, 1)
    page.context.set_offline(offline=True)
    expect(page.locator("connection-banner")).to_contain_text("Leave the page open")
    next(opening, None)


def test_the_shortcut_of_the_installed_app_opens_the_dialog(page: Page) -> None:
    page.goto(running_stack().app_url + "/?add")
    expect(dialog(page).get_by_label("Amount in rupees")).to_be_focused()
    assert "add" not in page.url


def share(page: Page, text: str = "", file: tuple[str, str] | None = None) -> None:
    """Post what the system would, as a form of the page's own."""
    page.evaluate(
        """([text, file]) => {
            const form = document.createElement('form');
            form.method = 'POST';
            form.action = '/share';
            form.enctype = 'multipart/form-data';
            const field = document.createElement('input');
            field.name = 'text';
            field.value = text;
            form.append(field);
            if (file) {
                const files = document.createElement('input');
                files.type = 'file';
                files.name = 'files';
                const given = new DataTransfer();
                given.items.add(new File([file[1]], file[0], {type: 'text/csv'}));
                files.files = given.files;
                form.append(files);
            }
            document.body.append(form);
            form.submit();
        }""",
        [text, file],
    )


OF_THE_DEVICE = {"expense-tracker.theme", "expense-tracker.visits", "expense-tracker.logout"}
"""The keys that are nobody's: the last says that Cognito's own session has to be ended still."""

LEFT = """async () => {
    let rows = 0;
    for (const {name} of await indexedDB.databases()) {
        const database = await new Promise((done) => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => done(opening.result);
        });
        for (const store of database.objectStoreNames) {
            rows += await new Promise((done) => {
                const all = database.transaction(store).objectStore(store).count();
                all.onsuccess = () => done(all.result);
            });
        }
        database.close();
    }
    const workers = await navigator.serviceWorker.getRegistrations();
    return {
        keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
        rows,
        caches: await caches.keys(),
        workers: workers.length,
    };
}"""

EVERYTHING = """async () => {
    const database = await new Promise((done) => {
        const opening = indexedDB.open('expense-tracker');
        opening.onsuccess = () => done(opening.result);
    });
    const stores = [...database.objectStoreNames];
    const kept = await Promise.all(stores.map((name) => new Promise((done) => {
        const all = database.transaction(name).objectStore(name).getAll();
        all.onsuccess = () => done(all.result);
    })));
    database.close();
    const texts = [JSON.stringify([{...localStorage}, {...sessionStorage}, kept])];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            if (request.url.includes('/assets/')) continue;
            texts.push(request.url, await (await cache.match(request)).text());
        }
    }
    return texts.join(' ');
}"""


def counted(page: Page, visit: int) -> None:
    """Wait until the page, at rest, has counted a visit, or has offered already."""
    page.evaluate(
        """async (visit) => {
            const counted = () => localStorage.getItem('expense-tracker.visits');
            while (![String(visit), 'offered'].includes(counted())) {
                await new Promise((wait) => setTimeout(wait, 100));
            }
        }""",
        visit,
    )


def test_installing_is_offered_once_at_the_third_visit_of_somebody_with_expenses(
    page: Page, person: Person
) -> None:
    person.spend(("2026-01-05", 4_500, "rent"))
    counted(page, 1)
    for visit in range(2, 6):
        page.evaluate("sessionStorage.clear()")
        page.goto(running_stack().app_url + "/expenses")
        page.locator("expense-list .entry").wait_for()
        put_by(page)
        counted(page, visit)
        # Test windows are never offered it by the browser itself.
        page.evaluate("dispatchEvent(new Event('beforeinstallprompt', {cancelable: true}))")
        offered = page.locator("notice-list").get_by_text("can be an app on this device")
        expect(offered).to_have_count(1 if visit == 3 else 0)
