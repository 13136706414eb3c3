"""All stacks of one stage, put together."""

from collections.abc import Mapping

from aws_cdk import App, Aspects, Environment, Stage
from cdk_nag import AwsSolutionsChecks
from constructs import Construct

from stacks.acknowledgements import acknowledge_findings
from stacks.assets import Assets
from stacks.data import DataStack
from stacks.edge import EdgeStack
from stacks.identity import IdentityStack
from stacks.operations_stack import OperationsStack
from stacks.settings import Settings


class Application(App):
    """A CDK app with one stage: `cdk deploy "prod/*"` deploys it."""

    def __init__(
        self, *, context: Mapping[str, object] | None = None, outdir: str | None = None
    ) -> None:
        super().__init__(context=context, outdir=outdir)

    def add_stage(self, *, settings: Settings, assets: Assets) -> "ExpenseTracker":
        """Add the stage that the settings are of."""
        return ExpenseTracker(self, settings.stage, settings=settings, assets=assets)


class ExpenseTracker(Stage):
    """The four stacks of one stage, in one region of one account, checked by cdk-nag.

    Each refers to those before it only, and weakly: no release of one is held back by what
    another one still reads (docs/decisions/infra-stacks.md).
    """

    def __init__(self, scope: Construct, id_: str, *, settings: Settings, assets: Assets) -> None:
        super().__init__(
            scope,
            id_,
            env=Environment(account=settings.account or None, region=settings.region),
        )
        # Aspects stop at a stage's border, so that they belong on the stage.
        Aspects.of(self).add(AwsSolutionsChecks(verbose=True, reports=False))
        data = DataStack(self, "Data", settings=settings)
        identity = IdentityStack(self, "Identity", settings=settings)
        edge = EdgeStack(self, "Edge", settings=settings, page=assets.page, identity=identity)
        OperationsStack(
            self, "Operations", settings=settings, assets=assets, table=data.table, edge=edge
        )
        acknowledge_findings(self, settings=settings)
