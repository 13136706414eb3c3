"""Run a command with a local stack of its own: `python tests/with_stack.py pytest tests/browser`.

The stack has free ports and an empty folder, so that a running one and its data are not touched.
It is stopped whatever happens; its folder stays for a look at the logs if the command fails.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
# Run as a script, this folder is what Python looks in.
sys.path.insert(0, str(REPOSITORY))

from local import emulator  # noqa: E402
from local.settings import Settings  # noqa: E402

SECONDS = 3600


def main(command: list[str]) -> int:
    """Return the command's status, or the one of the start if that fails."""
    parent = REPOSITORY / "build"
    parent.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="test-stack-", dir=parent))
    port, emulator_port = free_ports(2)
    environment = dict(os.environ) | {
        "LOCAL_DIR": str(folder),
        "PORT": str(port),
        "EMULATOR_PORT": str(emulator_port),
        "EXPENSE_TRACKER_LOCAL": str(folder),
    }
    # So that being told to stop also runs what follows `finally`.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    status = 1
    try:
        # Warm, as waits of tests have limits and each cold start takes its seconds.
        status = _run([sys.executable, "-m", "local", "up", "--warm"], environment)
        if status == 0:
            if "ATTACK" not in os.environ:
                # Nothing is to outlast the stack, and a checkpoint of what many tests leave keeps a
                # processor busy for seconds. An attack kills the stack, and starts it again.
                settings = Settings(folder, port, emulator_port)
                emulator.pause_checkpoints(settings).touch()
            status = _run(command, environment)
    finally:
        _run([sys.executable, "-m", "local", "down"], environment)
        if status == 0:
            shutil.rmtree(folder)
        else:
            print(f"The stack's logs are in {folder / 'logs'}", file=sys.stderr)
    return status


def _run(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(
        command, cwd=REPOSITORY, env=environment, check=False, timeout=SECONDS
    ).returncode


def free_ports(count: int) -> list[int]:
    """Return ports that are free now; held together, so that they differ."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
