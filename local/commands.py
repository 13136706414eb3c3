"""What each command of `python -m local` does."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import httpx
from botocore.exceptions import BotoCoreError, ClientError

from local import demo, edge, emulator, ledger_import, stack, users
from local.expense_sender import Sender
from local.progress import StepFailedError
from local.settings import DEMO_EMAIL, LOCAL_PASSWORD, PARTNER_EMAIL

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from local.outputs import Outputs
    from local.settings import Settings


class Interrupted(Exception):  # noqa: N818  not an error: the person asked for it
    """The person pressed Ctrl-C before the command was done."""


def perform(arguments: argparse.Namespace, settings: Settings) -> None:
    """Do one command.

    Raises
    ------
    StepFailedError
        If it cannot be done.
    Interrupted
        If the person interrupts it.
    """
    stack.raise_interrupt_when_terminated()
    try:
        _COMMANDS[arguments.command](arguments, settings)
    except KeyboardInterrupt:
        raise Interrupted from None
    except (httpx.HTTPError, BotoCoreError, ClientError) as error:
        raise StepFailedError(
            f"no good answer from the local stack: {error}", emulator.process(settings).log
        ) from error


def _run(_: argparse.Namespace, settings: Settings) -> None:
    try:
        stack.announce(stack.up(settings, "make run"))
        print("  The log follows; Ctrl-C stops everything.\n", flush=True)
        # Ctrl-C is how this ends, not how it fails.
        with contextlib.suppress(KeyboardInterrupt):
            stack.follow(settings)
    finally:
        print(flush=True)
        stack.down(settings)


def _up(arguments: argparse.Namespace, settings: Settings) -> None:
    stack.announce(stack.up(settings, "make up", warm_all=arguments.warm))


def _down(_: argparse.Namespace, settings: Settings) -> None:
    stack.down(settings)


def _reset(_: argparse.Namespace, settings: Settings) -> None:
    stack.reset(settings)


def _token(arguments: argparse.Namespace, settings: Settings) -> None:
    outputs = stack.running_outputs(settings)
    print(_access_token(arguments.email, arguments.password, outputs))


def _import(arguments: argparse.Namespace, settings: Settings) -> None:
    sender = _sender(arguments.email, arguments.password, settings, arguments.ledger)
    ledger_import.import_ledger(
        arguments.file, sender, password=arguments.file_password, doubtful=arguments.doubtful
    )


def _demo(arguments: argparse.Namespace, settings: Settings) -> None:
    demo.fill_demo(_sender(DEMO_EMAIL, None, settings), arguments.seed)
    people = (DEMO_EMAIL, PARTNER_EMAIL)
    demo.share_demo(
        lambda person, ledger: _sender(people[person], None, settings, ledger), arguments.seed
    )


def _edge(_: argparse.Namespace, settings: Settings) -> None:
    edge.serve(settings.edge_folder, settings.port, settings.emulator_url)


def _warm(_: argparse.Namespace, settings: Settings) -> None:
    stack.warm_up(stack.running_outputs(settings))


def _access_token(email: str, password: str | None, outputs: Outputs) -> str:
    return users.access_token(email, outputs, password or LOCAL_PASSWORD)


def _sender(email: str, password: str | None, settings: Settings, ledger: str = "") -> Sender:
    outputs = stack.running_outputs(settings)
    return Sender(outputs, _access_token(email, password, outputs), ledger)


_COMMANDS: dict[str, Callable[[argparse.Namespace, Settings], None]] = {
    "run": _run,
    "up": _up,
    "down": _down,
    "reset": _reset,
    "token": _token,
    "import": _import,
    "demo": _demo,
    "edge": _edge,
    "warm": _warm,
}
