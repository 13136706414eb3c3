"""What README.md says of the repository itself."""

import dataclasses
import re
import subprocess

from local.settings import REPOSITORY
from stacks.settings import Settings

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_its_layout_names_every_folder_and_no_other():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=REPOSITORY, check=True, capture_output=True, text=True
    ).stdout.split("\n")
    folders = {path.split("/")[0] for path in listed if "/" in path and path[0] != "."}
    rows = re.findall(r"^\| (`.*?) \|", README, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)/`", row)}
    assert named == folders


def test_every_file_that_it_links_to_is_there():
    for target in re.findall(r"\]\(((?!http)[^)#]+)\)", README):
        assert (REPOSITORY / target).exists(), target


def test_what_each_setting_costs_is_told():
    guide = (REPOSITORY / "docs" / "operations.md").read_text(encoding="utf-8")
    section = re.search(r"## What each setting costs\n(.*?)\n## ", guide, re.DOTALL)
    told = re.findall(r"^\|([^|]+)\|", section[1], re.MULTILINE)
    named = set(re.findall(r"`([a-z_]+)`", "".join(told)))
    assert named == {field.name for field in dataclasses.fields(Settings)}
