import json

import pytest

from local.assembly import (
    allow_plain_http_to_buckets,
    drop_custom_resources,
    drop_metric_math_alarms,
    drop_outputs_of_dropped,
    localize,
    read_stacks,
    spell_out_issuers,
)


def function(role, **more):
    return {
        "Type": "AWS::Lambda::Function",
        "Properties": {"Role": {"Fn::GetAtt": [role, "Arn"]}, **more},
    }


def ours():
    return {"Ours": function("OurRole"), "OurRole": {"Type": "AWS::IAM::Role", "Properties": {}}}


def test_a_custom_resource_goes_with_what_runs_it():
    template = {
        "Resources": {
            **ours(),
            "Upload": {
                "Type": "Custom::CDKBucketDeployment",
                "Properties": {"ServiceToken": {"Fn::GetAtt": ["Handler", "Arn"]}},
            },
            "Handler": function(
                "HandlerRole", LoggingConfig={"LogGroup": {"Ref": "Logs"}}, Layers=[{"Ref": "Cli"}]
            ),
            "HandlerRole": {"Type": "AWS::IAM::Role", "Properties": {}},
            "HandlerPolicy": {
                "Type": "AWS::IAM::Policy",
                "Properties": {"Roles": [{"Ref": "HandlerRole"}]},
            },
            "Logs": {"Type": "AWS::Logs::LogGroup", "Properties": {}},
            "Cli": {"Type": "AWS::Lambda::LayerVersion", "Properties": {}},
        }
    }

    drop_custom_resources(template)

    assert template["Resources"] == ours()


def test_a_role_that_others_have_too_stays():
    template = {
        "Resources": {
            **ours(),
            "Call": {
                "Type": "Custom::AWS",
                "Properties": {"ServiceToken": {"Fn::GetAtt": ["Handler", "Arn"]}},
            },
            "Handler": function("OurRole"),
        }
    }

    drop_custom_resources(template)

    assert template["Resources"] == ours()


def test_what_waits_for_a_custom_resource_waits_no_longer():
    template = {
        "Resources": {
            "Call": {"Type": "Custom::AWS", "Properties": {}},
            "One": {"Type": "AWS::SNS::Topic", "DependsOn": "Call"},
            "Two": {"Type": "AWS::SNS::Topic", "DependsOn": ["Call", "One"]},
        }
    }

    drop_custom_resources(template)

    assert template["Resources"] == {
        "One": {"Type": "AWS::SNS::Topic"},
        "Two": {"Type": "AWS::SNS::Topic", "DependsOn": ["One"]},
    }


def test_a_bucket_policy_only_loses_what_is_said_of_the_dropped():
    kept = {"Action": "s3:GetObject", "Principal": {"Service": "cloudfront.amazonaws.com"}}
    gone = {"Action": "s3:DeleteObject*", "Principal": {"AWS": {"Fn::GetAtt": ["Role", "Arn"]}}}
    template = {
        "Resources": {
            "Empty": {
                "Type": "Custom::S3AutoDeleteObjects",
                "Properties": {"ServiceToken": {"Fn::GetAtt": ["Handler", "Arn"]}},
            },
            "Handler": function("Role"),
            "Role": {"Type": "AWS::IAM::Role", "Properties": {}},
            "Policy": {
                "Type": "AWS::S3::BucketPolicy",
                "Properties": {"PolicyDocument": {"Statement": [kept, gone]}},
            },
        }
    }

    drop_custom_resources(template)

    assert list(template["Resources"]) == ["Policy"]
    policy = template["Resources"]["Policy"]["Properties"]["PolicyDocument"]
    assert policy["Statement"] == [kept]


def test_outputs_of_dropped_resources_go_too():
    template = {
        "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}},
        "Outputs": {
            "Kept": {"Value": {"Fn::Join": ["", [{"Ref": "Topic"}, {"Ref": "AWS::Region"}]]}},
            "Gone": {"Value": {"Fn::GetAtt": ["Call", "Result"]}},
        },
    }

    drop_outputs_of_dropped(template)

    assert list(template["Outputs"]) == ["Kept"]


def test_plain_http_to_buckets_is_not_denied():
    denied = {"Effect": "Deny", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
    policy = {
        "Type": "AWS::S3::BucketPolicy",
        "Properties": {"PolicyDocument": {"Statement": [denied]}},
    }
    template = {"Resources": {"Policy": policy, "Topic": {"Type": "AWS::SNS::Topic"}}}

    allow_plain_http_to_buckets(template)

    assert list(template["Resources"]) == ["Topic"]


def test_alarms_on_formulas_go_and_others_stay():
    alarm = {"Type": "AWS::CloudWatch::Alarm"}
    template = {
        "Resources": {
            "Ratio": alarm | {"Properties": {"Metrics": []}},
            "Count": alarm | {"Properties": {"MetricName": "Errors"}},
        }
    }

    assert drop_metric_math_alarms(template) == ["Ratio"]
    assert list(template["Resources"]) == ["Count"]


def test_an_issuer_is_spelt_out():
    template = {"Resources": {}, "Outputs": {"I": {"Value": {"Fn::GetAtt": ["P", "ProviderURL"]}}}}

    spell_out_issuers(template)

    assert template["Outputs"]["I"]["Value"] == {
        "Fn::Sub": "https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${P}"
    }


@pytest.fixture
def assembly(tmp_path):
    folder = tmp_path / "cdk.out"
    (folder / "asset.layerhash" / "python").mkdir(parents=True)
    layer = {"S3Bucket": "assets", "S3Key": "layerhash.zip"}
    template = {
        "Resources": {
            "Layer": {
                "Type": "AWS::Lambda::LayerVersion",
                "Properties": {"Content": layer, "CompatibleArchitectures": ["arm64"]},
            },
            "Function": function("Role", Layers=[{"Ref": "Layer"}]),
        }
    }
    (folder / "Api.template.json").write_text(json.dumps(template))
    files = {
        "layerhash": {"source": {"path": "asset.layerhash"}, "key": "layerhash.zip"},
        "templatehash": {"source": {"path": "Api.template.json"}, "key": "templatehash.json"},
        "unusedhash": {"source": {"path": "asset.unusedhash"}, "key": "unusedhash.zip"},
    }
    (folder / "Api.assets.json").write_text(json.dumps({"files": files}))
    stack = {
        "type": "aws:cloudformation:stack",
        "properties": {"templateFile": "Api.template.json", "url": "s3://assets/templatehash.json"},
    }
    (folder / "manifest.json").write_text(json.dumps({"artifacts": {"Api": stack}}))
    return folder


def localized(assembly):
    target = assembly.with_name("local")
    layer = assembly.with_name("local-layer")
    layer.mkdir(exist_ok=True)
    localize(assembly, target, lambda _deployed: layer)
    return target


def test_a_layer_is_replaced_by_this_machines(assembly):
    target = localized(assembly)

    template = json.loads((target / "Api.template.json").read_text())
    key = template["Resources"]["Layer"]["Properties"]["Content"]["S3Key"]
    files = json.loads((target / "Api.assets.json").read_text())["files"]
    assert key != "layerhash.zip"
    assert files[key.removesuffix(".zip")]["key"] == key
    assert (target / f"asset.{key.removesuffix('.zip')}").is_dir()


def test_a_changed_template_is_an_asset_of_another_name(assembly):
    target = localized(assembly)

    files = json.loads((target / "Api.assets.json").read_text())["files"]
    (name,) = [name for name, one in files.items() if one["source"]["path"] == "Api.template.json"]
    assert name != "templatehash"
    assert f"s3://assets/{name}.json" in (target / "manifest.json").read_text()


def test_assets_that_nothing_refers_to_are_not_published(assembly):
    target = localized(assembly)

    assert "unusedhash" not in (target / "Api.assets.json").read_text()


def test_the_synthesized_assembly_stays_as_it_is(assembly):
    before = (assembly / "Api.template.json").read_text()

    localized(assembly)

    assert (assembly / "Api.template.json").read_text() == before


def test_stacks_within_a_stage_are_found_and_localized(assembly):
    outer = assembly.with_name("outer")
    outer.mkdir()
    stage = assembly.rename(outer / "assembly-dev")
    for asset in stage.glob("asset.*"):
        asset.rename(outer / asset.name)
    files = stage / "Api.assets.json"
    files.write_text(files.read_text().replace('"asset.', '"../asset.'))
    nested = {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-dev"}}
    (outer / "manifest.json").write_text(json.dumps({"artifacts": {"assembly-dev": nested}}))

    (stack,) = read_stacks(localized(outer))

    (layer,) = (one for one in stack.assets["files"] if one in json.dumps(stack.template))
    assert layer != "layerhash"
    assert stack.asset_folder(layer).is_dir()
