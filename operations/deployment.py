"""A deployment of the app: its table and its user pool, found by its stage."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

from operations.errors import OperationError, one_line
from tracker.repository.table import Table

STACK_NAME = "ExpenseTracker-{stage}-{stack}"
"""As `stacks.settings.Settings.stack_name` makes it."""

SETTINGS = Path(__file__).resolve().parent.parent / "cdk.json"
DEFAULT_REGION = "ap-south-1"
"""Where a stage's setting names none, as for its deployment."""


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """Where people's data is.

    Attributes
    ----------
    user_pool_id : str or None
        None where a command was given a table only.
    region : str or None
        Where all of it is; None: where the environment says, else the default.
    """

    table_name: str
    user_pool_id: str | None = None
    region: str | None = None

    def client(self, service: str, config: Config | None = None) -> Any:  # noqa: ANN401 -- botocore makes the class at run time
        """Make a client of a service where the deployment is."""
        return client(service, config, region=self.region)

    @property
    def dynamodb(self) -> Any:  # noqa: ANN401 -- botocore makes the class at run time
        """A client of DynamoDB with botocore's own patience."""
        return self.client("dynamodb")

    @property
    def table(self) -> Table:
        """The table as the operations use it."""
        # Repeating is decided by `Table`, by the time left.
        once = Config(read_timeout=10, retries={"total_max_attempts": 1})
        return Table(self.client("dynamodb", once), self.table_name)

    @property
    def user_pool(self) -> str:
        """The user pool's id.

        Raises
        ------
        OperationError
            It is not known.
        """
        if self.user_pool_id is None:
            raise OperationError("this needs to know people: give --stage instead of --table")
        return self.user_pool_id


def client(service: str, config: Config | None = None, *, region: str | None = None) -> Any:  # noqa: ANN401 -- as above
    """Make a client from the environment: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL.

    Parameters
    ----------
    region : str or None
        Where; None: where the environment says, else the default.
    """
    session: Any = botocore.session.get_session()
    return session.create_client(service, region_name=region or region_of(None), config=config)


def region_of(stage: str | None) -> str:
    """Tell where a stage is: AWS_REGION, else AWS_DEFAULT_REGION, else the stage's setting.

    botocore reads the second alone, while the CDK and AWS's other tools read the first.
    """
    return (
        os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or _set_region(stage)
    )


def _set_region(stage: str | None) -> str:
    stages = json.loads(SETTINGS.read_bytes())["context"]["stages"]
    return stages.get(stage, {}).get("region") or DEFAULT_REGION


def deployment_of(stage: str) -> Deployment:
    """Find what a stage's stacks were deployed as.

    Raises
    ------
    OperationError
        There is no such deployment in this account and region, or none that was finished.
    """
    region = region_of(stage)
    return Deployment(
        table_name=_output(stage, "Data", "TableName", region),
        user_pool_id=_output(stage, "Identity", "UserPoolId", region),
        region=region,
    )


def person_key(stage: str) -> str:
    """Find the key by which log lines name people: the id of the stack that writes them.

    Raises
    ------
    OperationError
        There is no such deployment in this account and region.
    """
    return _stack(stage, "Operations", region_of(stage))["StackId"]


def _stack(stage: str, name: str, region: str) -> dict[str, Any]:
    stack = STACK_NAME.format(stage=stage, stack=name)
    try:
        (described,) = client("cloudformation", region=region).describe_stacks(StackName=stack)[
            "Stacks"
        ]
    except ClientError as error:
        raise OperationError(
            f"cannot find the stack {stack} in {region}: {one_line(error)}"
        ) from error
    return described


def _output(stage: str, name: str, key: str, region: str) -> str:
    described = _stack(stage, name, region)
    for output in described.get("Outputs", []):
        if output["OutputKey"] == key:
            return output["OutputValue"]
    # A first deployment that failed, or was only looked at, leaves a stack without any.
    raise OperationError(
        f"the stack {described['StackName']} in {region} is {described['StackStatus']}"
        f" and has no {key}: deploy it first"
    )
