"""All stacks of one stage, put together."""

from collections.abc import Mapping

from aws_cdk import App, Aspects
from cdk_nag import AwsSolutionsChecks

from stacks.acknowledgements import acknowledge_findings
from stacks.api import ApiStack
from stacks.assets import Assets
from stacks.data import DataStack
from stacks.identity import IdentityStack
from stacks.monitoring import MonitoringStack
from stacks.settings import Settings
from stacks.web import WebStack


class Application(App):
    """A CDK app with the five stacks of one stage, checked by cdk-nag."""

    def __init__(
        self, *, context: Mapping[str, object] | None = None, outdir: str | None = None
    ) -> None:
        super().__init__(context=context, outdir=outdir)
        Aspects.of(self).add(AwsSolutionsChecks(verbose=True, reports=False))

    def add_stacks(self, *, settings: Settings, assets: Assets) -> None:
        """Add the stacks, from what must never be lost to what can be made anew at any time."""
        name = settings.stack_id
        data = DataStack(self, name("Data"), settings=settings)
        identity = IdentityStack(self, name("Identity"), settings=settings)
        api = ApiStack(
            self,
            name("Api"),
            settings=settings,
            assets=assets,
            table=data.table,
            issuer=identity.issuer,
            client_id=identity.client.client_id,
        )
        WebStack(
            self,
            name("Web"),
            settings=settings,
            page=assets.page,
            identity=identity,
            api=api,
        )
        MonitoringStack(
            self,
            name("Monitoring"),
            settings=settings,
            http=api.http,
            functions=api.functions,
            table=data.table,
        )
        acknowledge_findings(self, settings=settings)
