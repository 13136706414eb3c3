"""What an operator does by hand: `python -m operations --help`, docs/operations.md."""

import sys
from pathlib import Path

# Commands share the operations' own code, which Lambda finds at the top of its package.
sys.path.insert(0, str(Path(__file__).parent.parent / "lambda_src"))
