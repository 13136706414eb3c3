"""Where alarms go."""

from typing import cast

from aws_cdk import Aws
from aws_cdk.aws_iam import IPrincipal, PolicyStatement, ServicePrincipal
from aws_cdk.aws_sns import ITopic, ITopicSubscription, Topic
from aws_cdk.aws_sns_subscriptions import EmailSubscription
from constructs import Construct

from stacks.settings import Settings


class AlarmTopic(Construct):
    """A topic that alarms publish to, with the operator's e-mail address as its subscriber."""

    def __init__(self, scope: Construct, id_: str, *, settings: Settings) -> None:
        super().__init__(scope, id_)
        topic = Topic(
            self,
            "Topic",
            display_name=f"Expense tracker, {settings.stage}",
            enforce_ssl=True,
        )
        # A policy of one's own takes the place of SNS's default one, which lets all of the account
        # publish; CloudWatch must be let in by name, or no alarm gets out.
        topic.add_to_resource_policy(
            PolicyStatement(
                sid="Alarms",
                principals=[cast("IPrincipal", ServicePrincipal("cloudwatch.amazonaws.com"))],
                actions=["sns:Publish"],
                resources=[topic.topic_arn],
                conditions={"StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID}},
            )
        )
        if settings.alarm_email:
            topic.add_subscription(
                cast("ITopicSubscription", EmailSubscription(settings.alarm_email))
            )
        self.topic = cast("ITopic", topic)
