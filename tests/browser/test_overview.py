"""The overview: figures, charts, filters, and where a click leads."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import overflows, problems
from tests.browser.expense_dialog import (
    choose_category,
    dialog,
    fill_date,
    open_expenses,
    save,
    wait_until_sent,
)
from tests.stack import running_stack

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.person import Person

YEAR = "period=year:2024-01-01"


@pytest.fixture(autouse=True)
def _spending(person: Person) -> None:
    person.spend(
        ("2023-05-05", 10_000_00, "rent"),
        ("2024-01-15", 20_000_00, "rent"),
        ("2024-01-15", 1_23_456_50, "travel"),
        ("2024-03-02", 250_75, "groceries"),
        ("2024-03-02", 100_00, "food-dining"),
        ("2024-03-31", 99_00, "groceries"),
        ("2024-12-31", 45_00, "groceries"),
    )


def open_overview(page: Page, query: str = YEAR) -> Locator:
    """Open the overview of a period, and return its total when it is there."""
    page.goto(f"{running_stack().app_url}/?{query}")
    total = page.locator("period-total .total")
    total.wait_for()
    return total


def table_of(page: Page, card: str) -> dict[str, int]:
    """Show a chart as a table, and return its paise by day, month or category, in its order."""
    toggle = page.locator(f"{card} header button")
    if toggle.get_attribute("aria-pressed") == "false":
        toggle.click()
    rows = page.locator(f"{card} tbody tr")
    rows.first.wait_for()
    pairs = rows.evaluate_all("rows => rows.map(row => [row.dataset.key, +row.dataset.total])")
    return dict(pairs)


def api_requests(page: Page) -> list[str]:
    """Return a list that gathers what the page asks the API from now on."""
    asked: list[str] = []
    api = running_stack().api_url
    page.on("request", lambda request: asked.append(request.url) if api in request.url else None)
    return asked


def test_the_total_is_compared_with_the_year_before(page: Page) -> None:
    total = open_overview(page)
    assert total.get_attribute("data-total") == "14395125"
    expect(page.locator("period-total")).to_contain_text("₹1,43,951.25")
    expect(page.locator("period-total .change")).to_contain_text("more than 2023")
    expect(page.locator("period-total .change")).to_contain_text("₹10,000 then")
    expect(page.locator("period-total dl")).to_contain_text("₹393.31")
    expect(page.locator("period-total dl")).to_contain_text("6")


def test_the_charts_are_chronological_and_hold_days_and_months_without_spending(
    page: Page,
) -> None:
    open_overview(page)
    months = table_of(page, "spending-over-time[by=month]")
    assert list(months) == [f"2024-{month:02}" for month in range(1, 13)]
    assert months["2024-01"] == 1_43_456_50
    assert months["2024-02"] == 0
    days = table_of(page, "spending-over-time[by=day]")
    first = date(2024, 1, 1)
    assert list(days) == [str(first + timedelta(days=day)) for day in range(366)]
    assert days["2024-03-02"] == 350_75
    assert days["2024-03-03"] == 0
    assert sum(days.values()) == sum(months.values()) == 1_43_951_25


def test_categories_are_shares_and_a_trend_of_the_same_figures(page: Page) -> None:
    open_overview(page)
    assert table_of(page, "category-breakdown") == {
        "travel": 1_23_456_50,
        "rent": 20_000_00,
        "groceries": 394_75,
        "food-dining": 100_00,
    }
    assert table_of(page, "category-trend") == table_of(page, "spending-over-time[by=month]")


def test_filters_exclusions_and_tables_ask_the_server_for_nothing(page: Page) -> None:
    total = open_overview(page)
    page.locator("category-breakdown canvas").wait_for()
    page.wait_for_load_state("networkidle")
    asked = api_requests(page)
    page.get_by_role("button", name="Leave out Rent").click()
    expect(total).to_have_attribute("data-total", "12395125")
    page.locator("category-breakdown li[data-category=groceries] .pick").click()
    expect(total).to_have_attribute("data-total", "39475")
    assert table_of(page, "spending-over-time[by=month]")["2024-03"] == 349_75
    assert table_of(page, "category-trend")["2024-12"] == 45_00
    page.get_by_role("button", name="Without Rent: bring it back").click()
    page.get_by_role("button", name="Only Groceries: show all categories again").click()
    expect(total).to_have_attribute("data-total", "14395125")
    assert asked == []


def test_a_filter_is_in_the_address_and_the_back_button_takes_it_back(page: Page) -> None:
    total = open_overview(page)
    page.get_by_role("button", name="Leave out Rent").click()
    expect(page).to_have_url(re.compile("without=rent"))
    page.reload()
    expect(total).to_have_attribute("data-total", "12395125")
    page.go_back()
    expect(total).to_have_attribute("data-total", "14395125")


def test_see_them_lists_what_the_figure_counts(page: Page) -> None:
    total = open_overview(page, f"{YEAR}&category=groceries,rent,travel&without=rent")
    expect(total).to_have_attribute("data-total", "12385125")
    expect(page.locator("period-total dl")).to_contain_text("4")
    page.get_by_role("link", name="See them").click()
    page.wait_for_url("**/expenses?*")
    expect(page.locator("expense-list .entry")).to_have_count(4)
    expect_sum(page, "₹1,23,851.25", "in 4 expenses")
    page.get_by_role("button", name="Travel: leave it out of those shown").click()
    expect(page.locator("expense-list .entry")).to_have_count(3)
    expect_sum(page, "₹394.75", "in 3 expenses")


def test_a_bar_of_a_filtered_chart_opens_only_what_it_counts(page: Page) -> None:
    open_overview(page, f"{YEAR}&without=groceries,rent")
    table_of(page, "spending-over-time[by=month]")
    page.locator("spending-over-time[by=month] tr[data-key='2024-03'] a").click()
    expect(page.locator("expense-list .entry")).to_have_count(1)
    expect_sum(page, "₹100.00", "in one expense")


def test_the_lists_filter_is_seen_in_charts(page: Page, person: Person) -> None:
    person.spend(
        {"date": "2024-03-05", "amount_paise": 70_00, "category": "fuel", "tags": ["trip"]},
        {"date": "2024-03-06", "amount_paise": 30_00, "category": "rent", "tags": ["trip"]},
    )
    open_expenses(page, "?from=2024-03-01&to=2024-03-31&without=rent&tag=trip")
    expect_sum(page, "₹70.00", "in one expense")
    page.get_by_role("link", name="Charts", exact=True).click()
    expect(page.locator("period-picker h1")).to_have_text("March 2024")
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "7000")
    assert table_of(page, "spending-over-time[by=day]")["2024-03-05"] == 70_00
    assert page.locator("budget-list").count() == 0
    page.get_by_role("button", name="#trip: take this filter away").click()
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "51975")


def test_a_slice_filters_everything(page: Page) -> None:
    total = open_overview(page)
    click_in_chart(page, "category-breakdown", across=0.5, down=0.5, offset=(82, 0))
    expect(total).to_have_attribute("data-total", "12345650")
    expect(page.locator("filter-chips")).to_contain_text("Only Travel")


def test_a_point_opens_the_expenses_of_its_day_or_month(page: Page) -> None:
    open_overview(page)
    click_in_chart(page, "spending-over-time[by=month]", across=0.98)
    expect(page).to_have_url(re.compile("/expenses.*from=2024-12-01.*to=2024-12-31"))
    page.go_back()
    click_in_chart(page, "spending-over-time[by=day]", across=0.6)
    expect(page).to_have_url(re.compile(r"/expenses\?from=(2024-\d\d-\d\d)&to=\1$"))
    page.go_back()
    click_in_chart(page, "category-trend", across=0.2, down=0.3)
    expect(page).to_have_url(re.compile(r"/expenses\?from=2024-(\d\d)-01&to=2024-\1-\d\d"))


def test_the_table_leads_to_the_same_expenses(page: Page) -> None:
    open_overview(page)
    table_of(page, "spending-over-time[by=month]")
    page.locator("spending-over-time[by=month] tr[data-key='2024-03'] a").click()
    expect(page).to_have_url(re.compile("from=2024-03-01&to=2024-03-31"))


def test_an_expense_moved_to_another_month_moves_in_both_charts(page: Page, person: Person) -> None:
    open_overview(page)
    assert table_of(page, "spending-over-time[by=month]")["2024-03"] == 449_75
    entries = open_expenses(page, "?from=2024-12-31&to=2024-12-31")
    entries.locator(".edit").click()
    form = dialog(page)
    fill_date(form, "2024-03-30")
    save(form)
    wait_until_sent(page)
    page.go_back()
    expect(page.locator("spending-over-time[by=month]")).to_be_visible()
    months = table_of(page, "spending-over-time[by=month]")
    assert (months["2024-03"], months["2024-12"]) == (494_75, 0)
    days = table_of(page, "spending-over-time[by=day]")
    assert (days["2024-03-30"], days["2024-12-31"]) == (45_00, 0)
    assert person.summary(**{"from": "2024-03-01", "to": "2024-03-31"})["total_paise"] == 494_75


def test_periods_lead_on_and_back(page: Page) -> None:
    open_overview(page)
    heading = page.locator("period-picker h1")
    page.get_by_role("button", name="Previous period").click()
    expect(heading).to_have_text("2023")
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "1000000")
    page.get_by_role("button", name="Next period").click()
    page.get_by_role("button", name=re.compile("^FY")).click()
    expect(heading).to_have_text("FY 2023–24")
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "15390625")
    page.get_by_role("button", name="All", exact=True).click()
    expect(heading).to_have_text("All time")
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "15395125")
    page.get_by_role("button", name="Today", exact=True).click()
    expect(heading).to_have_text("Today")


def test_a_history_too_long_for_days_is_shown_by_months(page: Page) -> None:
    refusal = {"status": 400, "json": {"title": "Bad Request", "status": 400}}
    page.route(
        re.compile(r"/api/summary\?.*day"),
        lambda route: route.fulfill(**refusal),  # pyright: ignore[reportArgumentType]
    )
    total = open_overview(page, "period=all")
    assert total.get_attribute("data-total") == "15395125"
    months = table_of(page, "spending-over-time[by=month]")
    assert (len(months), months["2024-12"]) == (20, 45_00)
    assert page.locator("spending-over-time[by=day]").count() == 0


def test_any_range_can_be_chosen(page: Page) -> None:
    open_overview(page)
    page.get_by_role("button", name="Custom range").click()
    page.get_by_label("From", exact=True).fill("2024-03-02")
    page.get_by_label("To", exact=True).fill("2024-03-01")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#period-problem")).to_contain_text("before the last")
    page.get_by_label("To", exact=True).fill("2024-03-31")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "44975")
    page.get_by_role("button", name="Previous period").click()
    expect(page.locator("period-picker h1")).to_have_text("1 Feb – 1 Mar 2024")


def test_today_is_indias_and_shows_what_is_added_at_once(page: Page) -> None:
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    open_overview(page, f"period=day:{today}")
    page.keyboard.press("n")
    form = dialog(page)
    form.locator("#amount").fill("1234.5")
    choose_category(form, "Fuel")
    save(form)
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "123450")
    assert table_of(page, "spending-over-time[by=day]")[str(today)] == 123450


def test_it_has_no_accessibility_problem_and_no_sideways_scroll(themed_page: Page) -> None:
    page = themed_page
    open_overview(page, f"{YEAR}&without=rent&category=groceries")
    page.locator("category-trend canvas").wait_for()
    assert problems(page) == []
    for card in (
        "spending-over-time[by=day]",
        "category-breakdown",
        "spending-over-time[by=month]",
        "category-trend",
    ):
        table_of(page, card)
    assert problems(page) == []
    for width in (320, 390, 768, 1024, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert not overflows(page), width


@pytest.mark.both_screens
def test_without_a_period_it_opens_on_the_newest_with_expenses(page: Page) -> None:
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    page.goto(running_stack().app_url)
    heading = page.locator("period-picker h1")
    expect(heading).to_have_text("December 2024")
    expect(page.locator("period-total .total")).to_have_attribute("data-total", "4500")
    why = page.locator("overview-view .why")
    expect(why).to_contain_text(f"Nothing was spent in {today:%B %Y} yet.")
    assert problems(page) == []
    why.get_by_role("button").click()
    expect(heading).to_have_text(f"{today:%B %Y}")
    expect(why).to_have_count(0)
    page.get_by_role("button", name="Previous period").click()
    expect(heading).not_to_have_text(f"{today:%B %Y}")


def test_a_running_month_is_so_far_and_none_ahead_is_offered(page: Page, person: Person) -> None:
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    person.spend((str(today), 100_00, "rent"))
    open_overview(page, f"period=month:{today:%Y-%m}-01")
    following = page.locator("period-picker .next")
    expect(following).to_be_disabled()
    page.keyboard.press("]")
    expect(page.locator("period-picker h1")).to_have_text(f"{today:%B %Y}")
    is_over = (today + timedelta(days=1)).day == 1
    spent = page.locator("#total-label")
    expect(spent).to_have_text("Spent" if is_over else "Spent so far")
    page.get_by_role("button", name="Previous period").click()
    expect(spent).to_have_text("Spent")
    expect(following).to_be_enabled()


def test_days_that_have_not_begun_have_no_average_and_are_not_today(page: Page) -> None:
    open_overview(page, "period=day:2090-01-01")
    expect(page.locator("period-total dl")).not_to_contain_text("average")
    today = page.get_by_role("button", name="Today", exact=True)
    expect(today).to_have_attribute("aria-pressed", "false")
    today.click()
    expect(today).to_have_attribute("aria-pressed", "true")


def test_a_change_of_no_percent_is_about_the_same(page: Page, person: Person) -> None:
    person.spend(("2022-01-01", 10_000_00, "rent"), ("2023-06-01", 5_00, "rent"))
    open_overview(page, "period=year:2023-01-01")
    change = page.locator("period-total .change")
    expect(change).to_contain_text("About as much as 2022")
    assert "more" not in (change.get_attribute("class") or "")


def test_a_second_enter_brings_back_what_the_first_left_out(page: Page) -> None:
    total = open_overview(page)
    page.get_by_role("button", name="Leave out Rent").focus()
    page.keyboard.press("Enter")
    expect(total).to_have_attribute("data-total", "12395125")
    back = page.locator("category-breakdown").get_by_role("button", name="Bring back Rent")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    expect(total).to_have_attribute("data-total", "14395125")
    expect(page.get_by_role("button", name="Leave out Rent")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Without Rent: bring it back").focus()
    page.keyboard.press("Enter")
    expect(total).to_have_attribute("data-total", "14395125")
    expect(page.locator("main")).to_be_focused()


def test_back_from_the_list_returns_to_the_same_place(page: Page) -> None:
    open_overview(page)
    table_of(page, "spending-over-time[by=month]")
    link = page.locator("spending-over-time[by=month] tr[data-key='2024-03'] a")
    page.evaluate("scrollTo(0, 700)")
    page.wait_for_timeout(200)
    at = page.evaluate("scrollY")
    # Without a pointer, before which the link would be scrolled into sight.
    link.evaluate("link => link.click()")
    page.wait_for_url("**/expenses?*")
    page.go_back()
    page.locator("category-trend").wait_for()
    page.wait_for_timeout(500)
    assert at > 100
    assert abs(page.evaluate("scrollY") - at) < 5


def test_a_finger_sees_the_value_first_and_opens_it_with_a_second_tap(
    page: Page, screen: str
) -> None:
    if screen != "phone":
        pytest.skip("a desktop has no finger")
    open_overview(page)
    at = place_in_chart(page, "spending-over-time[by=month]", across=0.98)
    page.touchscreen.tap(*at)
    page.wait_for_timeout(300)
    assert "/expenses" not in page.url
    page.touchscreen.tap(*at)
    expect(page).to_have_url(re.compile("/expenses.*from=2024-12-01.*to=2024-12-31"))


def expect_sum(page: Page, amount: str, counted: str) -> None:
    """What the list adds up to."""
    expect(page.locator("expenses-view .sum .amount")).to_have_text(amount)
    expect(page.locator("expenses-view .sum")).to_contain_text(counted)


def place_in_chart(page: Page, card: str, *, across: float) -> tuple[float, float]:
    """Where a part of a drawn chart's width lies in the window, at half its height."""
    canvas = page.locator(f"{card} canvas")
    canvas.scroll_into_view_if_needed()
    page.wait_for_function(
        "card => document.querySelector(`${card} canvas`)?.style.height", arg=card
    )
    page.wait_for_timeout(200)
    box = canvas.bounding_box()
    assert box
    return box["x"] + box["width"] * across, box["y"] + box["height"] / 2


def click_in_chart(
    page: Page, card: str, *, across: float, down: float = 0.5, offset: tuple[int, int] = (0, 0)
) -> None:
    """Click a place in a drawn chart, given as parts of its width and height."""
    canvas = page.locator(f"{card} canvas")
    canvas.scroll_into_view_if_needed()
    canvas.evaluate("canvas => new Promise(done => requestAnimationFrame(done))")
    # Drawn: Chart.js has given it a size of its own.
    page.wait_for_function(
        "card => document.querySelector(`${card} canvas`)?.style.height", arg=card
    )
    box = canvas.bounding_box()
    assert box
    position = {
        "x": box["width"] * across + offset[0],
        "y": box["height"] * down + offset[1],
    }
    canvas.click(position=position)  # pyright: ignore[reportArgumentType]
