"""A Lambda function as it is deployed, run here by AWS's own runtime client."""

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, Self

from bench.runtime_api import RuntimeApi
from local.settings import REGION
from stacks.assets.code import code_asset
from stacks.assets.layer import layer_asset

SECONDS_TO_STOP = 10

ENVIRONMENT = {
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
    "AWS_ACCESS_KEY_ID": "bench",
    "AWS_SECRET_ACCESS_KEY": "bench",
    "AWS_SESSION_TOKEN": "bench",
    "AWS_LAMBDA_FUNCTION_NAME": "bench",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
    "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
    "POWERTOOLS_SERVICE_NAME": "expense-tracker",
    "POWERTOOLS_METRICS_NAMESPACE": "ExpenseTracker",
    "POWERTOOLS_LOG_LEVEL": "INFO",
    "TABLE_NAME": "expenses",
}


class Package(NamedTuple):
    """What a function's code is imported from.

    Attributes
    ----------
    task : Path
        The function's own code, where it is started.
    layer : Path or None
        In front of everything else that can be imported.
    """

    task: Path
    layer: Path | None = None


@contextmanager
def deployed_package(*, bytecode: bool = True) -> Iterator[Package]:
    """Lay out code and layer as they are deployed, but for this Python and this processor.

    Parameters
    ----------
    bytecode : bool
        Whether the layer is compiled, as it is where Lambda's Python is there to do it; the
        functions' own code never is.
    """
    with tempfile.TemporaryDirectory(prefix="package-") as folder:
        task, layer = Path(folder, "task"), Path(folder, "layer")
        shutil.copytree(code_asset().folder, task, ignore=shutil.ignore_patterns("__pycache__"))
        deployed = layer_asset().folder / "python"
        shutil.copytree(deployed, layer)
        # The one package with compiled parts; those in the layer are for Lambda's processor.
        own = find_spec("msgspec")
        if own is None or own.origin is None:
            raise RuntimeError("msgspec is not installed: run `make install`")
        shutil.copytree(Path(own.origin).parent, layer / "msgspec", dirs_exist_ok=True)
        for cache in [*layer.rglob("__pycache__")]:
            shutil.rmtree(cache)
        if bytecode:
            compileall.compile_dir(layer, quiet=2)
        yield Package(task, layer)


class Start(NamedTuple):
    """What it took to be ready for the first event.

    Attributes
    ----------
    wall_ms : float
        From before the process was made until it asked for an event.
    cpu_ms : float
        Of the process's main thread, which is all it has: what others do on the machine is not
        in it.
    peak_mb : float
        The most memory that the process had in use.
    """

    wall_ms: float
    cpu_ms: float
    peak_mb: float


class Function:
    """A function's process; a context manager.

    Parameters
    ----------
    handler : str
        As Lambda is told: ``handlers.add_expense.handler``.
    environment : mapping
        What it has besides `ENVIRONMENT`.
    """

    def __init__(
        self, package: Package, handler: str, environment: Mapping[str, str] | None = None
    ) -> None:
        self._package = package
        self._handler = handler
        self._environment = {**ENVIRONMENT, **(environment or {})}
        self._api = RuntimeApi()
        self._process: subprocess.Popen[bytes] | None = None
        self._start: Start | None = None

    def __enter__(self) -> Self:
        self._api.__enter__()
        started = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 -- this Python, this project's handlers
            [sys.executable, "-m", "awslambdaric", self._handler],
            cwd=self._package.task,
            env={
                "PATH": os.environ["PATH"],
                "AWS_LAMBDA_RUNTIME_API": self._api.address,
                "PYTHONPATH": str(self._package.layer or ""),
                "PYTHONDONTWRITEBYTECODE": "1",
                **self._environment,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            ready = self._api.wait_until_ready()
            self._start = Start(
                wall_ms=(ready - started) * 1000,
                cpu_ms=_cpu_ms(self._process.pid),
                peak_mb=_peak_mb(self._process.pid),
            )
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.kill()
            self._process.wait(SECONDS_TO_STOP)
        self._api.__exit__()

    @property
    def start(self) -> Start:
        """What it took to start."""
        if self._start is None:
            raise RuntimeError("the function is not running")
        return self._start

    def invoke(self, event: dict[str, Any]) -> Any:  # noqa: ANN401 -- whatever the function returns
        """Call the function."""
        return self._api.invoke(event)


def _cpu_ms(pid: int) -> float:
    """Linux counts in nanoseconds there (Documentation/scheduler/sched-stats)."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e6


def _peak_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this Linux does not tell a process's memory")
