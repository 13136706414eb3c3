"""What of a release the next one depends on, and what a change of it would break.

`python -m tests.snapshot.release > tests/snapshot/releases/<version>.json` keeps the present one.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.billed_metrics import alarm_metrics, dashboard_metrics
from tests.snapshot.synthesis import Synthesis, synthesize

FOLDER = Path(__file__).with_name("releases")
LATEST = FOLDER / "1.0.0.json"

MOST_DASHBOARD_METRICS = 50
MOST_ALARM_METRICS = 10

# What people entered, know the address of or are signed in by, and where alarms go, with the
# properties that CloudFormation replaces a resource for ("Update requires: Replacement", or a
# refusal).
STATEFUL = {
    "AWS::DynamoDB::GlobalTable": ("TableName", "KeySchema", "LocalSecondaryIndexes"),
    "AWS::Cognito::UserPool": (
        "AliasAttributes",
        "Schema",
        "UsernameAttributes",
        "UsernameConfiguration",
    ),
    "AWS::Cognito::UserPoolClient": ("GenerateSecret", "UserPoolId"),
    "AWS::Cognito::UserPoolDomain": ("Domain", "UserPoolId"),
    "AWS::SNS::Topic": ("FifoTopic", "TopicName"),
    "AWS::CloudFront::Distribution": (),
    "AWS::ApiGatewayV2::Api": ("ProtocolType",),
}

# Names that are called otherwise than `Name` or `<type>Name`, and types that may share one.
NAMED_OTHERWISE = {
    "AWS::ApiGatewayV2::Route": ("RouteKey",),
    "AWS::Cognito::UserPoolDomain": ("Domain",),
}
NOT_UNIQUE = ("AWS::ApiGatewayV2::Api", "AWS::IAM::Policy")

Release = dict[str, dict]


def release_of(cloud: Synthesis) -> Release:
    """Take from each template what the next release depends on."""
    return {
        name: {
            "stateful": {
                logical_id: {
                    "type": resource["Type"],
                    "fixed": {
                        key: resource["Properties"].get(key) for key in STATEFUL[resource["Type"]]
                    },
                }
                for logical_id, resource in template.body["Resources"].items()
                if resource["Type"] in STATEFUL
            },
            "names": {
                " ".join(name): logical_id
                for name, logical_id in sorted(fixed_names(template.body).items())
            },
            "outputs": sorted(template.body.get("Outputs", {})),
            "reads": sorted(set(_reads(template.body))),
            "exports": sorted(_exports(template.body)),
            "imports": sorted(_imports(template.body)),
            "dashboard_metrics": sum(dashboard_metrics(template.body["Resources"].values())),
            "alarm_metrics": alarm_metrics(template.body["Resources"].values()),
        }
        for name, template in cloud.templates.items()
    }


def problems(before: Release, after: Release) -> list[str]:
    """Say what would go wrong, or be paid for, when one release is deployed over another."""
    found: list[str] = []
    imported = {name for stack in before.values() for name in stack["imports"]}
    for name, stack in before.items():
        now = after.get(name, {"stateful": {}, "exports": []})
        for logical_id, resource in stack["stateful"].items():
            there = now["stateful"].get(logical_id)
            if there is None:
                found.append(f"{name}: {logical_id} is gone")
            elif there != resource:
                found.append(f"{name}: {logical_id} is replaced")
        lost = set(stack["exports"]) - set(now["exports"])
        found += [f"{name}: {export} is still imported" for export in sorted(lost & imported)]
    # A name's new owner is made before the old one goes.
    owners, new_owners = _owners(before), _owners(after)
    found += [
        f"{new_owners[named]}: {named} exists already, as {owner}"
        for named, owner in owners.items()
        if new_owners.get(named, owner) != owner
    ]
    found += [
        f"{name}: {stack}.{output} is read and not there"
        for name, reader in after.items()
        for stack, output in map(tuple, reader["reads"])
        if output not in after[stack]["outputs"]
    ]
    found += [
        f"{name}: {stack}.{output} is gone before its reader changed"
        for name, reader in before.items()
        for stack, output in map(tuple, reader["reads"])
        if output not in after[stack]["outputs"]
    ]
    shown = sum(stack["dashboard_metrics"] for stack in after.values())
    if shown > MOST_DASHBOARD_METRICS:
        found.append(f"dashboard: {shown} metrics")
    watched = sum(stack["alarm_metrics"] for stack in after.values())
    if watched > MOST_ALARM_METRICS:
        found.append(f"alarms: {watched} metrics")
    return found


def _owners(release: Release) -> dict[str, str]:
    """Find whose each fixed name is, over all stacks."""
    return {
        named: f"{stack}.{logical_id}"
        for stack, parts in release.items()
        for named, logical_id in parts["names"].items()
    }


def fixed_names(body: dict) -> dict[tuple[str, str], str]:
    """Find the names that a template chooses itself, by type and name: whose each one is.

    A name is `Name`, or `AlarmName` of an alarm, also one level deeper in a configuration.
    """
    found: dict[tuple[str, str], str] = {}
    for logical_id, resource in body["Resources"].items():
        if resource["Type"] in NOT_UNIQUE:
            continue
        kind = resource["Type"].rpartition("::")[2]
        properties = resource.get("Properties", {})
        for place in (properties, properties.get(f"{kind}Config", {}), properties.get(kind, {})):
            for key in ("Name", f"{kind}Name", *NAMED_OTHERWISE.get(resource["Type"], ())):
                if key in place:
                    name = place[key]
                    text = name if isinstance(name, str) else json.dumps(name)
                    found[resource["Type"], text] = logical_id
    return found


def _reads(value: object) -> Iterator[tuple[str, str]]:
    """Find the outputs of other stacks that are read, by the stack's name and theirs."""
    if isinstance(value, dict):
        if "Fn::GetStackOutput" in value:
            read = value["Fn::GetStackOutput"]
            yield read["StackName"].rpartition("-")[2], read["OutputName"]
        for part in value.values():
            yield from _reads(part)
    elif isinstance(value, list):
        for part in value:
            yield from _reads(part)


def _exports(body: dict) -> Iterator[str]:
    for output in body.get("Outputs", {}).values():
        if "Export" in output:
            yield json.dumps(output["Export"]["Name"])


def _imports(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if "Fn::ImportValue" in value:
            yield json.dumps(value["Fn::ImportValue"])
        for part in value.values():
            yield from _imports(part)
    elif isinstance(value, list):
        for part in value:
            yield from _imports(part)


if __name__ == "__main__":
    json.dump(release_of(synthesize(stage="prod")), sys.stdout, indent=1)
    sys.stdout.write("\n")
