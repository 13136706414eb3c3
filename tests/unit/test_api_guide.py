"""docs/api.md, held to the OpenAPI document."""

import json
import re

from local.settings import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "api.md").read_text(encoding="utf-8")
OPENAPI = json.loads((REPOSITORY / "web" / "public" / "openapi.json").read_bytes())


def test_every_refusal_of_an_operation_is_told():
    refusals = {
        status
        for methods in OPENAPI["paths"].values()
        for operation in methods.values()
        for status in operation["responses"]
        if status >= "400"
    }
    rows = re.findall(r"^\| (\d{3}(?:, \d{3})*) +\|", GUIDE, re.MULTILINE)
    told = {status for row in rows for status in row.split(", ")}
    assert {status for status in told if status >= "400"} == refusals
