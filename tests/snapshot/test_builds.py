"""What is built at synthesis, the building itself replaced: when it happens, and how it fails."""

import json
import marshal
import subprocess
import sys
from pathlib import Path

import pytest

from stacks.assets import layer, page
from stacks.assets.running import run
from stacks.errors import BuildError


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with a page to build; what was built is counted."""
    web = tmp_path / "web"
    (web / "src").mkdir(parents=True)
    (web / "src" / "app.js").write_text("one")
    (tmp_path / "build").mkdir()
    monkeypatch.setattr("stacks.assets.running.BUILD", tmp_path / "build")
    for name, value in {
        "BUILD": tmp_path / "build",
        "ROOT": tmp_path,
        "WEB": web,
        "DIST": web / "dist",
        "SOURCES": (web / "src",),
    }.items():
        monkeypatch.setattr(page, name, value)

    def build():
        (web / "dist").mkdir(exist_ok=True)
        (web / "dist" / "index.html").write_text((web / "src" / "app.js").read_text())
        with (tmp_path / "built").open("a") as built:
            built.write("x")

    monkeypatch.setattr(page, "_build", build)
    return tmp_path


def builds(checkout: Path) -> int:
    return (checkout / "built").stat().st_size


def test_the_page_is_built_once_for_the_same_sources(checkout):
    first, second = page.page_asset(), page.page_asset()
    assert first == second
    assert builds(checkout) == 1


def test_the_page_is_built_anew_when_a_source_changed(checkout):
    before = page.page_asset()
    (checkout / "web" / "src" / "app.js").write_text("two")
    assert page.page_asset().source_hash != before.source_hash
    assert builds(checkout) == 2


def test_the_page_is_built_anew_when_somebody_changed_what_was_built(checkout):
    before = page.page_asset()
    (checkout / "web" / "dist" / "index.html").write_text("by hand")
    assert page.page_asset() == before
    assert builds(checkout) == 2


def test_missing_npm_packages_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "ROOT", tmp_path)
    with pytest.raises(BuildError, match="npm's packages are missing; run `npm ci` first"):
        page._build()


def test_a_layer_holds_the_one_service_that_is_called(tmp_path):
    for kept_or_not in (
        *("botocore/data/dynamodb/service-2.json.gz", "botocore/data/s3/service-2.json.gz"),
        *("botocore/data/endpoints.json", "botocore/client.py", "botocore/__pycache__/client.pyc"),
        *("boto3-1.0.dist-info/METADATA", "boto3-1.0.dist-info/RECORD", "bin/jp.py"),
    ):
        file = tmp_path / kept_or_not
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    endpoints = tmp_path / "botocore" / "data" / "endpoints.json"
    services = {"dynamodb": {"endpoints": {}}, "s3": {"endpoints": {}}}
    endpoints.write_text(json.dumps({"partitions": [{"partition": "aws", "services": services}]}))

    layer._trim(tmp_path)

    (partition,) = json.loads(endpoints.read_text())["partitions"]
    assert partition["services"].keys() == {"dynamodb"}
    kept = {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()}
    assert kept == {
        "botocore/data/dynamodb/service-2.json.gz",
        "botocore/data/endpoints.json",
        "botocore/client.py",
        "boto3-1.0.dist-info/METADATA",
    }


def test_bytecode_is_taken_as_it_is_and_names_files_as_they_lie_on_lambda(tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "module.py").write_text("def one():\n    return 1\n")

    layer._compile(tmp_path, sys.executable)

    (compiled,) = (tmp_path / "package" / "__pycache__").iterdir()
    header, code = compiled.read_bytes()[:16], marshal.loads(compiled.read_bytes()[16:])  # noqa: S302 -- compiled just now
    assert header[4:8] == (1).to_bytes(4, "little")  # PEP 552: a hash that is not checked
    assert code.co_filename == "/opt/python/package/module.py"


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({sys.executable: "3.13"}, sys.executable),
        ({sys.executable: "3.11", "python3.13": "3.13"}, "python3.13"),
        ({sys.executable: "3.11", "python3.13": "3.14"}, None),
        ({sys.executable: "3.11"}, None),
    ],
)
def test_only_lambdas_own_python_compiles(monkeypatch, answers, found):
    def ask(command, **_):
        if command[0] not in answers:
            raise FileNotFoundError
        return subprocess.CompletedProcess(command, 0, stdout=answers[command[0]] + "\n")

    monkeypatch.setattr(layer.subprocess, "run", ask)
    assert layer._lambdas_python.__wrapped__() == found


def test_bytecode_without_lambdas_python_stops_with_one_line(monkeypatch):
    monkeypatch.setattr(layer, "_lambdas_python", lambda: None)
    with pytest.raises(
        BuildError,
        match=r'^Setting "layer_bytecode": on needs python3\.13, which is not installed$',
    ):
        layer.layer_asset(bytecode=True)


def test_without_the_setting_nobody_looks_for_a_compiler(monkeypatch, tmp_path):
    monkeypatch.setattr(layer, "_lambdas_python", lambda: pytest.fail("it was looked for"))
    monkeypatch.setattr(layer, "BUILD", tmp_path)
    (tmp_path / f"layer-{layer.layer_hash()[:16]}").mkdir()
    assert layer.layer_asset().source_hash == layer.layer_hash()


def test_a_layer_with_bytecode_is_another_one():
    assert layer.layer_hash(compiled=True) != layer.layer_hash()


def test_a_build_that_fails_says_why_in_one_line(tmp_path):
    script = "print('working')\nraise SystemExit('ERROR: no such wheel')"
    with pytest.raises(BuildError, match=r"^Cannot build it: ERROR: no such wheel") as caught:
        run([sys.executable, "-c", script], folder=tmp_path, purpose="build it")
    assert "\n" not in str(caught.value)


def test_a_tool_that_is_missing_is_named(tmp_path):
    with pytest.raises(BuildError, match=r"^Cannot build it: no-such-tool is not installed$"):
        run(["no-such-tool"], folder=tmp_path, purpose="build it")
