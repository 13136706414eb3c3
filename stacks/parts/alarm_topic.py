"""Where alarms go."""

from typing import cast

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
        if settings.alarm_email:
            topic.add_subscription(
                cast("ITopicSubscription", EmailSubscription(settings.alarm_email))
            )
        self.topic = cast("ITopic", topic)
