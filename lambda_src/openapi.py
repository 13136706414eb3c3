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
from tracker.fields import UUID_PATTERN, ExpenseId, LedgerId

GREEDY = "x-greedy"
"""Marks a parameter of a path that may hold slashes: its route must take what follows whole."""

REFERENCE = "#/components/schemas/{name}"

EXPENSE_ID: dict[str, Any] = {"type": "string", "pattern": UUID_PATTERN}

PROBLEM_SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "expense": {
            "description": "The expense that has the payment, where that is what is wrong.",
            **EXPENSE_ID,
        },
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

GATEWAY_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"message": {"type": "string"}},
}
"""What HTTP API says where it answers itself."""

HEADERS: dict[str, dict[str, Any]] = {
    "ETag": {"description": "The version, for If-Match.", "schema": {"type": "string"}},
    "Location": {"description": "The path of what was made.", "schema": {"type": "string"}},
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
}


VERSIONED = frozenset({"Expense", "Ledger", "RecurringRule"})
UUID_PATHS = ("/api/expenses/", "/api/ledgers/", "/api/recurring/")

# A list goes on at its cursor.
PAGES = {"ExpensePage": "list_expenses", "DeletedExpensePage": "list_deleted_expenses"}


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
        path = operation.path.replace("+}", "}")
        paths.setdefault(path, {})[operation.method.lower()] = _operation(operation, declared)
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
        schema = _schema(ExpenseId) if operation.path.startswith(UUID_PATHS) else {"type": "string"}
        parameters.append({"name": "id", "in": "path", "required": True, "schema": schema})
    if operation.path_texts is not None:
        for name, schema in _properties(operation.path_texts).items():
            text = {"name": name, "in": "path", "required": True, "schema": schema}
            if f"{{{name}+}}" in operation.path:
                text[GREEDY] = True
            parameters.append(text)
    parameters += _headers(operation)
    if operation.needs and not operation.names_ledger:
        schema = {**_schema(LedgerId), "description": "A ledger that one shares; else one's own."}
        parameters.append({"name": "ledger", "in": "query", "required": False, "schema": schema})
    if operation.query is not None:
        for name, schema in _properties(operation.query).items():
            parameter = {"name": name, "in": "query", "required": False}
            if schema.get("type") == "array":
                parameter |= {"style": "form", "explode": False}  # parted by commas
                schema.pop("uniqueItems", None)  # who names one twice has named it
            parameters.append(parameter | {"schema": _without_null(schema)})
    return parameters


def _headers(operation: Operation) -> list[dict[str, Any]]:
    parameters: list[dict[str, Any]] = []
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
    if operation.if_none_match:
        parameters.append(
            {
                "name": "If-None-Match",
                "in": "header",
                "required": False,
                "description": "The ETag that is known already.",
                "schema": {"type": "string"},
            }
        )
    return parameters


def _properties(model: type[msgspec.Struct]) -> dict[str, dict[str, Any]]:
    _, schemas = msgspec.json.schema_components([model], ref_template=REFERENCE)
    return schemas[model.__name__]["properties"]


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Describe a parameter that may be left out: in a query nothing can be null."""
    given = [option for option in schema.get("anyOf", [schema]) if option != {"type": "null"}]
    described = {**schema, **given[0]}
    described.pop("anyOf", None)
    if not described.get("default"):  # to leave it out says the same
        described.pop("default", None)
    return described


def _links(kind: Any, declared: list[Operation]) -> dict[str, Any]:  # noqa: ANN401 -- any type
    """Say how to go on from an answer of a kind."""
    name = getattr(kind, "__name__", "")
    if name in PAGES:
        parameters = {"query.cursor": "$response.body#/next_cursor"}
        return {"next_page": {"operationId": PAGES[name], "parameters": parameters}}
    items = {
        f"{made.path}/{{id}}"
        for made in declared
        if kind is not None and made.answers.get(HTTPStatus.CREATED) is kind
    }
    links: dict[str, Any] = {}
    for operation in declared:
        if operation.path in items:
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
            response["content"] = {operation.media_type: {"schema": _schema(kind)}}
        names = [
            *(["ETag"] if getattr(kind, "__name__", "") in VERSIONED else []),
            *(["ETag"] if operation.if_none_match else []),
            *(["Location"] if HTTPStatus.CREATED in operation.answers else []),
        ]
        if names:
            response["headers"] = {name: HEADERS[name] for name in names}
        links = _links(kind, declared)
        if links:
            response["links"] = links
        responses[str(status.value)] = response
    problems, of_gateway = _problems(operation), _of_gateway(operation)
    for status in sorted(problems | of_gateway):
        content: dict[str, Any] = {}
        if status in problems:
            content["application/problem+json"] = {
                "schema": {"$ref": REFERENCE.format(name="Problem")}
            }
        if status in of_gateway:
            content["application/json"] = {"schema": GATEWAY_SCHEMA}
        responses[str(status.value)] = {"description": status.phrase, "content": content}
    for status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE} & problems:
        responses[str(status.value)]["headers"] = {"Retry-After": HEADERS["Retry-After"]}
    return responses


def _of_gateway(operation: Operation) -> set[HTTPStatus]:
    """List what HTTP API answers itself: to most tokens, over the throttle, without a function."""
    every = {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.SERVICE_UNAVAILABLE,
    }
    # Forbidden are tokens without a scope, such as id tokens.
    return every if operation.public else {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, *every}


def _problems(operation: Operation) -> set[HTTPStatus]:
    problems = {*operation.problems, HTTPStatus.INTERNAL_SERVER_ERROR}
    if operation.ledger:
        problems.add(HTTPStatus.SERVICE_UNAVAILABLE)
    if not operation.public:
        problems.add(HTTPStatus.UNAUTHORIZED)
    if operation.needs:
        problems |= {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
    if operation.needs and not operation.names_ledger:
        problems.add(HTTPStatus.BAD_REQUEST)
    if operation.query is not None or operation.path_texts is not None or operation.if_match:
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
