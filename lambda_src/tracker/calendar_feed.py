"""What is due, as entries of a calendar."""

from collections.abc import Iterable, Mapping

from tracker import icalendar
from tracker.icalendar import DAY_BEFORE_AT_NINE, DAY_ITSELF_AT_NINE, Event
from tracker.limits import DAYS_IN_CALENDAR, FIRST_DATE, MAX_UPCOMING
from tracker.period import days_after
from tracker.rule import RecurringRule
from tracker.upcoming import Upcoming, upcoming

NAME = "Expenses due"

IN_WORDS = {
    "due": "It is recorded by itself on its day.",
    "asks": "It asks for its amount, which can be told in the app from that day on.",
    "waiting": "It waits: the app says why, and what to do.",
}


def write(
    rules: Iterable[RecurringRule], names: Mapping[str, str], *, today: str, at: str
) -> bytes:
    """Write what is due in the next days, and what has been asking for its amount since.

    Of more than `MAX_UPCOMING` entries those of the nearest days are there.

    Parameters
    ----------
    names : mapping of str to str
        The categories' names by their ids.
    today : str
        In India. What asks for its amount is on this day until it is told.
    at : str
        The moment, RFC 3339.
    """
    last = days_after(today, DAYS_IN_CALENDAR)
    items = upcoming(rules, first=FIRST_DATE, last=last)[:MAX_UPCOMING]
    return icalendar.write(NAME, (_event(item, names, today) for item in items), at=at)


def _event(item: Upcoming, names: Mapping[str, str], today: str) -> Event:
    category = names.get(item.category, "")
    what = item.description or category or "Recurring expense"
    amount = "amount to be told" if item.amount_paise is None else rupees(item.amount_paise)
    told = [category, _number(item), _state(item)]
    is_asked = item.state == "asked"
    return Event(
        uid=f"{item.rule}-{item.date}@expense-tracker",
        day=today if is_asked else item.date,
        summary=f"{what}: {amount}",
        description="\n".join(filter(None, told)),
        # The morning before today would be over.
        reminder=DAY_ITSELF_AT_NINE if is_asked else DAY_BEFORE_AT_NINE,
    )


def _number(item: Upcoming) -> str:
    return f"{item.number} of {item.count}" if item.number and item.count else ""


def _state(item: Upcoming) -> str:
    if item.state == "asked":
        return f"Due on {item.date}: tell the amount in the app, and it is recorded."
    if item.state == "due" and item.amount_paise is None:
        return IN_WORDS["asks"]
    return IN_WORDS[item.state]


def rupees(paise: int) -> str:
    """Write an amount as people in India do: ``₹1,23,456.50``; no paise where there are none."""
    whole, rest = divmod(paise, 100)
    digits = str(whole)
    head, tail = digits[:-3], digits[-3:]
    groups = [head[max(end - 2, 0) : end] for end in range(len(head), 0, -2)][::-1]
    fraction = f".{rest:02}" if rest else ""
    return f"₹{','.join([*groups, tail])}{fraction}"
