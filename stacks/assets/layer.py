"""The Lambda layer that holds the operations' dependencies, built by pip without Docker."""

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

from stacks.assets import BUILD, ROOT, Asset
from stacks.assets.running import building_alone, run
from stacks.assets.sources import source_hash
from stacks.errors import BuildError

REQUIREMENTS: Final = ROOT / "requirements-lambda.txt"
PYTHON_VERSION: Final = "3.13"
FOLDER_ON_LAMBDA: Final = "/opt/python"
SECONDS_TO_ASK: Final = 10

# Amazon Linux 2023, which `python3.13` runs on, has glibc 2.34: these wheels are made for it.
PLATFORMS: Final = ("manylinux2014_aarch64", "manylinux_2_17_aarch64", "manylinux_2_28_aarch64")

# botocore describes over four hundred services in 27 MB; the operations call one.
KEPT_SERVICES: Final = frozenset({"dynamodb"})

# Neither imported nor read by what is: commands and a documentation site.
DROPPED: Final = (
    "bin",
    "**/__pycache__",
    "**/tests",
    "*.dist-info/RECORD",
    "aws_lambda_powertools/event_handler/openapi/swagger_ui/*.js",
    "aws_lambda_powertools/event_handler/openapi/swagger_ui/*.css",
)

# All but msgspec's compiled part runs here as it does on Lambda, which tells whether the trimming
# took something that is needed.
TRIAL: Final = """
import sys
sys.path.insert(0, sys.argv[1])
import botocore.session
from aws_lambda_powertools.logging import Logger
from aws_lambda_powertools.metrics import Metrics
assert botocore.__file__.startswith(sys.argv[1])
client = botocore.session.get_session().create_client("dynamodb", region_name="ap-south-1")
assert client.meta.endpoint_url == "https://dynamodb.ap-south-1.amazonaws.com"
"""


def layer_hash(*, compiled: bool = False) -> str:
    """Return the hash of the pinned requirements and of the recipe in this file.

    Parameters
    ----------
    compiled : bool
        Of the layer that holds bytecode, too.
    """
    recipe = "compiled" if compiled else ""
    return source_hash([REQUIREMENTS, Path(__file__)], relative_to=ROOT, recipe=recipe)


def layer_asset(*, bytecode: bool = False) -> Asset:
    """Return the layer, built if it was not built before.

    Parameters
    ----------
    bytecode
        Whether it holds bytecode, which halves what importing it takes: a layer is read-only, and
        nothing of earlier starts stays in it.

    Raises
    ------
    BuildError
        When pip cannot fetch the pinned wheels, or Lambda's Python is not there to compile them.
    """
    compiler = _lambdas_python() if bytecode else None
    if bytecode and not compiler:
        raise BuildError(
            f'Setting "layer_bytecode": on needs python{PYTHON_VERSION}, which is not installed'
        )
    asset_hash = layer_hash(compiled=bytecode)
    folder = BUILD / f"layer-{asset_hash[:16]}"
    if not folder.exists():
        with building_alone("layer"):
            if not folder.exists():
                _build(folder, compiler)
    return Asset(folder=folder, source_hash=asset_hash)


@cache
def _lambdas_python() -> str | None:
    """Find the Python that functions run on, if it is on this machine."""
    question = "import sys; print('{}.{}'.format(*sys.version_info))"
    for python in (sys.executable, f"python{PYTHON_VERSION}"):
        try:
            asked = subprocess.run(  # noqa: S603 -- a fixed command, no shell
                [python, "-c", question],
                capture_output=True,
                text=True,
                timeout=SECONDS_TO_ASK,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if asked.stdout.strip() == PYTHON_VERSION:
            return python
    return None


def _build(folder: Path, compiler: str | None) -> None:
    print("Building the Lambda layer …", file=sys.stderr)
    unfinished = folder.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    python = unfinished / "python"  # Lambda puts a layer's `python` folder on the path
    platforms = [option for platform in PLATFORMS for option in ("--platform", platform)]
    run(
        [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
            *("--target", str(python), "--no-deps", "--no-compile"),
            *("--python-version", PYTHON_VERSION, "--implementation", "cp", *platforms),
            *("--only-binary", ":all:", "--require-hashes", "--requirement", str(REQUIREMENTS)),
        ],
        folder=ROOT,
        purpose="build the Lambda layer",
    )
    _trim(python)
    run(
        [sys.executable, "-I", "-S", "-B", "-c", TRIAL, str(python)],
        folder=ROOT,
        purpose="use the Lambda layer that was built",
    )
    if compiler:
        _compile(python, compiler)
    unfinished.rename(folder)  # at once: a build cut short is never taken for a whole one


def _compile(python: Path, compiler: str) -> None:
    """Add bytecode that is taken as it is, and tells of files where they will lie."""
    options = ["--invalidation-mode", "unchecked-hash", "-s", str(python), "-p", FOLDER_ON_LAMBDA]
    run(
        [compiler, "-I", "-m", "compileall", "-q", *options, str(python)],
        folder=ROOT,
        purpose="compile the Lambda layer",
    )


def _trim(python: Path) -> None:
    services = [path for path in (python / "botocore" / "data").iterdir() if path.is_dir()]
    unneeded = [path for path in services if path.name not in KEPT_SERVICES]
    for pattern in DROPPED:
        unneeded.extend(python.glob(pattern))
    for path in unneeded:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    _trim_endpoints(python / "botocore" / "data" / "endpoints.json")


def _trim_endpoints(file: Path) -> None:
    """Keep the addresses of the services that are kept: each start reads all that is in there."""
    endpoints = json.loads(file.read_bytes())
    for partition in endpoints["partitions"]:
        services = partition["services"]
        partition["services"] = {name: services[name] for name in KEPT_SERVICES & services.keys()}
    file.write_text(json.dumps(endpoints, separators=(",", ":")))
