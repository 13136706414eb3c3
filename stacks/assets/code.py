"""The Lambda functions' own code, deployed as it is."""

from stacks.assets import ROOT, Asset
from stacks.assets.sources import files_in, source_hash

FOLDER = ROOT / "lambda_src"


def code_asset() -> Asset:
    """Return the code that every operation's function shares."""
    return Asset(folder=FOLDER, source_hash=source_hash(files_in(FOLDER), relative_to=FOLDER))
