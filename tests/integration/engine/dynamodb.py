"""DynamoDB as ministack plays it, in a process of its own that keeps nothing.

moto serves single-threaded tests of one handler; it loses concurrent updates and forgets the tokens
that make transactions repeatable. What is about either runs on this.
"""

import contextlib
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from local import emulator
from local.settings import REGION, Settings

SECONDS_TO_START = 60.0
SECONDS_TO_STOP = 10.0


@contextlib.contextmanager
def running() -> Iterator[str]:
    """Run an empty one; yield its address."""
    with tempfile.TemporaryDirectory(prefix="dynamodb-") as folder:
        port = _free_port()
        settings = Settings(folder=Path(folder), port=1, emulator_port=port)
        emulator.install(settings)
        log = Path(folder, "log")
        with log.open("wb") as output:
            process = subprocess.Popen(
                [settings.emulator_python, "-m", "ministack"],
                cwd=folder,
                env=_environment(port, folder),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(process, address, log)
            yield address
        finally:
            _end(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _environment(port: int, folder: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": folder,
        "TMPDIR": folder,
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "MINISTACK_REGION": REGION,
        "IOT_MTLS_ENABLED": "0",
        "LOG_LEVEL": "ERROR",
    }


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while not _healthy(address):
        if process.poll() is not None or time.monotonic() > give_up:
            end = log.read_text(errors="replace")[-2000:]
            raise RuntimeError(f"the emulator does not answer at {address}; its log ends:\n{end}")
        time.sleep(0.05)


def _healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_ministack/health", timeout=2):  # noqa: S310
            return True
    except (OSError, urllib.error.URLError):
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(SECONDS_TO_STOP)
