"""The bucket's content, made from the template's bucket deployments as they would make it.

The deployments themselves are custom resources, which the emulator cannot run (`local.assembly`).
"""

from __future__ import annotations

import json
import mimetypes
import shutil
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local.assembly import Stack
    from local.intrinsics import Values

BUCKET_DEPLOYMENT = "Custom::CDKBucketDeployment"


def build_site(stack: Stack, values: Values, folder: Path) -> None:
    """Write the files that the bucket would hold, and the headers that each is served with.

    Parameters
    ----------
    stack
        The synthesized stack with the bucket deployments, its assets at hand.
    values
        What the deployments' settings refer to.
    folder
        Where the files go, in `files`, and the headers, in `headers.json`.
    """
    shutil.rmtree(folder, ignore_errors=True)
    headers: dict[str, dict[str, str]] = {}
    for properties in _deployments(stack):
        metadata = properties.get("SystemMetadata", {})
        markers: list[dict[str, Any]] = properties.get("SourceMarkers", [])
        for number, key in enumerate(values.resolve(properties["SourceObjectKeys"])):
            source = stack.asset_folder(key.removesuffix(".zip"))
            texts = values.resolve(markers[number]) if number < len(markers) else {}
            for path in sorted(one for one in source.rglob("*") if one.is_file()):
                name = path.relative_to(source).as_posix()
                if not _is_deployed(name, properties):
                    continue
                name = _under(properties.get("DestinationBucketKeyPrefix"), name)
                target = folder / "files" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                content = path.read_bytes()
                for marker, text in texts.items():
                    content = content.replace(marker.encode(), text.encode())
                target.write_bytes(content)
                headers[name] = _headers(name, metadata)
    (folder / "headers.json").write_text(json.dumps(headers, indent=1))


def _deployments(stack: Stack) -> Iterator[dict[str, Any]]:
    """Yield each deployment's properties, those that come first first."""
    deployments = {
        name: resource
        for name, resource in stack.resources.items()
        if resource["Type"] == BUCKET_DEPLOYMENT
    }
    done: set[str] = set()
    while len(done) < len(deployments):
        for name, resource in deployments.items():
            if name not in done and not set(resource.get("DependsOn", [])) & (
                deployments.keys() - done
            ):
                done.add(name)
                yield resource["Properties"]


def _is_deployed(name: str, properties: dict[str, Any]) -> bool:
    """Tell whether `aws s3 sync` copies a file: filters count in order, includes come last."""
    deployed = not any(fnmatchcase(name, pattern) for pattern in properties.get("Exclude", []))
    return deployed or any(fnmatchcase(name, pattern) for pattern in properties.get("Include", []))


def _under(prefix: str | None, name: str) -> str:
    return f"{prefix.strip('/')}/{name}" if prefix else name


def _headers(name: str, metadata: dict[str, str]) -> dict[str, str]:
    # The types that `aws s3 sync` guesses, and one that Python 3.11 does not know.
    mimetypes.add_type("application/manifest+json", ".webmanifest")
    guessed = mimetypes.guess_type(name)[0] or "binary/octet-stream"
    headers = {"Content-Type": metadata.get("content-type", guessed)}
    known = {"cache-control": "Cache-Control", "content-language": "Content-Language"}
    return headers | {header: metadata[key] for key, header in known.items() if key in metadata}
