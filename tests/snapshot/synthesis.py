"""Synthesis for tests: true templates, with nothing built.

Asset hashes come from sources, so that an empty folder in place of the layer and of the built page
gives the very templates that are deployed.
"""

import atexit
import json
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aws_cdk import Stack
from aws_cdk.assertions import Annotations, Match
from constructs import Construct

from stacks.application import Application
from stacks.assets import ROOT, Asset, Assets
from stacks.assets.code import code_asset
from stacks.assets.layer import layer_hash
from stacks.assets.page import page_hash
from stacks.settings import Settings, read_settings

CONTEXT = json.loads((ROOT / "cdk.json").read_text())["context"]
STACKS = ("Data", "Identity", "Edge", "Operations")

# Of nobody: prod demands the number of its account.
ACCOUNT = "111111111111"
STAGES = ("dev", "prod")


@dataclass(frozen=True)
class Template:
    """One stack's template."""

    body: dict

    def resources(self, type_: str) -> dict[str, dict]:
        """Return the resources of a type, by logical id."""
        return {
            name: resource
            for name, resource in self.body["Resources"].items()
            if resource["Type"] == type_
        }

    def only(self, type_: str) -> dict:
        """Return the properties of the one resource of a type."""
        (resource,) = self.resources(type_).values()
        return resource["Properties"]


@dataclass(frozen=True)
class Synthesis:
    """The templates of one stage, where they were written, and what was found in them.

    Findings are the errors and warnings of CDK and cdk-nag, as `<resource>: <text>`.
    """

    folder: Path
    names: dict[str, str]
    templates: dict[str, Template]
    findings: list[str]

    def __getitem__(self, stack: str) -> Template:
        return self.templates[stack]


def settings_from(**context: object) -> Settings:
    """Read settings from cdk.json's context and what a test adds to it."""
    return read_settings(Application(context=_context(context)))


def unbuilt_assets(folder: Path, *, bytecode: bool = False) -> Assets:
    """Return assets with their true hashes and nothing in them."""
    return Assets(
        code=code_asset(),
        layer=Asset(folder=folder, source_hash=layer_hash(compiled=bytecode)),
        page=Asset(folder=folder, source_hash=page_hash()),
    )


@cache
def synthesize(**context: object) -> Synthesis:
    """Synthesize the stacks of a stage; once in a test session for the same context."""
    folder = Path(tempfile.mkdtemp(prefix="expense-tracker-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    empty = folder / "unbuilt"
    empty.mkdir()
    app = Application(context=_context(context), outdir=str(folder / "cdk.out"))
    settings = read_settings(app)
    stage = app.add_stage(
        settings=settings, assets=unbuilt_assets(empty, bytecode=settings.layer_bytecode)
    )
    assembly = app.synth().get_nested_assembly(stage.artifact_id)
    return Synthesis(
        folder=Path(assembly.directory),
        names={stack: settings.stack_name(stack) for stack in STACKS},
        templates={
            stack: Template(assembly.get_stack_by_name(settings.stack_name(stack)).template)
            for stack in STACKS
        },
        findings=findings(stage),
    )


def _context(context: dict[str, object]) -> dict[str, object]:
    account = {"account": ACCOUNT} if context.get("stage") == "prod" else {}
    return {**CONTEXT, **account, **context}


def findings(scope: Construct) -> list[str]:
    """List what CDK and cdk-nag found in stacks that were synthesized."""
    return [
        f"{message.id}: {message.entry.data}"
        for stack in scope.node.children
        if Stack.is_stack(stack)
        for level in (Annotations.find_error, Annotations.find_warning)
        for message in level(Annotations.from_stack(stack), "*", Match.any_value())
    ]
