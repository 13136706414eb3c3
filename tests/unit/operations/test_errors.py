"""The region that commands go to, and what an operator reads when AWS refuses."""

import json
from datetime import UTC, datetime

import botocore.session
import pytest
from botocore.exceptions import (
    ClientError,
    EndpointConnectionError,
    NoCredentialsError,
    NoRegionError,
    ProfileNotFound,
    WaiterError,
)

from operations import deployment
from operations.__main__ import main
from operations.errors import OperationError, one_line
from operations.restore import LOOKS_UNTIL_READY, restore
from tracker.errors import BusyError

REBUILD = ["rebuild", "--stage", "prod"]


def refusal(code="AccessDenied", message="no"):
    return ClientError({"Error": {"Code": code, "Message": message}}, "DescribeStacks")


@pytest.fixture
def regions(monkeypatch):
    """A function that sets the environment's regions, and nothing else about them."""

    def choose(**chosen):
        for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
            monkeypatch.delenv(name, raising=False)
        for name, region in chosen.items():
            monkeypatch.setenv(name, region)

    return choose


@pytest.fixture
def settings(monkeypatch, tmp_path):
    """A `cdk.json` whose prod names a region and whose dev names none."""
    stages = {"prod": {"region": "eu-west-1"}, "dev": {}}
    file = tmp_path / "cdk.json"
    file.write_text(json.dumps({"context": {"stages": stages}}))
    monkeypatch.setattr(deployment, "SETTINGS", file)


@pytest.mark.parametrize(
    ("chosen", "stage", "region"),
    [
        ({"AWS_REGION": "us-east-2", "AWS_DEFAULT_REGION": "us-west-2"}, "prod", "us-east-2"),
        ({"AWS_DEFAULT_REGION": "us-west-2"}, "prod", "us-west-2"),
        ({"AWS_REGION": ""}, "prod", "eu-west-1"),
        ({}, "prod", "eu-west-1"),
        ({}, "dev", "ap-south-1"),
        ({}, "unheard of", "ap-south-1"),
        ({}, None, "ap-south-1"),
    ],
)
def test_the_region_is_the_environments_else_the_stages(regions, settings, chosen, stage, region):
    regions(**chosen)
    assert deployment.region_of(stage) == region


@pytest.mark.usefixtures("settings")
def test_aws_region_alone_is_enough_for_a_client(regions):
    regions(AWS_REGION="eu-north-1")
    assert deployment.client("dynamodb").meta.region_name == "eu-north-1"
    regions()
    there = deployment.Deployment(table_name="any", region="eu-west-1")
    assert there.dynamodb.meta.region_name == "eu-west-1"
    assert there.client("cognito-idp").meta.region_name == "eu-west-1"


@pytest.mark.parametrize(
    "error",
    [
        refusal(),
        refusal(message="two\nlines"),
        refusal("ExpiredToken"),
        NoCredentialsError(),
        NoRegionError(),
        ProfileNotFound(profile="household"),
        EndpointConnectionError(endpoint_url="https://nowhere.example"),
        WaiterError(name="any", reason="too long", last_response={}),
        OperationError("nobody"),
        BusyError(),
        PermissionError(13, "Permission denied", "folder"),
    ],
    ids=lambda it: type(it).__name__,
)
def test_an_error_is_one_line(monkeypatch, capsys, error):
    def refuse(_stage):
        raise error

    monkeypatch.setattr("operations.commands.deployment_of", refuse)
    assert main(REBUILD) == 1
    told = capsys.readouterr().err
    assert told.startswith("operations: ")
    assert told.count("\n") == 1
    assert len(told) > len("operations: \n")


@pytest.mark.parametrize(
    ("stack", "key"), [("Data", "TableName"), ("Identity", "UserPoolId")], ids=["data", "identity"]
)
@pytest.mark.usefixtures("settings")
def test_a_stack_without_outputs_is_told_with_its_status(monkeypatch, regions, capsys, stack, key):
    """A first deployment that failed leaves one, and so does one that was only looked at."""

    class CloudFormation:
        def describe_stacks(self, StackName):  # noqa: N803
            described = {"StackName": StackName, "StackStatus": "ROLLBACK_COMPLETE"}
            if not StackName.endswith(stack):
                output = {"OutputKey": "TableName", "OutputValue": "expenses"}
                described |= {"StackStatus": "CREATE_COMPLETE", "Outputs": [output]}
            return {"Stacks": [described]}

    regions()
    monkeypatch.setattr(deployment, "client", lambda *_, **__: CloudFormation())
    assert main(REBUILD) == 1
    assert capsys.readouterr().err == (
        f"operations: the stack ExpenseTracker-prod-{stack} in eu-west-1 is ROLLBACK_COMPLETE"
        f" and has no {key}: deploy it first\n"
    )


@pytest.mark.parametrize(
    ("place", "region"),
    [(["--stage", "prod"], "eu-west-1"), (["--table", "old"], "ap-south-1")],
)
@pytest.mark.usefixtures("settings")
def test_what_to_run_next_is_told_with_its_region(monkeypatch, regions, capsys, place, region):
    """A table's name does not tell it: the next command would look for the table elsewhere."""
    regions()
    there = deployment.Deployment(table_name="old", user_pool_id="any", region="eu-west-1")
    monkeypatch.setattr("operations.commands.deployment_of", lambda _: there)
    monkeypatch.setattr("operations.commands.restore_table", lambda *_: None)
    assert main(["restore", *place, "--to", "new"]) == 0
    command = f"AWS_REGION={region} python -m operations rebuild --table new\n"
    assert command in capsys.readouterr().out


def test_who_is_not_signed_in_is_told_what_to_do(monkeypatch, capsys):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    session = botocore.session.get_session()
    monkeypatch.setattr(session, "get_credentials", lambda: None)
    monkeypatch.setattr(botocore.session, "get_session", lambda: session)
    assert main(REBUILD) == 1
    assert "AWS_PROFILE" in capsys.readouterr().err
    assert "AWS_PROFILE" in one_line(refusal("ExpiredToken"))
    assert "AWS_PROFILE" not in one_line(refusal("AccessDenied"))


class UnreadyDynamoDB:
    """Restores a table, and says of each step a few times that it is not ready yet."""

    def __init__(self, refusals, code="ContinuousBackupsUnavailableException"):
        self.restored = False
        self.done = []
        self._code = code
        self._refusals = dict.fromkeys(
            ("restore", "look", "recovery", "protect", "expiry", "tag"), refusals
        )
        self.exceptions = type("E", (), {"ResourceNotFoundException": ClientError})

    def _step(self, name):
        if self._refusals[name]:
            self._refusals[name] -= 1
            raise refusal(self._code)
        self.done.append(name)

    def describe_table(self, TableName):  # noqa: N803
        if TableName == "new":
            if not self.restored:
                raise refusal("ResourceNotFoundException")
            self._step("look")
        protected = TableName == "old"
        return {
            "Table": {
                "TableStatus": "ACTIVE",
                "TableArn": TableName,
                "DeletionProtectionEnabled": protected,
            }
        }

    def describe_continuous_backups(self, **_):
        moment = datetime.now(UTC)
        described = {
            "PointInTimeRecoveryStatus": "ENABLED",
            "EarliestRestorableDateTime": moment,
            "LatestRestorableDateTime": moment,
        }
        return {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": described}}

    def restore_table_to_point_in_time(self, **_):
        self._step("restore")
        self.restored = True

    def update_continuous_backups(self, **_):
        self._step("recovery")

    def describe_time_to_live(self, TableName):  # noqa: N803
        if TableName == "new":
            return {"TimeToLiveDescription": {"TimeToLiveStatus": "DISABLED"}}
        enabled = {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
        return {"TimeToLiveDescription": enabled}

    def update_time_to_live(self, **_):
        self._step("expiry")

    def update_table(self, **_):
        self._step("protect")

    def list_tags_of_resource(self, **_):
        return {"Tags": [{"Key": "stage", "Value": "prod"}]}

    def tag_resource(self, **_):
        self._step("tag")


def test_a_restore_waits_for_what_is_not_ready_yet():
    dynamodb = UnreadyDynamoDB(refusals=3)
    waited = []
    restore(dynamodb, "old", "new", None, sleep=waited.append)
    assert [step for step in dynamodb.done if step != "look"] == [
        "restore",
        "recovery",
        "protect",
        "expiry",
        "tag",
    ]
    assert len(waited) == 3 * 6


def test_a_restore_gives_up_in_the_end():
    waited = []
    with pytest.raises(ClientError):
        restore(UnreadyDynamoDB(refusals=10**6), "old", "new", None, sleep=waited.append)
    assert len(waited) == LOOKS_UNTIL_READY


def test_a_restore_does_not_wait_for_what_is_refused():
    with pytest.raises(ClientError):
        restore(UnreadyDynamoDB(1, "AccessDeniedException"), "old", "new", None, sleep=pytest.fail)
