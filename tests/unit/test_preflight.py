"""What a machine lacks is told in one line, before anything is installed."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PREFLIGHT = REPOSITORY / "setup" / "preflight.py"


@pytest.fixture
def machine(tmp_path):
    """A function that puts programs, which say a version each, where nothing else is found."""

    def have(**programs):
        for name, said in programs.items():
            program = tmp_path / name
            program.write_text(f"#!/bin/sh\necho {said}\n")
            program.chmod(0o755)
        return tmp_path

    return have


def needs_node(path):
    asked = subprocess.run(
        [sys.executable, PREFLIGHT, "--needs-node"],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert asked.stderr == ""
    return asked.returncode == 0, asked.stdout


def evaluated(expression):
    """Ask for what a function of the script says, in a process of its own."""
    code = f"import sys; sys.path.insert(0, {str(PREFLIGHT.parent)!r})\n"
    code += f"import preflight; print({expression})"
    asked = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    return asked.stdout.strip()


@pytest.mark.parametrize("version", ["v22.0.0", "v24.19.0", "v100.1.2"])
def test_a_node_that_is_supported_is_used(machine, version):
    assert needs_node(machine(node=version, npm="10.8.2")) == (False, "")


@pytest.mark.parametrize(
    ("programs", "why"),
    [
        ({}, "Node is missing"),
        ({"npm": "10.8.2"}, "Node is missing"),
        ({"node": "v20.20.2", "npm": "10.8.2"}, "Node 20.20.2 is older than 22"),
        ({"node": "v9.1.0", "npm": "5.0.0"}, "Node 9.1.0 is older than 22"),
        ({"node": "v22.1.0"}, "npm is missing"),
        ({"node": "nonsense", "npm": "10.8.2"}, "Node is missing"),
    ],
)
def test_another_one_is_had_from_the_registry_and_told_in_one_line(machine, programs, why):
    pinned = (REPOSITORY / "requirements-node.txt").read_text().split("==")[1].split()[0]
    told = f"{why}: using Node {pinned} from the Python registry\n"
    assert needs_node(machine(**programs)) == (True, told)


def test_the_node_that_was_had_before_is_not_taken_for_the_machines_own(machine):
    own = REPOSITORY / ".venv-node" / "bin"
    assert needs_node(f"{own}{os.pathsep}{machine()}")[0]


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 9), (3, 10, 12)])
def test_an_old_python_is_told_in_one_line_with_what_to_do(version):
    said = evaluated(f"preflight.lack_of_python({version})")
    assert said.startswith(f"Python {version[0]}.{version[1]} is older than 3.11: ")
    assert "PYTHON=" in said
    assert "\n" not in said


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 1), (4, 0, 0)])
def test_a_python_that_is_new_enough_is_not_told(version):
    assert evaluated(f"preflight.lack_of_python({version})") == "None"


def test_old_pythons_can_read_the_script():
    # The oldest grammar that the parser knows; f-strings and annotations it would read.
    tree = ast.parse(PREFLIGHT.read_text(), feature_version=(3, 4))
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Match)
    assert [node for node in ast.walk(tree) if isinstance(node, new)] == []
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert functions
    assert all(function.returns is None for function in functions)
    assert PREFLIGHT.read_text().isascii()  # which Python 2 needs


def test_make_says_that_python_is_missing(tmp_path):
    asked = subprocess.run(
        ["make", "--no-print-directory", "preflight", "PYTHON=python-that-is-not"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert asked.returncode != 0
    assert asked.stderr.splitlines()[0].startswith("python-that-is-not is missing: install Python")
