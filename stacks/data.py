"""Everything that people entered: one table, apart from all that a redeploy of code touches."""

import json
from typing import Final, cast

from aws_cdk import CfnOutput
from aws_cdk.aws_dynamodb import (
    Attribute,
    AttributeType,
    Billing,
    GlobalSecondaryIndexPropsV2,
    ITable,
    LocalSecondaryIndexProps,
    PointInTimeRecoverySpecification,
    ProjectionType,
    Table,
    TableEncryptionV2,
    TableV2,
)
from constructs import Construct

from stacks.parts.stage_stack import StageStack
from stacks.settings import Settings

BY_DATE: Final = "by-date"
BY_CATEGORY: Final = "by-category"
DUE: Final = "due"
BY_MEMBER: Final = "by-member"
LOCAL_INDEXES: Final = (BY_DATE, BY_CATEGORY)
GLOBAL_INDEXES: Final = (DUE, BY_MEMBER)

EXPIRES_AT: Final = "expires_at"
"""What goes by itself holds here when, in seconds since 1970."""

# The longest that DynamoDB offers, and the shortest.
RECOVERY_DAYS_KEPT: Final = 35
RECOVERY_DAYS_DISPOSABLE: Final = 1


class DataStack(StageStack):
    """The one table, with all of its indexes (docs/decisions/data-model.md)."""

    def __init__(self, scope: Construct, id_: str, *, settings: Settings) -> None:
        super().__init__(scope, id_, settings=settings, purpose="what people entered")
        own = TableV2(
            self,
            "Table",
            partition_key=_text("PK"),
            sort_key=_text("SK"),
            billing=Billing.on_demand(),
            encryption=TableEncryptionV2.dynamo_owned_key(),
            deletion_protection=settings.keeps_data,
            removal_policy=settings.removal_of_data,
            point_in_time_recovery_specification=PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True,
                recovery_period_in_days=(
                    RECOVERY_DAYS_KEPT if settings.keeps_data else RECOVERY_DAYS_DISPOSABLE
                ),
            ),
            time_to_live_attribute=EXPIRES_AT,
            # Local, since only a local index can be read strongly consistently: the list must show
            # what was added a moment ago. They come with the table or never.
            local_secondary_indexes=[
                LocalSecondaryIndexProps(
                    index_name=name, sort_key=_text(key), projection_type=ProjectionType.ALL
                )
                for name, key in ((BY_DATE, "by_date"), (BY_CATEGORY, "by_category"))
            ],
            # Global, since what is due, and whose ledgers are whose, crosses ledgers. Declared
            # before what fills them: sparse, so that they cost nothing, and to fill an index later
            # takes a long deployment.
            global_secondary_indexes=[
                GlobalSecondaryIndexPropsV2(
                    index_name=name,
                    partition_key=_text(partition),
                    sort_key=_text(sort),
                    projection_type=ProjectionType.ALL,
                )
                for name, partition, sort in (
                    (DUE, "due", "due_order"),
                    (BY_MEMBER, "member", "member_ledger"),
                )
            ],
        )
        self.table = self._restored(cast("ITable", own), settings.restored_table)
        CfnOutput(self, "TableName", value=self.table.table_name)
        self._publish(own.table_arn, own.table_name)

    def _publish(self, *values: str) -> None:
        """Tell what other stacks read of the table, also while they read of a restored one.

        Functions that are deployed read it until they are deployed anew, after this stack. These
        are the outputs that CDK makes for references between stacks: it takes what is there.
        """
        scope = Construct(self, "Publish")
        for value in values:
            reference = json.dumps(self.resolve(value), separators=(",", ":"))
            CfnOutput(scope, f"Output{reference}", value=value)

    def _restored(self, own: ITable, name: str) -> ITable:
        """Return the table that was restored in place of the stack's own, if there is one."""
        if not name:
            return own
        return Table.from_table_attributes(
            self,
            "Restored",
            table_name=name,
            local_indexes=[*LOCAL_INDEXES],
            global_indexes=[*GLOBAL_INDEXES],
        )


def _text(name: str) -> Attribute:
    return Attribute(name=name, type=AttributeType.STRING)
