"""Python's locks: what pyproject.toml asks for, and nothing that was left behind."""

import re
import tomllib

import pytest

from local.settings import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
GROUPS = PROJECT["dependency-groups"]


def locked(group):
    """The packages of a group's lock, each as `name==version`."""
    text = (REPOSITORY / f"requirements-{group}.txt").read_text()
    return set(re.findall(r"^[\w.-]+==[^\s;]+", text, re.MULTILINE))


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_has_what_its_group_asks_for(group):
    asked = {re.sub(r"\[.*\]", "", it) for it in GROUPS[group] if isinstance(it, str)}
    assert asked <= locked(group)


def test_the_lock_of_the_stacks_has_what_they_ask_for():
    text = (REPOSITORY / "requirements.txt").read_text()
    assert all(f"\n{it} \\" in text for it in PROJECT["project"]["dependencies"])


def test_what_runs_is_what_is_tested_and_what_is_deployed_is_what_runs():
    """One left behind in a smaller lock when it went from pyproject.toml is not in the larger."""
    assert locked("lambda") <= locked("run") <= locked("dev")
