"""Complete copies of ministack's state on disk.

A checkpoint is a folder of its own, named by `CURRENT` only when it is complete and on disk. A kill
at any moment leaves the previous one in force.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

KEPT_CHECKPOINTS = 2
EVERYTHING = "*"
"""In place of a service's name: all of them."""


class Checkpoints:
    """Complete copies of the emulator's state, of which one is current.

    Parameters
    ----------
    folder
        Holds one folder a checkpoint, and the file `CURRENT` with the current one's name.
    state
        The folder ministack loads its state from, and writes keys and code archives to.
    """

    def __init__(self, folder: Path, state: Path) -> None:
        self.folder = folder
        self.state = state

    def current(self) -> Path | None:
        """Return the newest complete checkpoint, or None before the first."""
        try:
            name = (self.folder / "CURRENT").read_text().strip()
        except FileNotFoundError:
            return None
        return self.folder / name

    def restore(self) -> None:
        """Make the state folder what the current checkpoint holds."""
        shutil.rmtree(self.state, ignore_errors=True)
        self.state.mkdir(parents=True)
        current = self.current()
        if current is not None:
            _link_tree(current, self.state)

    def write(self, changed: set[str], states: dict[str, Callable[[], Any]], parent: int) -> None:
        """Write a checkpoint and make it current.

        Parameters
        ----------
        changed
            Names of the services to write anew; the others are taken from the current checkpoint.
        states
            What gives each service's state.
        parent
            The process that serves. Once it is gone, another may go on from the current
            checkpoint, which must stay the current one then.
        """
        persistence = importlib.import_module("ministack.core.persistence")
        previous = self.current()
        number = int(previous.name) + 1 if previous else 1
        folder = self.folder / f"{number:08d}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        written = {Path(f"{name}.json") for name in states}
        for name, state_of in states.items():
            before = previous / f"{name}.json" if previous else None
            if before and EVERYTHING not in changed and name not in changed and before.exists():
                os.link(before, folder / before.name)
                continue
            state = state_of()
            if state is None:
                continue
            wrapped = {
                "__ministack_format__": persistence._state_format_version(name),  # noqa: SLF001
                "payload": state,
            }
            text = json.dumps(wrapped, default=persistence._json_default)  # noqa: SLF001
            _write_durably(folder / f"{name}.json", text)
        # Signing keys, code archives, buckets: files replaced as a whole, never changed in place.
        _link_tree(self.state, folder, leaving_out=written)
        _flush_folder(folder)
        if os.getppid() != parent:
            return
        _write_durably(self.folder / "CURRENT.new", folder.name)
        (self.folder / "CURRENT.new").replace(self.folder / "CURRENT")
        _flush_folder(self.folder)
        for old in sorted(self.folder.glob("[0-9]*"))[:-KEPT_CHECKPOINTS]:
            shutil.rmtree(old, ignore_errors=True)


def _link_tree(source: Path, target: Path, leaving_out: AbstractSet[Path] = frozenset()) -> None:
    for path in source.rglob("*"):
        relative = path.relative_to(source)
        unfinished = path.suffix in {".tmp", ".lock"}
        if path.is_file() and relative not in leaving_out and not unfinished:
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            os.link(path, target / relative)


def _write_durably(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
