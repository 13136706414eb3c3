"""What each command of `python -m local` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local import edge, stack, users
from local.settings import LOCAL_PASSWORD

if TYPE_CHECKING:
    import argparse

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
                outputs = stack.running_outputs(settings)
                password = arguments.password or LOCAL_PASSWORD
                print(users.access_token(arguments.email, outputs, password))
            case command:
                raise NotImplementedError(command)
    except KeyboardInterrupt:
        raise Interrupted from None


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
