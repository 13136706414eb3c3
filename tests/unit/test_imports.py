"""Each handler imports only what it uses: what it loads is loaded before its first answer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openapi

SOURCES = Path(openapi.__file__).parent

EVERY_OPERATION = {"tracker.access", "tracker.deadline", "tracker.errors", "tracker.limits"}
REPOSITORY = {
    "tracker.budget",
    "tracker.category",
    "tracker.cells",
    "tracker.clock",
    "tracker.expense",
    "tracker.fields",
    "tracker.moments",
    "tracker.repository",
    "tracker.repository.budgets",
    "tracker.repository.categories",
    "tracker.repository.cells",
    "tracker.repository.client",
    "tracker.repository.expenses",
    "tracker.repository.images",
    "tracker.repository.keys",
    "tracker.repository.part",
    "tracker.repository.references",
    "tracker.repository.refusals",
    "tracker.repository.repository",
    "tracker.repository.sources",
    "tracker.repository.table",
    "tracker.repository.tags",
    "tracker.repository.tally",
    "tracker.repository.transactions",
    "tracker.revision",
    "tracker.text",
}
LEDGER = {"tracker.ids", "tracker.ledger"}
CATEGORIES = {"tracker.categories", "tracker.ids"}
BODY = {"tracker.parsing"}
PAYEES = {"tracker.payee", "tracker.repository.payees"}
NARROWED = {"tracker.filters", "tracker.narrowing", "tracker.parsing", "tracker.period"}
LIST = {"tracker.cursor", "tracker.listing", "tracker.search", "tracker.streams"}

PLANS = {"tracker.repository.plans", "tracker.repository.settings", "tracker.settings"}
PAYEES = {"tracker.payee", "tracker.repository.payees"}
RULE_ITEMS = {
    *("tracker.recurrence", "tracker.rule"),
    *("tracker.repository.recurring", "tracker.repository.rules"),
}
RULES = RULE_ITEMS | {
    *("tracker.ids", "tracker.ledger", "tracker.recording", "tracker.rules"),
}
CALENDAR = {"tracker.calendar_link", "tracker.calendar_links", "tracker.repository.calendar"}
MERGING = PAYEES | RULE_ITEMS | {"tracker.merging", "tracker.repository.merging"}

SHARED = {f"tracker.{name}" for name in ("repository.shared", "repository.sharing", "sharing")}
LEDGERS = SHARED | LEDGER | {"tracker.repository.memberships", "tracker.shared_ledgers"}
INVITATIONS = LEDGERS | {
    f"tracker.{name}" for name in ("invitation", "inviting", "repository.invitations")
}

SETTLEMENTS = LEDGERS | {
    f"tracker.{name}" for name in ("balances", "repository.settlements", "settling")
}

BEYOND_THE_REPOSITORY = {
    "list_ledgers": LEDGERS,
    "add_ledger": LEDGERS | BODY,
    "get_ledger": LEDGERS,
    "edit_ledger": LEDGERS | BODY,
    "delete_ledger": LEDGERS,
    "get_revision": {"tracker.repository.revisions"},
    "list_members": SHARED,
    "edit_member": LEDGERS | BODY,
    "remove_member": LEDGERS | BODY,
    "transfer_expenses": LEDGER
    | BODY
    | {"tracker.changing", "tracker.repository.transfers", "tracker.transferring"},
    "list_balances": SETTLEMENTS,
    "list_settlements": SETTLEMENTS,
    "add_settlement": SETTLEMENTS | BODY,
    "delete_settlement": SETTLEMENTS | BODY,
    "list_invitations": INVITATIONS,
    "add_invitation": INVITATIONS | BODY,
    "revoke_invitation": INVITATIONS | BODY,
    "look_at_invitation": INVITATIONS | BODY,
    "accept_invitation": INVITATIONS | BODY,
    "add_expense": LEDGER | BODY,
    "add_expenses": LEDGER | BODY | {"tracker.batch"},
    "edit_expense": LEDGER | BODY,
    "change_expenses": LEDGER | BODY | {"tracker.changing"},
    "delete_expense": LEDGER,
    "list_deleted_expenses": {"tracker.cursor", "tracker.deleted", "tracker.repository.deleted"}
    | BODY,
    "get_expense": set(),
    "list_expenses": LIST | NARROWED,
    "summarize": {"tracker.summary", "tracker.totals"} | NARROWED,
    "list_categories": set(),
    "add_category": CATEGORIES | BODY,
    "edit_category": CATEGORIES | BODY,
    "delete_category": CATEGORIES | LEDGER | BODY | MERGING,
    "get_calendar_link": CALENDAR,
    "make_calendar_link": CALENDAR,
    "revoke_calendar_link": CALENDAR,
    "read_calendar": CALENDAR
    | RULES
    | {"tracker.calendar_feed", "tracker.icalendar", "tracker.period", "tracker.upcoming"},
    "list_budgets": PLANS | BODY | {"tracker.period"},
    "change_budget": PLANS | BODY | {"tracker.budgets"},
    "get_settings": PLANS,
    "change_settings": PLANS | BODY,
    "list_payees": PAYEES,
    "teach_payee": PAYEES | LEDGER | BODY | {"tracker.payees"},
    "forget_payee": PAYEES | LEDGER | BODY | {"tracker.payees"},
    "list_recurring": RULES,
    "add_recurring": RULES | BODY,
    "get_recurring": RULES,
    "edit_recurring": RULES | BODY,
    "delete_recurring": RULES,
    "confirm_recurring": RULES | BODY,
    "list_upcoming": RULES | BODY | {"tracker.period", "tracker.upcoming"},
}

HEAVY = {"boto3", "s3transfer", "openapi", "aws_lambda_powertools.event_handler", "pydantic"}

# A process for each handler, split off from one that has what each of them loads of others' code.
LIST_MODULES = """
import importlib, json, os, sys
import {shared}
for name in sys.argv[1:]:
    if process := os.fork():
        _, status = os.waitpid(process, 0)
        sys.exit(name) if status else None
        continue
    os.environ["AWS_LAMBDA_FUNCTION_NAME"] = name
    importlib.import_module("handlers." + name)
    print(json.dumps([name, sorted(sys.modules)]), flush=True)
    os._exit(0)
"""


def modules_of(*names: str, shared: str) -> dict[str, set[str]]:
    """All that a process has loaded once it has a handler, by the handler's name."""
    ran = subprocess.run(
        [sys.executable, "-c", LIST_MODULES.format(shared=shared), *names],
        cwd=SOURCES,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
        timeout=300,
    )
    return {name: set(modules) for name, modules in map(json.loads, ran.stdout.splitlines())}


def domain_of(modules: set[str]) -> set[str]:
    return {module for module in modules if module.startswith("tracker.")}


def test_every_operation_is_looked_at():
    assert {o.name for o in openapi.operations()} == {"health", *BEYOND_THE_REPOSITORY}


def test_a_handler_loads_its_part_of_the_domain():
    loaded = modules_of(*BEYOND_THE_REPOSITORY, shared="botocore.session")
    assert loaded.keys() == BEYOND_THE_REPOSITORY.keys()
    for name, modules in loaded.items():
        expected = EVERY_OPERATION | REPOSITORY | BEYOND_THE_REPOSITORY[name]
        assert domain_of(modules) == expected, name
        assert not modules & HEAVY, name


def test_health_loads_no_aws_client():
    modules = modules_of("health", shared="json")["health"]
    assert domain_of(modules) == EVERY_OPERATION
    assert not modules & {"botocore.client", "botocore.session", *HEAVY}
