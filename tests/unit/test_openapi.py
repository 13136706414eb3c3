"""The published description of the API."""

import json
from pathlib import Path

import openapi

PUBLISHED = Path(__file__).parents[2] / "web" / "public" / "openapi.json"
DOCUMENT = json.loads(json.dumps(openapi.document()))


def test_the_published_document_is_what_the_code_declares():
    assert json.loads(PUBLISHED.read_text()) == DOCUMENT, "run `make openapi`"


def test_each_operation_is_declared_by_the_handler_of_its_name():
    handlers = Path(openapi.__file__).parent / "handlers"
    files = {path.stem for path in handlers.glob("*.py")} - {"__init__"}
    assert {operation.name for operation in openapi.operations()} == files
    assert len(files) == 51


def test_only_health_and_what_has_a_secret_link_are_public():
    public = [
        described["operationId"]
        for methods in DOCUMENT["paths"].values()
        for described in methods.values()
        if described["security"] == []
    ]
    assert public == ["read_calendar", "health"]


def test_every_operation_may_be_throttled_busy_or_at_fault():
    for methods in DOCUMENT["paths"].values():
        for described in methods.values():
            assert {"429", "500", "503"} <= described["responses"].keys()


def test_every_reference_leads_somewhere():
    text = json.dumps(DOCUMENT)
    schemas = DOCUMENT["components"]["schemas"]
    referred = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert referred <= set(schemas)
    assert set(schemas) - referred == set()


def test_a_list_in_a_query_may_name_one_twice_as_the_api_lets_it():
    of_queries = [
        parameter["schema"]
        for methods in DOCUMENT["paths"].values()
        for described in methods.values()
        for parameter in described.get("parameters", [])
        if parameter.get("schema", {}).get("type") == "array"
    ]
    assert of_queries
    assert not any("uniqueItems" in schema for schema in of_queries)


def test_no_schema_tells_how_the_code_is_written():
    text = json.dumps(DOCUMENT)
    for internal in ("Attributes\\n", "----", "numpy", "msgspec"):
        assert internal not in text
