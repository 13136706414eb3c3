"""How long `cdk synth` takes: the first time in a fresh checkout, and again with nothing changed.

The first time builds the page and the layer, whose wheels pip takes from its cache or the network.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench.billed_metrics import alarm_metrics, dashboard_metrics
from local.settings import REPOSITORY

WARM_ROUNDS = 3
LONGEST_SECONDS = 900
ENVIRONMENTS = (".venv", "node_modules")
TABLES = ("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")


def measure() -> dict[str, Any]:
    """Synthesize the production stage in a copy of this checkout."""
    with tempfile.TemporaryDirectory(prefix="synth-") as folder:
        checkout = Path(folder, "checkout")
        _copy(checkout)
        cold = _synth(checkout)
        warm = [_synth(checkout) for _ in range(WARM_ROUNDS)]
        return {
            "cold_seconds": round(cold, 1),
            "warm_seconds": round(median(warm), 1),
            "warm_rounds": WARM_ROUNDS,
            "resources": _counted(checkout / "cdk.out"),
            **billed_by_the_month(checkout / "cdk.out"),
        }


def _copy(checkout: Path) -> None:
    """Copy what git would check out, and share the installed packages."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 -- as everybody runs it
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    for name in listed.stdout.decode().split("\0"):
        source = REPOSITORY / name
        if name and source.is_file():
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, checkout / name)
    for name in ENVIRONMENTS:
        (checkout / name).symlink_to(REPOSITORY / name)


def _synth(checkout: Path) -> float:
    started = time.monotonic()
    subprocess.run(
        ["npx", "cdk", "synth", "--quiet", "-c", "stage=prod", "-c", "account=111111111111"],  # noqa: S607 -- as everybody runs it
        cwd=checkout,
        env={**os.environ, "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1"},
        check=True,
        capture_output=True,
        timeout=LONGEST_SECONDS,
    )
    return time.monotonic() - started


def _counted(assembly: Path) -> dict[str, int]:
    """Count the resources by their types: some of them cost by the month."""
    return dict(sorted(Counter(resource["Type"] for resource in _resources(assembly)).items()))


def billed_by_the_month(assembly: Path) -> dict[str, Any]:
    """Read from the templates what is paid by the month and not by the call."""
    resources = list(_resources(assembly))
    (pool,) = [resource for resource in resources if resource["Type"] == "AWS::Cognito::UserPool"]
    return {
        "alarm_metrics": alarm_metrics(resources),
        "dashboard_metrics": dashboard_metrics(resources),
        # As CloudFormation documents it, a pool that names no plan has this one.
        "cognito_plan": pool["Properties"].get("UserPoolTier", "ESSENTIALS").lower(),
        # An item is in an index if it has each of its keys.
        "global_index_keys": [
            [key["AttributeName"] for key in index["KeySchema"]]
            for resource in resources
            if resource["Type"] in TABLES
            for index in resource["Properties"].get("GlobalSecondaryIndexes", [])
        ],
    }


def _resources(assembly: Path) -> Iterator[dict[str, Any]]:
    for template in assembly.rglob("*.template.json"):
        yield from json.loads(template.read_bytes())["Resources"].values()
