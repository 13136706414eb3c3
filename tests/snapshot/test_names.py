"""Names that are chosen here: an account, or a region of it, has each of them once."""

import pytest

from tests.snapshot.release import fixed_names
from tests.snapshot.synthesis import synthesize

# Whose names each API, or each region, has to itself.
NOT_ACCOUNT_WIDE = ("AWS::ApiGatewayV2::", "AWS::Logs::LogGroup")
ACCOUNT_WIDE = {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::ApiGatewayV2::Stage",
    "AWS::IAM::Policy",
    "AWS::Logs::LogGroup",
}
ACCOUNT_WIDE = {
    "AWS::Budgets::Budget",
    "AWS::CloudFront::CachePolicy",
    "AWS::CloudFront::Function",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::CloudWatch::Dashboard",
}

WATCHED = {"alarm_email": "operator@example.com", "monthly_budget_usd": "5"}

LONGEST_NAME = 64
"""Of CloudFront's functions and origin access controls."""


def names(**context):
    """The fixed names of a stage with all that has one."""
    cloud = synthesize(**{**WATCHED, **context})
    return {name for stack in cloud.templates.values() for name in fixed_names(stack.body)}


@pytest.mark.parametrize(
    "beside",
    [{"stage": "prod", "region": "eu-central-1"}, {"stage": "dev", "region": "ap-south-1"}],
    ids=["another region", "another stage"],
)
def test_an_account_takes_a_second_deployment(beside):
    one, other = names(stage="prod", region="ap-south-1"), names(**beside)
    both = {(kind, name) for kind, name in one & other if not kind.startswith(NOT_ACCOUNT_WIDE)}
    assert both == set()


def test_the_longest_region_leaves_names_short_enough():
    longest = names(stage="prod", region="ap-southeast-2")
    assert {kind for kind, _ in longest} >= ACCOUNT_WIDE
    lengths = {len(name) for kind, name in longest if "CloudFront" in kind}
    assert max(lengths) <= LONGEST_NAME
