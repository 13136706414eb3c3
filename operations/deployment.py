"""A deployment of the app: its table and its user pool, found by its stage."""

from dataclasses import dataclass
from typing import Any

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

from operations.errors import OperationError
from tracker.repository.table import Table

STACK_NAME = "ExpenseTracker-{stage}-{stack}"
"""As `stacks.settings.Settings.stack_name` makes it."""


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """Where people's data is.

    Attributes
    ----------
    user_pool_id : str or None
        None where a command was given a table only.
    """

    table_name: str
    user_pool_id: str | None = None

    @property
    def dynamodb(self) -> Any:  # noqa: ANN401 -- botocore makes the class at run time
        """A client of DynamoDB with botocore's own patience."""
        return client("dynamodb")

    @property
    def table(self) -> Table:
        """The table as the operations use it."""
        # Repeating is decided by `Table`, by the time left.
        once = Config(read_timeout=10, retries={"total_max_attempts": 1})
        return Table(client("dynamodb", once), self.table_name)

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


def client(service: str, config: Config | None = None) -> Any:  # noqa: ANN401 -- as above
    """Make a client from the environment: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL."""
    session: Any = botocore.session.get_session()
    return session.create_client(service, config=config)


def deployment_of(stage: str) -> Deployment:
    """Find what a stage's stacks were deployed as.

    Raises
    ------
    OperationError
        There is no such deployment in this account and region.
    """
    cloudformation = client("cloudformation")
    data, identity = (
        _outputs(cloudformation, STACK_NAME.format(stage=stage, stack=stack))
        for stack in ("Data", "Identity")
    )
    return Deployment(table_name=data["TableName"], user_pool_id=identity["UserPoolId"])


def _outputs(cloudformation: Any, stack: str) -> dict[str, str]:  # noqa: ANN401 -- as above
    try:
        (described,) = cloudformation.describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        raise OperationError(f"cannot find the stack {stack}: {error}") from error
    return {output["OutputKey"]: output["OutputValue"] for output in described.get("Outputs", [])}
