"""Scanners over what is deployed and what is in the repository; they live in `.venv-attack`."""

import json
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from local.settings import REPOSITORY
from tests.snapshot.synthesis import synthesize

SCANNERS = REPOSITORY / ".venv-attack" / "bin"
SUPPRESSIONS = tomllib.loads(
    (Path(__file__).parents[1] / "suppressions.toml").read_text(encoding="utf-8")
)
# Lists of hashes, and templates that are checked as what they are.
NO_SOURCES = ("package-lock.json", "requirements*.txt", "tests/snapshot/__snapshots__/*")


def run(*command, statuses=(0,)):
    """Run a command to its end and return what it printed."""
    done = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode in statuses, done.stderr[-2000:]
    return done.stdout


def assert_all_accepted(findings, kind, is_about):
    """Hold findings to the suppressions of a kind: each has one, and each of these is needed."""
    entries = SUPPRESSIONS[kind]
    accepted = [[entry for entry in entries if is_about(entry, finding)] for finding in findings]
    assert [it for it, by in zip(findings, accepted, strict=True) if not by] == []
    assert [entry for entry in entries if all(entry not in by for by in accepted)] == []
    assert all(len(entry["reason"]) > 40 for entry in entries)


def test_checkov_finds_nothing_unexplained_in_what_production_gets():
    folder = synthesize(stage="prod").folder
    report = json.loads(
        run(
            *(SCANNERS / "checkov", "--framework", "cloudformation", "--directory", folder),
            *("--output", "json", "--quiet", "--compact", "--skip-download", "--soft-fail"),
        )
    )
    assert report["summary"]["parsing_errors"] == 0
    assert report["summary"]["resource_count"] > 100
    findings = [(it["check_id"], it["resource"]) for it in report["results"]["failed_checks"]]
    assert_all_accepted(
        findings,
        "checkov",
        lambda entry, it: entry["check"] == it[0] and fnmatch(it[1], entry["resources"]),
    )


def test_no_secret_is_in_the_repository():
    tracked = run("git", "ls-files").splitlines()
    files = [file for file in tracked if not any(fnmatch(file, it) for it in NO_SOURCES)]
    report = json.loads(run(SCANNERS / "detect-secrets", "scan", *files))
    findings = [
        (file, found["type"]) for file, all_of in report["results"].items() for found in all_of
    ]
    assert_all_accepted(
        findings,
        "secrets",
        lambda entry, it: (
            entry["type"] == it[1] and any(fnmatch(it[0], file) for file in entry["files"])
        ),
    )


@pytest.mark.parametrize(
    "lock", sorted(REPOSITORY.glob("requirements*.txt")), ids=lambda it: it.name
)
def test_no_python_package_is_known_to_be_vulnerable(lock):
    if lock.name == "requirements-attack.txt":
        pytest.skip("checkov pins its packages; they run here only, on our own templates")
    command = ("pip-audit", "--require-hashes", "--disable-pip", "--format", "json")
    done = subprocess.run(
        [SCANNERS / command[0], *command[1:], "--requirement", lock],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if not done.stdout:
        pytest.skip(
            f"the database of known vulnerabilities cannot be reached: {done.stderr[-200:]}"
        )
    packages = json.loads(done.stdout)["dependencies"]
    if all("skip_reason" in package for package in packages):
        pytest.skip("the database of known vulnerabilities cannot be reached")
    assert [package for package in packages if package.get("vulns")] == []


def test_no_npm_package_is_known_to_be_vulnerable():
    done = subprocess.run(
        ["npm", "audit", "--json"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    report = json.loads(done.stdout)
    if "vulnerabilities" not in report:
        pytest.skip("the database of known vulnerabilities cannot be reached")
    assert report["vulnerabilities"] == {}
