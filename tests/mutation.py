"""Change `lambda_src/tracker` bit by bit, and see that the unit tests notice: `make mutation`.

mutmut keeps its work in `.mutation/`, so that a second run tests only what has changed since. What
no test notices is shown as a diff; docs/mutation.md says why it may stay.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
WORK = REPOSITORY / ".mutation"
# Percent of all changes that a test has to notice.
PROMISED = 95
# Those that are about files, processes and commands, not about what the domain does.
LEFT_OUT = (
    "bench",
    "local",
    "operations",
    "test_api_guide.py",
    "test_imports.py",
    "test_locks.py",
    "test_openapi.py",
    "test_preflight.py",
    "test_readme.py",
)
# They need seconds, and fail by a deadline where mutmut slows them down.
SLOW = (
    "test_merging.py::test_when_the_time_is_up_the_same_request_goes_on",
    "test_references.py::test_a_batch_over_more_payments_than_a_transaction_holds",
    "test_rules.py::test_no_more_is_recorded_at_once_than_a_person_waits_for",
)
# mutmut takes a module's name from its path but for `src`, hence the folder's other name there. It
# asks for tests by their ids, which pytest finds again only where it doesn't escape them.
CONFIGURATION = f"""
[mutmut]
source_paths=src/
only_mutate=
    src/tracker/*
also_copy=
    local
pytest_add_cli_args=
    -p
    no:cacheprovider
pytest_add_cli_args_test_selection=
    tests/unit
{"".join(f"    --ignore=tests/unit/{name}" + chr(10) for name in LEFT_OUT)}
{"".join(f"    --deselect=tests/unit/{name}" + chr(10) for name in SLOW)}
use_setproctitle=false
use_git_change_detection=false

[tool:pytest]
pythonpath = . src
timeout = 300
disable_test_id_escaping_and_forfeit_all_rights_to_community_support = true
"""
# Called once, at import, before mutmut has made its change.
CALLED_AT_IMPORT = ("tracker.category.x__builtin__", "tracker.fields.x__called__")
# What mutmut's exit codes mean where a test did not notice (its mutmut/utils/statuses).
SURVIVED, UNTESTED = 0, 33


def main(files: list[str]) -> int:
    """Run mutmut over all of the domain, or over `files`; return the status to exit with."""
    prepare()
    command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", "1"]
    subprocess.run([*command, *map(pattern, files)], cwd=WORK, check=True)
    return report(results(files))


def prepare() -> None:
    """Copy what mutmut needs, keeping the times, by which it knows what has changed."""
    WORK.mkdir(exist_ok=True)
    for folder, name in (("lambda_src", "src"), ("tests", "tests"), ("local", "local")):
        shutil.rmtree(WORK / name, ignore_errors=True)
        skipped = shutil.ignore_patterns("__pycache__", "browser", "security", "snapshot")
        shutil.copytree(REPOSITORY / folder, WORK / name, ignore=skipped)
    (WORK / "setup.cfg").write_text(CONFIGURATION)


def pattern(file: str) -> str:
    """Return mutmut's names of the changes in `file`, such as `tracker/summary.py`."""
    return file.removesuffix(".py").replace("/", ".") + ".*"


def results(files: list[str]) -> dict[str, int]:
    """Return the exit code of the tests with each change, by its name; those not run left out."""
    codes: dict[str, int] = {}
    for path in sorted(WORK.glob("mutants/src/tracker/**/*.meta")):
        name = str(path.relative_to(WORK / "mutants/src")).removesuffix(".meta")
        if not files or name in files:
            codes |= json.loads(path.read_text())["exit_code_by_key"]
    return {
        name: code
        for name, code in codes.items()
        if code is not None and not name.startswith(CALLED_AT_IMPORT)
    }


def report(codes: dict[str, int]) -> int:
    """Print what was not noticed and the share of what was; return the status to exit with."""
    missed = [name for name, code in codes.items() if code in {SURVIVED, UNTESTED}]
    mutmut = Path(sys.executable).with_name("mutmut")
    for name in missed:
        print(f"\n{name}" + (" (no test runs it)" if codes[name] == UNTESTED else ""))
        shown = subprocess.run(
            [mutmut, "show", name], cwd=WORK, check=False, capture_output=True, text=True
        )
        changed = [line for line in shown.stdout.splitlines() if line[:1] in "+-"]
        print("\n".join(line for line in changed if line[:3] not in {"+++", "---"}))
    modules = Counter(name.partition(".x")[0] for name in codes)
    missed_of = Counter(name.partition(".x")[0] for name in missed)
    print()
    for module, number in sorted(modules.items()):
        print(f"{module:40} {number - missed_of[module]:5} of {number:5}")
    share = 100 * (len(codes) - len(missed)) / max(1, len(codes))
    print(f"{'noticed':40} {len(codes) - len(missed):5} of {len(codes):5}: {share:.1f} %")
    return 0 if share >= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
