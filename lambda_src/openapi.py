"""Print the API's OpenAPI 3.1 document, made of what the operations declare.

Use: ``python lambda_src/openapi.py > web/public/openapi.json`` (``make openapi``). The stacks read
their routes from the printed document, and a test compares it with what the code declares now.
"""

import importlib
import json
import pkgutil
from http import HTTPStatus
from typing import Any

import msgspec

import handlers
from api.operation import Operation
from tracker import __version__
from tracker.errors import FieldError
from tracker.fields import ExpenseId

REFERENCE = "#/components/schemas/{name}"

PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "description": "Each field that is wrong, and what it must be.",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in FieldError._fields},
                "required": list(FieldError._fields),
            },
        },
    },
    "required": ["type", "title", "status", "detail"],
}

HEADERS: dict[str, dict[str, Any]] = {
    "ETag": {"description": "The expense's version, for If-Match.", "schema": {"type": "string"}},
    "Location": {"description": "The path of what was made.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
}


# Where an answer leads: what is made or read is had by its id, a list goes on at its cursor.
ITEM_PATHS = {"Expense": "/api/expenses/{id}", "Category": "/api/categories/{id}"}
NEXT_PAGE = {
    "next_page": {
        "operationId": "list_expenses",
        "parameters": {"query.cursor": "$response.body#/next_cursor"},
    }
}


def operations() -> list[Operation]:
    """Import every handler and collect what it declares, by the operation's name."""
    modules = (
        importlib.import_module(f"handlers.{module.name}")
        for module in pkgutil.iter_modules(handlers.__path__)
    )
    return [module.operation for module in modules]


def document() -> dict[str, Any]:
    """Make the document."""
    declared = operations()
    types = [
        kind
        for operation in declared
        for kind in (operation.body, *operation.parts, *operation.answers.values())
        if kind is not None
    ]
    _, schemas = msgspec.json.schema_components(types, ref_template=REFERENCE)
    for schema in schemas.values():
        schema["description"] = schema["description"].partition("\n\n")[0]
    paths: dict[str, dict[str, Any]] = {}
    for operation in sorted(declared, key=lambda operation: (operation.path, operation.method)):
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(
            operation, declared
        )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Expense Tracker",
            "version": __version__,
            "description": "Expenses in Indian rupees. Amounts are whole paise; days are calendar "
            "days, YYYY-MM-DD; times are UTC. Everybody sees only what is their own.",
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": dict(sorted({**schemas, "Problem": PROBLEM_SCHEMA}.items())),
            "securitySchemes": {
                "access_token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
        },
    }


def _operation(operation: Operation, declared: list[Operation]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "security": [] if operation.public else [{"access_token": []}],
        "parameters": _parameters(operation),
        "responses": _responses(operation, declared),
    }
    if operation.body is not None:
        described["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": _schema(operation.body)}},
        }
    return described


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    parameters: list[dict[str, Any]] = []
    if "{id}" in operation.path:
        schema = _schema(ExpenseId) if "expenses" in operation.path else {"type": "string"}
        parameters.append({"name": "id", "in": "path", "required": True, "schema": schema})
    if operation.if_match:
        parameters.append(
            {
                "name": "If-Match",
                "in": "header",
                "required": HTTPStatus.PRECONDITION_REQUIRED in operation.problems,
                "description": "The ETag of the version that is meant.",
                "schema": {"type": "string", "pattern": '^("[0-9]{1,18}-[0-9]{20}"|\\*)$'},
            }
        )
    if operation.query is not None:
        _, schemas = msgspec.json.schema_components([operation.query], ref_template=REFERENCE)
        for name, schema in schemas[operation.query.__name__]["properties"].items():
            parameters.append(
                {"name": name, "in": "query", "required": False, "schema": _without_null(schema)}
            )
    return parameters


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Describe a parameter that may be left out: in a query nothing can be null."""
    given = [option for option in schema.get("anyOf", [schema]) if option != {"type": "null"}]
    kept = {name: value for name, value in schema.items() if name not in {"anyOf", "default"}}
    default = {"default": schema["default"]} if schema.get("default") else {}
    return {**kept, **given[0], **default}


def _links(kind: Any, declared: list[Operation]) -> dict[str, Any]:  # noqa: ANN401 -- any type
    """Say how to go on from an answer of a kind."""
    name = getattr(kind, "__name__", "")
    if name == "ExpensePage":
        return NEXT_PAGE
    links: dict[str, Any] = {}
    for operation in declared:
        if operation.path == ITEM_PATHS.get(name):
            parameters = {"path.id": "$response.body#/id"}
            if operation.if_match:
                parameters["header.If-Match"] = "$response.header.ETag"
            links[operation.name] = {"operationId": operation.name, "parameters": parameters}
    return links


def _responses(operation: Operation, declared: list[Operation]) -> dict[str, Any]:
    responses: dict[str, Any] = {}
    for status, kind in operation.answers.items():
        response: dict[str, Any] = {"description": status.phrase}
        if kind is not None:
            response["content"] = {"application/json": {"schema": _schema(kind)}}
        names = [
            *(["ETag"] if getattr(kind, "__name__", "") == "Expense" else []),
            *(["Location"] if status is HTTPStatus.CREATED else []),
        ]
        if names:
            response["headers"] = {name: HEADERS[name] for name in names}
        links = _links(kind, declared)
        if links:
            response["links"] = links
        responses[str(status.value)] = response
    for status in sorted(_problems(operation)):
        responses[str(status.value)] = {
            "description": status.phrase,
            "content": {
                "application/problem+json": {"schema": {"$ref": REFERENCE.format(name="Problem")}}
            },
        }
    if "503" in responses:
        responses["503"]["headers"] = {"Retry-After": HEADERS["Retry-After"]}
    if not operation.public:
        # HTTP API itself refuses most tokens, in a form of its own.
        responses["401"]["content"]["application/json"] = {
            "schema": {"type": "object", "properties": {"message": {"type": "string"}}}
        }
    return responses


def _problems(operation: Operation) -> set[HTTPStatus]:
    problems = set(operation.problems)
    if not operation.public:
        problems |= {HTTPStatus.UNAUTHORIZED, HTTPStatus.SERVICE_UNAVAILABLE}
    if operation.query is not None or operation.if_match:
        problems.add(HTTPStatus.BAD_REQUEST)
    if operation.body is not None:
        problems |= {
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            HTTPStatus.UNPROCESSABLE_ENTITY,
        }
    return problems


def _schema(kind: Any) -> dict[str, Any]:  # noqa: ANN401 -- any type that msgspec knows
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=REFERENCE)
    return schema


if __name__ == "__main__":
    print(json.dumps(document(), indent=2))
