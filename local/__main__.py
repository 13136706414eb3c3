"""The commands of the local stack: `python -m local --help`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

PROJECT_PYTHON = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "python"


def main() -> int:
    """Do what the command line says; return the status to exit with."""
    arguments = _parser().parse_args()
    _keep_loopback_off_proxies()
    # Any Python can get here, show the help or find the right Python; these need packages.
    from local.commands import Interrupted, perform  # noqa: PLC0415
    from local.progress import StepFailedError, report_failure  # noqa: PLC0415
    from local.settings import SettingError, Settings  # noqa: PLC0415

    try:
        perform(arguments, Settings.from_environment())
    except SettingError as error:
        print(error, file=sys.stderr)
        return 2
    except StepFailedError as error:
        report_failure(error)
        return 1
    except Interrupted:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m local",
        description="The same stacks on this machine. PORT, EMULATOR_PORT and LOCAL_DIR choose "
        "other ports and another folder for the data.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("run", help="start, show the log, stop with Ctrl-C")
    up = commands.add_parser("up", help="start in the background; return when all is healthy")
    up.add_argument("--warm", action="store_true", help="and every function has answered once")
    commands.add_parser("down", help="stop, keeping the data")
    commands.add_parser("reset", help="stop, and forget data, people and deployment")
    demo = commands.add_parser("demo", help="fill the demo account with a year of a household")
    demo.add_argument("--seed", type=int, default=1, help="another household; default %(default)s")
    token = commands.add_parser(
        "token", help="print an access token, creating the person if need be"
    )
    token.add_argument("--email", required=True)
    token.add_argument("--password", help="default: the password of all local people")
    ledger = commands.add_parser("import", help="send the expenses in a file to the API")
    ledger.add_argument("file", type=Path, metavar="FILE")
    ledger.add_argument("--file-password", help="of a protected PDF")
    ledger.add_argument(
        "--doubtful", action="store_true", help="import rows too that should be looked at first"
    )
    ledger.add_argument("--email", required=True)
    ledger.add_argument("--password", help="default: the password of all local people")
    ledger.add_argument(
        "--ledger",
        default="",
        metavar="ID",
        help="a ledger that the person shares; default: their own",
    )
    # What `up` starts in the background.
    commands.add_parser("edge", help="serve the page and the API, in the foreground")
    commands.add_parser("warm", help="start every function's worker")
    return parser


def _keep_loopback_off_proxies() -> None:
    """Let no proxy of the person's stand between the parts of the stack."""
    for name in ("NO_PROXY", "no_proxy"):
        others = os.environ.get(name)
        os.environ[name] = f"{others},localhost,127.0.0.1" if others else "localhost,127.0.0.1"


def _become_the_projects_python() -> None:
    """Start anew in the project's environment, unless this is it."""
    if Path(sys.prefix).resolve() == PROJECT_PYTHON.parent.parent.resolve():
        return
    if not PROJECT_PYTHON.exists():
        sys.exit("The project's packages are not installed yet: run `make install` first.")
    os.execv(PROJECT_PYTHON, [str(PROJECT_PYTHON), "-m", "local", *sys.argv[1:]])  # noqa: S606


if __name__ == "__main__":
    _become_the_projects_python()
    sys.exit(main())
