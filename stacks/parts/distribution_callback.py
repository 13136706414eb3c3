"""Telling Cognito the address of the distribution, which is known only once it exists.

Client, authorizer, API and distribution need one another in a circle. This cuts it: the client
exists first, and is given the address last (docs/decisions/infra-sign-in-address.md).
"""

from collections.abc import Sequence
from typing import Final

from aws_cdk.aws_cognito import IUserPool
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.custom_resources import (
    AwsCustomResource,
    AwsCustomResourcePolicy,
    AwsSdkCall,
    PhysicalResourceId,
)
from constructs import Construct

from stacks.parts.app_client import client_properties
from stacks.parts.deployment_role import DeploymentRole
from stacks.settings import Settings

SERVICE: Final = "@aws-sdk/client-cognito-identity-provider"
COMMAND: Final = "UpdateUserPoolClientCommand"


class DistributionCallback(Construct):
    """Lets people sign in from the page's address, as well as from the origins of the settings.

    Wanted with an address of one's own too, which the client's template already names: were this
    resource to go when `domain_name` comes, its deletion would take that address back out.
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        user_pool: IUserPool,
        client_id: str,
        page_url: str,
    ) -> None:
        super().__init__(scope, id_)

        def update_client(origins: Sequence[str]) -> AwsSdkCall:
            return AwsSdkCall(
                service=SERVICE,
                action=COMMAND,
                parameters={
                    "UserPoolId": user_pool.user_pool_id,
                    "ClientId": client_id,
                    **client_properties(origins),
                },
                physical_resource_id=PhysicalResourceId.of(client_id),
                # The answer is of no use here, and CloudFormation takes 4 KB of it at most.
                output_paths=["UserPoolClient.ClientId"],
            )

        own = DeploymentRole(
            self, "Update", settings=settings, purpose="Adds the page's address to the app client"
        )
        AwsCustomResource(
            self,
            "Resource",
            resource_type="Custom::DistributionCallback",
            on_update=update_client(
                [page_url, *(it for it in settings.known_origins if it != page_url)]
            ),
            # An address that is no longer ours must not be one that sign-ins are sent to.
            on_delete=update_client(settings.known_origins),
            role=own.role,
            log_group=own.log_group,
            policy=AwsCustomResourcePolicy.from_statements(
                [
                    PolicyStatement(
                        actions=["cognito-idp:UpdateUserPoolClient"],
                        resources=[user_pool.user_pool_arn],
                    )
                ]
            ),
            install_latest_aws_sdk=False,
        )
