"""A hash of source files, the same wherever the repository lies."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

# What tools leave beside sources, and no build may depend on.
IGNORED_FOLDERS = frozenset({"__pycache__", "node_modules", "dist"})


def files_in(*places: Path) -> list[Path]:
    """List the source files in folders, and those given by name, in a fixed order."""
    found: set[Path] = set()
    for place in places:
        for file in [place] if place.is_file() else place.rglob("*"):
            hidden = any(
                part.startswith(".") or part in IGNORED_FOLDERS
                for part in file.relative_to(place).parts
            )
            if file.is_file() and not hidden:
                found.add(file)
    return sorted(found)


def source_hash(files: Iterable[Path], *, relative_to: Path, recipe: str = "") -> str:
    """Hash the names and contents of files, and of the recipe that builds from them.

    Lines may end in CR LF on one machine and in LF on another: both hash alike.
    """
    digest = hashlib.sha256(recipe.encode())
    for file in files:
        content = file.read_bytes().replace(b"\r\n", b"\n")
        name = file.relative_to(relative_to).as_posix()
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
