"""What each command of `python -m local` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local import demo, edge, ledger_import, stack, users
from local.expense_sender import Sender
from local.settings import DEMO_EMAIL, LOCAL_PASSWORD

if TYPE_CHECKING:
    import argparse

    from local.outputs import Outputs
    from local.settings import Settings


class Interrupted(Exception):  # noqa: N818  not an error: the person asked for it
    """The person pressed Ctrl-C, and everything was stopped in order."""


def perform(arguments: argparse.Namespace, settings: Settings) -> None:
    """Do one command.

    Raises
    ------
    StepFailedError
        If it cannot be done.
    Interrupted
        If the person interrupts it.
    """
    try:
        match arguments.command:
            case "run":
                _run(settings)
            case "up":
                stack.announce(stack.up(settings, "make up"))
            case "down":
                stack.down(settings)
            case "reset":
                stack.reset(settings)
            case "edge":
                edge.serve(settings.edge_folder, settings.port, settings.emulator_url)
            case "token":
                print(_token(arguments.email, arguments.password, stack.running_outputs(settings)))
            case "import":
                sender = _sender(arguments.email, arguments.password, settings)
                ledger_import.import_ledger(arguments.file, sender)
            case "demo":
                demo.fill_demo(_sender(DEMO_EMAIL, None, settings), arguments.seed)
            case command:
                raise NotImplementedError(command)
    except KeyboardInterrupt:
        raise Interrupted from None


def _token(email: str, password: str | None, outputs: Outputs) -> str:
    return users.access_token(email, outputs, password or LOCAL_PASSWORD)


def _sender(email: str, password: str | None, settings: Settings) -> Sender:
    outputs = stack.running_outputs(settings)
    return Sender(outputs, _token(email, password, outputs))


def _run(settings: Settings) -> None:
    stack.raise_interrupt_when_terminated()
    try:
        outputs = stack.up(settings, "make run")
        stack.announce(outputs)
        print("  The log follows; Ctrl-C stops everything.\n", flush=True)
        stack.follow(settings)
    except KeyboardInterrupt:
        print(flush=True)
        raise
    finally:
        stack.down(settings)
