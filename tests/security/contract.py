"""Running schemathesis against the local stack."""

import os
import subprocess
import sys
from pathlib import Path

from local.settings import REPOSITORY
from tests.stack import running_stack, sign_up

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
DOCUMENT = REPOSITORY / "web" / "public" / "openapi.json"
LONGEST_SECONDS = 1500


def hold_to_document(*options: str) -> None:
    """Draw requests from the OpenAPI document and hold the answers to it."""
    run = subprocess.run(
        [
            *(Path(sys.executable).with_name("schemathesis"), "--config-file", CONFIGURATION),
            *("run", DOCUMENT, "--url", running_stack().app_url),
            *("--checks", "all", "--exclude-checks", "unsupported_method"),
            *("--continue-on-failure", "--no-color", "--request-timeout", "120"),
            *options,
        ],
        cwd=REPOSITORY,
        env=dict(os.environ) | {"PYTHONPATH": str(REPOSITORY), "ACCESS_TOKEN": sign_up()},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_SECONDS,
    )
    print(run.stdout[-20_000:], run.stderr[-2_000:])
    assert run.returncode == 0
