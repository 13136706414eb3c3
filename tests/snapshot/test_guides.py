"""What README.md and docs/operations.md tell an operator to do, held to the templates."""

import json
import os
import re
import shlex
import subprocess
from fnmatch import fnmatchcase

import boto3
import pytest
from botocore import xform_name

from operations.__main__ import _parser
from stacks import edge
from stacks.assets import ROOT
from stacks.settings import SETTING_NAMES
from tests.snapshot.release import problems, release_of
from tests.snapshot.synthesis import STACKS, STAGES, synthesize
from tests.snapshot.test_identity_stack import OWN_DOMAIN
from tests.snapshot.test_monitoring_stack import alarms
from tracker.repository import keys

GUIDE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
BOTH = GUIDE + (ROOT / "README.md").read_text(encoding="utf-8")

# What CloudFormation creates, and what it leaves behind, by the guide for destroying prod.
KEPT = {"AWS::DynamoDB::GlobalTable", "AWS::Cognito::UserPool"}


def section(title):
    """One section's text."""
    return GUIDE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def manifest_of(cloud):
    """What the CDK's command line knows of each stack, by the path that it is chosen by."""
    artifacts = json.loads((cloud.folder / "manifest.json").read_text())["artifacts"].values()
    return {
        it["displayName"]: it["properties"]
        for it in artifacts
        if it["type"] == "aws:cloudformation:stack"
    }


def test_every_choice_of_stacks_finds_stacks():
    chosen = set(re.findall(r"(?<=[\s\"])(?:dev|prod)/[\w*-]+", BOTH))
    assert chosen >= {"dev/*", "prod/*", "prod/Data", "prod/Operations"}
    paths = {path for stage in STAGES for path in manifest_of(synthesize(stage=stage))}
    assert paths == {f"{stage}/{stack}" for stage in STAGES for stack in STACKS}
    assert {one for one in chosen if not any(fnmatchcase(path, one) for path in paths)} == set()


def test_every_stack_named_is_one(prod):
    named = set(re.findall(r"ExpenseTracker-prod-(\w+)", BOTH))
    assert named
    assert named <= set(prod.names)


def test_every_setting_given_on_the_command_line_is_one():
    given = set(re.findall(r"-c (\w+)=", BOTH))
    assert given
    assert given - {"name"} <= set(SETTING_NAMES)


@pytest.mark.parametrize("output", ["AppUrl", "UserPoolId", "TableName", "DistributionDomainName"])
def test_every_output_that_a_guide_speaks_of_is_told(cloud, output):
    told = {name for template in cloud.templates.values() for name in template.body["Outputs"]}
    assert output in told


def test_a_pools_protection_is_taken_off_with_the_settings_that_cognito_would_reset(prod):
    pool = prod["Identity"].only("AWS::Cognito::UserPool")
    (attribute,) = pool["UserAttributeUpdateSettings"]["AttributesRequireVerificationBeforeUpdate"]
    assert pool["AutoVerifiedAttributes"] == [attribute]
    command = GUIDE.split("aws cognito-idp update-user-pool ", 1)[1].split("aws ", 1)[0]
    assert f"--auto-verified-attributes {attribute}" in command
    assert f"AttributesRequireVerificationBeforeUpdate={attribute}" in command


def test_every_command_of_ours_can_be_typed():
    commands = re.findall(r"python -m operations ((?!--help)\w.*?)(?:`|#|$)", GUIDE, re.MULTILINE)
    assert len(commands) > 5
    for command in commands:
        words = re.sub(r"[\[\]]", "", command).split()
        if len(words) > 1:
            assert _parser().parse_args(words).perform


BLOCKS = re.findall(r"```sh\n(.*?)```", BOTH, re.DOTALL)


def commands_of_aws():
    """Each `aws …` of the guides as its words: service, command, and what follows."""
    lines = "\n".join(BLOCKS).replace("\\\n", " ").split("\n")
    # Of `POOL=$(aws …)` what is within.
    kept = (re.match(r" *(?:\w+=\$\()?(aws [a-z].*)", it) for it in lines)
    commands = [it[1].removesuffix(")") if "=$(" in it[0] else it[1] for it in kept if it]
    # A query goes on over several lines, and what the shell would put in is one word.
    closed = (it + "'" * (it.count("'") % 2) for it in commands)
    whole = [re.sub(r"\$\(\(.*?\)\)|\$\(.*?\)", "x", it) for it in closed]
    prose = re.sub(r"```.*?```", "", BOTH, flags=re.DOTALL)
    within = [" ".join(it.split()) for it in re.findall(r"`(aws [^`]+)`", prose)]
    words = [tuple(shlex.split(it, comments=True)[1:]) for it in (*whole, *within)]
    return [it for it in dict.fromkeys(words) if it[0] != "configure"]


OPTIONS_OF_EVERY_COMMAND = {"region", "query", "output", "cli-read-timeout"}


@pytest.mark.parametrize("words", commands_of_aws(), ids=lambda words: " ".join(words[:2]))
def test_every_command_of_aws_is_one_and_has_what_it_needs(words):
    service, command, *rest = words
    model = boto3.client(service, region_name="ap-south-1").meta.service_model
    operations = {xform_name(name, "-"): name for name in model.operation_names}
    assert command in operations
    shape = model.operation_model(operations[command]).input_shape
    assert shape is not None
    members = {xform_name(name, "-"): name for name in shape.members}
    given = {word[2:] for word in rest if word.startswith("--")}
    known = {*members, *(f"no-{name}" for name in members), *OPTIONS_OF_EVERY_COMMAND}
    assert given - known == set()
    named = {members.get(word.removeprefix("no-")) for word in given}
    # Without any, it is spoken of and not to be typed.
    assert {*shape.required_members} <= named or not rest


def test_the_commands_within_sentences_and_assignments_are_looked_at_too():
    names = {words[:2] for words in commands_of_aws()}
    assert ("cloudformation", "continue-update-rollback") in names
    assert ("cloudformation", "describe-stacks") in names


def test_every_variable_is_set_before_it_is_used():
    text = "\n".join(re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL))
    loops = set(re.findall(r"\bfor (\w+) in", text))
    for name in set(re.findall(r"\$(\w+)", text)) - loops:
        used = re.search(rf"\${name}\b", text)
        assert used
        assert re.search(rf"^ *{name}=", text[: used.start()], re.MULTILINE), name


def test_no_command_needs_the_date_of_linux():
    assert "date -d" not in BOTH


def test_a_day_is_given_anew_by_the_key_and_the_name_that_the_count_has():
    command = GUIDE.split("aws dynamodb update-item ", 1)[1].split("```", 1)[0]
    words = shlex.split(command.replace("\\\n", " "))
    key = json.loads(words[words.index("--key") + 1])
    assert key == keys.primary("USER#$SUB", keys.TALLY)
    names = json.loads(words[words.index("--expression-attribute-names") + 1])
    assert words[words.index("--update-expression") + 1] == f"REMOVE {next(iter(names))}"
    assert re.fullmatch(r"w\d{4}-\d\d-\d\d", *names.values())


def git(folder, *words):
    """Run git as somebody, with nobody's own configuration."""
    alone = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    somebody = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    subprocess.run(
        ["git", *somebody, *words],
        cwd=folder,
        env={**os.environ, **alone},
        check=True,
        capture_output=True,
    )


@pytest.fixture
def operators_checkout(tmp_path):
    """A checkout of a second version, in which the operator keeps settings of their own."""
    git(tmp_path, "init", "--initial-branch=main")
    for version, settings in (("v1.2.3", "{}"), ("v1.3.0", '{"restored_table": "expenses-2"}')):
        (tmp_path / "app.py").write_text(version)
        (tmp_path / "cdk.json").write_text(settings)
        git(tmp_path, "add", "app.py", "cdk.json")
        git(tmp_path, "commit", "--message", version)
        git(tmp_path, "tag", version)
    return tmp_path


def test_rolling_back_brings_the_old_code_and_keeps_the_operators_settings(operators_checkout):
    block = re.search(r"```sh\n(.*?)```", section("Roll back"), re.DOTALL)[1]
    before_deploying = block.split("npx cdk deploy")[0]
    for command in re.findall(r"^git (.*?)(?:#.*|&&.*)?$", before_deploying, re.MULTILINE):
        git(operators_checkout, *command.split())
    assert (operators_checkout / "app.py").read_text() == "v1.2.3"
    assert "expenses-2" in (operators_checkout / "cdk.json").read_text()
    assert "**Where there is a `restored_table`, it must stay**" in section("Roll back")


def test_no_deployment_is_given_a_setting_that_the_next_one_would_forget():
    for command in re.findall(r"cdk deploy .*", BOTH):
        assert set(re.findall(r"-c (\w+)=", command)) <= {"stage"}, command


def test_every_alarm_has_its_row_under_the_name_that_mails_give_it(cloud):
    told = set(re.findall(r"^\| `(\w+)`", section("Alarms"), re.MULTILINE))
    assert "expense-tracker-<stage>-<region>-" in section("Alarms")
    assert told == {it.split("ap-south-1-", 1)[1] for it in alarms(cloud)}


def test_nothing_stands_in_the_way_of_destroying_dev(dev):
    assert not any(it.get("terminationProtection") for it in manifest_of(dev).values())
    kept = {
        name
        for template in dev.templates.values()
        for name, resource in template.body["Resources"].items()
        if resource.get("DeletionPolicy", "Delete") != "Delete"
    }
    assert kept == set()


def test_destroying_prod_is_stopped_by_each_stack_and_leaves_what_people_entered(prod):
    assert all(it["terminationProtection"] for it in manifest_of(prod).values())
    kept = {
        resource["Type"]
        for template in prod.templates.values()
        for resource in template.body["Resources"].values()
        if resource.get("DeletionPolicy", "Delete") != "Delete"
    }
    assert kept == KEPT


def test_stacks_are_destroyed_before_those_that_they_read():
    """No stack refers to one that comes later, so that the guide's order can be kept."""
    order = re.findall(r"cdk destroy (prod/\S+) (prod/\S+)", section("Destroy"))
    destroyed = [path.removeprefix("prod/") for line in order for path in line]
    assert sorted(destroyed) == sorted(STACKS)
    for place, stack in enumerate(destroyed):
        body = json.dumps(synthesize(stage="prod")[stack].body)
        for gone in destroyed[:place]:
            assert f'"StackName": "ExpenseTracker-prod-{gone}"' not in body


def test_revoking_everybodys_tokens_admits_the_new_client_alone(monkeypatch, prod):
    assert "`CLIENT` in `stacks/edge.py`" in section("Rotate")
    monkeypatch.setattr(edge, "CLIENT", "AppClientOf2027")
    revoked = synthesize.__wrapped__(stage="prod")
    (client,) = revoked["Edge"].resources("AWS::Cognito::UserPoolClient")
    (before,) = prod["Edge"].resources("AWS::Cognito::UserPoolClient")
    authorizer = revoked["Edge"].only("AWS::ApiGatewayV2::Authorizer")
    assert authorizer["JwtConfiguration"]["Audience"] == [{"Ref": client}]
    assert client != before


def test_another_domain_replaces_nothing_and_is_where_people_sign_in(prod):
    moved = synthesize(**{**OWN_DOMAIN, "domain_name": "money.example.com"})
    for before, after in ((synthesize(**OWN_DOMAIN), moved), (moved, prod)):
        assert problems(release_of(before), release_of(after)) == []
    client = moved["Edge"].only("AWS::Cognito::UserPoolClient")
    assert client["CallbackURLs"] == client["LogoutURLs"] == ["https://money.example.com/"]
    distribution = moved["Edge"].only("AWS::CloudFront::Distribution")["DistributionConfig"]
    assert distribution["Aliases"] == ["money.example.com"]
    assert moved["Edge"].body["Outputs"]["AppUrl"]["Value"] == "https://money.example.com"


def test_no_calls_at_all_are_let_through_where_writing_is_stopped():
    assert "`throttle_rate` and\n   `throttle_burst` at 0" in section("Restore")
    stopped = synthesize(stage="prod", throttle_rate="0", throttle_burst="0")
    stage = stopped["Operations"].only("AWS::ApiGatewayV2::Stage")
    limits = stage["DefaultRouteSettings"]
    assert (limits["ThrottlingRateLimit"], limits["ThrottlingBurstLimit"]) == (0, 0)
    # What asks for no token has limits of its own, and writes nothing.
    assert stage["RouteSettings"].keys() == {"GET /api/health", "GET /api/calendar/{file}"}


def test_nobody_makes_an_account_where_people_are_invited(prod):
    pool = prod["Identity"].only("AWS::Cognito::UserPool")
    assert pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True
    opened = synthesize(stage="prod", sign_up="open")["Identity"].only("AWS::Cognito::UserPool")
    assert opened["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is False
