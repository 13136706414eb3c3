"""Recurring expenses: made, changed, paused, skipped, deleted, and told their amounts."""

from __future__ import annotations

import calendar
import uuid
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import cut_off, enlarge_text, overflows, problems
from tests.browser.expense_dialog import dialog, open_expenses, save, wait_until_sent
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

    from tests.browser.person import Person


def day(days: int) -> str:
    """A day from today on, in India."""
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    return (today + timedelta(days=days)).isoformat()


def written(iso: str) -> str:
    """A day as the page writes it."""
    return f"{date.fromisoformat(iso):%-d %b %Y}"


def recur(person: Person, **content: Any) -> dict:
    """Add a rule: rent, due in five days, where nothing else is said."""
    rent = {"description": "Rent", "amount_paise": 25_000_00, "category": "rent"}
    body = {"id": str(uuid.uuid4()), "frequency": "daily", "every": 30, "start": day(5)}
    return person.call("POST", "/recurring", json=body | rent | content)


def open_recurring(page: Page) -> Locator:
    """Open the view, and return the rules when they are there."""
    page.goto(f"{running_stack().app_url}/recurring")
    page.locator("recurring-view .card:not([role=status])").first.wait_for()
    return page.locator("rule-list li")


def edit(page: Page, name: str) -> Locator:
    """Open the sheet of a rule."""
    page.locator("rule-list li", has_text=name).locator("button").first.click()
    return page.locator("rule-editor dialog[open]")


def test_the_navigation_leads_there(page: Page) -> None:
    page.get_by_role("link", name="Recurring").locator("visible=true").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recurring expenses")
    expect(page).to_have_title("Recurring · Expense Tracker")
    expect(page.locator("recurring-view")).to_contain_text("Nothing recurs yet.")


@pytest.mark.both_screens
def test_a_rule_is_made_from_scratch(page: Page, person: Person) -> None:
    open_recurring(page)
    page.get_by_role("button", name="Add recurring expense").click()
    sheet = page.locator("rule-editor dialog[open]")
    sheet.get_by_role("button", name="Save").click()
    expect(sheet.locator(".field-error").first).to_have_text(
        "Enter an amount, or let it ask each time."
    )
    expect(sheet.get_by_label("Amount in rupees")).to_be_focused()
    sheet.get_by_label("What for?").fill("Car loan")
    sheet.get_by_label("Amount in rupees").press_sequentially("9876.5")
    sheet.get_by_label("Category").select_option(label="Transport")
    sheet.get_by_label("Day of the month").fill("31")
    sheet.get_by_label("From", exact=True).fill(day(1))
    sheet.get_by_label("Ends").select_option(label="after so many")
    sheet.get_by_label("How many in all").fill("24")
    sheet.get_by_label("The first is number").fill("7")
    expect(sheet).to_contain_text("Every month on its last day")
    sheet.get_by_role("button", name="Save").click()
    row = page.locator("rule-list li")
    expect(row).to_contain_text("Car loan")
    expect(row).to_contain_text("₹9,876.50")
    expect(row).to_contain_text("7 of 24")
    expect(page.get_by_text("Car loan is recorded by itself from now on.").first).to_be_visible()
    (rule,) = person.call("GET", "/recurring")["items"]
    assert (rule["day"], rule["count"], rule["first_number"]) == (31, 24, 7)
    assert (rule["amount_paise"], rule["category"]) == (9_876_50, "transport")


def test_what_is_due_already_is_said_before_and_on_record_after(page: Page, person: Person) -> None:
    open_recurring(page)
    page.get_by_role("button", name="Add recurring expense").click()
    sheet = page.locator("rule-editor dialog[open]")
    sheet.get_by_label("What for?").fill("Milk")
    sheet.get_by_label("Amount in rupees").press_sequentially("64")
    sheet.get_by_label("Category").select_option(label="Groceries")
    sheet.get_by_label("Repeats").select_option(label="by day")
    sheet.get_by_label("From", exact=True).fill(day(-2))
    expect(sheet).to_contain_text("3 days up to today are recorded as soon as you save.")
    sheet.get_by_role("button", name="Save").click()
    expect(page.locator("rule-list li")).to_contain_text(f"Next {written(day(1))}")
    assert [one["date"] for one in person.expenses()] == [day(0), day(-1), day(-2)]


def test_it_lists_what_the_server_says_is_upcoming(page: Page, person: Person) -> None:
    recur(person)
    recur(person, description="Milk", every=2, start=day(1), category="groceries")
    recur(person, description="Power", start=day(-1), amount_paise=None)
    recur(person, description="Gym", paused=True)
    open_recurring(page)
    listed = page.locator("upcoming-list li")
    items = person.call("GET", "/upcoming", params={"from": day(-30), "to": day(30)})["items"]
    expect(listed).to_have_count(len(items))
    shown = listed.evaluate_all("rows => rows.map(row => [row.dataset.date, row.dataset.state])")
    assert shown == [[item["date"], item["state"]] for item in items]
    expect(page.locator("recurring-view")).to_contain_text("and 2 amounts that are not known yet")


def test_an_amount_that_is_asked_for_is_told(page: Page, person: Person) -> None:
    recur(person, description="Power", start=day(-1), amount_paise=None)
    open_recurring(page)
    asking = page.locator("upcoming-list li[data-state=asked]")
    asking.get_by_role("button", name="Record").click()
    expect(asking.locator(".field-error")).to_be_visible()
    field = asking.get_by_label(f"Amount of Power, {written(day(-1))}")
    field.press_sequentially("1240.5")
    asking.get_by_role("button", name="Record").click()
    expect(page.get_by_text("₹1,240.50 recorded for Power.").first).to_be_visible()
    expect(asking).to_have_count(0)
    (expense,) = person.expenses()
    assert (expense["date"], expense["amount_paise"]) == (day(-1), 1_240_50)


def test_an_amount_that_is_told_warns_of_its_budget_as_any_save(page: Page, person: Person) -> None:
    recur(person, description="Power", start=day(-1), amount_paise=None)
    person.set_budget("rent", day(-1)[:7], 1_000_00)
    open_recurring(page)
    asking = page.locator("upcoming-list li[data-state=asked]")
    asking.get_by_label(f"Amount of Power, {written(day(-1))}").fill("900")
    asking.get_by_role("button", name="Record").click()
    expect(page.locator("notice-list").get_by_text("₹100 left").first).to_be_visible()


def test_an_amount_that_is_asked_for_is_let_go(page: Page, person: Person) -> None:
    recur(person, description="Power", start=day(-1), amount_paise=None)
    open_recurring(page)
    asking = page.locator("upcoming-list li[data-state=asked]")
    asking.get_by_role("button", name="Not this time").click()
    expect(asking).to_have_count(0)
    assert person.expenses() == []
    assert person.call("GET", "/recurring")["items"][0]["asked"] == []


def test_a_rule_is_edited(page: Page, person: Person) -> None:
    recur(person)
    open_recurring(page)
    sheet = edit(page, "Rent")
    sheet.get_by_label("Amount in rupees").fill("26000")
    sheet.get_by_role("button", name="Save").click()
    expect(page.locator("rule-list li")).to_contain_text("₹26,000")
    assert person.call("GET", "/recurring")["items"][0]["amount_paise"] == 26_000_00


def test_one_that_changed_elsewhere_is_not_overwritten(page: Page, person: Person) -> None:
    rule = recur(person)
    open_recurring(page)
    sheet = edit(page, "Rent")
    said = {name: rule[name] for name in ("description", "category", "frequency", "every", "start")}
    etag = {"if-match": person.client.get(f"/recurring/{rule['id']}").headers["etag"]}
    changed = said | {"amount_paise": 30_000_00}
    person.call("PUT", f"/recurring/{rule['id']}", json=changed, headers=etag)
    sheet.get_by_label("What for?").fill("House rent")
    sheet.get_by_role("button", name="Save").click()
    expect(page.get_by_text("it was changed elsewhere meanwhile").first).to_be_visible()
    expect(sheet.get_by_label("What for?")).to_have_value("House rent")
    assert person.call("GET", "/recurring")["items"][0]["description"] == "Rent"


def test_a_rule_is_paused_and_goes_on(page: Page, person: Person) -> None:
    recur(person)
    open_recurring(page)
    edit(page, "Rent").get_by_role("button", name="Pause").click()
    row = page.locator("rule-list li")
    expect(row).to_contain_text("Paused")
    expect(page.locator("upcoming-list li")).to_have_count(0)
    edit(page, "Rent").get_by_role("button", name="Go on").click()
    expect(row).to_contain_text(f"Next {written(day(5))}")


def test_the_next_is_skipped(page: Page, person: Person) -> None:
    recur(person)
    open_recurring(page)
    edit(page, "Rent").get_by_role("button", name=f"Skip {written(day(5))}").click()
    expect(page.locator("rule-list li")).to_contain_text(f"Next {written(day(35))}")
    assert person.call("GET", "/recurring")["items"][0]["skipped"] == [day(5)]


def test_deleting_a_rule_keeps_what_it_recorded(page: Page, person: Person) -> None:
    recur(person, start=day(-1))
    open_recurring(page)
    sheet = edit(page, "Rent")
    sheet.get_by_role("button", name="Delete").click()
    expect(sheet).to_contain_text("Delete Rent? What it recorded stays.")
    sheet.get_by_role("button", name="Delete it").click()
    expect(page.locator("rule-list li")).to_have_count(0)
    assert person.call("GET", "/recurring")["items"] == []
    assert len(person.expenses()) == 1


def test_the_only_day_is_skipped_and_the_rule_is_at_its_end(page: Page, person: Person) -> None:
    recur(person, count=1)
    open_recurring(page)
    edit(page, "Rent").get_by_role("button", name=f"Skip {written(day(5))}").click()
    expect(page.get_by_text(f"Rent: {written(day(5))} is skipped.").first).to_be_visible()
    expect(page.locator("rule-list li")).to_contain_text("Ended")
    expect(page.locator("upcoming-list li")).to_have_count(0)
    assert person.call("GET", "/recurring")["items"][0]["state"] == "ended"


def test_one_that_waits_says_why_and_goes_on_with_another_category(
    page: Page, person: Person
) -> None:
    recur(person, start=day(1))
    person.call("PUT", "/categories/rent", json={"archived": True})
    open_recurring(page)
    row = page.locator("rule-list li")
    expect(row).to_contain_text("Rent waits: its category Rent is archived.")
    row.get_by_role("button", name="Choose a category").click()
    sheet = page.locator("rule-editor dialog[open]")
    sheet.get_by_label("Category").select_option(label="Other")
    sheet.get_by_role("button", name="Save").click()
    expect(row).not_to_contain_text("waits")
    assert person.call("GET", "/recurring")["items"][0]["state"] == "active"


def test_one_that_waits_says_why_though_the_categories_come_late(
    page: Page, person: Person
) -> None:
    recur(person, start=day(1))
    open_recurring(page)
    person.call("PUT", "/categories/rent", json={"archived": True})

    def late(route: Route) -> None:
        answer = route.fetch()
        page.wait_for_timeout(1_500)
        route.fulfill(response=answer)

    page.route("**/api/categories", late)
    open_recurring(page)
    row = page.locator("rule-list li")
    expect(row).to_contain_text("Rent waits: its category Rent is archived.")


def test_one_that_finds_no_room_says_what_to_do(page: Page, person: Person) -> None:
    recur(person, start=day(1))

    def full(route: Route) -> None:
        answer = route.fetch()
        rules = answer.json()
        rules["items"][0]["state"] = "waiting"
        route.fulfill(response=answer, json=rules)

    page.route("**/api/recurring", full)
    open_recurring(page)
    row = page.locator("rule-list li")
    expect(row).to_contain_text("Rent waits: there is no room for more expenses here.")
    expect(row.get_by_role("button", name="Choose a category")).to_have_count(0)


def test_it_has_no_accessibility_problem_and_no_sideways_scroll(
    themed_page: Page, person: Person
) -> None:
    page = themed_page
    recur(person, count=24, first_number=7)
    recur(person, description="Power", start=day(-1), amount_paise=None)
    recur(person, description="Gym", category="health", paused=True)
    recur(person, description="Fuel card", category="fuel", start=day(2))
    person.call("PUT", "/categories/fuel", json={"archived": True})
    open_recurring(page)
    assert problems(page) == []
    for width in (320, 390, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert not overflows(page), width
    edit(page, "Rent")
    assert problems(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    enlarge_text(page)
    assert cut_off(page) == []


@pytest.mark.both_screens
def test_it_says_what_recurring_comes_to_and_what_rose(page: Page, person: Person) -> None:
    rule = recur(person, description="Netflix", amount_paise=649_00, start=day(-30))
    open_recurring(page)
    sheet = edit(page, "Netflix")
    sheet.get_by_label("Amount in rupees").fill("799")
    sheet.get_by_role("button", name="Save").click()
    card = page.locator("costs-card")
    expect(card).to_contain_text(f"Netflix rises from ₹649 to ₹799 on {written(day(30))}.")
    # Every 30 days from in 30 days on: twelve times in a year.
    expect(card.locator("[data-year]")).to_have_attribute("data-year", str(12 * 799_00))
    assert rule["amount_paise"] == 649_00


@pytest.mark.both_screens
def test_what_looks_monthly_is_proposed_and_taken_or_declined(page: Page, person: Person) -> None:
    for name in ("Netflix", "Gym"):
        person.spend(
            *(
                {
                    "date": day(-days),
                    "amount_paise": 649_00,
                    "category": "entertainment",
                    "description": name,
                }
                for days in (5, 35, 65)
            )
        )
    open_recurring(page)
    proposals = page.locator("proposal-list li")
    expect(proposals).to_have_count(2)
    expect(proposals.filter(has_text="Netflix")).to_contain_text(
        "Netflix looks like a monthly expense."
    )
    assert problems(page) == []
    page.get_by_role("button", name="No, Gym does not recur").click()
    expect(proposals).to_have_count(1)
    page.get_by_role("button", name="Let it recur…: Netflix").click()
    sheet = page.locator("rule-editor dialog[open]")
    expect(sheet.get_by_label("What for?")).to_have_value("Netflix")
    expect(sheet.get_by_label("Amount in rupees")).to_have_value("649")
    sheet.get_by_role("button", name="Save").click()
    expect(page.locator("rule-list li")).to_contain_text("Netflix")
    expect(proposals).to_have_count(0)
    page.reload()
    expect(page.locator("costs-card")).to_be_visible()
    expect(proposals).to_have_count(0)
    assert len(person.expenses()) == 6


@pytest.mark.both_screens
def test_the_overview_shows_what_is_due_next_and_takes_an_amount(
    page: Page, person: Person
) -> None:
    person.spend((day(0), 90_00, "groceries"))
    recur(person, description="Power", start=day(0), amount_paise=None)
    for days in range(1, 6):
        recur(person, description=f"Rent {days}", start=day(days))
    page.goto(running_stack().app_url)
    card = page.locator("upcoming-card")
    expect(card.locator("li")).to_have_count(4)
    expect(card).to_contain_text("₹1,25,000 is due in the next 30 days, and 2 amounts")
    card.get_by_label("Amount of Power").press_sequentially("1240")
    card.get_by_role("button", name="Record").click()
    expect(page.get_by_text("₹1,240 recorded for Power.").first).to_be_visible()
    expect(page.locator("period-total .total")).to_contain_text("1,330")
    card.get_by_role("link", name="See all 6").click()
    expect(page.locator("upcoming-list li")).to_have_count(6)


def test_a_past_month_and_a_narrowed_one_show_nothing_of_what_is_to_come(
    page: Page, person: Person
) -> None:
    person.spend((day(0), 90_00, "groceries"), (day(-62), 90_00, "groceries"))
    recur(person)
    page.goto(running_stack().app_url)
    expect(page.locator("upcoming-card")).to_be_visible()
    page.goto(f"{running_stack().app_url}/?category=groceries")
    expect(page.locator("category-trend")).to_be_visible()
    expect(page.locator("upcoming-card")).to_have_count(0)
    page.goto(f"{running_stack().app_url}/?period=month:{day(-62)[:7]}-01")
    expect(page.locator("category-trend")).to_be_visible()
    expect(page.locator("upcoming-card")).to_have_count(0)


@pytest.mark.both_screens
def test_a_month_says_what_it_comes_to_by_its_end_and_draws_the_rest(
    page: Page, person: Person
) -> None:
    today = date.fromisoformat(day(0))
    first = today.replace(day=1)
    left = calendar.monthrange(today.year, today.month)[1] - today.day
    before = [first - timedelta(days=days) for days in range(1, 41)]
    person.spend(*((one.isoformat(), 100_00, "groceries") for one in before))
    person.spend((day(0), 500_00, "groceries"))
    recur(person, start=day(1))
    page.goto(running_stack().app_url)
    expect(page.locator("upcoming-card")).to_be_visible()
    card = page.locator("month-end-card")
    if left == 0:
        expect(card).to_have_count(0)
        return
    expect(card.locator(".sum")).to_have_attribute(
        "data-total", str(500_00 + 25_000_00 + left * 100_00)
    )
    expect(card).to_contain_text("₹500 spent so far, ₹25,000 still due by what recurs")
    page.get_by_role("button", name="Table: By day").click()
    rows = page.locator("spending-over-time[by=day] tbody tr", has_text="(expected)")
    expect(rows).to_have_count(left)
    expect(rows.first).to_contain_text("₹25,100.00")


def recorded(person: Person, **content: Any) -> dict:
    """A rule, and the expense of today that it recorded."""
    rule = recur(person, start=day(0), **content)
    (expense,) = person.expenses()
    assert expense["rule"] == rule["id"]
    return rule


def open_expense(page: Page) -> Locator:
    """Open the only expense there is."""
    open_expenses(page).locator(".edit").click()
    return dialog(page)


@pytest.mark.both_screens
def test_an_edit_of_one_can_be_for_all_from_now_on(page: Page, person: Person) -> None:
    recorded(person)
    form = open_expense(page)
    form.locator("#amount").fill("26000")
    save(form)
    question = page.locator("rule-question dialog[open]")
    expect(question).to_contain_text("This one, or all from now on?")
    assert problems(page) == []
    question.get_by_role("button", name="All from now on").click()
    expect(page.get_by_text("Rent is changed from now on.").first).to_be_visible()
    wait_until_sent(page)
    assert [one["amount_paise"] for one in person.expenses()] == [26_000_00]
    assert person.call("GET", "/recurring")["items"][0]["amount_paise"] == 26_000_00


def test_an_edit_of_one_can_be_of_this_one_only(page: Page, person: Person) -> None:
    recorded(person)
    form = open_expense(page)
    form.locator("#amount").fill("26000")
    save(form)
    question = page.locator("rule-question dialog[open]")
    question.get_by_role("button", name="Only this one").click()
    expect(page.locator("rule-question")).to_have_count(0)
    wait_until_sent(page)
    assert [one["amount_paise"] for one in person.expenses()] == [26_000_00]
    assert person.call("GET", "/recurring")["items"][0]["amount_paise"] == 25_000_00


def test_another_day_of_the_month_can_be_for_all_and_records_none_twice(
    page: Page, person: Person
) -> None:
    today = date.fromisoformat(day(0))
    rule = recorded(person, frequency="monthly", every=1, day=today.day)
    other = today + timedelta(days=1 if today.day < 15 else -1)
    form = open_expense(page)
    form.locator("date-input .device").fill(other.isoformat())
    save(form)
    question = page.locator("rule-question dialog[open]")
    question.get_by_role("button", name="All from now on").click()
    expect(page.get_by_text("Rent is changed from now on.").first).to_be_visible()
    wait_until_sent(page)
    (changed,) = person.call("GET", "/recurring")["items"]
    assert changed["day"] == other.day
    assert changed["next"][:7] > rule["last"][:7]
    assert [one["date"] for one in person.expenses()] == [other.isoformat()]


def test_deleting_one_can_end_them_all_from_now_on(page: Page, person: Person) -> None:
    recorded(person)
    open_expense(page).get_by_role("button", name="Delete").click()
    question = page.locator("rule-question dialog[open]")
    question.get_by_role("button", name="All from now on").click()
    expect(page.get_by_text("Rent deleted. What it recorded stays.").first).to_be_visible()
    wait_until_sent(page)
    assert person.expenses() == []
    assert person.call("GET", "/recurring")["items"] == []


def test_an_expense_is_repeated(page: Page, person: Person) -> None:
    person.spend(
        {
            "date": day(0),
            "amount_paise": 649_00,
            "category": "entertainment",
            "description": "Netflix",
            "tags": ["tv"],
        }
    )
    open_expense(page).get_by_role("button", name="Repeat…").click()
    sheet = page.locator("rule-editor dialog[open]")
    expect(sheet.get_by_label("What for?")).to_have_value("Netflix")
    expect(sheet.get_by_label("Tags, parted by commas")).to_have_value("tv")
    sheet.get_by_role("button", name="Save").click()
    expect(page.locator("rule-list li")).to_contain_text("Netflix")
    (rule,) = person.call("GET", "/recurring")["items"]
    assert (rule["frequency"], rule["day"]) == ("monthly", int(day(0)[-2:]))
    assert rule["next"] > day(0)
    assert len(person.expenses()) == 1
