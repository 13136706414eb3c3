"""The operations of the API: where each is reached, and what it may do to the table.

Routes are read from the OpenAPI document that is generated from the handlers, permissions are
declared here; each exists once.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from stacks.errors import BuildError

OPENAPI: Final = Path(__file__).parent.parent / "web" / "public" / "openapi.json"


@dataclass(frozen=True, kw_only=True)
class TableAccess:
    """DynamoDB actions, without their prefix, that an operation needs.

    A transaction needs the permission of each action inside it, and none of its own.
    """

    table: tuple[str, ...] = ()
    by_date: tuple[str, ...] = ()
    by_category: tuple[str, ...] = ()


PERMISSIONS: Final[Mapping[str, TableAccess]] = {
    "add_expense": TableAccess(table=("GetItem", "PutItem", "UpdateItem")),
    "add_expenses": TableAccess(table=("GetItem", "PutItem", "Query", "UpdateItem")),
    "list_expenses": TableAccess(by_date=("Query",), by_category=("Query",)),
    "get_expense": TableAccess(table=("GetItem",)),
    "edit_expense": TableAccess(table=("GetItem", "PutItem", "UpdateItem")),
    "delete_expense": TableAccess(table=("DeleteItem", "GetItem", "UpdateItem")),
    "summarize": TableAccess(table=("Query",)),
    "list_categories": TableAccess(table=("Query",)),
    "add_category": TableAccess(table=("PutItem", "Query")),
    "edit_category": TableAccess(table=("DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem")),
    "delete_category": TableAccess(table=("DeleteItem", "GetItem")),
    "health": TableAccess(),
}


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One operation of the API.

    Attributes
    ----------
    name
        Its `operationId`, the name of its file in `lambda_src/handlers`.
    method, path
        Its route.
    public
        Whether it answers without a token.
    access
        What it may do to the table.
    """

    name: str
    method: str
    path: str
    public: bool
    access: TableAccess


def read_operations() -> list[Operation]:
    """List the operations in the order of the OpenAPI document.

    Raises
    ------
    BuildError
        When the document and the permissions do not speak of the same operations.
    """
    operations: list[Operation] = []
    for path, methods in _openapi()["paths"].items():
        for method, described in methods.items():
            name: str = described["operationId"]
            if name not in PERMISSIONS:
                raise BuildError(f'Operation "{name}" has no permissions in stacks/operations.py')
            operations.append(
                Operation(
                    name=name,
                    method=method.upper(),
                    path=path,
                    public=described.get("security") == [],
                    access=PERMISSIONS[name],
                )
            )
    for name in PERMISSIONS.keys() - {operation.name for operation in operations}:
        raise BuildError(f'Operation "{name}" has permissions, but no route in {OPENAPI.name}')
    return operations


def read_version() -> str:
    """Return the version of the app, which the API and the page share."""
    return _openapi()["info"]["version"]


def _openapi() -> dict[str, Any]:
    try:
        return json.loads(OPENAPI.read_bytes())
    except (OSError, ValueError) as error:
        raise BuildError(f"Cannot read {OPENAPI}: {error}") from error
