"""How a ledger's months are counted."""

import pytest

from tracker.period import month_of


def test_months_begin_on_the_first_and_nothing_is_carried_over_unless_said(asha):
    assert asha.settings() == {"month_start": 1, "carry_over_from": None}


def test_what_is_left_out_of_a_change_stays(asha):
    answer = asha.change_settings(month_start=25)
    assert (answer.status, answer.json) == (200, {"month_start": 25, "carry_over_from": None})
    asha.change_settings(carry_over_from="2026-07")
    assert asha.settings() == {"month_start": 25, "carry_over_from": "2026-07"}
    asha.change_settings(month_start=1)
    assert asha.settings() == {"month_start": 1, "carry_over_from": "2026-07"}
    asha.change_settings(carry_over_from=None)
    assert asha.settings() == {"month_start": 1, "carry_over_from": None}


def test_what_is_carried_over_needs_no_other_first_day(asha):
    asha.change_settings(carry_over_from="2026-07")
    assert asha.settings() == {"month_start": 1, "carry_over_from": "2026-07"}


def test_two_are_set_at_once(asha):
    asha.change_settings(month_start=25, carry_over_from="2026-07")
    assert asha.settings() == {"month_start": 25, "carry_over_from": "2026-07"}


def test_both_change_at_once(asha):
    asha.change_settings(month_start=28, carry_over_from="2026-07")
    answer = asha.change_settings(month_start=2, carry_over_from=None)
    assert answer.json == asha.settings() == {"month_start": 2, "carry_over_from": None}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("month_start", value) for value in (0, 29, -1, 1.5, "25", True, None)),
        *(("carry_over_from", value) for value in ("2026-13", "2026-07-01", "", 202607, True)),
        ("currency", "INR"),
    ],
)
def test_a_wrong_setting_is_named(asha, field, value):
    answer = asha.change_settings(**{field: value})
    assert (answer.status, answer.wrong_fields) == (422, [field])
    assert asha.settings() == {"month_start": 1, "carry_over_from": None}


def test_a_change_of_nothing_is_refused(asha):
    assert asha.change_settings().status == 422


@pytest.mark.parametrize(
    ("day", "month_start", "month"),
    [
        ("2026-11-01", 1, "2026-11"),
        ("2026-11-24", 25, "2026-10"),
        ("2026-11-25", 25, "2026-11"),
        ("2026-01-24", 25, "2025-12"),
        ("2026-02-24", 25, "2026-01"),
        ("2024-02-29", 28, "2024-02"),
        ("2024-03-27", 28, "2024-02"),
    ],
)
def test_a_month_is_called_by_the_one_it_begins_in(day, month_start, month):
    assert month_of(day, month_start) == month


def test_the_present_months_budgets_are_those_of_the_month_that_began_last(asha, monkeypatch):
    monkeypatch.setattr("handlers.list_budgets.today", lambda: "2026-11-24")
    asha.budget("rent", "2026-11", 5)
    assert asha.call("GET", "/api/budgets").json["month"] == "2026-11"
    asha.change_settings(month_start=25)
    assert asha.call("GET", "/api/budgets").json == {"month": "2026-10", "items": []}
