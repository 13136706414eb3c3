"""Running a build tool, with what it says kept back unless it fails."""

import fcntl
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from stacks.assets import BUILD
from stacks.errors import BuildError

LONGEST_BUILD_SECONDS = 600


def run(command: list[str], *, folder: Path, purpose: str) -> None:
    """Run a build tool to its end.

    Raises
    ------
    BuildError
        With the last line that the tool said, when it fails or takes too long.
    """
    try:
        subprocess.run(  # noqa: S603 - fixed commands, no shell
            command,
            cwd=folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST_BUILD_SECONDS,
        )
    except FileNotFoundError as error:
        raise BuildError(f"Cannot {purpose}: {command[0]} is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise BuildError(f"Cannot {purpose}: no end after {LONGEST_BUILD_SECONDS} s") from error
    except subprocess.CalledProcessError as error:
        said = [line.strip() for line in f"{error.stdout}\n{error.stderr}".splitlines()]
        errors = [line for line in said if "error" in line.lower()] or [
            line for line in said if line
        ]
        reason = errors[0] if errors else f"it ended with {error.returncode}"
        told = " ".join(command).splitlines()[0]
        raise BuildError(f"Cannot {purpose}: {reason} (`{told}` says more)") from error


@contextmanager
def building_alone(what: str) -> Generator[None]:
    """Let only one process at a time build something, as synths may run side by side."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / f".{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
