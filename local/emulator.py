"""Start and stop the emulated AWS, and talk to it."""

from __future__ import annotations

import os
import shutil
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

from local.processes import Process, refuse_taken_port, run
from local.progress import step
from local.settings import ACCOUNT, REGION, REPOSITORY, uv

if TYPE_CHECKING:
    from local.settings import Settings

SECONDS_TO_START = 60.0
# It finishes the requests under way and takes a last checkpoint; a hanging custom resource can
# keep it from ending at all.
SECONDS_TO_STOP = 30.0
REQUIREMENTS = REPOSITORY / "requirements-local.txt"

FOLDER = "emulator"
"""What it keeps, within the folder of the local stack."""


def process(settings: Settings) -> Process:
    """Return the emulator's process, whether it runs or not."""
    return Process("emulator", settings.folder)


def install(settings: Settings) -> None:
    """Make the emulator's environment if it is missing or its pinned packages changed.

    It is apart from the project's own because it runs the Lambda code with its own interpreter and
    pins other versions of the AWS client.
    """
    environment = settings.emulator_python.parent.parent
    stamp = environment / ".installed"
    wanted = REQUIREMENTS.read_text()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    with step(f"Installing the emulator into {environment.name}"):
        process(settings).stop(SECONDS_TO_STOP)  # it must not lose the ground under its feet
        log = settings.logs / "emulator-install.log"
        if not settings.emulator_python.exists():
            run(
                [uv(), "venv", "--quiet", "--python", sys.executable, environment],
                log=log,
                seconds=120,
            )
        install = [uv(), "pip", "install", "--quiet", "--python", settings.emulator_python]
        run([*install, "--require-hashes", "-r", REQUIREMENTS], log=log, seconds=600)
        stamp.write_text(wanted)


def start(settings: Settings, command: str) -> None:
    """Start the emulator with what was last checkpointed; do nothing if it already runs."""
    emulator = process(settings)
    if emulator.runs_on(settings.emulator_port):
        with step("The emulator is running"):
            emulator.wait_until(lambda: healthy(settings), SECONDS_TO_START)
        return
    with step("Starting the emulator"):
        refuse_taken_port("EMULATOR_PORT", settings.emulator_port, command)
        emulator.stop(SECONDS_TO_STOP)  # one on another port
        pause_checkpoints(settings).unlink(missing_ok=True)
        temporary = settings.folder / FOLDER / "tmp"
        _empty(temporary)
        program = Path(__file__).with_name("emulated_aws")
        emulator.start(
            [settings.emulator_python, program],
            _environment(settings, temporary),
            settings.emulator_port,
        )
        emulator.wait_until(lambda: healthy(settings), SECONDS_TO_START)


def healthy(settings: Settings) -> bool:
    """Tell whether the emulator answers."""
    try:
        with urllib.request.urlopen(f"{settings.emulator_url}/_ministack/health", timeout=2):  # noqa: S310
            return True
    except (OSError, urllib.error.URLError):
        return False


def pause_checkpoints(settings: Settings) -> Path:
    """Return the file whose existence keeps the emulator from taking checkpoints."""
    return settings.folder / FOLDER / "no-checkpoints"


def client(service: str, url: str) -> Any:  # noqa: ANN401  boto3 types its clients at run time
    """Return a boto3 client of the emulated AWS at an address."""
    import boto3  # noqa: PLC0415  a third of a second, which only some commands need

    return boto3.client(
        service,
        endpoint_url=url,
        region_name=REGION,
        aws_access_key_id=ACCOUNT,
        aws_secret_access_key="local",  # noqa: S106
    )


def environment_without_aws() -> dict[str, str]:
    """Return this process's environment without the person's own AWS account.

    No command here may be able to reach a real one.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return kept | {
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        # Nor does the CDK need to tell anyone that somebody tries the app on a laptop.
        "CDK_DISABLE_CLI_TELEMETRY": "true",
        "CDK_DISABLE_VERSION_CHECK": "true",
        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1",
        "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1",
    }


def environment_with_emulator(settings: Settings) -> dict[str, str]:
    """Return this process's environment, pointing AWS tools at the emulator and nowhere else."""
    return environment_without_aws() | {
        "AWS_ENDPOINT_URL": settings.emulator_url,
        "AWS_ACCESS_KEY_ID": ACCOUNT,
        "AWS_SECRET_ACCESS_KEY": "local",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
    }


def _environment(settings: Settings, temporary: Path) -> dict[str, str]:
    """Return the emulator's environment: a small one, because the Lambda code inherits it."""
    folder = settings.folder / FOLDER
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(settings.emulator_port),
        "MINISTACK_REGION": REGION,
        "PERSIST_STATE": "1",
        "STATE_DIR": str(folder / "state"),
        "S3_PERSIST": "1",
        # Within the state, so that a checkpoint holds the buckets as well.
        "S3_DATA_DIR": str(folder / "state" / "s3"),
        "CHECKPOINTS": str(folder / "checkpoints"),
        "CHECKPOINT_PAUSE": str(pause_checkpoints(settings)),
        # It would listen on every interface, for a service that is not used here.
        "IOT_MTLS_ENABLED": "0",
        "TMPDIR": str(temporary),
        "PYTHONUNBUFFERED": "1",
    }


def _empty(folder: Path) -> None:
    """Remove what a killed emulator left unpacked (each Lambda worker unpacks its layer)."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
