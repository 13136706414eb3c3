"""Setting a second factor up, against the emulated Cognito."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.authenticator import code_of
from tests.browser.accessibility import overflows, problems
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

    from tests.browser.person import Person


def factors(person: Person) -> list[str]:
    """What Cognito asks this person for when they sign in, besides the password."""
    cognito = running_stack().client("cognito-idp")
    asked = {"UserPoolId": running_stack().user_pool_id, "Username": person.email}
    return cognito.admin_get_user(**asked).get("UserMFASettingList", [])


def open_dialog(page: Page) -> Locator:
    page.get_by_role("button", name="Account and settings").click()
    page.get_by_role("button", name="Two-step sign-in").click()
    return page.get_by_role("dialog", name="Two-step sign-in")


def enrol(dialog: Locator) -> str:
    """Set it up, and return the secret."""
    secret = dialog.locator("code").inner_text().replace(" ", "")
    dialog.get_by_label("The six digits").fill(code_of(secret))
    dialog.get_by_role("button", name="Confirm").click()
    expect(dialog.get_by_text("Done. From now on")).to_be_visible()
    return secret


@pytest.mark.both_screens
def test_an_authenticator_is_set_up_replaced_and_turned_off(page: Page, person: Person) -> None:
    dialog = open_dialog(page)
    expect(dialog.get_by_text("It is off.")).to_be_visible()
    assert problems(page) == []
    dialog.get_by_role("button", name="Set up").click()
    expect(dialog.get_by_role("img", name="QR code")).to_be_visible()
    # Read on from there; the field's keyboard would hide the picture.
    expect(dialog.locator(".steps")).to_be_focused()
    assert problems(page) == []
    assert not overflows(page)
    first = enrol(dialog)
    assert factors(person) == ["SOFTWARE_TOKEN_MFA"]
    assert problems(page) == []

    page.keyboard.press("Escape")
    dialog = open_dialog(page)
    expect(dialog.get_by_text("It is on:")).to_be_visible()
    dialog.get_by_role("button", name="Use another phone or app").click()
    assert enrol(dialog) != first

    dialog.get_by_role("button", name="Turn off").click()
    dialog.get_by_role("button", name="Leave it on").click()
    assert factors(person) == ["SOFTWARE_TOKEN_MFA"]
    dialog.get_by_role("button", name="Turn off").click()
    dialog.get_by_role("button", name="Turn off").click()
    expect(dialog.get_by_text("Turned off.")).to_be_visible()
    assert factors(person) == []


@pytest.mark.both_screens
def test_a_code_that_does_not_fit_sets_nothing_up(page: Page, person: Person) -> None:
    dialog = open_dialog(page)
    dialog.get_by_role("button", name="Set up").click()
    field = dialog.get_by_label("The six digits")
    field.fill("12345")
    field.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("Type the six digits")
    secret = dialog.locator("code").inner_text().replace(" ", "")
    field.fill(code_of(secret, minutes_off=60))
    field.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("That code does not fit")
    expect(field).to_be_focused()
    assert problems(page) == []
    assert factors(person) == []
    # As apps show it, with a gap: the same key, so that nothing has to be scanned again.
    code = code_of(secret)
    field.fill(f"{code[:3]} {code[3:]}")
    field.press("Enter")
    expect(dialog.get_by_text("Done. From now on")).to_be_visible()


@pytest.mark.both_screens
@pytest.mark.parametrize("screen", ["phone"], indirect=True)
def test_no_network_is_said_and_tried_again(page: Page) -> None:
    cognito = f"{running_stack().cognito_url}/"
    page.route(cognito, lambda route: route.abort())
    dialog = open_dialog(page)
    expect(dialog.get_by_role("alert")).to_contain_text("cannot be reached")
    assert problems(page) == []
    page.unroute(cognito)
    dialog.get_by_role("button", name="Try again").click()
    expect(dialog.get_by_text("It is off.")).to_be_visible()


def test_it_fits_the_smallest_screen_in_light_and_dark(themed_page: Page) -> None:
    themed_page.set_viewport_size({"width": 320, "height": 640})
    dialog = open_dialog(themed_page)
    dialog.get_by_role("button", name="Set up").click()
    expect(dialog.get_by_role("img", name="QR code")).to_be_visible()
    assert not overflows(themed_page)
    assert problems(themed_page) == []


def reopen_where_it_is(page: Page, mfa: str) -> None:
    """Open the page again as a deployment with another `mfa` would have it."""

    def answer(route: Route) -> None:
        config = route.fetch().json()
        config["auth"]["mfa"] = mfa
        route.fulfill(json=config)

    page.route("**/config.json", answer)
    page.reload()
    page.locator("main#main").wait_for()


@pytest.mark.parametrize("screen", ["desktop"], indirect=True)
def test_where_nobody_has_one_nobody_is_asked(page: Page) -> None:
    reopen_where_it_is(page, "off")
    page.get_by_role("button", name="Account and settings").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    expect(page.get_by_role("button", name="Two-step sign-in")).to_have_count(0)


@pytest.mark.parametrize("screen", ["desktop"], indirect=True)
def test_where_everybody_has_one_it_can_be_replaced_and_not_turned_off(page: Page) -> None:
    reopen_where_it_is(page, "required")
    dialog = open_dialog(page)
    dialog.get_by_role("button", name="Set up").click()
    enrol(dialog)
    expect(dialog.get_by_text("It cannot be turned off here")).to_be_visible()
    expect(dialog.get_by_role("button", name="Use another phone or app")).to_be_visible()
    expect(dialog.get_by_role("button", name="Turn off")).to_have_count(0)
