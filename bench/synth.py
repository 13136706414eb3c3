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
            **_billed_by_the_month(checkout / "cdk.out"),
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


def _alarm_metrics(assembly: Path) -> int:
    """Count the metrics that alarms watch: each is paid for."""
    alarms = [
        resource["Properties"]
        for resource in _resources(assembly)
        if resource["Type"] == "AWS::CloudWatch::Alarm"
    ]
    return sum(
        sum("MetricStat" in metric for metric in alarm.get("Metrics", [])) or 1 for alarm in alarms
    )


def _billed_by_the_month(assembly: Path) -> dict[str, Any]:
    """Read from the templates what is paid by the month and not by the call."""
    resources = list(_resources(assembly))
    (pool,) = [it for it in resources if it["Type"] == "AWS::Cognito::UserPool"]
    return {
        "alarm_metrics": _alarm_metrics(assembly),
        "dashboard_metrics": [
            _dashboard_metrics(it["Properties"]["DashboardBody"])
            for it in resources
            if it["Type"] == "AWS::CloudWatch::Dashboard"
        ],
        # As CloudFormation documents it, a pool that names no plan has this one.
        "cognito_plan": pool["Properties"].get("UserPoolTier", "ESSENTIALS").lower(),
        # An item is in an index if it has each of its keys.
        "global_index_keys": [
            [key["AttributeName"] for key in index["KeySchema"]]
            for it in resources
            if it["Type"] in TABLES
            for index in it["Properties"].get("GlobalSecondaryIndexes", [])
        ],
    }


def _dashboard_metrics(body: Any) -> int:  # noqa: ANN401 -- a text, or CloudFormation's parts of one
    """Count the metrics that a dashboard's graphs refer to; one in two graphs is one."""
    parts = body["Fn::Join"][1] if isinstance(body, dict) else [body]
    # What deployment fills in is a name within a JSON string: its own form stands for it.
    text = "".join(
        part if isinstance(part, str) else json.dumps(json.dumps(part))[1:-1] for part in parts
    )
    return len(
        {
            json.dumps([word for word in metric if not isinstance(word, dict)])
            for widget in json.loads(text)["widgets"]
            for metric in widget["properties"].get("metrics", [])
            if isinstance(metric[0], str)
        }
    )


def _resources(assembly: Path) -> Iterator[dict[str, Any]]:
    for template in assembly.rglob("*.template.json"):
        yield from json.loads(template.read_bytes())["Resources"].values()
