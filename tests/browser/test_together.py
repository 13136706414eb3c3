"""Two people who share a ledger, each on a screen of their own."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import overflows, problems
from tests.browser.conftest import signed_in_page
from tests.browser.expense_dialog import choose_category, dialog, open_form, save, wait_until_sent
from tests.browser.live import look_again
from tests.browser.person import new_person
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.person import Person

DAY = "2026-11-03"
PERIOD = "period=month:2026-11-01"


@pytest.fixture
def partner() -> Person:
    return new_person("partner")


@pytest.fixture
def home(person: Person, partner: Person) -> str:
    """A ledger that both share in equal parts, in which one has paid ₹1,000 and the other ₹400."""
    ledger = person.call(
        "POST",
        "/ledgers",
        json={"name": "Home", "member_name": "Asha", "split": {"kind": "equal"}},
    )["id"]
    person.let_in(partner, ledger, "member", "Ravi")
    add(person, ledger, 100_000, "Vegetables")
    add(partner, ledger, 40_000, "Milk")
    return ledger


@pytest.fixture
def partners_page(browser: Browser, partner: Person, screen: str) -> Iterator[Page]:
    yield from signed_in_page(browser, partner, screen, "light")


def add(who: Person, ledger: str, paise: int, description: str) -> None:
    body: dict[str, Any] = {
        "date": DAY,
        "amount_paise": paise,
        "category": "groceries",
        "description": description,
    }
    who.call("POST", "/expenses", params={"ledger": ledger}, json=body)


def open_overview(page: Page, ledger: str) -> None:
    page.goto(f"{running_stack().app_url}/?{PERIOD}&ledger={ledger}")
    page.locator("who-paid li").first.wait_for()


def settle_another_amount(page: Page, fair: Locator) -> None:
    """Record a part of what would settle it, of an earlier day, and take it back."""
    opener = fair.get_by_role("button", name="Record another amount…")
    opener.click()
    sheet = page.locator("settlement-form dialog[open]")
    expect(sheet.get_by_label("Amount in rupees")).to_have_value("300")
    assert problems(page) == []
    assert not overflows(page)
    sheet.get_by_label("Who got it").select_option("Ravi")
    sheet.get_by_label("Amount in rupees").fill("")
    sheet.get_by_role("button", name="Record it").click()
    expect(sheet.get_by_label("Who got it")).to_be_focused()
    expect(sheet).to_contain_text("Choose somebody else than who gave it.")
    sheet.get_by_label("Who got it").select_option("Asha (you)")
    sheet.get_by_role("button", name="Record it").click()
    expect(sheet.get_by_label("Amount in rupees")).to_be_focused()
    sheet.get_by_label("Amount in rupees").fill("100.50")
    sheet.get_by_label("Date", exact=True).fill("12 nov 2026")
    sheet.get_by_role("button", name="Record it").click()
    expect(sheet).to_be_hidden()
    expect(fair).to_contain_text("Ravi gives Asha (you) ₹199.50")
    expect(fair).to_contain_text("Ravi gave Asha (you) ₹100.50 12 Nov")
    fair.get_by_role("button", name="Take back: Ravi gave").click()
    expect(fair).to_contain_text("Ravi gives Asha (you) ₹300")


@pytest.mark.both_screens
def test_who_paid_and_what_is_fair_is_told_and_settled(
    page: Page, person: Person, home: str
) -> None:
    open_overview(page, home)
    paid = page.locator("who-paid")
    expect(paid).to_contain_text("Asha (you) paid the most: ₹1,000 of ₹1,400.")
    fair = page.locator("fair-shares")
    expect(fair).to_contain_text("Ravi gives Asha (you) ₹300")
    assert problems(page) == []
    assert not overflows(page)
    fair.get_by_role("button", name="It was paid: Ravi gave Asha (you) ₹300").click()
    expect(fair).to_contain_text("All are even.")
    summary = {"ledger": home}
    assert person.summary(**summary)["total_paise"] == 140_000
    fair.get_by_role("button", name="Take back: Ravi gave").click()
    expect(fair).to_contain_text("Ravi gives Asha (you) ₹300")
    settle_another_amount(page, fair)
    page.goto(f"{running_stack().app_url}/people?ledger={home}")
    split = page.locator("split-form")
    split.get_by_label("By shares").check()
    split.get_by_label("Share of Ravi").fill("none")
    split.get_by_role("button", name="Save this").click()
    expect(split.get_by_label("Share of Ravi")).to_be_focused()
    assert problems(page) == []
    split.get_by_label("Share of Ravi").fill("4")
    split.get_by_label("Share of Asha (you)").fill("10")
    split.get_by_role("button", name="Save this").click()
    expect(page.locator("notice-list")).to_contain_text("Saved. The overview tells what is fair.")
    open_overview(page, home)
    expect(fair).to_contain_text("All are even.")
    page.goto(f"{running_stack().app_url}/people?ledger={home}")
    split.get_by_label("It is not worked out").check()
    split.get_by_role("button", name="Save this").click()
    expect(page.locator("notice-list")).to_contain_text("What is fair is not worked out any more.")
    open_overview(page, home)
    paid.get_by_role("button", name="Ravi").click()
    expect(page.locator("filter-chips")).to_contain_text("Paid by Ravi")
    expect(page.locator("period-total")).to_contain_text("₹400")


def test_what_is_typed_in_a_settlement_stays_while_others_write(
    page: Page, partner: Person, home: str
) -> None:
    page.clock.install()
    open_overview(page, home)
    fair = page.locator("fair-shares")
    fair.get_by_role("button", name="Record another amount…").click()
    sheet = page.locator("settlement-form dialog[open]")
    amount = sheet.get_by_label("Amount in rupees")
    expect(amount).to_have_value("300")
    amount.fill("100.50")
    sheet.get_by_label("Who got it").select_option("Ravi")
    add(partner, home, 20_000, "Rice")
    look_again(page)
    expect(fair).to_contain_text("Ravi gives Asha (you) ₹200")
    expect(amount).to_have_value("100.50")
    expect(sheet.get_by_label("Who got it").locator("option:checked")).to_have_text("Ravi")


def offset(row: Locator) -> float:
    """How far from the top of the screen a row is."""
    return float(row.evaluate("row => row.getBoundingClientRect().top"))


def in_sight(page: Page) -> Locator:
    """A row somewhere in the middle of the screen."""
    found = page.evaluate(
        """() => [...document.querySelectorAll('expense-list .entry')]
          .find((row) => row.getBoundingClientRect().top > 200).dataset.id"""
    )
    return page.locator(f'expense-list [data-id="{found}"]')


def wait_until_listed(page: Page, description: str) -> None:
    """Wait until the list has an expense, in sight or not: its answer may come after the sum."""
    is_listed = """description => document.querySelector('expense-list')?.list?.items
        ?.some((one) => one.description === description)"""
    for _ in range(200):
        if page.evaluate(is_listed, description):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{description} was never listed")


@pytest.mark.both_screens
def test_what_others_add_above_moves_nothing_that_somebody_reads(
    page: Page, person: Person, partner: Person, home: str
) -> None:
    for number in range(60):
        add(person, home, 1_000, f"Tea {number}")
    page.clock.install()
    page.goto(f"{running_stack().app_url}/expenses?ledger={home}")
    count = page.locator("expenses-view .sum")
    expect(count).to_contain_text("62 expenses")
    wait_until_listed(page, "Tea 59")
    page.evaluate("scrollTo(0, 2000)")
    page.clock.run_for(200)
    row = in_sight(page)
    row.locator(".edit").focus()
    page.clock.run_for(200)
    before = offset(row)
    add(partner, home, 1_000, "Of the same day")
    partner.call(
        "POST",
        "/expenses",
        params={"ledger": home},
        json={"date": "2026-11-20", "amount_paise": 1_000, "category": "groceries"},
    )
    look_again(page)
    expect(count).to_contain_text("64 expenses")
    wait_until_listed(page, "Of the same day")
    page.clock.run_for(200)
    assert abs(offset(row) - before) <= 2
    expect(row.locator(".edit")).to_be_focused()
    # What stands above the list may grow too.
    page.evaluate("document.querySelector('expenses-view header').style.paddingBottom = '90px'")
    add(partner, home, 1_000, "Once more")
    look_again(page)
    expect(count).to_contain_text("65 expenses")
    wait_until_listed(page, "Once more")
    page.clock.run_for(200)
    assert abs(offset(row) - before) <= 2
    page.evaluate("scrollTo(0, 0)")
    page.clock.run_for(200)
    expect(page.locator("expense-list")).to_contain_text("Once more")
    # Who has not scrolled sees what comes.
    first = page.locator("expense-list .day").first
    top = offset(first)
    add(partner, home, 1_000, "At last")
    look_again(page)
    expect(count).to_contain_text("66 expenses")
    wait_until_listed(page, "At last")
    assert offset(first) == top
    assert page.evaluate("scrollY") == 0


@pytest.mark.both_screens
def test_all_that_is_listed_is_moved_to_the_ledger_that_it_was_meant_for(
    page: Page, person: Person, home: str
) -> None:
    ferry = person.call("POST", "/categories", json={"name": "Ferries", "colour": "#15803d"})
    trip = {"date": DAY, "amount_paise": 10_000, "tags": ["goa"]}
    person.spend(
        *({**trip, "category": "travel", "description": f"Bus {n}"} for n in range(120)),
        {**trip, "category": ferry["id"], "description": "Ferry"},
        {**trip, "category": "travel", "tags": [], "description": "Bus to work"},
    )
    page.goto(f"{running_stack().app_url}/expenses")
    entries = page.locator("expense-list .entry")
    entries.first.wait_for()
    move = page.get_by_role("button", name="Move or copy…")
    expect(move).to_have_count(0)
    page.goto(f"{running_stack().app_url}/expenses?tag=goa")
    move.click()
    sheet = page.locator("ledger-transfer dialog[open]")
    expect(sheet).to_contain_text("121 expenses, ₹12,100")
    assert problems(page) == []
    assert not overflows(page)
    sheet.get_by_role("button", name="Go on").click()
    # What has a category there has gone; the other waits for one.
    expect(sheet).to_contain_text("There is no category of that name there.", timeout=30_000)
    expect(sheet).to_contain_text("One expense, ₹100")
    assert person.summary()["total_paise"] == 20_000
    assert person.summary(ledger=home)["total_paise"] == 140_000 + 120 * 10_000
    sheet.get_by_label("Category there").select_option("Travel")
    sheet.get_by_role("button", name="Go on").click()
    expect(sheet).to_have_count(0)
    expect(page.locator("notice-list")).to_contain_text("₹100 is in “Home” now")
    expect(page.locator("expenses-view")).to_contain_text("Nothing matches.")
    assert person.summary()["total_paise"] == 10_000
    assert person.summary(ledger=home)["total_paise"] == 140_000 + 121 * 10_000


@pytest.mark.both_screens
def test_a_list_tells_what_each_paid_of_it_and_narrows_to_one(
    page: Page, person: Person, home: str
) -> None:
    add(person, home, 5_000, "Butter milk")
    page.goto(f"{running_stack().app_url}/expenses?ledger={home}")
    payers = page.get_by_role("list", name="Paid by")
    expect(payers.get_by_role("listitem")).to_have_text(["Asha (you) ₹1,050", "Ravi ₹400"])
    assert problems(page) == []
    assert not overflows(page)
    payers.get_by_role("button", name="Ravi").click()
    expect(payers.get_by_role("button", name="Ravi")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("expense-list .entry")).to_have_count(1)
    expect(page.locator("expenses-view .sum")).to_contain_text("₹400.00 in one expense")
    expect(payers.get_by_role("listitem")).to_have_text(["Asha (you) ₹1,050", "Ravi ₹400"])
    page.locator("expenses-view").get_by_role("link", name="Export").click()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download").click()
    exported = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    assert [
        (row["Description"], row["Paid by"]) for row in csv.DictReader(exported.splitlines())
    ] == [("Milk", "Ravi")]
    page.go_back()
    payers.get_by_role("button", name="Ravi").click()
    expect(page.locator("expense-list .entry")).to_have_count(3)
    expect(page.locator("expenses-view .sum")).to_contain_text("₹1,450.00 in 3 expenses")
    # What no summary tells is listed without it.
    page.get_by_role("searchbox").fill("milk")
    expect(page.locator("expense-list .entry")).to_have_count(2)
    expect(payers).to_have_count(0)


def test_what_somebody_else_paid_is_said_when_it_is_added(
    page: Page, person: Person, partner: Person, home: str
) -> None:
    page.goto(f"{running_stack().app_url}/expenses?ledger={home}")
    page.locator("expense-list .entry").first.wait_for()
    form = open_form(page)
    page.keyboard.type("250")
    choose_category(form, "fuel")
    form.get_by_label("Paid by").select_option("Ravi")
    save(form)
    wait_until_sent(page)
    expect(page.locator("expense-list .entry").first).to_contain_text("Ravi")
    ravi = next(
        one["id"]
        for one in person.call("GET", f"/ledgers/{home}/members")["items"]
        if one["name"] == "Ravi"
    )
    [fuel] = [one for one in partner.expenses(ledger=home) if one["category"] == "fuel"]
    assert (fuel["by"], fuel["entered_by"] == ravi) == (ravi, False)
    page.locator("expense-list .entry .edit").first.click()
    expect(dialog(page)).to_contain_text("Entered by Asha (you).")
    page.keyboard.press("Escape")
    page.get_by_role("search").get_by_label("Paid by").select_option("Ravi")
    expect(page.locator("expense-list .entry")).to_have_count(2)


def test_both_add_at_once_and_both_see_it_within_seconds(
    page: Page, partners_page: Page, person: Person, home: str
) -> None:
    for shown in (page, partners_page):
        shown.clock.install()
        open_overview(shown, home)
        expect(shown.locator("period-total")).to_contain_text("₹1,400")
        shown.get_by_role("button", name="Add expense").first.click()
    for shown, amount in ((page, "100"), (partners_page, "20")):
        form = dialog(shown)
        form.get_by_label("Amount in rupees").fill(amount)
        choose_category(form, "groceries")
        form.locator("#date").fill("3/11/2026")
    for shown in (page, partners_page):
        dialog(shown).get_by_role("button", name="Save", exact=True).click()
    # What a person begins meanwhile stays as it is.
    forms = [open_form(shown) for shown in (page, partners_page)]
    for form in forms:
        form.get_by_label("Amount in rupees").fill("7")
    # Where both write at once, one may be told to send again, which its page does by itself.
    for shown in (page, partners_page):
        wait_until_sent(shown)
    for shown in (page, partners_page):
        look_again(shown)
    for shown, form in zip((page, partners_page), forms, strict=True):
        expect(shown.locator("period-total")).to_contain_text("₹1,520")
        expect(form.get_by_label("Amount in rupees")).to_have_value("7")
    assert person.summary(ledger=home)["total_paise"] == 152_000
    # The first look knows of no revision before; the next one has to tell that it is another.
    # That one is of an expense: what the ledger is set up with is not asked for again.
    add(person, home, 8_000, "Butter")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for shown in (page, partners_page):
        look_again(shown)
        expect(shown.locator("period-total")).to_contain_text("₹1,600")
    assert "/api/summary" in asked
    setup = ("members", "categories", "budgets", "recurring", "ledgers", "settings")
    assert not [path for path in asked if path.endswith(setup)]


@pytest.mark.both_screens
def test_who_moves_an_expense_says_who_paid_it(page: Page, person: Person, home: str) -> None:
    person.spend(
        *(
            {"date": DAY, "amount_paise": 5_000, "category": "groceries", "description": what}
            for what in ("Curd", "Ghee")
        )
    )
    page.goto(f"{running_stack().app_url}/expenses")
    entries = page.locator("expense-list .entry")
    sheet = page.locator("ledger-transfer dialog[open]")
    for what, payer in (("Curd", None), ("Ghee", "Ravi")):
        entries.filter(has_text=what).locator(".edit").click()
        dialog(page).get_by_role("button", name="To another ledger…").click()
        paid = sheet.get_by_label("Paid by")
        expect(paid.locator("option:checked")).to_have_text("Asha (you)")
        assert problems(page) == []
        assert not overflows(page)
        if payer:
            paid.select_option(payer)
        sheet.get_by_role("button", name="Go on").click()
        expect(sheet).to_have_count(0)
    found = person.call("GET", "/expenses", params={"ledger": home})["items"]
    names = {
        one["id"]: one["name"] for one in person.call("GET", f"/ledgers/{home}/members")["items"]
    }
    assert {one["description"]: names[one["by"]] for one in found} == {
        "Vegetables": "Asha",
        "Milk": "Ravi",
        "Curd": "Asha",
        "Ghee": "Ravi",
    }
    # To one's own nobody else can have paid.
    page.goto(f"{running_stack().app_url}/expenses?ledger={home}")
    entries.filter(has_text="Ghee").locator(".edit").click()
    dialog(page).get_by_role("button", name="To another ledger…").click()
    expect(sheet.get_by_label("Which ledger")).to_have_value("")
    expect(sheet.get_by_label("Paid by")).to_have_count(0)


@pytest.mark.both_screens
def test_what_is_told_of_others_can_be_read_in_light_and_in_dark(
    themed_page: Page, home: str
) -> None:
    page = themed_page
    open_overview(page, home)
    expect(page.locator("fair-shares")).to_contain_text("₹300")
    assert problems(page) == []
    page.locator("fair-shares").get_by_role("button", name="Record another amount…").click()
    page.locator("settlement-form dialog[open]").wait_for()
    assert problems(page) == []
    for view in ("people", "expenses"):
        page.goto(f"{running_stack().app_url}/{view}?ledger={home}")
        expect(page.locator("main")).to_contain_text("Ravi")
        assert problems(page) == []
        assert not overflows(page)
    page.locator("ledger-switch .opener").click()
    assert problems(page) == []


def test_an_expense_is_copied_and_moved_to_ones_own_ledger(
    page: Page, person: Person, home: str
) -> None:
    page.goto(f"{running_stack().app_url}/expenses?ledger={home}")
    entries = page.locator("expense-list .entry")
    for what, choice, left in (("Vegetables", "Copy it", 2), ("Milk", "Move it", 1)):
        entries.filter(has_text=what).locator(".edit").click()
        dialog(page).get_by_role("button", name="To another ledger…").click()
        sheet = page.locator("ledger-transfer dialog[open]")
        expect(sheet.get_by_label("Which ledger")).to_have_value("")
        assert problems(page) == []
        sheet.get_by_label(choice).check()
        sheet.get_by_role("button", name="Go on").click()
        expect(sheet).to_have_count(0)
        expect(entries).to_have_count(left)
    assert person.summary()["total_paise"] == 140_000
    assert person.summary(ledger=home)["total_paise"] == 100_000


def test_what_a_rule_recorded_goes_without_it_which_is_said(
    page: Page, person: Person, home: str
) -> None:
    today = str(datetime.now(ZoneInfo("Asia/Kolkata")).date())
    rent = {"description": "Rent", "amount_paise": 25_000_00, "category": "rent"}
    person.call("POST", "/recurring", json=rent | {"frequency": "monthly", "start": today})
    page.goto(f"{running_stack().app_url}/expenses")
    page.locator("expense-list .entry .edit").click()
    dialog(page).get_by_role("button", name="To another ledger…").click()
    sheet = page.locator("ledger-transfer dialog[open]")
    sheet.get_by_role("button", name="Go on").click()
    expect(page.locator("notice-list")).to_contain_text(
        "and no longer here. One recurs: its rule stays, and goes on here."
    )
    assert person.expenses() == []
    assert len(person.call("GET", "/recurring")["items"]) == 1
