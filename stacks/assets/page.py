"""The built page, `web/dist`, built anew when it is not what the present sources give."""

import sys
from typing import Final

from stacks.assets import BUILD, ROOT, Asset
from stacks.assets.running import building_alone, run
from stacks.assets.sources import files_in, source_hash
from stacks.errors import BuildError

WEB: Final = ROOT / "web"
DIST: Final = WEB / "dist"
SOURCES: Final = (
    WEB / "index.html",
    WEB / "src",
    WEB / "public",
    WEB / "release-files.js",
    *(WEB / f"vite.config.{kind}" for kind in ("js", "mjs", "ts")),
    ROOT / "package-lock.json",
)


def page_hash() -> str:
    """Return the hash of all that the page is built from; tests lie beside it, but aren't."""
    files = files_in(*(place for place in SOURCES if place.exists()))
    built = (file for file in files if not file.name.endswith(".test.js"))
    return source_hash(built, relative_to=ROOT)


def page_asset() -> Asset:
    """Return the built page.

    Raises
    ------
    BuildError
        When Node or its packages are missing, or the page's sources are in error.
    """
    with building_alone("page"):
        asset_hash = page_hash()
        receipt = BUILD / "page.receipt"
        if not receipt.exists() or receipt.read_text() != _receipt(asset_hash):
            _build()
            receipt.write_text(_receipt(asset_hash))
    return Asset(folder=DIST, source_hash=asset_hash)


def _receipt(asset_hash: str) -> str:
    """Tell what was built from what: either may have been changed by hand since."""
    return f"{asset_hash} {source_hash(files_in(DIST), relative_to=WEB)}\n"


def _build() -> None:
    print("Building the page …", file=sys.stderr)
    if not (ROOT / "node_modules" / "vite").exists():
        raise BuildError("Cannot build the page: npm's packages are missing; run `npm ci` first")
    run(["npm", "run", "--silent", "build"], folder=ROOT, purpose="build the page")
    if not (DIST / "index.html").exists():
        raise BuildError(f"Cannot build the page: {DIST} holds no index.html after the build")
