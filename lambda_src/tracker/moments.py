"""Moments: UTC, RFC 3339, to the microsecond, so that they sort as time goes."""

from datetime import UTC, datetime, timedelta


def now() -> str:
    """Tell the time."""
    return _written(datetime.now(UTC))


def later(moment: str, *, days: int) -> str:
    """Tell the moment so many days after another; before it, where they are less than none."""
    return _written(datetime.fromisoformat(moment) + timedelta(days=days))


def seconds(moment: str) -> int:
    """Count the whole seconds since 1970."""
    return int(datetime.fromisoformat(moment).timestamp())


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
