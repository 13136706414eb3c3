"""What a schema cannot say of valid requests, told to schemathesis.

Each change keeps a case as valid or as wrong as it was drawn, but for what is named here.
"""

import re

import schemathesis

OWN_CATEGORY = "rent"
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
    if re.fullmatch("[0-9]+-[0-9]+", str((case.headers or {}).get("If-Match"))):
        # schemathesis takes the quotes of an ETag for JSON's and drops them.
        case.headers["If-Match"] = f'"{case.headers["If-Match"]}"'


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
