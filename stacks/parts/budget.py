"""A budget of the account, and who is told when it is nearly or wholly spent."""

import hashlib
from typing import Final

from aws_cdk.aws_budgets import CfnBudget
from constructs import Construct

from stacks.settings import Settings

TOLD_AT_PERCENT: Final = (("ACTUAL", 80), ("FORECASTED", 100))


class MonthlyBudget(Construct):
    """Watches what the whole account costs: tags tell stages apart only once they are activated.

    An account's first two budgets cost nothing.
    """

    def __init__(self, scope: Construct, id_: str, *, settings: Settings) -> None:
        super().__init__(scope, id_)
        told = CfnBudget.SubscriberProperty(subscription_type="EMAIL", address=settings.alarm_email)
        CfnBudget(
            self,
            "Budget",
            budget=CfnBudget.BudgetDataProperty(
                budget_name=f"{settings.account_wide_name}-{_of_who_is_told(settings)}",
                budget_type="COST",
                time_unit="MONTHLY",
                budget_limit=CfnBudget.SpendProperty(
                    amount=settings.monthly_budget_usd, unit="USD"
                ),
            ),
            notifications_with_subscribers=[
                CfnBudget.NotificationWithSubscribersProperty(
                    notification=CfnBudget.NotificationProperty(
                        notification_type=kind,
                        comparison_operator="GREATER_THAN",
                        threshold=percent,
                        threshold_type="PERCENTAGE",
                    ),
                    subscribers=[told],
                )
                for kind, percent in TOLD_AT_PERCENT
            ],
        )


def _of_who_is_told(settings: Settings) -> str:
    """Return what is another word for other notifications.

    CloudFormation makes a new budget for them, and an account has each name once: under the old
    one's it would fail with "already exists".
    """
    told = repr((settings.alarm_email, TOLD_AT_PERCENT))
    return hashlib.sha256(told.encode()).hexdigest()[:8]
