"""The day in India."""

from datetime import datetime

import pytest

from tracker import clock


@pytest.fixture
def time_is(monkeypatch):
    """A function that makes it another time, told in UTC."""

    def be(moment):
        class Fixed(datetime):
            @classmethod
            def now(cls, tz):
                return datetime.fromisoformat(moment).astimezone(tz)

        monkeypatch.setattr(clock, "datetime", Fixed)

    return be


@pytest.mark.parametrize(
    ("moment", "day", "seconds"),
    [
        ("2026-11-25T18:29:59+00:00", "2026-11-25", 1),
        ("2026-11-25T18:29:59.900+00:00", "2026-11-25", 1),
        ("2026-11-25T18:30:00+00:00", "2026-11-26", 86400),
        ("2026-12-31T06:30:00+00:00", "2026-12-31", 43200),
    ],
)
def test_a_day_ends_at_midnight_in_india(time_is, moment, day, seconds):
    time_is(moment)
    assert (clock.today(), clock.seconds_to_tomorrow()) == (day, seconds)


def test_days_before_a_day_cross_months_and_years():
    assert clock.days_before("2028-03-01", 2) == ["2028-02-29", "2028-02-28"]
    assert clock.days_before("2027-01-01", 1) == ["2026-12-31"]
