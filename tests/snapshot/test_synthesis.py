"""Synthesis as such: the same everywhere, and clear about what is wrong."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import app
from stacks.application import Application
from stacks.assets import ROOT
from stacks.assets.sources import files_in, source_hash
from stacks.errors import BuildError
from stacks.operations import PERMISSIONS, TableAccess, read_operations
from tests.snapshot.synthesis import ACCOUNT, CONTEXT, STACKS, synthesize, unbuilt_assets

# All that templates may depend on.
SOURCES = (
    *("app.py", "cdk.json", "stacks", "lambda_src", "requirements-lambda.txt"),
    *("package-lock.json", "tests/__init__.py", "tests/snapshot"),
    *(
        f"web/{file}"
        for file in ("index.html", "src", "public", "release-files.js", "vite.config.js")
    ),
)


SYNTHESIZE = """
import shutil, sys
from tests.snapshot.synthesis import synthesize
shutil.copytree(synthesize(stage="prod").folder, sys.argv[1])
"""


def synthesized_in(checkout: Path, *, to: Path) -> Path:
    """Synthesize a checkout in a process of its own."""
    command = [sys.executable, "-B", "-c", SYNTHESIZE, to]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True, timeout=120)
    return to


def written(folder: Path) -> dict[str, str]:
    """What decides a deployment: templates and lists of assets, as they were written."""
    found = {
        file.name: file.read_text()
        for pattern in ("*.template.json", "*.assets.json")
        for file in folder.glob(pattern)
    }
    assert len(found) == 2 * len(STACKS)
    return found


def test_another_process_in_another_folder_writes_the_same_bytes(tmp_path):
    elsewhere = tmp_path / "another name" / "checkout"
    for source in SOURCES:
        (elsewhere / source).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
        copy(ROOT / source, elsewhere / source)
    theirs = written(synthesized_in(elsewhere, to=tmp_path / "out"))
    assert theirs == written(synthesize(stage="prod").folder)


def test_templates_name_no_folder():
    for text in written(synthesize(stage="prod").folder).values():
        assert str(ROOT) not in text
        assert str(Path.home()) not in text


def app_says(**context):
    """What `app.py` writes and ends with, given `-c` options."""
    return subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, "CDK_CONTEXT_JSON": json.dumps({**CONTEXT, **context})},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_bad_setting_stops_the_app_with_one_line():
    said = app_says(memory_mb="lots")
    assert said.returncode == 1
    assert said.stdout == ""
    assert said.stderr == (
        'expense-tracker: Setting "memory_mb":'
        " expected a whole number from 128 to 10240, got 'lots'\n"
    )


def test_prod_without_somebody_to_tell_is_synthesized_with_a_line_that_says_so(
    monkeypatch, capsys, tmp_path
):
    (tmp_path / "unbuilt").mkdir()
    unbuilt = unbuilt_assets(tmp_path / "unbuilt")
    monkeypatch.setattr(
        app,
        "Application",
        lambda: Application(
            context={**CONTEXT, "stage": "prod", "account": ACCOUNT}, outdir=str(tmp_path / "out")
        ),
    )
    monkeypatch.setattr(app, "page_asset", lambda: unbuilt.page)
    monkeypatch.setattr(app, "layer_asset", lambda **_: unbuilt.layer)
    app.main()
    assert (tmp_path / "out" / "manifest.json").exists()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith('expense-tracker: Setting "alarm_email" is empty')


def test_an_operation_without_permissions_stops_synthesis(monkeypatch):
    monkeypatch.setattr(
        "stacks.operations.PERMISSIONS", {k: v for k, v in PERMISSIONS.items() if k != "health"}
    )
    with pytest.raises(BuildError, match='"health" has no permissions'):
        read_operations()


def test_permissions_without_a_route_stop_synthesis(monkeypatch):
    monkeypatch.setattr("stacks.operations.PERMISSIONS", {**PERMISSIONS, "scan": TableAccess()})
    with pytest.raises(BuildError, match='"scan" has permissions, but no route'):
        read_operations()


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("one\ntwo\n")
    return tmp_path / "src"


def hash_of(folder, recipe=""):
    return source_hash(files_in(folder), relative_to=folder, recipe=recipe)


def test_a_hash_follows_contents_names_and_the_recipe(sources):
    before = hash_of(sources)
    assert hash_of(sources, recipe="other") != before
    (sources / "a.py").rename(sources / "b.py")
    renamed = hash_of(sources)
    assert renamed != before
    (sources / "b.py").write_text("three\n")
    assert hash_of(sources) != renamed


def test_a_hash_ignores_caches_and_line_ends(sources):
    before = hash_of(sources)
    (sources / "__pycache__").mkdir()
    (sources / "__pycache__" / "a.pyc").write_bytes(b"\0")
    (sources / ".hidden").write_text("an editor's")
    (sources / "a.py").write_bytes(b"one\r\ntwo\r\n")
    assert hash_of(sources) == before


def test_a_hash_tells_where_one_file_ends_and_the_next_begins(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, first, second in ((one, "ab", "c"), (other, "a", "bc")):
        folder.mkdir()
        (folder / "x").write_text(first)
        (folder / "y").write_text(second)
    assert hash_of(one) != hash_of(other)
