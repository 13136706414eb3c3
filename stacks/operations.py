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
    due: tuple[str, ...] = ()
    by_member: tuple[str, ...] = ()


PERMISSIONS: Final[Mapping[str, TableAccess]] = {
    "add_expense": TableAccess(table=("ConditionCheckItem", "GetItem", "PutItem", "UpdateItem")),
    "add_expenses": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    # The table for the names of categories, which a search looks in.
    "list_expenses": TableAccess(
        table=("GetItem", "Query"), by_date=("Query",), by_category=("Query",)
    ),
    "list_deleted_expenses": TableAccess(table=("BatchGetItem", "GetItem"), by_date=("Query",)),
    "get_expense": TableAccess(table=("GetItem",)),
    "edit_expense": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem")
    ),
    "change_expenses": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem")
    ),
    "delete_expense": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem")
    ),
    "summarize": TableAccess(table=("GetItem", "Query")),
    "list_categories": TableAccess(table=("GetItem", "Query")),
    "add_category": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    "edit_category": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    "delete_category": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
        by_category=("Query",),
    ),
    "list_budgets": TableAccess(table=("GetItem", "Query")),
    "change_budget": TableAccess(table=("ConditionCheckItem", "GetItem", "PutItem", "UpdateItem")),
    "list_recurring": TableAccess(table=("GetItem", "Query")),
    "add_recurring": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    "get_settings": TableAccess(table=("GetItem",)),
    "change_settings": TableAccess(table=("ConditionCheckItem", "GetItem", "UpdateItem")),
    "get_recurring": TableAccess(table=("GetItem",)),
    "edit_recurring": TableAccess(table=("ConditionCheckItem", "GetItem", "PutItem", "UpdateItem")),
    "delete_recurring": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem")
    ),
    "confirm_recurring": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "UpdateItem")
    ),
    "list_upcoming": TableAccess(table=("GetItem", "Query")),
    "get_calendar_link": TableAccess(table=("GetItem",)),
    "make_calendar_link": TableAccess(table=("DeleteItem", "GetItem", "PutItem")),
    "revoke_calendar_link": TableAccess(table=("DeleteItem", "GetItem")),
    "read_calendar": TableAccess(table=("GetItem", "Query")),
    "list_payees": TableAccess(table=("GetItem", "Query")),
    "teach_payee": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    "forget_payee": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem")
    ),
    "list_ledgers": TableAccess(table=("BatchGetItem",), by_member=("Query",)),
    "add_ledger": TableAccess(table=("GetItem", "PutItem", "UpdateItem"), by_member=("Query",)),
    "get_ledger": TableAccess(table=("GetItem",)),
    "edit_ledger": TableAccess(table=("ConditionCheckItem", "GetItem", "Query", "UpdateItem")),
    "delete_ledger": TableAccess(
        table=("BatchWriteItem", "DeleteItem", "GetItem", "Query", "UpdateItem")
    ),
    "get_revision": TableAccess(table=("BatchGetItem", "GetItem")),
    "list_members": TableAccess(table=("GetItem", "Query")),
    "edit_member": TableAccess(table=("ConditionCheckItem", "GetItem", "PutItem", "UpdateItem")),
    "remove_member": TableAccess(table=("ConditionCheckItem", "GetItem", "PutItem", "UpdateItem")),
    "list_invitations": TableAccess(table=("GetItem", "Query")),
    "add_invitation": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    "revoke_invitation": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem")
    ),
    "look_at_invitation": TableAccess(table=("GetItem", "UpdateItem")),
    "accept_invitation": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"), by_member=("Query",)
    ),
    "transfer_expenses": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    "list_balances": TableAccess(table=("GetItem", "Query")),
    "list_settlements": TableAccess(table=("GetItem", "Query")),
    "add_settlement": TableAccess(
        table=("ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem")
    ),
    "delete_settlement": TableAccess(
        table=("ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem")
    ),
    "health": TableAccess(),
}


@dataclass(frozen=True, kw_only=True)
class DeployedOperation:
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

    @property
    def description(self) -> str:
        """What the operation's function says of itself."""
        return f"{self.method} {self.path}"

    @property
    def handler(self) -> str:
        """What Lambda calls."""
        return f"handlers.{self.name}.handler"


@dataclass(frozen=True, kw_only=True)
class Job:
    """What runs on a schedule, and no route leads to.

    Attributes
    ----------
    name
        The name of its file in `lambda_src/jobs`.
    access
        What it may do to the table.
    """

    name: str
    description: str
    access: TableAccess

    @property
    def handler(self) -> str:
        """What Lambda calls."""
        return f"jobs.{self.name}.handler"


RECORD_DUE: Final = Job(
    name="record_due",
    description="Every day shortly after midnight in India: records recurring expenses",
    access=TableAccess(table=("GetItem", "PutItem", "Query", "UpdateItem"), due=("Query",)),
)


def read_operations() -> list[DeployedOperation]:
    """List the operations in the order of the OpenAPI document.

    Raises
    ------
    BuildError
        When the document and the permissions do not speak of the same operations.
    """
    operations: list[DeployedOperation] = []
    for path, methods in _openapi()["paths"].items():
        for method, described in methods.items():
            name: str = described["operationId"]
            if name not in PERMISSIONS:
                raise BuildError(f'Operation "{name}" has no permissions in stacks/operations.py')
            operations.append(
                DeployedOperation(
                    name=name,
                    method=method.upper(),
                    path=_route_path(path, described),
                    public=described.get("security") == [],
                    access=PERMISSIONS[name],
                )
            )
    for name in PERMISSIONS.keys() - {operation.name for operation in operations}:
        raise BuildError(f'Operation "{name}" has permissions, but no route in {OPENAPI.name}')
    return operations


def _route_path(path: str, described: Mapping[str, Any]) -> str:
    """Return a path as HTTP API writes it: a parameter that may hold slashes takes all the rest."""
    for parameter in described.get("parameters", []):
        if parameter.get("x-greedy"):
            path = path.replace(f"{{{parameter['name']}}}", f"{{{parameter['name']}+}}")
    return path


def read_version() -> str:
    """Return the version of the app, which the API and the page share."""
    return _openapi()["info"]["version"]


def _openapi() -> dict[str, Any]:
    try:
        return json.loads(OPENAPI.read_bytes())
    except (OSError, ValueError) as error:
        raise BuildError(f"Cannot read {OPENAPI}: {error}") from error
