"""A real household's ledger goes in through the API and comes out right, to the paisa."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from local.settings import REPOSITORY
from tests.stack import new_email, sign_up

from .client import DeployedApi

LEDGER = REPOSITORY.parent / "shared" / "data" / "household.csv"
SECONDS = 240

pytestmark = pytest.mark.skipif(
    not LEDGER.exists(), reason=f"the household's ledger is not part of this repository: {LEDGER}"
)


@pytest.fixture(scope="module")
def expected():
    """What the ledger's expenses add up to, computed independently of this code."""
    return json.loads(LEDGER.with_suffix(".expected.json").read_text())


@pytest.fixture(scope="module")
def email():
    return new_email("household")


@pytest.fixture(scope="module")
def imported(email):
    """What the command says of the first import."""
    return _import(email)


@pytest.fixture
def household(imported, email, http):
    return DeployedApi(http, sign_up(email))


def _import(email):
    folder = REPOSITORY / Path(os.environ.get("EXPENSE_TRACKER_LOCAL", ".local"))
    settings = json.loads((folder / "outputs.json").read_text())
    ports = {
        "PORT": settings["app_url"].rpartition(":")[2],
        "EMULATOR_PORT": settings["cognito_url"].rpartition(":")[2],
    }
    done = subprocess.run(
        [sys.executable, "-m", "local", "import", LEDGER, "--email", email],
        cwd=REPOSITORY,
        env=os.environ | ports | {"LOCAL_DIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_income_and_transfers_are_left_out_and_counted(imported, expected):
    assert f"{expected['expenses']:,} expenses" in imported
    assert "(money in): left out" in imported
    assert "(transfer to oneself): left out" in imported


def test_count_and_total_are_right(household, expected):
    summary = household.summary().json
    assert summary["count"] == expected["expenses"]
    assert summary["total_paise"] == expected["total_paise"]


def test_every_month_is_right(household, expected):
    period = {"from": "2015-01-01", "to": "2018-12-31"}
    groups = household.summary(**period, group_by="month").json["groups"]
    assert {group["month"]: group["total_paise"] for group in groups} == expected["by_month"]
    assert len(groups) == 45


def test_every_day_that_was_spent_on_is_there(household, expected):
    groups = household.summary(group_by="day").json["groups"]
    assert len(groups) == expected["days"]


def test_every_category_is_right(household, expected):
    """Each of the ledger's became one category, of the same name or of a built-in one's like it."""
    names = {category["id"]: category["name"] for category in household.categories()}
    groups = household.summary(group_by="category").json["groups"]
    totals = {names[group["category"]]: group["total_paise"] for group in groups}
    assert sorted(totals.values()) == sorted(expected["by_category"].values())
    same_name = totals.keys() & expected["by_category"].keys()
    assert {name: totals[name] for name in same_name} == {
        name: expected["by_category"][name] for name in same_name
    }
    assert totals["Food & dining"] == expected["by_category"]["Food"]


def test_the_list_holds_what_the_totals_say(household, expected):
    items = household.list_all(limit=200)
    assert len({item["id"] for item in items}) == len(items) == expected["expenses"]
    assert sum(item["amount_paise"] for item in items) == expected["total_paise"]


def test_importing_again_changes_nothing(household, email, expected):
    before = household.summary(group_by="day,category").json, household.list(limit=200).json
    said = _import(email)
    assert f"0 added, {expected['expenses']:,} were there already" in said
    after = household.summary(group_by="day,category").json, household.list(limit=200).json
    assert after == before
