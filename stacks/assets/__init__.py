"""What is deployed besides resources: Lambda code, its dependencies and the page.

Asset hashes are taken from sources, never from what a build produced: two machines, two folders
and two runs give the same templates.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
BUILD: Final = ROOT / "build"


@dataclass(frozen=True, kw_only=True)
class Asset:
    """A folder to deploy, and the hash that stands for what is in it."""

    folder: Path
    source_hash: str


@dataclass(frozen=True, kw_only=True)
class Assets:
    """All that the stacks deploy from folders."""

    code: Asset
    layer: Asset
    page: Asset
