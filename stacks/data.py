"""Everything that people entered: one table, apart from all that a redeploy of code touches."""

from typing import Final

from aws_cdk import CfnOutput, RemovalPolicy, Stack
from aws_cdk.aws_dynamodb import (
    Attribute,
    AttributeType,
    BillingMode,
    ITable,
    PointInTimeRecoverySpecification,
    ProjectionType,
    Table,
)
from constructs import Construct

from stacks.settings import Settings

BY_DATE: Final = "by-date"
BY_CATEGORY: Final = "by-category"
DUE: Final = "due"

# The longest that DynamoDB offers, and the shortest.
RECOVERY_DAYS_KEPT: Final = 35
RECOVERY_DAYS_DISPOSABLE: Final = 1


class DataStack(Stack):
    """The table of DESIGN 4, with its indexes."""

    def __init__(self, scope: Construct, id_: str, *, settings: Settings) -> None:
        super().__init__(
            scope,
            id_,
            description=f"Expense tracker, {settings.stage}: what people entered",
            tags=settings.tags,
            termination_protection=settings.keeps_data,
        )
        own = Table(
            self,
            "Table",
            partition_key=_text("PK"),
            sort_key=_text("SK"),
            billing_mode=BillingMode.PAY_PER_REQUEST,
            deletion_protection=settings.keeps_data,
            removal_policy=RemovalPolicy.RETAIN if settings.keeps_data else RemovalPolicy.DESTROY,
            point_in_time_recovery_specification=PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True,
                recovery_period_in_days=(
                    RECOVERY_DAYS_KEPT if settings.keeps_data else RECOVERY_DAYS_DISPOSABLE
                ),
            ),
        )
        # Local, since only a local index can be read strongly consistently: the list must show
        # what was added a moment ago.
        own.add_local_secondary_index(
            index_name=BY_DATE, sort_key=_text("by_date"), projection_type=ProjectionType.ALL
        )
        own.add_global_secondary_index(
            index_name=BY_CATEGORY,
            partition_key=_text("by_category"),
            sort_key=_text("by_date"),
            projection_type=ProjectionType.ALL,
        )
        # Declared before the recurring rules that use it: sparse, so that it costs nothing, and
        # filling an index later takes a long deployment.
        own.add_global_secondary_index(
            index_name=DUE,
            partition_key=_text("due"),
            sort_key=_text("due_owner"),
            projection_type=ProjectionType.ALL,
        )
        self.table = self._restored(own, settings.restored_table)
        CfnOutput(self, "TableName", value=self.table.table_name)

    def _restored(self, own: Table, name: str) -> ITable:
        """Return the table that was restored in place of the stack's own, if there is one."""
        if not name:
            return own
        # The other stacks import these until they are deployed, after this one, without them.
        self.export_value(own.table_arn)
        self.export_value(own.table_name)
        return Table.from_table_attributes(
            self,
            "Restored",
            table_name=name,
            local_indexes=[BY_DATE],
            global_indexes=[BY_CATEGORY, DUE],
        )


def _text(name: str) -> Attribute:
    return Attribute(name=name, type=AttributeType.STRING)
