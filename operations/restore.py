"""Bringing back what the table held at an earlier moment, into a new table beside it.

DynamoDB restores data and indexes, and none of the table's settings: what the table had of these,
the new one is given too.
"""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from operations.errors import OperationError
from operations.progress import say

SECONDS_BETWEEN_LOOKS = 15.0
LONGEST_RESTORE_SECONDS = 24 * 3600


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
    try:
        if not _exists(dynamodb, target):
            _begin(dynamodb, source, target, moment)
        _wait(dynamodb, target, sleep)
        _carry_over(dynamodb, source, target)
    except ClientError as error:
        raise OperationError(str(error)) from error


def _exists(dynamodb: Any, table: str) -> bool:  # noqa: ANN401 -- as above
    try:
        dynamodb.describe_table(TableName=table)
    except dynamodb.exceptions.ResourceNotFoundException:
        return False
    return True


def _begin(dynamodb: Any, source: str, target: str, moment: datetime | None) -> None:  # noqa: ANN401
    recovery = _recovery(dynamodb, source)
    if recovery["PointInTimeRecoveryStatus"] != "ENABLED":
        raise OperationError(f"{source} has no point-in-time recovery, so nothing to restore from")
    first, last = recovery["EarliestRestorableDateTime"], recovery["LatestRestorableDateTime"]
    say(f"{source} can be restored to any second from {first} to {last}")
    if moment and not first <= moment <= last:
        raise OperationError(f"{moment} is not among these")
    when = {"RestoreDateTime": moment} if moment else {"UseLatestRestorableTime": True}
    dynamodb.restore_table_to_point_in_time(SourceTableName=source, TargetTableName=target, **when)


def _recovery(dynamodb: Any, table: str) -> dict[str, Any]:  # noqa: ANN401 -- as above
    """Read how far back a table can be restored."""
    backups = dynamodb.describe_continuous_backups(TableName=table)
    return backups["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]


def _wait(dynamodb: Any, target: str, sleep: Callable[[float], None]) -> None:  # noqa: ANN401
    begun = time.monotonic()
    while True:
        table = dynamodb.describe_table(TableName=target)["Table"]
        indexes = table.get("GlobalSecondaryIndexes", [])
        states = {table["TableStatus"], *(index.get("IndexStatus", "ACTIVE") for index in indexes)}
        if states == {"ACTIVE"}:
            return
        seconds = time.monotonic() - begun
        if seconds > LONGEST_RESTORE_SECONDS:
            raise OperationError(f"{target} is not ready after {seconds / 3600:.0f} hours")
        say(f"{target}: {', '.join(sorted(states))} for {seconds / 60:.0f} minutes")
        sleep(SECONDS_BETWEEN_LOOKS)


def _carry_over(dynamodb: Any, source: str, target: str) -> None:  # noqa: ANN401 -- as above
    """Give the new table the old one's recovery, protection and tags."""
    old = dynamodb.describe_table(TableName=source)["Table"]
    new = dynamodb.describe_table(TableName=target)["Table"]
    recovery = _recovery(dynamodb, source)
    days = recovery.get("RecoveryPeriodInDays")
    dynamodb.update_continuous_backups(
        TableName=target,
        PointInTimeRecoverySpecification={
            "PointInTimeRecoveryEnabled": True,
            **({"RecoveryPeriodInDays": days} if days else {}),
        },
    )
    protected = old.get("DeletionProtectionEnabled", False)
    if new.get("DeletionProtectionEnabled", False) != protected:
        dynamodb.update_table(TableName=target, DeletionProtectionEnabled=protected)
    # CloudFormation's own tags are not for others to set.
    tags = [
        tag
        for tag in dynamodb.list_tags_of_resource(ResourceArn=old["TableArn"]).get("Tags", [])
        if not tag["Key"].startswith("aws:")
    ]
    if tags:
        dynamodb.tag_resource(ResourceArn=new["TableArn"], Tags=tags)
