"""The page: its files, the distribution that serves them beside the API, and its configuration."""

from aws_cdk import CfnOutput, RemovalPolicy, Stack
from aws_cdk.aws_s3 import BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership
from constructs import Construct

from stacks.api import ApiStack
from stacks.assets import Asset
from stacks.identity import IdentityStack
from stacks.operations import read_version
from stacks.parts.app_client import SCOPES
from stacks.parts.distribution_callback import DistributionCallback
from stacks.parts.page_deployment import PageDeployment
from stacks.parts.page_distribution import PageDistribution
from stacks.settings import Settings


class WebStack(Stack):
    """What a browser loads."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        page: Asset,
        identity: IdentityStack,
        api: ApiStack,
    ) -> None:
        super().__init__(
            scope,
            id_,
            description=f"Expense tracker, {settings.stage}: the page",
            tags=settings.tags,
        )
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
            api=api.http.api,
            hosted_ui_url=identity.hosted_ui_url,
        ).distribution
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
                    "client_id": identity.client.client_id,
                    "hosted_ui_url": identity.hosted_ui_url,
                    "scope": " ".join(SCOPES),
                },
            },
        )
        page_url = f"https://{settings.domain_name or self.distribution.distribution_domain_name}"
        DistributionCallback(
            self,
            "Callback",
            settings=settings,
            user_pool=identity.user_pool,
            client_id=identity.client.client_id,
            page_url=page_url,
        )
        CfnOutput(self, "AppUrl", value=page_url)
        CfnOutput(self, "BucketName", value=bucket.bucket_name)
        CfnOutput(self, "DistributionId", value=self.distribution.distribution_id)
        CfnOutput(
            self,
            "DistributionDomainName",
            value=self.distribution.distribution_domain_name,
            description="What the app's own domain name must be an alias of, where it has one",
        )
