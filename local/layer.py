"""The Lambda layer for this machine: the deployed layer's files, with this interpreter's binaries.

The synthesized layer holds wheels for AWS (another Python, another processor). The emulator runs
Lambda code with its own interpreter, which cannot load those.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from local.processes import run
from local.settings import REPOSITORY, uv

if TYPE_CHECKING:
    from local.settings import Settings

REQUIREMENTS = REPOSITORY / "requirements-lambda.txt"
BUILD = REPOSITORY / "build"


def layers_exist(settings: Settings) -> bool:
    """Tell whether what the deployed layers point at is there; `make clean` removes it."""
    layers = settings.folder / "layers"
    return layers.exists() and all((BUILD / layer.name).exists() for layer in layers.iterdir())


def forget_layers(settings: Settings) -> None:
    """Forget the layers of the last deployment."""
    shutil.rmtree(settings.folder / "layers", ignore_errors=True)


def local_layer(deployed: Path, settings: Settings) -> Path:
    """Return a layer's folder for this machine; build what it points at if need be.

    The emulator unpacks a layer anew for each worker it starts, which takes seconds with a
    thousand files. This layer is a single file that puts a folder on the path, which all share.

    Parameters
    ----------
    deployed
        The layer's folder in the assembly, which says which files a layer holds.
    """
    packages = _packages(deployed, settings)
    layer = settings.folder / "layers" / packages.name
    # Python runs the `import` lines of such a file (documentation of `site`). The folder goes in
    # front, as a layer's does: the emulator's own environment has other versions of the same.
    site = layer / "python" / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    site.mkdir(parents=True, exist_ok=True)
    line = f"import sys; sys.path.insert(0, {str(packages)!r})\n"
    (site / "layer.pth").write_text(line)
    return layer


def _packages(deployed: Path, settings: Settings) -> Path:
    # Shared by all the local stacks of this repository, like the synthesized layers.
    folder = BUILD / f"local-layer-{_fingerprint(deployed)[:16]}"
    if folder.exists():
        return folder
    unfinished = BUILD / f"{folder.name}.{settings.port}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    whole, kept = unfinished / "whole", unfinished / "kept"
    log = settings.logs / "layer.log"
    install = [uv(), "pip", "install", "--quiet", "--python", settings.emulator_python]
    install += ["--target", whole, "--no-deps", "--only-binary", ":all:"]
    run([*install, "--require-hashes", "-r", REQUIREMENTS], log=log, seconds=600)
    _keep_what_is_deployed(whole, deployed / "python", kept)
    run([settings.emulator_python, "-m", "compileall", "-q", kept], log=log, seconds=300)
    if not folder.exists():
        kept.rename(folder)
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
    digest = hashlib.sha256(REQUIREMENTS.read_bytes() + Path(__file__).read_bytes())
    digest.update(f"{sys.version_info[:2]} {sysconfig.get_platform()}".encode())
    for path in sorted(path for path in deployed.rglob("*") if path.is_file()):
        digest.update(f"\0{path.relative_to(deployed).as_posix()}".encode())
    return digest.hexdigest()
