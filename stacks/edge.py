"""What browsers meet: the page, the API's gateway beside it, and how the page signs in."""

from typing import Final

from aws_cdk import CfnOutput, RemovalPolicy
from aws_cdk.aws_apigatewayv2_authorizers import HttpJwtAuthorizer
from aws_cdk.aws_s3 import BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership
from constructs import Construct

from stacks.assets import Asset
from stacks.identity import IdentityStack
from stacks.operations import read_version
from stacks.parts.app_client import SCOPES, AppClient
from stacks.parts.http_api import PublicHttpApi
from stacks.parts.page_deployment import PageDeployment
from stacks.parts.page_distribution import PageDistribution
from stacks.parts.stage_stack import StageStack
from stacks.settings import Settings

CLIENT: Final = "AppClient"
"""The client's place in the stack: under another name it is another one, and all tokens end."""


class EdgeStack(StageStack):
    """The HTTP API without its routes, the distribution before it, and the page with its client.

    All that need one another's addresses are here, so that plain references order them.
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        page: Asset,
        identity: IdentityStack,
    ) -> None:
        super().__init__(scope, id_, settings=settings, purpose="the page and the API's gateway")
        self.http = PublicHttpApi(self, "Http", settings=settings)
        # Holds nothing that a deployment could not bring back, so that it goes with its stack.
        bucket = Bucket(
            self,
            "Bucket",
            block_public_access=BlockPublicAccess.BLOCK_ALL,
            object_ownership=ObjectOwnership.BUCKET_OWNER_ENFORCED,
            encryption=BucketEncryption.S3_MANAGED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            removal_policy=RemovalPolicy.DESTROY,
            auto_delete_objects=True,
        )
        self.distribution = PageDistribution(
            self,
            "Page",
            settings=settings,
            bucket=bucket,
            api=self.http.api,
            hosted_ui_url=identity.hosted_ui_url,
            cognito_url=identity.cognito_url,
        ).distribution
        page_url = f"https://{settings.domain_name or self.distribution.distribution_domain_name}"
        client = AppClient(
            self,
            CLIENT,
            user_pool=identity.user_pool,
            origins=[
                page_url,
                *(origin for origin in settings.known_origins if origin != page_url),
            ],
        )
        self.signed_in = HttpJwtAuthorizer(
            "SignedIn", identity.issuer, jwt_audience=[client.client_id]
        )
        PageDeployment(
            self,
            "Files",
            settings=settings,
            bucket=bucket,
            page=page,
            config={
                "stage": settings.stage,
                "version": read_version(),
                "api_url": "/api",
                "auth": {
                    "authority": identity.issuer,
                    "client_id": client.client_id,
                    "hosted_ui_url": identity.hosted_ui_url,
                    "cognito_url": identity.cognito_url,
                    "scope": " ".join(SCOPES),
                    "mfa": settings.mfa,
                },
            },
        )
        CfnOutput(self, "AppUrl", value=page_url)
        CfnOutput(self, "ApiUrl", value=self.http.api.api_endpoint)
        CfnOutput(self, "UserPoolClientId", value=client.client_id)
        CfnOutput(self, "BucketName", value=bucket.bucket_name)
        CfnOutput(self, "DistributionId", value=self.distribution.distribution_id)
        CfnOutput(
            self,
            "DistributionDomainName",
            value=self.distribution.distribution_domain_name,
            description="What the app's own domain name must be an alias of, where it has one",
        )
