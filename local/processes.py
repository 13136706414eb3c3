"""Start and stop the stack's long-running processes, and run its short ones under a time limit."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from typing import TYPE_CHECKING, Any

from local.progress import StepFailedError
from local.settings import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


class Process:
    """A process that outlives the command that started it, known by a file in the stack's folder.

    Parameters
    ----------
    name
        What it is called in messages and in file names.
    folder
        The stack's folder.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.log = folder / "logs" / f"{name}.log"
        self._record = folder / f"{name}.pid"

    def start(
        self, command: Sequence[str | Path], environment: Mapping[str, str], port: int | None = None
    ) -> None:
        """Start it in a session of its own; its output goes to its log, the last one is kept."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("wb") as log:
            process = subprocess.Popen(  # noqa: S603
                [str(word) for word in command],
                cwd=REPOSITORY,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        record = {"pid": process.pid, "begun": _when_begun(process.pid), "port": port}
        self._record.write_text(json.dumps(record))

    def running(self) -> bool:
        """Tell whether the process that was started is still there."""
        return self._pid() is not None

    def runs_on(self, port: int) -> bool:
        """Tell whether it is there and was started to listen on a port."""
        return self.running() and json.loads(self._record.read_text()).get("port") == port

    def wait_until(self, healthy: Callable[[], bool], seconds: float) -> None:
        """Wait until it is healthy.

        Raises
        ------
        StepFailedError
            If it ended, or is not healthy in time.
        """
        deadline = time.monotonic() + seconds
        while not healthy():
            if not self.running():
                raise StepFailedError(f"the {self.name} ended as soon as it was started", self.log)
            if time.monotonic() > deadline:
                raise StepFailedError(
                    f"the {self.name} did not answer within {seconds:.0f} s", self.log
                )
            time.sleep(0.05)

    def stop(self, grace: float) -> None:
        """Ask it to end; after `grace` seconds, kill it. What it started goes with it."""
        pid = self._pid()
        if pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
            deadline = time.monotonic() + grace
            while self._pid() is not None and time.monotonic() < deadline:
                time.sleep(0.05)
            # It leads a process group, which its own children (the Lambda workers) belong to.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
        self._record.unlink(missing_ok=True)

    def _pid(self) -> int | None:
        try:
            record: dict[str, Any] = json.loads(self._record.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        pid = record["pid"]
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)  # if it was this very command that started it
        # The same number may belong to another program by now, after a restart of the machine.
        return pid if _when_begun(pid) == record["begun"] is not None else None


def _when_begun(pid: int) -> str | None:
    """Return when a process began, in whatever form this system tells it; None if it is gone."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:  # noqa: PTH123
            # proc_pid_stat(5): field 3 is the state, field 22 the start time; the name before them
            # may hold anything, in brackets.
            fields = file.read().rpartition(")")[2].split()
    except FileNotFoundError:
        if os.path.isdir("/proc/self"):  # noqa: PTH112
            return None
        return _when_begun_by_ps(pid)
    return None if fields[0] == "Z" else fields[19]


def _when_begun_by_ps(pid: int) -> str | None:
    result = subprocess.run(  # noqa: S603
        ["ps", "-o", "lstart=", "-p", str(pid)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout.strip() or None


def refuse_taken_port(variable: str, port: int, command: str) -> None:
    """Stop with a clear message if another program listens on a port.

    Raises
    ------
    StepFailedError
        If the port is taken.
    """
    # One that was killed a moment ago may hold it a moment longer.
    deadline = time.monotonic() + 2
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                if time.monotonic() > deadline:
                    raise StepFailedError(
                        f"port {port} is taken by another program ({error.strerror}). "
                        f"Choose another, for example: {variable}={port + 1} {command}"
                    ) from error
            else:
                return
        time.sleep(0.1)


def run(
    command: Sequence[str | Path],
    *,
    log: Path,
    seconds: float,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Run a command to its end, its output going to a log.

    Raises
    ------
    StepFailedError
        If it fails or takes longer than `seconds`; nothing of it is left running then.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            [str(word) for word in command],
            cwd=REPOSITORY,
            env=dict(environment) if environment is not None else None,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = process.wait(seconds)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if isinstance(error, subprocess.TimeoutExpired):
                raise StepFailedError(f"not done after {seconds:.0f} s; stopped", log) from None
            raise
    if status != 0:
        raise StepFailedError(f"it ended with status {status}", log)
