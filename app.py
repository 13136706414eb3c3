#!/usr/bin/env python3
"""The CDK app: `npx cdk synth`, `npx cdk deploy "dev/*"`, and prod with `-c stage=prod`."""

import sys
from concurrent.futures import ThreadPoolExecutor

from stacks.application import Application
from stacks.assets import Assets
from stacks.assets.code import code_asset
from stacks.assets.layer import layer_asset
from stacks.assets.page import page_asset
from stacks.errors import SynthesisError
from stacks.settings import read_settings


def main() -> None:
    """Synthesize the stacks of one stage, or say in one line why not."""
    app = Application()
    try:
        settings = read_settings(app)
        for warning in settings.warnings:
            sys.stderr.write(f"expense-tracker: {warning}\n")
        # npm builds the page while pip fetches the layer: each takes seconds.
        with ThreadPoolExecutor(1) as beside:
            page = beside.submit(page_asset)
            layer = layer_asset(bytecode=settings.layer_bytecode)
            assets = Assets(code=code_asset(), layer=layer, page=page.result())
        app.add_stage(settings=settings, assets=assets)
    except SynthesisError as error:
        sys.exit(f"expense-tracker: {error}")
    app.synth()


if __name__ == "__main__":
    main()
