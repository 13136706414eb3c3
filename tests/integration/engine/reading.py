"""Reads lists to their end, of expenses whose ids tell nothing of their order."""


def expense_id(number):
    """An id; a hash of the number, so that the order of ids is not that of adding."""
    return f"01890000-0000-7000-8000-{number * 0x9E3779B97F4A % 2**48:012x}"


def pages(person, **query):
    """Read page by page; no more pages than could be needed."""
    cursor, shown = None, []
    for _ in range(100):
        page = person.list(**query, **({"cursor": cursor} if cursor else {})).json
        shown.append([item["id"] for item in page["items"]])
        cursor = page["next_cursor"]
        if cursor is None:
            return shown
    raise AssertionError("the list does not end")
