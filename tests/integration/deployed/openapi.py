"""Holds answers to the OpenAPI document that the stack publishes."""

import json
import re
from functools import cache

from local.settings import REPOSITORY

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


@cache
def document():
    return json.loads((REPOSITORY / "web" / "public" / "openapi.json").read_text())


def operation(method, path):
    """What the document says of a request; None if it knows no such route."""
    literal_first = sorted(document()["paths"], key=lambda known: "{" in known)
    for known in literal_first:
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", known), path):
            return document()["paths"][known].get(method.lower())
    return None


def check_documented(method, path, answer):
    """Fail if the document does not know such an answer to such a request."""
    described = operation(method, path)
    if described is None:
        return
    assert str(answer.status) in described["responses"], f"{method} {path}: {answer.status}"
    content = described["responses"][str(answer.status)].get("content")
    if content is None:
        assert answer.bytes == b""
        return
    schema = content[answer.headers["Content-Type"]]["schema"]
    wrong = list(mismatches(schema, answer.json, "answer"))
    assert wrong == [], f"{method} {path}: {wrong}"


def mismatches(schema, value, where):
    """Yield where a value is not of the form that a schema describes, fields beyond it included."""
    if "$ref" in schema:
        schema = document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        if all(list(mismatches(option, value, where)) for option in schema["anyOf"]):
            yield f"{where} is none of the forms it may have"
    elif not _is_of(schema, value):
        yield f"{where} is not of {schema}"
    elif schema.get("type") == "array":
        for index, item in enumerate(value):
            yield from mismatches(schema["items"], item, f"{where}[{index}]")
    elif "properties" in schema:
        missing = set(schema.get("required", ())) - set(value)
        yield from (f"{where}.{name} is missing" for name in missing)
        for name, part in value.items():
            described = schema["properties"].get(name, {"enum": []})
            yield from mismatches(described, part, f"{where}.{name}")


def _is_of(schema, value):
    # Not isinstance: to Python, true is an integer.
    return (
        ("type" not in schema or type(value) is TYPES[schema["type"]])
        and ("enum" not in schema or value in schema["enum"])
        and ("pattern" not in schema or re.fullmatch(schema["pattern"], value))
    )
