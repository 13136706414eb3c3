"""A release over the last one, and back: nothing is lost, refused, replaced or paid for."""

import copy
import json
from dataclasses import replace

import pytest

from stacks import acknowledgements, edge, operations_stack
from stacks.operations import DeployedOperation, TableAccess, read_operations
from tests.snapshot.release import LATEST, problems, release_of
from tests.snapshot.synthesis import synthesize
from tests.snapshot.test_identity_stack import OWN_DOMAIN

ANOTHER = DeployedOperation(
    name="undo_everything",
    method="POST",
    path="/api/undo",
    public=False,
    access=TableAccess(table=("Query",)),
)


@pytest.fixture
def last():
    """What was last released."""
    return json.loads(LATEST.read_text())


def with_operations(monkeypatch, operations):
    for module in (operations_stack, acknowledgements):
        monkeypatch.setattr(module, "read_operations", lambda: operations)
    return synthesize.__wrapped__(stage="prod")


def test_this_release_can_be_deployed_over_the_last_and_rolled_back(last, prod):
    now = release_of(prod)
    assert problems(last, now) == []
    assert problems(now, last) == []


def test_nothing_is_exported_and_nothing_calls_another_stacks_service(cloud):
    for name, stack in release_of(cloud).items():
        assert stack["exports"] == stack["imports"] == [], name
    for template in cloud.templates.values():
        for resource in template.body["Resources"].values():
            if resource["Type"].startswith("Custom::"):
                assert resource["Type"] in (
                    "Custom::CDKBucketDeployment",
                    "Custom::S3AutoDeleteObjects",
                )


def test_a_release_with_another_operation_comes_and_goes(monkeypatch, last):
    more = with_operations(monkeypatch, [*read_operations(), ANOTHER])
    assert "undo_everything" in json.dumps(more["Operations"].body)
    assert problems(last, release_of(more)) == []
    assert problems(release_of(more), last) == []


def test_a_release_without_an_operation_comes_and_goes(monkeypatch, last):
    fewer = with_operations(monkeypatch, [it for it in read_operations() if it.name != "summarize"])
    assert "handlers.summarize" not in json.dumps(fewer["Operations"].body)
    assert problems(last, release_of(fewer)) == []
    assert problems(release_of(fewer), last) == []


def test_many_more_operations_cost_no_more_metrics(monkeypatch, prod):
    many = [
        replace(ANOTHER, name=f"undo_{number}", path=f"/api/undo/{number}") for number in range(20)
    ]
    more = release_of(with_operations(monkeypatch, [*read_operations(), *many]))
    for count in ("dashboard_metrics", "alarm_metrics"):
        assert more["Operations"][count] == release_of(prod)["Operations"][count]


def test_another_client_revokes_tokens_and_nothing_holds_it_back(monkeypatch, last, prod):
    monkeypatch.setattr(edge, "CLIENT", "AppClientOf2027")
    another = synthesize.__wrapped__(stage="prod")
    kind = "AWS::Cognito::UserPoolClient"
    (client,), (other,) = prod["Edge"].resources(kind), another["Edge"].resources(kind)
    assert client != other
    assert problems(last, release_of(another)) == [f"Edge: {client} is gone"]
    assert problems(release_of(another), last) == [f"Edge: {other} is gone"]


def test_a_domain_may_come_later(last):
    own = synthesize(**OWN_DOMAIN)
    assert problems(last, release_of(own)) == []


def test_another_alarm_email_replaces_the_budget_under_another_name():
    """Who is told of a budget cannot be changed: CloudFormation makes the new one first."""

    def watched(email, usd):
        return synthesize(stage="prod", alarm_email=email, monthly_budget_usd=usd)

    def name(cloud):
        return cloud["Operations"].only("AWS::Budgets::Budget")["Budget"]["BudgetName"]

    before, after = watched("a@example.com", "5"), watched("b@example.com", "5")
    assert name(before) != name(after)
    assert name(before).startswith("expense-tracker-prod-ap-south-1-")
    assert name(watched("a@example.com", "9")) == name(before)
    assert problems(release_of(before), release_of(after)) == []


@pytest.fixture
def changed(last):
    return copy.deepcopy(last)


def test_a_table_under_another_id_is_told(last, changed):
    (table,) = changed["Data"]["stateful"]
    changed["Data"]["stateful"]["Other"] = changed["Data"]["stateful"].pop(table)
    assert problems(last, changed) == [f"Data: {table} is gone"]


def test_a_table_with_another_local_index_is_told(last, changed):
    ((table, resource),) = changed["Data"]["stateful"].items()
    resource["fixed"]["LocalSecondaryIndexes"].pop()
    assert problems(last, changed) == [f"Data: {table} is replaced"]


@pytest.mark.parametrize("stack", ["Edge", "Operations"])
def test_a_fixed_name_that_another_resource_takes_is_told(last, changed, stack):
    named = "AWS::CloudFront::Function expense-tracker-prod-ap-south-1-page"
    owner = changed["Edge"]["names"].pop(named)
    changed[stack]["names"][named] = "Other"
    expected = f"{stack}.Other: {named} exists already, as Edge.{owner}"
    assert problems(last, changed) == [expected]


def test_a_renamed_operation_is_told_since_its_route_is_there_already(monkeypatch, prod):
    renamed = [
        replace(it, name="undo_everything") if it.name == "summarize" else it
        for it in read_operations()
    ]
    (told,) = problems(release_of(prod), release_of(with_operations(monkeypatch, renamed)))
    assert "AWS::ApiGatewayV2::Route GET /api/summary exists already" in told


@pytest.mark.parametrize("kind", ["AWS::SNS::Topic", "AWS::Cognito::UserPoolClient"])
def test_what_is_confirmed_or_signs_people_in_is_told_where_it_is_made_anew(last, changed, kind):
    ((stack, gone),) = (
        (name, logical_id)
        for name, parts in last.items()
        for logical_id, resource in parts["stateful"].items()
        if resource["type"] == kind
    )
    changed[stack]["stateful"]["Other"] = changed[stack]["stateful"].pop(gone)
    assert problems(last, changed) == [f"{stack}: {gone} is gone"]


def test_a_lost_export_that_a_deployed_stack_imports_is_told(last, changed):
    last["Edge"]["exports"] = ["Used", "Unused"]
    last["Operations"]["imports"] = ["Used"]
    assert problems(last, changed) == ["Edge: Used is still imported"]


def test_a_lost_output_that_another_stack_reads_is_told(last, changed):
    stack, output = changed["Operations"]["reads"][0]
    changed[stack]["outputs"].remove(output)
    assert f"Operations: {stack}.{output} is read and not there" in problems(last, changed)


def test_a_lost_output_that_a_deployed_stack_still_reads_is_told(last, changed):
    stack, output = last["Operations"]["reads"][0]
    for reader in changed.values():
        reader["reads"] = [read for read in reader["reads"] if read != [stack, output]]
    changed[stack]["outputs"].remove(output)
    gone = f"Operations: {stack}.{output} is gone before its reader changed"
    assert gone in problems(last, changed)


def test_too_many_metrics_are_told(last, changed):
    changed["Operations"] |= {"dashboard_metrics": 51, "alarm_metrics": 11}
    assert problems(last, changed) == ["dashboard: 51 metrics", "alarms: 11 metrics"]
