"""What cdk-nag and cfn-lint say of the templates."""

import subprocess
import sys
from pathlib import Path

import pytest
from aws_cdk.aws_sqs import Queue

from stacks.application import Application
from stacks.assets import ROOT
from stacks.settings import REGIONS, read_settings
from tests.snapshot.synthesis import CONTEXT, STACKS, synthesize, unbuilt_assets
from tests.snapshot.test_identity_stack import OWN_DOMAIN

DEPLOYMENTS = {
    "dev": {"stage": "dev"},
    "prod": {"stage": "prod"},
    "prod with all options": {
        **OWN_DOMAIN,
        "mfa": "required",
        "snap_start": "true",
        "alarm_email": "operator@example.com",
        "allowed_origins": "https://example.com",
        "email_from": "money@example.com",
        "monthly_budget_usd": "5",
        "sign_up": "open",
    },
}


@pytest.mark.parametrize("context", DEPLOYMENTS.values(), ids=DEPLOYMENTS)
def test_no_finding_is_left_unacknowledged(context):
    assert synthesize(**context).findings == []


def test_a_finding_that_nobody_acknowledged_is_an_error(tmp_path):
    app = Application(context=CONTEXT)
    settings = read_settings(app)
    stage = app.add_stage(settings=settings, assets=unbuilt_assets(tmp_path))
    Queue(stage.node.find_child("Data"), "Queue")
    with pytest.raises(RuntimeError, match="AwsSolutions-SQS"):
        app.synth()


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_every_acknowledgement_gives_its_reason_on_its_own_resource(stage):
    for template in synthesize(stage=stage).templates.values():
        assert "cdk_nag" not in template.body.get("Metadata", {}), "a whole stack is acknowledged"
        for resource in template.body["Resources"].values():
            for rule in (
                resource.get("Metadata", {}).get("cdk_nag", {}).get("rules_to_suppress", [])
            ):
                assert len(rule["reason"]) > 40


@pytest.mark.parametrize("context", DEPLOYMENTS.values(), ids=DEPLOYMENTS)
def test_cfn_lint_finds_nothing_for_any_region_to_choose(context):
    templates = sorted(map(str, synthesize(**context).folder.glob("*.template.json")))
    assert len(templates) == len(STACKS)
    # The configuration's own list is for people; the tests say which templates.
    lint = subprocess.run(
        [
            Path(sys.executable).with_name("cfn-lint"),
            "--regions",
            *REGIONS,
            "--template",
            *templates,
        ],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (lint.stdout + lint.stderr, lint.returncode) == ("", 0)
