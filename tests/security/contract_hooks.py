"""What a schema cannot say of valid requests, told to schemathesis.

Each change keeps a case as valid or as wrong as it was drawn, but for what is named here.
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import schemathesis

OWN_CATEGORY = "rent"
TODAY = datetime.now(ZoneInfo("Asia/Kolkata")).date().isoformat()
ELSEWHERE = "01890000-0000-7000-8000-00000000e15e"
"""Of no ledger."""

SHORTEST_CURSOR = 40
"""Characters; a true cursor holds a digest, a day and an id."""


@schemathesis.hook
def before_call(context, case, **kwargs):
    """Give a case what only the stored data, or another part of the case, makes right."""
    if isinstance(case.body, dict):
        rows = case.body.get("expenses")
        for said in [case.body, *(rows if isinstance(rows, list) else [])]:
            if isinstance(said, dict):
                _settle_body(said)
        if case.method == "PUT" and re.fullmatch("[0-9a-f-]{36}", str(case.body.get("id"))):
            # It must be the path's; a schema cannot compare.
            del case.body["id"]
    if case.query:
        _settle_query(case.query)
    if case.meta and case.meta.generation.mode.is_positive:
        _settle_what_must_agree(case)
    named = str((case.headers or {}).get("If-Match"))
    if re.fullmatch("[0-9]+-[0-9]+", named):
        # schemathesis takes the quotes of an ETag for JSON's and drops them.
        case.headers["If-Match"] = f'"{named}"'
    elif case.meta and case.meta.generation.mode.is_positive and re.fullmatch("[0-9]+", named):
        # It cuts the text short as well, whatever the pattern says.
        case.headers["If-Match"] = "*"


def _settle_what_must_agree(case) -> None:
    """Let the fields of a case that was drawn as valid agree; none of them is wrong by itself."""
    body = case.body if isinstance(case.body, dict) else {}
    for said in [body, *(row for row in body.get("expenses", []) if isinstance(row, dict))]:
        if said.get("kind") != "refund":
            said.pop("of", None)
        # Nobody else is in one's own ledger.
        said.pop("by", None)
    _settle_sharing(case, body)
    if isinstance(body.get("change"), dict):
        body["change"] = _change_of(body["change"])
    if "frequency" in body:
        body["start"] = TODAY
        for name in ("day", "weekday", "nth", "end", "count", "first_number", "skipped"):
            body.pop(name, None)
    for name in ("from", "month"):
        if case.path in ("/api/upcoming", "/api/budgets") and {name, "to"} <= set(case.query or {}):
            case.query["to"] = case.query[name]
    # What is left out begins today, or this month.
    for path, name, present in (
        ("/api/upcoming", "from", TODAY),
        ("/api/budgets", "month", TODAY[:7]),
    ):
        if case.path == path and "to" in (case.query or {}) and name not in case.query:
            case.query["to"] = present


def _settle_sharing(case, body: dict) -> None:
    if isinstance(body.get("split"), dict):
        body["split"] = {"kind": "equal"}
    if case.path == "/api/expenses/transfer" and body.get("to") in (
        None,
        (case.query or {}).get("ledger"),
    ):
        body["to"] = ELSEWHERE


def _change_of(drawn: dict) -> dict:
    """Make one change that goes with itself: a deletion, or an edit that changes something."""
    if drawn.get("delete"):
        return {"delete": True}
    edits = {name: value for name, value in drawn.items() if name != "remove_tags"}
    return edits if edits.get("add_tags") else edits | {"category": OWN_CATEGORY}


def _settle_body(said: dict) -> None:
    if re.fullmatch("[0-9a-z-]{1,50}", str(said.get("category"))):
        # A category must be one of the person's.
        said["category"] = OWN_CATEGORY
    for name, value in said.items():
        # To JSON Schema 5.0 is an integer; paise are never written as a fraction.
        if isinstance(value, float) and value.is_integer():
            said[name] = int(value)


def _settle_query(query: dict) -> None:
    cursor = str(query.get("cursor", ""))
    if re.fullmatch("[A-Za-z0-9_-]+", cursor) and len(cursor) < SHORTEST_CURSOR:
        # A cursor must be one that was given.
        del query["cursor"]
    first, last = query.get("from"), query.get("to")
    if isinstance(first, str) and isinstance(last, str) and first > last:
        # A period must not end before it begins.
        query["from"], query["to"] = last, first
