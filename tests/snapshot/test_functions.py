"""Each operation's function, its role and its logs."""

import json

import pytest

from stacks.assets.code import FOLDER
from stacks.operations import PERMISSIONS
from tests.snapshot.synthesis import synthesize

# Written out a second time, on purpose: a wider permission must be changed here too, knowingly.
EXPECTED_ACTIONS = {
    "add_expense": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"]},
    "add_expenses": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"]},
    "list_expenses": {
        "table": ["GetItem", "Query"],
        "by-date": ["Query"],
        "by-category": ["Query"],
    },
    "list_deleted_expenses": {"table": ["BatchGetItem", "GetItem"], "by-date": ["Query"]},
    "get_expense": {"table": ["GetItem"]},
    "edit_expense": {
        "table": ["ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem"]
    },
    "change_expenses": {
        "table": ["ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem"]
    },
    "delete_expense": {
        "table": ["ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "UpdateItem"]
    },
    "summarize": {"table": ["GetItem", "Query"]},
    "list_categories": {"table": ["GetItem", "Query"]},
    "add_category": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"]},
    "edit_category": {
        "table": ["ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"]
    },
    "delete_category": {
        "table": ["ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"],
        "by-category": ["Query"],
    },
    "list_budgets": {"table": ["GetItem", "Query"]},
    "change_budget": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"]},
    "get_settings": {"table": ["GetItem"]},
    "change_settings": {"table": ["ConditionCheckItem", "GetItem", "UpdateItem"]},
    "list_recurring": {"table": ["GetItem", "Query"]},
    "add_recurring": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"]},
    "get_recurring": {"table": ["GetItem"]},
    "edit_recurring": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"]},
    "delete_recurring": {"table": ["ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem"]},
    "confirm_recurring": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"]},
    "list_upcoming": {"table": ["GetItem", "Query"]},
    "list_payees": {"table": ["GetItem", "Query"]},
    "teach_payee": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"]},
    "forget_payee": {"table": ["ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem"]},
    "list_ledgers": {"table": ["BatchGetItem"], "by-member": ["Query"]},
    "add_ledger": {"table": ["GetItem", "PutItem", "UpdateItem"], "by-member": ["Query"]},
    "get_ledger": {"table": ["GetItem"]},
    "edit_ledger": {"table": ["ConditionCheckItem", "GetItem", "Query", "UpdateItem"]},
    "delete_ledger": {"table": ["BatchWriteItem", "DeleteItem", "GetItem", "Query", "UpdateItem"]},
    "get_revision": {"table": ["BatchGetItem", "GetItem"]},
    "list_members": {"table": ["GetItem", "Query"]},
    "edit_member": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"]},
    "remove_member": {"table": ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"]},
    "list_invitations": {"table": ["GetItem", "Query"]},
    "add_invitation": {
        "table": ["ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"]
    },
    "revoke_invitation": {"table": ["ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem"]},
    "look_at_invitation": {"table": ["GetItem", "UpdateItem"]},
    "accept_invitation": {
        "table": ["ConditionCheckItem", "GetItem", "PutItem", "UpdateItem"],
        "by-member": ["Query"],
    },
    "transfer_expenses": {
        "table": ["ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"]
    },
    "list_balances": {"table": ["GetItem", "Query"]},
    "list_settlements": {"table": ["GetItem", "Query"]},
    "add_settlement": {
        "table": ["ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"]
    },
    "delete_settlement": {"table": ["ConditionCheckItem", "DeleteItem", "GetItem", "UpdateItem"]},
    "get_calendar_link": {"table": ["GetItem"]},
    "make_calendar_link": {"table": ["DeleteItem", "GetItem", "PutItem"]},
    "revoke_calendar_link": {"table": ["DeleteItem", "GetItem"]},
    "read_calendar": {"table": ["GetItem", "Query"]},
    "health": {},
}


def function_of(cloud, operation):
    (function,) = (
        it["Properties"]
        for it in cloud["Operations"].resources("AWS::Lambda::Function").values()
        if it["Properties"]["Handler"] == f"handlers.{operation}.handler"
    )
    return function


def statements_of(cloud, operation):
    """All statements of the role of an operation's function, by Sid."""
    role_id = function_of(cloud, operation)["Role"]["Fn::GetAtt"][0]
    role = cloud["Operations"].body["Resources"][role_id]["Properties"]
    assert "ManagedPolicyArns" not in role
    (policy,) = role["Policies"]
    attached = [
        policy
        for type_ in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
        for policy in cloud["Operations"].resources(type_).values()
    ]
    assert attached == [], "a policy was added beside the role's own"
    statements = policy["PolicyDocument"]["Statement"]
    assert all(it["Effect"] == "Allow" for it in statements)
    return {it["Sid"]: it for it in statements}


def table_arn(cloud):
    """The table's ARN as other stacks see it, which nothing but the Data stack tells."""
    (name,) = (
        key
        for key, output in cloud["Data"].body["Outputs"].items()
        if output["Value"].get("Fn::GetAtt", [])[1:] == ["Arn"]
    )
    stack = cloud.names["Data"]
    told = {"StackName": stack, "Region": "ap-south-1", "OutputName": name}
    return {"Fn::GetStackOutput": told}


def listed(value):
    return value if isinstance(value, list) else [value]


def test_every_operation_has_expected_actions_and_a_handler():
    assert EXPECTED_ACTIONS.keys() == PERMISSIONS.keys()
    for operation in PERMISSIONS:
        assert (FOLDER / "handlers" / f"{operation}.py").is_file()


@pytest.mark.parametrize("operation", sorted(EXPECTED_ACTIONS))
def test_a_role_allows_exactly_what_its_operation_does(cloud, operation):
    statements = statements_of(cloud, operation)
    sids = {
        "table": "Table",
        "by-date": "ByDate",
        "by-category": "ByCategory",
        "by-member": "ByMember",
    }
    expected = {sids[place]: actions for place, actions in EXPECTED_ACTIONS[operation].items()}
    assert statements.keys() == expected.keys() | {"Logs", "Traces"}
    for sid, actions in expected.items():
        assert listed(statements[sid]["Action"]) == [f"dynamodb:{action}" for action in actions]
        table = table_arn(cloud)
        index = {sid: place for place, sid in sids.items() if place != "table"}.get(sid)
        in_index = {"Fn::Join": ["", [table, f"/index/{index}"]]}
        assert statements[sid]["Resource"] == (in_index if index else table)


@pytest.mark.parametrize("operation", sorted(EXPECTED_ACTIONS))
def test_a_function_writes_to_its_own_log_and_sends_traces_and_no_more(cloud, operation):
    statements = statements_of(cloud, operation)
    log_group = function_of(cloud, operation)["LoggingConfig"]["LogGroup"]["Ref"]
    assert statements["Logs"]["Action"] == ["logs:CreateLogStream", "logs:PutLogEvents"]
    assert statements["Logs"]["Resource"] == {"Fn::GetAtt": [log_group, "Arn"]}
    assert statements["Traces"]["Action"] == ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
    assert statements["Traces"]["Resource"] == "*"


def test_no_two_functions_share_a_role_or_a_log(cloud):
    functions = [function_of(cloud, operation) for operation in PERMISSIONS]
    assert len({json.dumps(it["Role"]) for it in functions}) == len(PERMISSIONS)
    assert len({json.dumps(it["LoggingConfig"]) for it in functions}) == len(PERMISSIONS)


@pytest.mark.parametrize("operation", sorted(EXPECTED_ACTIONS))
def test_a_function_runs_as_the_settings_say(prod, operation):
    function = function_of(prod, operation)
    assert function["Architectures"] == ["arm64"]
    assert function["Runtime"] == "python3.13"
    assert function["TracingConfig"] == {"Mode": "Active"}
    assert function["MemorySize"] == 1024
    assert function["Timeout"] == 10
    assert len(function["Layers"]) == 1
    environment = function["Environment"]["Variables"]
    assert environment["POWERTOOLS_LOG_LEVEL"] == "INFO"
    of_a_person = {"PERSON_KEY", "TABLE_NAME", "MAX_WRITES_PER_DAY", "MAX_STORED_EXPENSES"}
    assert of_a_person & environment.keys() == (set() if operation == "health" else of_a_person)
    # Made by CloudFormation: no template holds it.
    assert environment.get("PERSON_KEY", {"Ref": "AWS::StackId"}) == {"Ref": "AWS::StackId"}
    assert environment.get("MAX_WRITES_PER_DAY", "20000") == "20000"
    assert environment.get("MAX_STORED_EXPENSES", "500000") == "500000"


@pytest.mark.parametrize(("stage", "days"), [("dev", 7), ("prod", 90)])
def test_every_log_ends_after_the_settings_days(stage, days):
    cloud = synthesize(stage=stage)
    groups = [
        group["Properties"]
        for template in cloud.templates.values()
        for group in template.resources("AWS::Logs::LogGroup").values()
    ]
    assert {group["RetentionInDays"] for group in groups} == {days}


def test_every_function_has_a_log_that_ends(cloud):
    for template in cloud.templates.values():
        for name, function in template.resources("AWS::Lambda::Function").items():
            # CDK's function that empties a bucket runs once, when its stack goes.
            if not name.startswith("CustomS3AutoDeleteObjects"):
                assert function["Properties"]["LoggingConfig"]["LogGroup"]["Ref"], name


def test_functions_start_from_snapshots_only_when_told_to(dev):
    assert not dev["Operations"].resources("AWS::Lambda::Alias")
    told = synthesize(stage="dev", snap_start="true")["Operations"]
    functions = told.resources("AWS::Lambda::Function")
    assert len(told.resources("AWS::Lambda::Alias")) == len(functions) == len(PERMISSIONS) + 1
    for function in told.resources("AWS::Lambda::Function").values():
        assert function["Properties"]["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    for integration in told.resources("AWS::ApiGatewayV2::Integration").values():
        assert "Live" in json.dumps(integration["Properties"]["IntegrationUri"])
