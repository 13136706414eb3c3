"""The operator's commands: `python -m operations --help`."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from operations import commands
from operations.errors import OperationError, one_line
from tracker.errors import BusyError


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says; return the status to exit with."""
    parsed = _parser().parse_args(arguments)
    try:
        return parsed.perform(parsed)
    except OperationError as error:
        print(f"operations: {error}", file=sys.stderr)
        return 1
    except BusyError:
        print("operations: the table did not answer in time; try again later", file=sys.stderr)
        return 1
    except (BotoCoreError, ClientError, OSError) as error:
        print(f"operations: {one_line(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m operations",
        description="What an operator does by hand. AWS_PROFILE chooses the account, "
        "AWS_REGION the region, by default the stage's own. See docs/operations.md.",
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    rebuild = subparsers.add_parser(
        "rebuild", help="compare totals with expenses; set them right with --apply"
    )
    _add_place(rebuild)
    one = _add_person(rebuild, required=False)
    one.add_argument("--ledger", metavar="ID", help="one shared ledger")
    rebuild.add_argument("--apply", action="store_true", help="write; without it, only look")
    rebuild.add_argument("--after", metavar="LEDGER", default="", help="go on after this one")
    rebuild.set_defaults(perform=commands.rebuild)

    export = subparsers.add_parser("export", help="write all that is kept of one person")
    _add_place(export)
    _add_person(export, required=True)
    export.add_argument("--to", type=Path, required=True, metavar="FOLDER")
    export.set_defaults(perform=commands.export)

    delete = subparsers.add_parser("delete", help="delete all that is kept of one person")
    _add_place(delete)
    _add_person(delete, required=True)
    delete.add_argument("--yes", action="store_true", help="do it; without it, only say what")
    delete.set_defaults(perform=commands.delete)

    log_name = subparsers.add_parser(
        "log-name", help="tell what stands for one person in the log lines"
    )
    log_name.add_argument("--stage", required=True, help="dev or prod")
    _add_person(log_name, required=True)
    log_name.set_defaults(perform=commands.log_name)

    restore = subparsers.add_parser(
        "restore", help="bring back an earlier moment, into a new table beside the present one"
    )
    _add_place(restore)
    restore.add_argument("--to", required=True, metavar="TABLE", help="the new table's name")
    restore.add_argument(
        "--at",
        type=_moment,
        metavar="TIME",
        help="such as 2026-11-23T06:00:00+05:30; by default the latest there is",
    )
    restore.set_defaults(perform=commands.restore)
    return parser


def _add_place(parser: argparse.ArgumentParser) -> None:
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--stage", help="dev or prod: finds the table and the user pool")
    place.add_argument("--table", help="a table by its name, without a user pool")


def _add_person(
    parser: argparse.ArgumentParser, *, required: bool
) -> "argparse._MutuallyExclusiveGroup":
    person = parser.add_mutually_exclusive_group(required=required)
    person.add_argument("--user", metavar="SUB", help="one person, by the `sub` of their tokens")
    person.add_argument("--email", help="one person, by their address")
    return person


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("say the time zone")
    return moment


if __name__ == "__main__":
    sys.exit(main())
