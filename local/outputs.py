"""`outputs.json`: how other programs reach a local stack."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from local import emulator
from local.progress import StepFailedError

if TYPE_CHECKING:
    from pathlib import Path

    from local.settings import Settings


@dataclass(frozen=True)
class Outputs:
    """What a program needs to know of a running local stack.

    Parameters
    ----------
    app_url
        Where the page is, without a trailing slash.
    api_url
        The API's base, which ends in `/api`.
    user_pool_id, client_id
        Cognito's names of the people and of the app.
    cognito_url
        The hosted sign-in's address, and all of the emulated AWS's.
    table_name
        DynamoDB's name of the table.
    record_due_function
        Lambda's name of what records recurring expenses.
    """

    app_url: str
    api_url: str
    user_pool_id: str
    client_id: str
    cognito_url: str
    table_name: str
    record_due_function: str

    def client(self, service: str) -> Any:  # noqa: ANN401  boto3 types its clients at run time
        """Return a boto3 client of the emulated AWS that this stack runs on."""
        return emulator.client(service, self.cognito_url)

    def save(self, path: Path) -> None:
        """Write `outputs.json`."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n")


def read_outputs(path: Path) -> Outputs:
    """Read `outputs.json`.

    Raises
    ------
    StepFailedError
        If there is none, since nothing was started.
    """
    try:
        return Outputs(**json.loads(path.read_text()))
    except FileNotFoundError:
        raise StepFailedError("the local stack is not running: start it with `make up`") from None


def outputs_of(stack_outputs: dict[str, str], settings: Settings) -> Outputs:
    """Make the outputs of a deployment from the outputs of its stacks, by key."""
    return Outputs(
        app_url=settings.app_url,
        api_url=f"{settings.app_url}/api",
        user_pool_id=stack_outputs["UserPoolId"],
        client_id=stack_outputs["UserPoolClientId"],
        cognito_url=settings.emulator_url,
        table_name=stack_outputs["TableName"],
        record_due_function=stack_outputs["RecordDueFunction"],
    )
