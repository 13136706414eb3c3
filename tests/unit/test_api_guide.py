"""docs/api.md, held to the OpenAPI document, and to the roles that the operations need."""

import json
import re

import pytest

import openapi
from local.settings import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "api.md").read_text(encoding="utf-8")
OPENAPI = json.loads((REPOSITORY / "web" / "public" / "openapi.json").read_bytes())

NOUNS = {
    "recurring": "recurring rules",
    "confirm": "recurring rules",
    "summary": "summaries",
    "deleted": "deleted",
    "batch": "expenses",
    "transfer": "move and copy",
    "ledgers": "name",
}
"""What the table of roles calls what a path ends in, where it is not called so."""


def anonymous(path):
    """Leave out what the parameters of a path are called."""
    return re.sub(r"\{[^}]*\}[^/]*", "{}", path)


def rows():
    """What the guide's first table tells, by method and path."""
    told = {}
    for where, what in re.findall(r"^\| (`[A-Z]+.*?/api/.*?) +\| (.*?) +\|$", GUIDE, re.MULTILINE):
        path = anonymous(re.search(r"/api/[^`]*", where)[0])
        told |= {(method, path): what for method in re.findall(r"`([A-Z]+)", where)}
    return told


def documented():
    """What the document says of each operation, by method and path."""
    return {
        (method.upper(), anonymous(path)): operation
        for path, methods in OPENAPI["paths"].items()
        for method, operation in methods.items()
    }


def test_every_refusal_of_an_operation_is_told():
    refusals = {
        status
        for operation in documented().values()
        for status in operation["responses"]
        if status >= "400"
    }
    rows = re.findall(r"^\| (\d{3}(?:, \d{3})*) +\|", GUIDE, re.MULTILINE)
    told = {status for row in rows for status in row.split(", ")}
    assert {status for status in told if status >= "400"} == refusals


def test_every_operation_is_told():
    assert rows().keys() == documented().keys()


def test_every_parameter_of_a_query_is_told_but_for_the_ledger_which_is_told_of_all():
    told = rows()
    left_out = [
        (*route, parameter["name"])
        for route, operation in documented().items()
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query" and parameter["name"] != "ledger"
        if f"`{parameter['name']}`" not in told[route]
    ]
    assert left_out == []


@pytest.mark.parametrize("role", ["totals", "viewer", "member", "owner"])
def test_a_role_s_row_tells_all_that_needs_it(role):
    (row,) = re.findall(rf"^\| `{role}` +\| (.*?) +\|$", GUIDE, re.MULTILINE)
    needed = [operation for operation in openapi.operations() if operation.needs == role]
    assert needed
    ends = {re.sub(r"/\{[^}]*\}$", "", operation.path).split("/")[-1] for operation in needed}
    assert {end for end in ends if NOUNS.get(end, end) not in row} == set()
