"""The Lambda layer for this machine: the deployed layer's files, with this interpreter's binaries.

The synthesized layer holds wheels for AWS (another Python, another processor). The emulator runs
Lambda code with its own interpreter, which cannot load those.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
import sys
from typing import TYPE_CHECKING

from local.processes import run
from local.settings import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from local.settings import Settings

REQUIREMENTS = REPOSITORY / "requirements-lambda.txt"


def local_layer(deployed: Path, settings: Settings) -> Path:
    """Return a folder like the deployed layer's, made for this machine; build it if need be.

    Parameters
    ----------
    deployed
        The layer's folder in the assembly, which says which files a layer holds.
    """
    # Built layers are shared by all the local stacks of this repository, like the synthesized ones.
    folder = REPOSITORY / "build" / f"local-layer-{_fingerprint(deployed)[:16]}"
    if folder.exists():
        return folder
    unfinished = folder.with_suffix(f".{settings.port}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    whole = unfinished / "whole"
    log = settings.logs / "layer.log"
    pip = [settings.emulator_python, "-m", "pip", "install", "--quiet", "--target", whole]
    pip += ["--disable-pip-version-check", "--no-deps", "--no-compile", "--only-binary", ":all:"]
    run([*pip, "--require-hashes", "-r", REQUIREMENTS], log=log, seconds=600)
    layer = unfinished / "layer"
    _keep_what_is_deployed(whole, deployed / "python", layer / "python")
    # Each worker unpacks the layer anew, so that every date changes: compiled files that are
    # checked by date would be thrown away, and each worker's start take twice as long.
    command = [settings.emulator_python, "-m", "compileall", "-q", "--invalidation-mode"]
    run([*command, "unchecked-hash", layer], log=log, seconds=300)
    if not folder.exists():
        layer.rename(folder)
    shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _keep_what_is_deployed(installed: Path, deployed: Path, target: Path) -> None:
    """Copy the installed files that the deployed layer has as well.

    A compiled module is the same one when it stands in the same folder under the same name, before
    the part that tells the interpreter and the processor. A package that only this Python needs is
    kept whole.
    """
    wanted = {_identity(path, deployed) for path in deployed.rglob("*") if path.is_file()}
    packages = {path.name for path in deployed.iterdir()}
    for path in installed.rglob("*"):
        if not path.is_file():
            continue
        relative = path.relative_to(installed)
        if _identity(path, installed) in wanted or relative.parts[0] not in packages:
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / relative)


def _identity(path: Path, root: Path) -> str:
    relative = path.relative_to(root)
    name = f"{path.name.split('.')[0]}.so" if path.suffix == ".so" else path.name
    return (relative.parent / name).as_posix()


def _fingerprint(deployed: Path) -> str:
    digest = hashlib.sha256(REQUIREMENTS.read_bytes())
    digest.update(f"{sys.version_info[:2]} {platform.platform()} {platform.machine()}".encode())
    for path in sorted(path for path in deployed.rglob("*") if path.is_file()):
        digest.update(f"\0{path.relative_to(deployed).as_posix()}".encode())
    return digest.hexdigest()
