"""Bringing back what the table held at an earlier moment, into a new table beside it.

DynamoDB restores data and indexes, and none of the table's settings: what the table had of these,
the new one is given too.
"""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from operations.errors import OperationError, one_line
from operations.progress import say

SECONDS_BETWEEN_LOOKS = 15.0
LONGEST_RESTORE_SECONDS = 24 * 3600
LOOKS_UNTIL_READY = 120
"""Half an hour, for what AWS says is not ready yet."""

# Each is an error that the DynamoDB API reference gives for what is asked below.
NOT_READY_YET = frozenset(
    {
        # A new table's backups are set up after it is active; its settings change one by one.
        "ContinuousBackupsUnavailableException",
        "InternalServerError",
        "LimitExceededException",
        "ResourceInUseException",
        "ResourceNotFoundException",
        "TableInUseException",
        "TableNotFoundException",
        "ThrottlingException",
    }
)


def restore(
    dynamodb: Any,  # noqa: ANN401 -- botocore makes the class at run time
    source: str,
    target: str,
    moment: datetime | None,
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Restore a table into a new one; go on where an earlier call was cut short.

    Parameters
    ----------
    moment : datetime or None
        When the data was right, with its time zone; None: the latest moment there is.

    Raises
    ------
    OperationError
        The moment lies outside of what is kept, or DynamoDB refused.
    """
    if not _exists(dynamodb, source):
        raise OperationError(f"there is no table {source} to restore from")
    if not _exists(dynamodb, target):
        _begin(dynamodb, source, target, moment, sleep)
    _wait(dynamodb, target, sleep)
    _carry_over(dynamodb, source, target, sleep)


def _exists(dynamodb: Any, table: str) -> bool:  # noqa: ANN401 -- as above
    try:
        dynamodb.describe_table(TableName=table)
    except dynamodb.exceptions.ResourceNotFoundException:
        return False
    return True


def _when_ready(
    call: Callable[..., Any],
    sleep: Callable[[float], None],
    **request: Any,  # noqa: ANN401 -- botocore's own parameters
) -> Any:  # noqa: ANN401 -- botocore's answers are dicts of anything
    """Ask again while AWS answers that what is asked about is not ready yet."""
    for _ in range(LOOKS_UNTIL_READY):
        try:
            return call(**request)
        except ClientError as error:
            if error.response["Error"]["Code"] not in NOT_READY_YET:
                raise
            say(f"not ready yet: {one_line(error)}")
        sleep(SECONDS_BETWEEN_LOOKS)
    return call(**request)


def _begin(
    dynamodb: Any,  # noqa: ANN401 -- as above
    source: str,
    target: str,
    moment: datetime | None,
    sleep: Callable[[float], None],
) -> None:
    recovery = _recovery(dynamodb, source)
    if recovery["PointInTimeRecoveryStatus"] != "ENABLED":
        raise OperationError(f"{source} has no point-in-time recovery, so nothing to restore from")
    first, last = recovery["EarliestRestorableDateTime"], recovery["LatestRestorableDateTime"]
    say(f"{source} can be restored to any second from {first} to {last}")
    if moment and not first <= moment <= last:
        raise OperationError(f"{moment} is not among these")
    when = {"RestoreDateTime": moment} if moment else {"UseLatestRestorableTime": True}
    _when_ready(
        dynamodb.restore_table_to_point_in_time,
        sleep,
        SourceTableName=source,
        TargetTableName=target,
        **when,
    )


def _recovery(dynamodb: Any, table: str) -> dict[str, Any]:  # noqa: ANN401 -- as above
    """Read how far back a table can be restored."""
    backups = dynamodb.describe_continuous_backups(TableName=table)
    return backups["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]


def _expiry(dynamodb: Any, table: str) -> str | None:  # noqa: ANN401 -- as above
    """Read which attribute tells when an item goes by itself, if any does."""
    described = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    if described["TimeToLiveStatus"] not in {"ENABLED", "ENABLING"}:
        return None
    return described["AttributeName"]


def _wait(dynamodb: Any, target: str, sleep: Callable[[float], None]) -> None:  # noqa: ANN401
    begun = time.monotonic()
    while True:
        table = _when_ready(dynamodb.describe_table, sleep, TableName=target)["Table"]
        indexes = table.get("GlobalSecondaryIndexes", [])
        states = {table["TableStatus"], *(index.get("IndexStatus", "ACTIVE") for index in indexes)}
        if states == {"ACTIVE"}:
            return
        seconds = time.monotonic() - begun
        if seconds > LONGEST_RESTORE_SECONDS:
            raise OperationError(f"{target} is not ready after {seconds / 3600:.0f} hours")
        say(f"{target}: {', '.join(sorted(states))} for {seconds / 60:.0f} minutes")
        sleep(SECONDS_BETWEEN_LOOKS)


def _carry_over(
    dynamodb: Any,  # noqa: ANN401 -- as above
    source: str,
    target: str,
    sleep: Callable[[float], None],
) -> None:
    """Give the new table the old one's recovery, protection, time to live and tags."""
    old = dynamodb.describe_table(TableName=source)["Table"]
    new = dynamodb.describe_table(TableName=target)["Table"]
    recovery = _recovery(dynamodb, source)
    days = recovery.get("RecoveryPeriodInDays")
    _when_ready(
        dynamodb.update_continuous_backups,
        sleep,
        TableName=target,
        PointInTimeRecoverySpecification={
            "PointInTimeRecoveryEnabled": True,
            **({"RecoveryPeriodInDays": days} if days else {}),
        },
    )
    protected = old.get("DeletionProtectionEnabled", False)
    if new.get("DeletionProtectionEnabled", False) != protected:
        _when_ready(
            dynamodb.update_table, sleep, TableName=target, DeletionProtectionEnabled=protected
        )
    expiry = _expiry(dynamodb, source)
    if expiry and _expiry(dynamodb, target) != expiry:
        _when_ready(
            dynamodb.update_time_to_live,
            sleep,
            TableName=target,
            TimeToLiveSpecification={"Enabled": True, "AttributeName": expiry},
        )
    # CloudFormation's own tags are not for others to set.
    tags = [
        tag
        for tag in dynamodb.list_tags_of_resource(ResourceArn=old["TableArn"]).get("Tags", [])
        if not tag["Key"].startswith("aws:")
    ]
    if tags:
        _when_ready(dynamodb.tag_resource, sleep, ResourceArn=new["TableArn"], Tags=tags)
