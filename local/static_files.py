"""The site's files in memory, as the bucket and CloudFront's cache would give them."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from pathlib import Path

# "Serve compressed files", CloudFront developer guide: sizes in bytes, and types.
SMALLEST_COMPRESSED = 1_000
LARGEST_COMPRESSED = 10_000_000
COMPRESSED_TYPES = frozenset(
    {
        "application/javascript",
        "application/json",
        "application/manifest+json",
        "application/xml",
        "image/svg+xml",
        "image/x-icon",
        "image/vnd.microsoft.icon",
        "text/css",
        "text/csv",
        "text/html",
        "text/javascript",
        "text/plain",
        "text/xml",
    }
)


@dataclass(frozen=True)
class StaticFile:
    """A file of the site.

    Parameters
    ----------
    content
        As it is in the bucket.
    headers
        What the bucket stores with it.
    """

    content: bytes
    headers: dict[str, str]

    @cached_property
    def etag(self) -> str:
        """S3's: the content's MD5."""
        return f'"{hashlib.md5(self.content, usedforsecurity=False).hexdigest()}"'

    @cached_property
    def compressible(self) -> bool:
        """Whether CloudFront would compress it."""
        kind = self.headers["Content-Type"].split(";")[0]
        size = len(self.content)
        return kind in COMPRESSED_TYPES and SMALLEST_COMPRESSED <= size <= LARGEST_COMPRESSED

    @cached_property
    def brotli(self) -> bytes:
        """The content in Brotli, at the level CloudFront appears to use."""
        return brotli.compress(self.content, quality=5)

    @cached_property
    def gzip(self) -> bytes:
        """The content in gzip; no time in it, so that the same content gives the same bytes."""
        return gzip.compress(self.content, 6, mtime=0)

    def encoded(self, accepted: str) -> tuple[str | None, bytes]:
        """Return the encoding that `Accept-Encoding` allows, Brotli before gzip, and the bytes."""
        offers = accepted_encodings(accepted)
        if self.compressible and "br" in offers:
            return "br", self.brotli
        if self.compressible and "gzip" in offers:
            return "gzip", self.gzip
        return None, self.content


def accepted_encodings(header: str) -> frozenset[str]:
    """Return the encodings that an `Accept-Encoding` header accepts, by name."""
    accepted: set[str] = set()
    for part in header.split(","):
        name, _, quality = part.partition(";")
        if quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            accepted.add(name.strip().lower())
    return frozenset(accepted)


def load_site(folder: Path) -> dict[str, StaticFile]:
    """Read what `local.site.build_site` wrote, by name."""
    headers = json.loads((folder / "headers.json").read_text())
    return {
        name: StaticFile((folder / "files" / name).read_bytes(), own)
        for name, own in headers.items()
    }
