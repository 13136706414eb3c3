"""Roles for the functions that CDK brings along to deploy with."""

from typing import cast

from aws_cdk import RemovalPolicy
from aws_cdk.aws_iam import (
    IPrincipal,
    IRole,
    PolicyDocument,
    PolicyStatement,
    Role,
    ServicePrincipal,
)
from aws_cdk.aws_logs import LogGroup
from constructs import Construct

from stacks.settings import Settings


class DeploymentRole(Construct):
    """A role that may write to a log group of its own, in place of AWS's wider managed policy."""

    def __init__(self, scope: Construct, id_: str, *, settings: Settings, purpose: str) -> None:
        super().__init__(scope, id_)
        self.log_group = LogGroup(
            self,
            "Logs",
            retention=settings.log_retention,
            removal_policy=RemovalPolicy.DESTROY,
        )
        role = Role(
            self,
            "Role",
            assumed_by=cast("IPrincipal", ServicePrincipal("lambda.amazonaws.com")),
            description=purpose,
            inline_policies={
                "Logs": PolicyDocument(
                    statements=[
                        PolicyStatement(
                            sid="Logs",
                            actions=["logs:CreateLogStream", "logs:PutLogEvents"],
                            resources=[self.log_group.log_group_arn],
                        )
                    ]
                )
            },
        )
        self.role = cast("IRole", role)
