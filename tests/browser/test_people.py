"""Ledgers that people share: inviting, coming in, switching, and what each role sees and may do."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from local.settings import LOCAL_PASSWORD
from tests.browser.accessibility import overflows, problems
from tests.browser.conftest import signed_in_page
from tests.browser.expense_dialog import choose_category, open_form, save, wait_until_sent
from tests.browser.live import look_again
from tests.browser.person import new_person
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.person import Person


@contextmanager
def their_page(browser: Browser, person: Person, screen: str) -> Iterator[Page]:
    """Open a page of another person's, on a device of their own."""
    pages = signed_in_page(browser, person, screen, "light")
    yield next(pages)
    # To its end, where it is held to its promises.
    assert next(pages, None) is None


def is_on_device(page: Page, text: str) -> bool:
    """Tell whether a text is in anything that the page keeps on the device."""
    return text in page.evaluate(
        """async () => {
          const opening = indexedDB.open('expense-tracker');
          await new Promise((resolve) => (opening.onsuccess = resolve));
          const all = opening.result.transaction('kept').objectStore('kept').getAll();
          await new Promise((resolve) => (all.onsuccess = resolve));
          opening.result.close();
          return JSON.stringify([all.result, { ...localStorage }, { ...sessionStorage }]);
        }"""
    )


def shared_ledger(owner: Person, role: str) -> tuple[str, Person]:
    """Make a ledger in which 1,000 rupees were spent, and somebody with a role in it."""
    ledger = owner.call("POST", "/ledgers", json={"name": "Home", "member_name": "Asha"})["id"]
    body = {"date": "2026-11-02", "amount_paise": 100_000, "category": "groceries"}
    body |= {"description": "Vegetables"}
    owner.call("POST", "/expenses", params={"ledger": ledger}, json=body)
    other = new_person("meera")
    owner.let_in(other, ledger, role, "Meera")
    return ledger, other


@pytest.mark.both_screens
def test_who_is_invited_comes_in_and_sees_nothing_of_the_others_own(
    browser: Browser, page: Page, person: Person, screen: str
) -> None:
    app = running_stack().app_url
    person.spend(("2026-11-01", 77_700, "rent"))
    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("link", name="Share with others").click()
    page.get_by_label("Name of the ledger").fill("Home")
    page.get_by_label("Your name in it").fill("Asha")
    page.get_by_role("button", name="Make the ledger").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Home")
    expect(page).to_have_url(re.compile(r"/people\?ledger=[\w-]+$"))
    page.get_by_role("button", name="Make a link").click()
    expect(page.get_by_role("img", name=re.compile("QR code"))).to_be_visible()
    link = page.locator("invitation-list code").inner_text()
    assert problems(page) == []
    assert not overflows(page)

    with their_page(browser, new_person("meera"), screen) as theirs:
        theirs.goto(link)
        expect(theirs.get_by_role("heading", level=2)).to_have_text("Asha invites you to “Home”.")
        assert theirs.evaluate("location.hash") == ""
        assert problems(theirs) == []
        theirs.get_by_label("Your name in it").fill("Meera")
        theirs.get_by_role("button", name="Come in").click()
        expect(theirs.locator("notice-list").get_by_text("You are in “Home” now.")).to_be_visible()
        expect(theirs.locator("ledger-switch .opener")).to_contain_text("Home")
        expect(theirs.get_by_text("777")).to_have_count(0)
        theirs.goto(link)
        expect(theirs.locator("main")).to_contain_text("You are in “Home” already.")
        theirs.goto(app)
        theirs.goto(f"{app}/invitation#one-that-was-revoked")
        expect(theirs.get_by_role("alert")).to_contain_text("can’t be used")

    page.goto(f"{app}/people?{page.url.split('?')[1]}")
    expect(page.locator("member-list li").nth(1)).to_contain_text("Meera")
    page.locator("ledger-switch .opener").click()
    page.locator("ledger-switch").get_by_role("link", name="My own ledger").click()
    expect(page.locator("main")).to_contain_text("₹777")
    expect(page).to_have_url(f"{app}/?ledger=own")


def test_an_invitation_waits_for_the_sign_in(browser: Browser, person: Person) -> None:
    ledger = person.call("POST", "/ledgers", json={"name": "Trip", "member_name": "Asha"})["id"]
    made = person.call("POST", f"/ledgers/{ledger}/invitations", json={"role": "viewer"})
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{running_stack().app_url}/invitation#{made['token']}")
    page.get_by_role("button", name="Sign in").first.click()
    page.locator("input[name=username]").fill(new_person("meera").email)
    page.locator("input[name=password]").fill(LOCAL_PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("Asha invites you to “Trip”.")
    expect(page.locator("main")).to_contain_text("You would come in as: Viewer")
    context.close()


@pytest.mark.parametrize(
    ("role", "listed"), [("viewer", "Vegetables"), ("totals", "not the expenses behind it")]
)
def test_who_may_not_write_sees_no_button_that_does(
    browser: Browser, person: Person, role: str, listed: str
) -> None:
    ledger, other = shared_ledger(person, role)
    app = running_stack().app_url
    with their_page(browser, other, "desktop") as page:
        page.goto(f"{app}/?ledger={ledger}&period=month:2026-11-01")
        expect(page.locator("main")).to_contain_text("₹1,000")
        page.goto(f"{app}/expenses?ledger={ledger}")
        expect(page.locator("main")).to_contain_text(listed)
        assert ("Vegetables" in page.content()) == (role == "viewer")
        page.keyboard.press("n")
        for name in ("Add expense", "Delete", "Add category", "Invite"):
            expect(page.get_by_role("button", name=name)).to_have_count(0)
        page.goto(f"{app}/categories?ledger={ledger}")
        expect(page.locator("categories-view li button").first).to_be_disabled()


def test_everybody_says_themselves_what_the_others_call_them(
    browser: Browser, person: Person
) -> None:
    ledger, other = shared_ledger(person, "viewer")
    with their_page(browser, other, "phone") as page:
        page.goto(f"{running_stack().app_url}/people?ledger={ledger}")
        own = page.get_by_label("Your name in it")
        expect(own).to_have_value("Meera")
        own.fill(" ")
        page.get_by_role("button", name="Save your name").click()
        expect(own).to_have_attribute("aria-invalid", "true")
        own.fill("Meera K")
        page.get_by_role("button", name="Save your name").click()
        expect(page.locator("member-list")).to_contain_text("Meera K")
        expect(page.locator("notice-list")).to_contain_text("The others read “Meera K” now.")
        expect(own).to_have_value("Meera K")
    members = person.call("GET", f"/ledgers/{ledger}/members")["items"]
    assert [one["name"] for one in members] == ["Asha", "Meera K"]


def test_who_is_removed_comes_to_their_own_ledger(browser: Browser, person: Person) -> None:
    ledger, other = shared_ledger(person, "member")
    with their_page(browser, other, "phone") as page:
        page.goto(f"{running_stack().app_url}/expenses?ledger={ledger}")
        expect(page.locator("main")).to_contain_text("Vegetables")
        members = person.call("GET", f"/ledgers/{ledger}/members")["items"]
        person.call("DELETE", f"/ledgers/{ledger}/members/{members[1]['id']}")
        page.goto(f"{running_stack().app_url}/expenses?ledger={ledger}")
        expect(
            page.locator("notice-list").get_by_text("You are not in “Home” any more.")
        ).to_be_visible()
        expect(page.locator("main")).not_to_contain_text("Vegetables")
        expect(page.locator("ledger-switch .opener")).to_have_count(0)


@pytest.mark.both_screens
def test_an_owner_changes_a_role_and_removes_somebody_whose_open_page_follows(
    browser: Browser, page: Page, person: Person, screen: str
) -> None:
    ledger, other = shared_ledger(person, "member")
    app = running_stack().app_url
    page.goto(f"{app}/people?ledger={ledger}")
    with their_page(browser, other, screen) as theirs:
        theirs.clock.install()
        theirs.goto(f"{app}/expenses?ledger={ledger}")
        expect(theirs.locator("main")).to_contain_text("Vegetables")
        expect(theirs.get_by_role("button", name="Add expense").first).to_be_visible()
        look_again(theirs)
        assert is_on_device(theirs, "Vegetables")

        page.get_by_label("Role of Meera").select_option("totals")
        expect(
            page.locator("notice-list").get_by_text("Meera: Totals only from now on.")
        ).to_be_visible()
        members = person.call("GET", f"/ledgers/{ledger}/members")["items"]
        assert [one["role"] for one in members] == ["owner", "totals"]
        look_again(theirs)
        expect(theirs.locator("main")).to_contain_text("not the expenses behind it")
        expect(theirs.get_by_role("button", name="Add expense")).to_have_count(0)
        assert "Vegetables" not in theirs.content()
        assert not is_on_device(theirs, "Vegetables")
        theirs.goto(f"{app}/?ledger={ledger}&period=month:2026-11-01")
        expect(theirs.locator("period-total")).to_contain_text("₹1,000")
        expect(theirs.locator("category-breakdown")).to_contain_text("Groceries")

        page.on("dialog", lambda asked: asked.accept())
        page.get_by_role("button", name="Remove Meera").click()
        expect(
            page.locator("notice-list").get_by_text("Meera is not in the ledger any more.")
        ).to_be_visible()
        # Without a reload: the next look tells.
        look_again(theirs)
        expect(
            theirs.locator("notice-list").get_by_text("You are not in “Home” any more.")
        ).to_be_visible()
        expect(theirs.locator("main")).not_to_contain_text("₹1,000")
        expect(theirs.locator("ledger-switch .opener")).to_have_count(0)


def test_the_last_owner_hands_over_before_they_leave(page: Page, person: Person) -> None:
    ledger, other = shared_ledger(person, "member")
    page.on("dialog", lambda asked: asked.accept())
    page.goto(f"{running_stack().app_url}/people?ledger={ledger}")
    page.get_by_role("button", name="Leave this ledger").click()
    expect(page.locator("notice-list [role=alert], notice-list .error").first).to_be_visible()
    page.get_by_label("Role of Meera").select_option("owner")
    expect(page.locator("notice-list").get_by_text("Meera: Owner from now on.")).to_be_visible()
    page.get_by_role("button", name="Leave this ledger").click()
    expect(page.locator("notice-list").get_by_text("You have left “Home”.")).to_be_visible()
    assert person.call("GET", "/ledgers")["items"] == []
    assert [one["role"] for one in other.call("GET", "/ledgers")["items"]] == ["owner"]


def cut_short(page: Page, ledger: str) -> list[str]:
    """Let the page be told that the server has no time for all, until the list is emptied.

    As there, nobody sees the ledger any more once its deletion has begun.
    """
    held = ["busy"]
    begun: list[str] = []

    def answer(route: Route) -> None:
        if route.request.method == "DELETE" and held:
            begun.append(ledger)
            route.fulfill(status=503, json={"title": "busy", "status": 503})
        elif begun and held:
            route.fulfill(status=404, json={"title": "Not Found", "status": 404})
        else:
            route.continue_()

    page.route(f"**/api/ledgers/{ledger}", answer)
    return held


@pytest.mark.both_screens
def test_an_invitation_is_revoked_and_opens_nothing_any_more(
    themed_page: Page, person: Person
) -> None:
    page = themed_page
    ledger, _ = shared_ledger(person, "member")
    app = running_stack().app_url
    page.goto(f"{app}/people?ledger={ledger}")
    page.get_by_label("They may come in as").select_option("viewer")
    page.get_by_role("button", name="Make a link").click()
    invitations = page.locator("invitation-list")
    link = invitations.locator("code").inner_text()
    expect(invitations).not_to_contain_text("None is open.")
    assert problems(page) == []
    assert not overflows(page)
    invitations.get_by_role("button", name="Revoke the invitation as Viewer").click()
    expect(page.locator("notice-list")).to_contain_text("The invitation is revoked.")
    expect(invitations).to_contain_text("None is open.")
    expect(invitations.locator("code")).to_have_count(0)
    assert problems(page) == []
    assert person.call("GET", f"/ledgers/{ledger}/invitations")["items"] == []
    page.goto(app)
    page.goto(link)
    expect(page.get_by_role("alert")).to_contain_text("can’t be used", timeout=30_000)
    assert problems(page) == []


def test_a_ledger_whose_deletion_has_not_begun_keeps_what_was_not_sent(
    page: Page, person: Person
) -> None:
    ledger, _ = shared_ledger(person, "member")
    page.on("dialog", lambda asked: asked.accept())
    page.route("**/api/expenses?*", lambda route: route.abort())
    page.goto(f"{running_stack().app_url}/people?ledger={ledger}")
    form = open_form(page)
    form.get_by_label("Amount in rupees").fill("55")
    choose_category(form, "Groceries")
    save(form)

    def answer(route: Route) -> None:
        if route.request.method == "DELETE":
            route.fulfill(status=503, json={"title": "busy", "status": 503})
        else:
            route.continue_()

    page.route(f"**/api/ledgers/{ledger}", answer)
    page.get_by_role("button", name="Delete this ledger").click()
    expect(page.locator("notice-list")).to_contain_text("That did not work")
    expect(page.get_by_role("heading", level=1)).to_have_text("Home")
    page.unroute("**/api/expenses?*")
    page.unroute(f"**/api/ledgers/{ledger}")
    page.reload()
    page.locator("main#main").wait_for()
    wait_until_sent(page)
    assert person.summary(ledger=ledger)["total_paise"] == 105_500
    expect(page.locator("main")).not_to_contain_text("Not all deleted yet")


def test_what_does_not_load_is_said_and_asked_for_again(page: Page, person: Person) -> None:
    ledger, _ = shared_ledger(person, "member")
    page.route("**/invitations", lambda route: route.abort())
    page.goto(f"{running_stack().app_url}/people?ledger={ledger}")
    invitations = page.locator("invitation-list")
    expect(invitations).to_contain_text("That did not load.", timeout=15_000)
    page.unroute("**/invitations")
    invitations.get_by_role("button", name="Try again").click()
    expect(invitations).to_contain_text("None is open.")


@pytest.mark.both_screens
def test_a_large_ledger_is_deleted_in_several_goes_and_can_be_stopped(
    page: Page, person: Person
) -> None:
    ledger, other = shared_ledger(person, "member")
    page.on("dialog", lambda asked: asked.accept())
    page.goto(f"{running_stack().app_url}/people?ledger={ledger}")
    held = cut_short(page, ledger)
    notices = page.locator("notice-list")
    with page.expect_response(lambda answer: answer.status == 503):
        page.get_by_role("button", name="Delete this ledger").click()
    expect(notices).to_contain_text("Deleting “Home”.")
    # What is half deleted is shown nowhere.
    expect(page.locator("ledger-switch .opener")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("1,000")
    notices.get_by_role("button", name="Stop").click()
    expect(notices).to_contain_text("“Home” is not all deleted yet.")
    # The server lists it no more once that has begun.
    page.route("**/api/ledgers", lambda route: route.fulfill(json={"items": []}))
    page.goto(f"{running_stack().app_url}/people")
    expect(page.locator("main")).to_contain_text("Not all deleted yet")
    assert problems(page) == []
    assert not overflows(page)
    held.clear()
    page.get_by_role("button", name="Go on deleting “Home”").click()
    expect(notices).to_contain_text("“Home” is deleted.")
    expect(page.locator("main")).not_to_contain_text("Not all deleted yet")
    for who in (person, other):
        assert who.call("GET", "/ledgers")["items"] == []
