"""Bring the whole local stack up and down."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx

from local import emulator, users
from local.assembly import Stack, read_stacks
from local.deployment import deploy
from local.distribution import read_distribution
from local.intrinsics import PSEUDO_PARAMETERS, deployed_values
from local.outputs import read_outputs
from local.processes import Process, refuse_taken_port
from local.progress import StepFailedError, say, step
from local.settings import DEMO_EMAIL, LOCAL_PASSWORD, REGION, project_python
from local.site import BUCKET_DEPLOYMENT, build_site
from local.warming import warm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local.intrinsics import Values
    from local.outputs import Outputs
    from local.settings import Settings

SECONDS_FOR_THE_EDGE = 60.0
SECONDS_TO_STOP_THE_EDGE = 5.0
LOCK = "lock"
VERSION_FILE = "version"

DATA_VERSION = 3
"""Of keys and stacks: data that another one left cannot be read or deployed over."""


def edge_process(settings: Settings) -> Process:
    """Return the edge's process, whether it runs or not."""
    return Process("edge", settings.folder)


def warming_process(settings: Settings) -> Process:
    """Return the process that warms up the functions, whether it runs or not."""
    return Process("warming", settings.folder)


def warm_up(outputs: Outputs, *, only_opening: bool = False) -> None:
    """Start every function's worker, or those of what the page asks for as it opens."""
    try:
        token = users.access_token(DEMO_EMAIL, outputs)
    except StepFailedError as error:
        say(f"Not warmed up: {error}")  # somebody may have changed the demo person's password
    else:
        warm(outputs, token, only_opening=only_opening)


def record_due(outputs: Outputs) -> None:
    """Have recurring expenses recorded that came due while the stack was down; nobody waits for it.

    While it runs, the emulator does so itself, by the schedule that AWS has.
    """
    outputs.client("lambda").invoke(
        FunctionName=outputs.record_due_function, InvocationType="Event"
    )


def up(settings: Settings, command: str, *, warm_all: bool = False) -> Outputs:
    """Start what is not running yet, deploy what has changed, and return when all is healthy.

    Parameters
    ----------
    settings
        Which stack.
    command
        What the person typed, for messages that tell what to type instead.
    warm_all
        Return when every function's worker has started, as for tests whose waits have limits.
    """
    with _alone(settings):
        refuse_other_data(settings.folder)
        edge = edge_process(settings)
        if not edge.runs_on(settings.port):
            refuse_taken_port("PORT", settings.port, command)
        emulator.install(settings)
        emulator.start(settings, command)
        outputs, deployed = deploy(settings, lambda made: _prepare_edge(settings, made))
        if deployed:
            edge.stop(SECONDS_TO_STOP_THE_EDGE)
        if not edge.runs_on(settings.port):
            with step("Starting the edge"):
                edge.stop(SECONDS_TO_STOP_THE_EDGE)
                _start_edge(settings, edge)
        outputs.save(settings.outputs)
        users.create(DEMO_EMAIL, outputs)
        record_due(outputs)
        if deployed or warm_all:
            with step("Warming up the functions"):
                warm_up(outputs, only_opening=not warm_all)
        if not warm_all:
            # Nobody waits for it: the app is ready, only its first answers would be slow.
            say(
                "Warming up the rest, in the background"
                if deployed
                else "Warming up in the background"
            )
            _start(settings, warming_process(settings), "warm")
        return outputs


def refuse_other_data(folder: Path) -> None:
    """Mark a folder with the version of what will be in it.

    Raises
    ------
    StepFailedError
        If it already holds what another version left.
    """
    stamp = folder / VERSION_FILE
    if stamp.exists():
        found = stamp.read_text().strip()
    else:
        # The first version left no mark, but always a folder for the emulator's data.
        found = "1" if (folder / emulator.FOLDER).exists() else str(DATA_VERSION)
    if found != str(DATA_VERSION):
        raise StepFailedError(
            f"{folder} holds data of version {found}, this is version {DATA_VERSION}:"
            " `make reset` forgets it (export first, with the version that wrote it)"
        )
    stamp.write_text(f"{DATA_VERSION}\n")


def down(settings: Settings) -> None:
    """Stop what runs, saving everything."""
    with _alone(settings):
        _stop(settings)
        say("Stopped")


def reset(settings: Settings) -> None:
    """Stop what runs and forget the data, the people and the deployment."""
    with _alone(settings):
        _stop(settings)
        for entry in settings.folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != LOCK:
                entry.unlink()
        say("All local data is gone")


def follow(settings: Settings) -> None:
    """Show the logs of the edge and of the emulator until interrupted or until one of them ends."""
    processes = [edge_process(settings), emulator.process(settings)]
    shown = subprocess.Popen(  # noqa: S603
        ["tail", "-q", "-n", "0", "-F", *(str(process.log) for process in processes)],  # noqa: S607
        stderr=subprocess.DEVNULL,
    )
    try:
        while all(process.running() for process in processes):
            time.sleep(0.5)
    finally:
        shown.terminate()
        shown.wait()
    for process in processes:
        if not process.running():
            raise StepFailedError(f"the {process.name} ended", process.log)


def raise_interrupt_when_terminated() -> None:
    """Let SIGTERM end the command as Ctrl-C does: in order."""

    def interrupt(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)


def announce(outputs: Outputs) -> None:
    """Print where the app is and how to sign in."""
    print(f"\n  The app      {outputs.app_url}")
    print(f"  Sign in as   {DEMO_EMAIL}  with  {LOCAL_PASSWORD}\n", flush=True)


def running_outputs(settings: Settings) -> Outputs:
    """Return the outputs of the stack if it is up.

    Raises
    ------
    StepFailedError
        If it is not.
    """
    if not (edge_process(settings).running() and emulator.process(settings).running()):
        raise StepFailedError("the local stack is not running: start it with `make up`")
    return read_outputs(settings.outputs)


def _stop(settings: Settings) -> None:
    for process, grace in (
        (warming_process(settings), 0.0),
        (edge_process(settings), SECONDS_TO_STOP_THE_EDGE),
        (emulator.process(settings), emulator.SECONDS_TO_STOP),
    ):
        if process.running():
            with step(f"Stopping the {process.name}"):
                process.stop(grace)


def _prepare_edge(settings: Settings, outputs: Outputs) -> None:
    """Write what the edge serves, from the templates as synthesized."""
    say("Preparing the page and its headers …")
    cloudformation = emulator.client("cloudformation", settings.emulator_url)
    stacks = read_stacks(settings.assembly)
    values = {one.name: deployed_values(one.name, cloudformation) for one in stacks}
    # The addresses of AWS's that a browser calls; what answers there is the emulator here.
    called = (
        _output(stacks, "HostedUiUrl", values),
        f"https://cognito-idp.{REGION}.{PSEUDO_PARAMETERS['AWS::URLSuffix']}",
    )
    web = next(one for one in stacks if _has(one, BUCKET_DEPLOYMENT))
    own = replace(values[web.name], elsewhere=dict.fromkeys(called, outputs.cognito_url))
    folder = settings.edge_folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build_site(web, own, folder / "site")
    read_distribution(web.template, own).save(folder / "distribution.json")


def _start(settings: Settings, process: Process, command: str) -> None:
    environment = dict(os.environ) | {"LOCAL_DIR": str(settings.folder), "PYTHONUNBUFFERED": "1"}
    process.start([project_python(), "-m", "local", command], environment, settings.port)


def _start_edge(settings: Settings, edge: Process) -> None:
    _start(settings, edge, "edge")
    url = f"{settings.app_url}/api/health"
    said = ""

    def healthy() -> bool:
        nonlocal said
        try:
            answer = httpx.get(url, timeout=SECONDS_FOR_THE_EDGE)
        except httpx.TransportError:
            return False
        said = f"; the API said {answer.status_code} {answer.text[:300]}"
        return answer.is_success

    try:
        edge.wait_until(healthy, SECONDS_FOR_THE_EDGE)
    except StepFailedError as error:
        raise StepFailedError(f"{error}{said}", error.log) from error


def _has(stack: Stack, resource_type: str) -> bool:
    return any(resource["Type"] == resource_type for resource in stack.resources.values())


def _output(stacks: list[Stack], key: str, values: dict[str, Values]) -> str:
    (stack,) = [one for one in stacks if key in one.template.get("Outputs", {})]
    return values[stack.name].resolve(stack.template["Outputs"][key]["Value"])


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Keep two commands from starting or stopping the same stack at once."""
    settings.folder.mkdir(parents=True, exist_ok=True)
    with (settings.folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another command that starts or stops this stack …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
