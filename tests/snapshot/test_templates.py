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
    """A template as `__snapshots__/test_templates/<stage>-<stack>.json`."""

    _write_mode = WriteMode.TEXT
    file_extension = "json"

    @classmethod
    def get_snapshot_name(cls, *, index=0, **_):
        return str(index)

    def serialize(self, data, **_):
        return ASSET_HASH.sub("<asset hash>", json.dumps(data, indent=2) + "\n")


@pytest.fixture
def template_file(snapshot):
    return snapshot.use_extension(TemplateFile)


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.parametrize("stage", STAGES)
def test_template_is_as_reviewed(stage, stack, template_file):
    assert synthesize(stage=stage)[stack].body == template_file(name=f"{stage}-{stack}")
