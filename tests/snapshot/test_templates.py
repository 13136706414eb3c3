"""The whole of each stack's template, one readable file a stack and stage.

After a change that is meant: `.venv/bin/pytest tests/snapshot --snapshot-update`, and review the
difference in `__snapshots__/` as what it is, a change of the deployment.
"""

import json
import re

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.snapshot.synthesis import STACKS, STAGES, synthesize

# Hashes change with every line of code; test_synthesis.py holds them to the sources.
ASSET_HASH = re.compile(r"\b[0-9a-f]{64}\b")


class TemplateFile(SingleFileSnapshotExtension):
    """A template as `__snapshots__/test_templates/test_template[<stage>-<stack>].json`."""

    _write_mode = WriteMode.TEXT
    file_extension = "json"

    def serialize(self, data, **_):
        return ASSET_HASH.sub("<asset hash>", json.dumps(data, indent=2) + "\n")


@pytest.fixture
def template_file(snapshot):
    return snapshot.use_extension(TemplateFile)


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.parametrize("stage", STAGES)
def test_template(stage, stack, template_file):
    assert synthesize(stage=stage)[stack].body == template_file
