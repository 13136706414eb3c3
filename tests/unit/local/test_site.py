import json

import pytest

from local.assembly import Stack
from local.intrinsics import Values
from local.site import build_site
from local.static_files import load_site


@pytest.fixture
def site(tmp_path):
    page = tmp_path / "asset.page"
    (page / "assets").mkdir(parents=True)
    (page / "assets" / "app.js").write_text("let a;")
    (page / "index.html").write_text("<!doctype html>")
    config = tmp_path / "asset.config"
    config.mkdir()
    (config / "config.json").write_text('{"client": "<<marker:0>>"}')

    def deployment(**properties):
        return {"Type": "Custom::CDKBucketDeployment", "Properties": properties}

    documents = deployment(
        SourceObjectKeys=["page.zip", "config.zip"],
        SourceMarkers=[{}, {"<<marker:0>>": {"Ref": "Client"}}],
        Exclude=["assets/*"],
        SystemMetadata={"cache-control": "no-cache"},
    )
    hashed = deployment(
        SourceObjectKeys=["page.zip"],
        Exclude=["*"],
        Include=["assets/*"],
        SystemMetadata={"cache-control": "public, max-age=31536000, immutable"},
    )
    template = {"Resources": {"Documents": documents | {"DependsOn": ["Hashed"]}, "Hashed": hashed}}
    assets = {name: {"source": {"path": f"asset.{name}"}} for name in ("page", "config")}
    (tmp_path / "Web.template.json").write_text(json.dumps(template))
    (tmp_path / "Web.assets.json").write_text(json.dumps({"files": assets}))
    stack = Stack("Web", tmp_path / "Web.template.json", tmp_path / "Web.assets.json")

    build_site(stack, Values(refs={"Client": "abc"}, outputs={}), tmp_path / "site")
    return load_site(tmp_path / "site")


def test_it_holds_what_the_deployments_would_upload(site):
    assert set(site) == {"assets/app.js", "index.html", "config.json"}


def test_settings_known_only_at_deploy_time_are_filled_in(site):
    assert json.loads(site["config.json"].content) == {"client": "abc"}


def test_each_file_may_be_kept_as_long_as_its_deployment_says(site):
    assert site["index.html"].headers["Cache-Control"] == "no-cache"
    assert site["assets/app.js"].headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_types_are_told_by_the_names(site):
    assert site["assets/app.js"].headers["Content-Type"] == "text/javascript"
    assert site["config.json"].headers["Content-Type"] == "application/json"
