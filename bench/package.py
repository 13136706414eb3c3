"""What is uploaded for the functions: layer and code, zipped as CDK zips them."""

import io
import zipfile
from pathlib import Path
from typing import Any

from stacks.assets.code import code_asset
from stacks.assets.layer import layer_asset


def measure() -> dict[str, Any]:
    """Zip both."""
    folders = {"layer": layer_asset().folder, "code": code_asset().folder}
    # Only the layer is deployed with bytecode, where there was a Python to compile it.
    sizes = {name: _sizes(folder, bytecode=name == "layer") for name, folder in folders.items()}
    packages = {
        path.name: _sizes(path, bytecode=True)["zipped_bytes"]
        for path in sorted((folders["layer"] / "python").iterdir())
        if path.is_dir() and not path.name.endswith(".dist-info")
    }
    together = sum(size["zipped_bytes"] for size in sizes.values())
    compiled = any(folders["layer"].rglob("__pycache__"))
    return {
        **sizes,
        "zipped_bytes_together": together,
        "layer_packages": packages,
        "compiled": compiled,
    }


def _sizes(folder: Path, *, bytecode: bool) -> dict[str, int]:
    buffer = io.BytesIO()
    unzipped = files = 0
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and (bytecode or "__pycache__" not in path.parts):
                archive.write(path, path.relative_to(folder))
                unzipped += path.stat().st_size
                files += 1
    return {"files": files, "bytes": unzipped, "zipped_bytes": len(buffer.getvalue())}
