"""Each role allows what its operation was seen to do: nothing missing, nothing unused."""

import uuid

import pytest

from stacks.operations import PERMISSIONS
from tests.api_client import expense
from tests.security.aws_calls import AwsCalls, RecordedClient
from tests.snapshot.synthesis import synthesize

TABLE = "expenses"

# Lambda itself writes logs and sends traces, with the role of the function.
LAMBDAS_OWN = {
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
}


@pytest.fixture
def calls(dynamodb, monkeypatch):
    return AwsCalls(monkeypatch)


def everything_that_can_be_done(person):
    """Take every way through every operation that asks something else of the table."""
    person.call("GET", "/api/health")
    own = person.add_category(name="Pets").json["id"]
    assert person.add_category(name="pets").status == 409
    closed = person.add_category(name="Old", monthly_budget_paise=500).json["id"]
    categories(person, own)

    ids = [str(uuid.UUID(int=number)) for number in range(1, 8)]
    for _ in range(2):
        assert person.add(id=ids[0]).status in (200, 201)
    assert person.add(id=ids[0], amount_paise=1).status == 409
    first = person.add(id=ids[1], category=own).json
    assert person.add(id=ids[2], category=closed).status == 201
    assert person.edit_category(closed, archived=True).status == 200
    assert person.add(id=ids[2], category=closed).status == 200
    assert person.add(id=ids[3], category=closed).status == 422

    for _ in range(2):
        rows = [
            expense(id=ids[4]),
            expense(id=ids[5], category=own),
            expense(id=ids[0], amount_paise=2),
            expense(id=ids[2], category=closed),
            expense(id=ids[6], category="nothing"),
        ]
        assert person.add_many(rows).status == 200

    first = person.edit(first, amount_paise=5).json
    first = person.edit(first, date="2026-08-01", category="rent").json
    first = person.edit(first, category=own).json
    assert person.edit(first, category=closed).status == 422
    assert person.edit(first | {"version": 9}).status == 412
    assert person.edit(first | {"id": ids[6]}).status == 404

    assert person.get(ids[0]).status == 200
    lists_and_totals(person, own)

    assert person.delete_category(own).status == 409
    assert person.delete(ids[0]).status == 204
    assert person.delete(ids[0]).status == 404
    assert person.delete(ids[1]).status == 204
    assert person.delete(ids[4], **{"if-match": '"9"'}).status == 412
    assert person.delete(ids[5]).status == 204
    assert person.delete_category(own).status == 204
    assert person.delete_category("rent").status == 409


def categories(person, own):
    """Change categories in every way: own and built-in, each name kept, taken and freed."""
    changes = [
        (own, {"name": "Animals"}, 200),
        (own, {"name": "Rent"}, 409),
        (own, {"colour": "#123456", "monthly_budget_paise": 100}, 200),
        (own, {"monthly_budget_paise": None}, 200),
        ("rent", {"name": "House rent"}, 200),
        ("rent", {"name": "Home"}, 200),
        ("rent", {"name": "Rent"}, 200),
        ("rent", {"archived": True}, 200),
        ("rent", {"archived": False}, 200),
        ("nothing", {"archived": True}, 404),
    ]
    for category_id, change, status in changes:
        assert person.edit_category(category_id, **change).status == status


def lists_and_totals(person, own):
    for narrowed in ({}, {"tag": "a"}, {"q": "a"}, {"category": own}, {"category": "rent"}):
        person.list_all(limit=1, **narrowed)
    for group_by in ("day,month,category", "month"):
        assert person.summary(group_by=group_by, category=own).status == 200
    assert len(person.categories()) == 20


def allowed(cloud, operation):
    """What the role of an operation's function allows, in the form of `AwsCalls.used`."""
    template = cloud["Operations"].body["Resources"]
    (function,) = (
        resource["Properties"]
        for resource in template.values()
        if resource["Type"] == "AWS::Lambda::Function"
        and resource["Properties"]["Handler"] == f"handlers.{operation}.handler"
    )
    role = template[function["Role"]["Fn::GetAtt"][0]]["Properties"]
    assert "ManagedPolicyArns" not in role
    return {
        (action, resource)
        for policy in role["Policies"]
        for statement in policy["PolicyDocument"]["Statement"]
        for action in listed(statement["Action"])
        if action not in LAMBDAS_OWN
        for resource in map(resource_name, listed(statement["Resource"]))
    }


def resource_name(arn):
    """Name the table and its indexes as the recorded calls do; leave all else as it is."""
    (table, *index) = arn["Fn::Join"][1] if "Fn::Join" in arn else [arn]
    assert "Table" in table["Fn::GetStackOutput"]["OutputName"]
    return TABLE + "".join(index)


def listed(value):
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_each_role_allows_just_what_its_operation_does(calls, stage):
    everything_that_can_be_done(RecordedClient("asha", calls))
    cloud = synthesize(stage=stage)
    for operation in PERMISSIONS:
        assert allowed(cloud, operation) == calls.used[operation], operation


def test_every_call_names_the_partition_of_the_person_and_no_other(calls):
    everything_that_can_be_done(RecordedClient("asha", calls))
    assert calls.partitions == {"USER#asha"}
