"""What all stacks of a stage have alike: how they are named, marked and protected."""

from aws_cdk import Stack
from constructs import Construct

from stacks.settings import Settings


class StageStack(Stack):
    """A stack of a stage.

    Parameters
    ----------
    id_
        Its name within the stage, such as `Data`.
    purpose
        What is in it, for its description.
    """

    def __init__(self, scope: Construct, id_: str, *, settings: Settings, purpose: str) -> None:
        super().__init__(
            scope,
            id_,
            stack_name=settings.stack_name(id_),
            description=f"Expense tracker, {settings.stage}: {purpose}",
            tags=settings.tags,
            termination_protection=settings.keeps_data,
        )
