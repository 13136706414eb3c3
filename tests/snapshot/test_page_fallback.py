"""The CloudFront function that serves addresses within the page, run by Node."""

import json
import subprocess

import pytest

from stacks.parts.page_distribution import FALLBACK


@pytest.fixture(scope="module")
def served():
    """A function that tells which file a path is answered with."""
    paths = {}

    def ask(path):
        event = json.dumps({"request": {"uri": path}})
        script = f"{FALLBACK.read_text()}; console.log(handler({event}).uri)"
        if path not in paths:
            paths[path] = subprocess.run(
                ["node", "-e", script], check=True, capture_output=True, text=True, timeout=30
            ).stdout.strip()
        return paths[path]

    return ask


@pytest.mark.parametrize("path", ["/", "/overview", "/categories/", "/expenses/2026", "/a.b/c"])
def test_addresses_within_the_page_get_index_html(served, path):
    assert served(path) == "/index.html"


@pytest.mark.parametrize(
    "path", ["/index.html", "/config.json", "/openapi.json", "/icon.svg", "/missing.js"]
)
def test_files_are_looked_up_as_they_are(served, path):
    assert served(path) == path
