"""Make a synthesized cloud assembly fit for the emulator; everything else stays as synthesized.

Each change is a function of its own with its reason: what the emulator cannot do, as measured.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Template = dict[str, Any]


@dataclass
class Stack:
    """One stack of an assembly: its template and the assets it refers to.

    Parameters
    ----------
    name
        The stack's name, as deployed.
    template_path
        The template's file.
    assets_path
        The asset manifest's file.
    """

    name: str
    template_path: Path
    assets_path: Path
    template: Template = field(init=False)
    assets: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.template = json.loads(self.template_path.read_text())
        self.assets = json.loads(self.assets_path.read_text())

    @property
    def resources(self) -> dict[str, Any]:
        """The template's resources by logical id."""
        return self.template["Resources"]

    def asset_folder(self, asset_hash: str) -> Path:
        """Return the folder or file of an asset of this stack."""
        return self.assets_path.parent / self.assets["files"][asset_hash]["source"]["path"]


def read_stacks(assembly: Path) -> list[Stack]:
    """List the stacks of an assembly and of the stages in it, in the order of its manifest."""
    manifest = json.loads((assembly / "manifest.json").read_text())
    stacks: list[Stack] = []
    for identity, artifact in manifest["artifacts"].items():
        if artifact["type"] == "aws:cloudformation:stack":
            name = artifact["properties"].get("stackName", identity)
            template = assembly / artifact["properties"]["templateFile"]
            assets = template.with_name(template.name.replace(".template.json", ".assets.json"))
            stacks.append(Stack(name, template, assets))
        elif artifact["type"] == "cdk:cloud-assembly":
            stacks += read_stacks(assembly / artifact["properties"]["directoryName"])
    return stacks


def localize(assembly: Path, target: Path, local_layer: Callable[[Path], Path]) -> None:
    """Write a copy of an assembly that the emulator can deploy.

    Parameters
    ----------
    assembly
        What `cdk synth` wrote.
    target
        Where the copy goes; what is there is replaced.
    local_layer
        Makes, of a layer's folder in the assembly, one for this machine.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(assembly, target, symlinks=True)
    for stack in read_stacks(target):
        drop_custom_resources(stack.template)
        drop_metric_math_alarms(stack.template)
        drop_outputs_of_dropped(stack.template)
        allow_plain_http_to_buckets(stack.template)
        spell_out_issuers(stack.template)
        replace_layers(stack, local_layer)
        _drop_unused_assets(stack)
        _write(stack)


def drop_custom_resources(template: Template) -> list[str]:
    """Drop custom resources, what runs them, and what can only follow them.

    The emulator hangs on a custom resource that fails, and these fail: bucket deployment runs the
    AWS CLI from a layer at /opt, auto-deletion needs an SDK that is not there. What bucket
    deployment would have done, the edge does (`local.site`).

    Returns
    -------
    list of str
        The logical ids that were dropped.
    """
    resources: dict[str, Any] = template["Resources"]
    dropped = {
        name for name, resource in resources.items() if _is_custom_resource(resource["Type"])
    }
    for name in list(dropped):
        service = resources[name].get("Properties", {}).get("ServiceToken", {})
        for provider in _references(service):
            dropped |= {provider} | _only_needed_by(provider, resources)
    dropped = _drop_with_followers(template, dropped)
    # Each bucket deployment brings the AWS CLI in a layer, even where it shares a function.
    used = set(_references(resources))
    layers = {name for name, one in resources.items() if one["Type"] == "AWS::Lambda::LayerVersion"}
    _drop(template, layers - used)
    return sorted(dropped | (layers - used))


def drop_outputs_of_dropped(template: Template) -> None:
    """Drop outputs of resources that are no longer there."""
    outputs: dict[str, Any] = template.get("Outputs", {})
    known = {*template["Resources"], *template.get("Parameters", {})}
    for name, output in list(outputs.items()):
        if any(not ref.startswith("AWS::") and ref not in known for ref in _references(output)):
            del outputs[name]


def allow_plain_http_to_buckets(template: Template) -> None:
    """Drop bucket policies' demand for TLS, which would refuse the emulator's own CloudFront."""
    _drop_bucket_statements(
        template, lambda one: "aws:SecureTransport" in json.dumps(one.get("Condition"))
    )


def drop_metric_math_alarms(template: Template) -> list[str]:
    """Drop alarms on a formula of metrics, which the emulator refuses; it has no metrics anyway.

    Returns
    -------
    list of str
        The logical ids that were dropped: the alarms, and what shows them.
    """
    alarms = {
        name
        for name, resource in template["Resources"].items()
        if resource["Type"] == "AWS::CloudWatch::Alarm" and "Metrics" in resource["Properties"]
    }
    return sorted(_drop_with_followers(template, alarms))


def spell_out_issuers(template: Template) -> None:
    """Put a user pool's issuer together from its id: the emulator has no `ProviderURL`.

    "Verifying JSON web tokens", Cognito developer guide, gives the form.
    """

    def spelt_out(value: Any) -> Any:  # noqa: ANN401  any JSON
        if isinstance(value, list):
            return [spelt_out(part) for part in value]
        if not isinstance(value, dict):
            return value
        target = value.get("Fn::GetAtt")
        if isinstance(target, list) and target[1] == "ProviderURL":
            text = f"https://cognito-idp.${{AWS::Region}}.${{AWS::URLSuffix}}/${{{target[0]}}}"
            return {"Fn::Sub": text}
        return {key: spelt_out(part) for key, part in value.items()}

    template.update(spelt_out(template))


def replace_layers(stack: Stack, local_layer: Callable[[Path], Path]) -> None:
    """Put this machine's wheels in place of AWS's in each layer."""
    for resource in stack.resources.values():
        if resource["Type"] != "AWS::Lambda::LayerVersion":
            continue
        content = resource["Properties"]["Content"]
        old = content["S3Key"].removesuffix(".zip")
        deployed = stack.asset_folder(old)
        folder = local_layer(deployed)
        new = hashlib.sha256(f"{old} {folder}".encode()).hexdigest()
        shutil.copytree(folder, deployed.with_name(f"asset.{new}"))
        content["S3Key"] = f"{new}.zip"
        # It says what the wheels are for, and these are for this machine.
        resource["Properties"].pop("CompatibleArchitectures", None)
        resource["Properties"].pop("CompatibleRuntimes", None)
        asset = json.loads(json.dumps(stack.assets["files"].pop(old)).replace(old, new))
        stack.assets["files"][new] = asset


def _is_custom_resource(resource_type: str) -> bool:
    return resource_type.startswith("Custom::") or (
        resource_type == "AWS::CloudFormation::CustomResource"
    )


def _only_needed_by(provider: str, resources: dict[str, Any]) -> set[str]:
    """List the role and log group of a function, unless another function has them too."""
    function = resources.get(provider, {})
    if function.get("Type") != "AWS::Lambda::Function":
        return set()
    own = set(_references(function["Properties"]))
    others = {
        ref
        for name, resource in resources.items()
        if name != provider and resource["Type"] == "AWS::Lambda::Function"
        for ref in _references(resource["Properties"])
    }
    kinds = {"AWS::IAM::Role", "AWS::Logs::LogGroup"}
    return {name for name in own - others if resources.get(name, {}).get("Type") in kinds}


def _references(value: Any) -> Iterator[str]:  # noqa: ANN401  any JSON
    """Yield the logical ids that a part of a template refers to."""
    if isinstance(value, dict):
        if set(value) == {"Ref"}:
            yield value["Ref"]
        elif set(value) == {"Fn::GetAtt"}:
            target = value["Fn::GetAtt"]
            yield target[0] if isinstance(target, list) else target.split(".")[0]
        else:
            for part in value.values():
                yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)


def _drop_with_followers(template: Template, dropped: set[str]) -> set[str]:
    """Drop resources and those that refer to them; of bucket policies, only what refers to them."""
    resources: dict[str, Any] = template["Resources"]
    while True:
        followers = {
            name
            for name, resource in resources.items()
            if name not in dropped
            and resource["Type"] != "AWS::S3::BucketPolicy"
            and dropped & set(_references(resource.get("Properties", {})))
        }
        if not followers:
            break
        dropped = dropped | followers
    _drop(template, dropped)
    _drop_bucket_statements(template, lambda one: bool(dropped & set(_references(one))))
    return dropped


def _drop(template: Template, dropped: set[str]) -> None:
    resources: dict[str, Any] = template["Resources"]
    for name in dropped:
        del resources[name]
    for resource in resources.values():
        depends = resource.pop("DependsOn", [])
        names = [depends] if isinstance(depends, str) else depends
        kept = [name for name in names if name not in dropped]
        if kept:
            resource["DependsOn"] = kept


def _drop_bucket_statements(template: Template, unwanted: Callable[[dict[str, Any]], bool]) -> None:
    """Drop statements of bucket policies, and policies left with none, which AWS refuses."""
    empty: set[str] = set()
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::S3::BucketPolicy":
            document = resource["Properties"]["PolicyDocument"]
            document["Statement"] = [one for one in document["Statement"] if not unwanted(one)]
            if not document["Statement"]:
                empty.add(name)
    _drop(template, empty)


def _drop_unused_assets(stack: Stack) -> None:
    text = json.dumps(stack.template)
    own = stack.template_path.name
    stack.assets["files"] = {
        asset_hash: asset
        for asset_hash, asset in stack.assets["files"].items()
        if asset_hash in text or asset["source"]["path"] == own
    }


def _write(stack: Stack) -> None:
    """Write the template and give it, as an asset, the name of its new content.

    The CLI takes an asset whose name is already in the bucket for published.
    """
    text = json.dumps(stack.template, indent=1)
    stack.template_path.write_text(text)
    own = stack.template_path.name
    old = next(key for key, one in stack.assets["files"].items() if one["source"]["path"] == own)
    new = hashlib.sha256(text.encode()).hexdigest()
    stack.assets_path.write_text(json.dumps(stack.assets, indent=1).replace(old, new))
    manifest = stack.assets_path.with_name("manifest.json")
    manifest.write_text(manifest.read_text().replace(old, new))
