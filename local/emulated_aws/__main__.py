"""The emulator's own process: ministack, made durable and quick with many expenses.

Runs as a folder in the emulator's environment, which does not have this project's packages: what is
in it imports nothing but ministack and the standard library. `local.emulator` starts it.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import Any

from checkpointing import Checkpointing
from checkpoints import Checkpoints
from key_ranges import read_key_ranges
from remembering import remember_texts


def main() -> None:
    """Restore the current checkpoint and serve until stopped.

    The environment holds ministack's own settings, and `CHECKPOINTS` and `CHECKPOINT_PAUSE`:
    the folder of the checkpoints, and the file that pauses them.
    """
    checkpoints = Checkpoints(Path(os.environ["CHECKPOINTS"]), Path(os.environ["STATE_DIR"]))
    checkpoints.folder.mkdir(parents=True, exist_ok=True)
    checkpoints.restore()
    ministack: Any = importlib.import_module("ministack.app")
    dynamodb = importlib.import_module("ministack.services.dynamodb")
    read_key_ranges(dynamodb)
    remember_texts(dynamodb)
    ministack.app = Checkpointing(ministack.app, checkpoints, Path(os.environ["CHECKPOINT_PAUSE"]))
    ministack.main()


if __name__ == "__main__":
    main()
