"""Each handler imports only what it uses: what it loads is loaded before its first answer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import openapi

SOURCES = Path(openapi.__file__).parent

EVERY_OPERATION = {
    "tracker.deadline",
    "tracker.errors",
    "tracker.expense",
    "tracker.fields",
    "tracker.limits",
}
REPOSITORY = {
    "tracker.category",
    "tracker.cells",
    "tracker.repository",
    "tracker.repository.categories",
    "tracker.repository.cells",
    "tracker.repository.client",
    "tracker.repository.expenses",
    "tracker.repository.keys",
    "tracker.repository.table",
    "tracker.repository.transactions",
}
LEDGER = {"tracker.ids", "tracker.ledger"}
CATEGORIES = {"tracker.categories", "tracker.ids"}
BODY = {"tracker.parsing"}
QUERY = {"tracker.parsing", "tracker.period"}

BEYOND_THE_REPOSITORY = {
    "add_expense": LEDGER | BODY,
    "add_expenses": LEDGER | BODY,
    "edit_expense": LEDGER | BODY,
    "delete_expense": LEDGER,
    "get_expense": set(),
    "list_expenses": {"tracker.listing", "tracker.cursor"} | QUERY,
    "summarize": {"tracker.summary"} | QUERY,
    "list_categories": set(),
    "add_category": CATEGORIES | BODY,
    "edit_category": CATEGORIES | BODY,
    "delete_category": CATEGORIES,
}

HEAVY = {"boto3", "s3transfer", "openapi", "aws_lambda_powertools.event_handler", "pydantic"}

LIST_MODULES = "import json, sys, handlers.{name}; print(json.dumps(sorted(sys.modules)))"


def modules_of(name: str) -> set[str]:
    """All that a fresh process has loaded once it has the handler."""
    ran = subprocess.run(
        [sys.executable, "-c", LIST_MODULES.format(name=name)],
        cwd=SOURCES,
        env=os.environ | {"AWS_LAMBDA_FUNCTION_NAME": name, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    return set(json.loads(ran.stdout))


def domain_of(modules: set[str]) -> set[str]:
    return {module for module in modules if module.startswith("tracker.")}


def test_every_operation_is_looked_at():
    assert {o.name for o in openapi.operations()} == {"health", *BEYOND_THE_REPOSITORY}


@pytest.mark.parametrize("name", BEYOND_THE_REPOSITORY)
def test_a_handler_loads_its_part_of_the_domain(name):
    modules = modules_of(name)
    assert domain_of(modules) == EVERY_OPERATION | REPOSITORY | BEYOND_THE_REPOSITORY[name]
    assert not modules & HEAVY


def test_health_loads_no_aws_client():
    modules = modules_of("health")
    assert domain_of(modules) == EVERY_OPERATION
    assert not modules & {"botocore.client", "botocore.session", *HEAVY}
