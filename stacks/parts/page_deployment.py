"""Bringing the built page into its bucket, with how long each file may be kept."""

from collections.abc import Mapping
from typing import Final

from aws_cdk import Duration
from aws_cdk.aws_s3 import IBucket
from aws_cdk.aws_s3_deployment import BucketDeployment, CacheControl, Source
from constructs import Construct

from stacks.assets import Asset
from stacks.parts.deployment_role import DeploymentRole
from stacks.settings import Settings

HASHED_ASSETS: Final = "assets/*"


class PageDeployment(Construct):
    """Uploads the page, and the `config.json` that tells it where it is."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        settings: Settings,
        bucket: IBucket,
        page: Asset,
        config: Mapping[str, object],
    ) -> None:
        super().__init__(scope, id_)
        own = DeploymentRole(
            self, "Upload", settings=settings, purpose="Uploads the page to its bucket"
        )
        built = Source.asset(str(page.folder), asset_hash=page.source_hash)
        # Hashed files never change under their name. Those of earlier releases stay: tabs that
        # are still open load them, and all of them together weigh next to nothing.
        assets = BucketDeployment(
            self,
            "Assets",
            destination_bucket=bucket,
            sources=[built],
            exclude=["*"],
            include=[HASHED_ASSETS],
            prune=False,
            cache_control=[
                CacheControl.set_public(),
                CacheControl.max_age(Duration.days(365)),
                CacheControl.immutable(),
            ],
            output_object_keys=False,
            role=own.role,
            log_group=own.log_group,
        )
        # `no-cache` keeps a copy but asks each time whether it is still right, so that a release
        # shows at once and needs no invalidation.
        documents = BucketDeployment(
            self,
            "Documents",
            destination_bucket=bucket,
            sources=[built, Source.json_data("config.json", config)],
            exclude=[HASHED_ASSETS],
            prune=True,
            cache_control=[CacheControl.no_cache()],
            output_object_keys=False,
            role=own.role,
            log_group=own.log_group,
        )
        # index.html must never name a file that is not there yet.
        documents.node.add_dependency(assets)
