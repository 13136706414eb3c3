"""Synthesize the stacks, make them fit for the emulator, and deploy them with the CDK CLI."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import sys
import sysconfig
from typing import TYPE_CHECKING, Any

from local import emulator
from local.assembly import localize, read_stacks
from local.layer import forget_layers, layers_exist, local_layer
from local.outputs import Outputs, outputs_of
from local.processes import run
from local.progress import say, step
from local.settings import ACCOUNT, REGION, REPOSITORY, project_python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from local.settings import Settings

CDK = REPOSITORY / "node_modules" / ".bin" / "cdk"
STAGE = "dev"
# What the CDK calls outputs that it makes for other stacks.
REFERENCE = "PublishOutput"
BOOTSTRAP_STACK = "CDKToolkit"
SECONDS_TO_SYNTHESIZE = 900  # the first time, it fetches packages for the layer
SECONDS_TO_BOOTSTRAP = 180
SECONDS_TO_DEPLOY = 300
# A record of what is deployed, kept by the emulator itself: with its state it comes and goes.
RECORD = "/expense-tracker/local/deployment"
# What a deployment is made from.
SOURCES = ("app.py", "cdk.json", "stacks", "lambda_src", "web", "local")
LOCKS = (
    "package-lock.json",
    "requirements.txt",
    "requirements-lambda.txt",
    "requirements-local.txt",
)
NOT_SOURCES = frozenset({"node_modules", "dist", "__pycache__"})


def deploy(settings: Settings, prepare: Callable[[Outputs], None]) -> tuple[Outputs, bool]:
    """Bring the emulated AWS to what the sources say, if it is not there yet.

    Parameters
    ----------
    settings
        Which stack.
    prepare
        What else belongs to a deployment; without it, the deployment counts as not made.

    Returns
    -------
    tuple
        How to reach the stack, and whether anything was deployed.

    Raises
    ------
    StepFailedError
        If a step fails; nothing half-made survives the emulator's next start then.
    """
    fingerprint = _fingerprint(settings)
    deployed = _recorded(settings)
    there = settings.edge_folder.exists() and layers_exist(settings)
    if deployed.get("fingerprint") == fingerprint and there:
        say("The deployment is up to date")
        return outputs_of(deployed["outputs"], settings), False
    _synthesize(settings)
    with step("Fitting the stacks to this machine"):
        forget_layers(settings)
        localize(
            settings.assembly,
            settings.local_assembly,
            lambda layer: local_layer(layer, settings),
        )
    pause = emulator.pause_checkpoints(settings)
    pause.touch()
    try:
        _bootstrap(settings)
        _deploy(settings)
        _apply_cors(settings)
        stack_outputs = _stack_outputs(settings)
        outputs = outputs_of(stack_outputs, settings)
        prepare(outputs)
        _record({"fingerprint": fingerprint, "outputs": stack_outputs}, settings)
    finally:
        pause.unlink(missing_ok=True)
    return outputs, True


def _synthesize(settings: Settings) -> None:
    with step("Synthesizing the stacks (builds the page and the layer)"):
        command = [CDK, "synth", "--quiet", "--app", f"{shlex.quote(str(project_python()))} app.py"]
        command += ["--output", settings.assembly, "-c", f"stage={STAGE}", "-c", f"region={REGION}"]
        command += ["-c", f"allowed_origins={','.join(_origins(settings))}"]
        run(
            command,
            log=settings.logs / "synth.log",
            seconds=SECONDS_TO_SYNTHESIZE,
            environment=emulator.environment_without_aws(),
        )


def _origins(settings: Settings) -> list[str]:
    """Return the page's address here, and those of development servers that cdk.json knows."""
    context = json.loads((REPOSITORY / "cdk.json").read_text())["context"]
    return list(dict.fromkeys([settings.app_url, *context["stages"][STAGE]["allowed_origins"]]))


def _bootstrap(settings: Settings) -> None:
    cloudformation = emulator.client("cloudformation", settings.emulator_url)
    known = cloudformation.list_stacks(StackStatusFilter=["CREATE_COMPLETE", "UPDATE_COMPLETE"])
    if BOOTSTRAP_STACK in {stack["StackName"] for stack in known["StackSummaries"]}:
        return
    with step("Bootstrapping the CDK in the emulator"):
        run(
            [CDK, "bootstrap", f"aws://{ACCOUNT}/{REGION}", "--app", settings.local_assembly],
            log=settings.logs / "bootstrap.log",
            seconds=SECONDS_TO_BOOTSTRAP,
            environment=emulator.environment_with_emulator(settings),
        )


def _deploy(settings: Settings) -> None:
    with step("Deploying the stacks"):
        command = [CDK, "deploy", f"{STAGE}/*", "--app", settings.local_assembly]
        command += ["--require-approval", "never", "--progress", "events", "--no-notices"]
        run(
            command,
            log=settings.logs / "deploy.log",
            seconds=SECONDS_TO_DEPLOY,
            environment=emulator.environment_with_emulator(settings),
        )


def _stack_outputs(settings: Settings) -> dict[str, str]:
    """Return the outputs of all deployed stacks, by key; what the CDK made is no matter."""
    cloudformation = emulator.client("cloudformation", settings.emulator_url)
    return {
        output["OutputKey"]: output["OutputValue"]
        for stack in read_stacks(settings.local_assembly)
        for deployed in cloudformation.describe_stacks(StackName=stack.name)["Stacks"]
        for output in deployed.get("Outputs", [])
        if not output["OutputKey"].startswith(REFERENCE)
    }


def _apply_cors(settings: Settings) -> None:
    """Set the API's CORS as the template has it.

    The emulator's CloudFormation stores it in the wrong letter case, so that preflights fail.
    """
    cloudformation = emulator.client("cloudformation", settings.emulator_url)
    gateway = emulator.client("apigatewayv2", settings.emulator_url)
    for stack in read_stacks(settings.local_assembly):
        for name, resource in stack.resources.items():
            cors = resource.get("Properties", {}).get("CorsConfiguration")
            if resource["Type"] == "AWS::ApiGatewayV2::Api" and cors:
                found = cloudformation.describe_stack_resource(
                    StackName=stack.name, LogicalResourceId=name
                )
                api = found["StackResourceDetail"]["PhysicalResourceId"]
                gateway.update_api(ApiId=api, CorsConfiguration=cors)


def _recorded(settings: Settings) -> dict[str, Any]:
    parameters = emulator.client("ssm", settings.emulator_url)
    try:
        return json.loads(parameters.get_parameter(Name=RECORD)["Parameter"]["Value"])
    except parameters.exceptions.ParameterNotFound:
        return {}


def _record(deployed: dict[str, Any], settings: Settings) -> None:
    parameters = emulator.client("ssm", settings.emulator_url)
    parameters.put_parameter(Name=RECORD, Value=json.dumps(deployed), Type="String", Overwrite=True)


def _fingerprint(settings: Settings) -> str:
    """Hash all that the deployment is made from."""
    digest = hashlib.sha256()
    digest.update(f"{sys.version_info} {sysconfig.get_platform()} {settings}".encode())
    for path in _sources():
        digest.update(f"\0{path.relative_to(REPOSITORY).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for name in LOCKS:
        yield REPOSITORY / name
    for name in SOURCES:
        place = REPOSITORY / name
        if place.is_file():
            yield place
        for folder, subfolders, files in os.walk(place):
            subfolders[:] = sorted(set(subfolders) - NOT_SOURCES)
            for file in sorted(files):
                yield REPOSITORY / folder / file
