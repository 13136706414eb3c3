"""What day it is for the people who use this: India has one time, all year round."""

import math
from datetime import date, datetime, timedelta, timezone

INDIA = timezone(timedelta(hours=5, minutes=30))


def today() -> str:
    """Tell the day in India, ``YYYY-MM-DD``."""
    return datetime.now(INDIA).date().isoformat()


def days_before(day: str, number: int) -> list[str]:
    """List as many days before a day, ``YYYY-MM-DD``."""
    last = date.fromisoformat(day)
    return [(last - timedelta(days=back)).isoformat() for back in range(1, number + 1)]


def seconds_to_tomorrow() -> int:
    """Tell how long the day in India still lasts, in whole seconds, rounded up."""
    now = datetime.now(INDIA)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return math.ceil((midnight - now).total_seconds())
