"""Settings: what is taken, and what stops synthesis with one line that names it."""

import pytest

from stacks.errors import SettingError
from tests.snapshot.synthesis import CONTEXT, settings_from


def test_the_stage_chooses_its_section():
    assert settings_from(stage="dev").log_level == "DEBUG"
    assert settings_from(stage="prod").log_level == "INFO"


def test_development_is_what_one_gets_without_asking():
    assert settings_from().stage == "dev"
    assert not settings_from().keeps_data
    assert settings_from(stage="prod").keeps_data


def test_the_command_line_overrides_one_setting():
    """`-c` gives text, whatever the setting's type."""
    settings = settings_from(memory_mb="2048", snap_start="true", allowed_origins="https://a.in")
    assert settings.memory_mb == 2048
    assert settings.snap_start is True
    assert settings.allowed_origins == ("https://a.in",)
    assert settings.timeout_seconds == 10


def test_an_override_can_empty_a_list():
    assert settings_from(allowed_origins="").allowed_origins == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stage", "staging"),
        ("log_level", "LOUD"),
        ("log_retention_days", "8"),
        ("log_retention_days", "0"),
        ("memory_mb", "lots"),
        ("memory_mb", "64"),
        ("memory_mb", True),
        ("memory_mb", 512.5),
        ("timeout_seconds", "30"),
        ("timeout_seconds", "-1"),
        ("snap_start", "yes"),
        ("throttle_rate", "-1"),
        ("region", "mumbai"),
        ("region", "eu-north-1"),
        ("account", "12345"),
        ("throttle_burst", ""),
        ("mfa", "sometimes"),
        ("sign_up", "closed"),
        ("layer_bytecode", "true"),
        ("email_from", "me"),
        ("writes_per_day", "0"),
        ("stored_expenses", "10"),
        ("stored_expenses", "3000001"),
        ("monthly_budget_usd", "-5"),
        ("public_throttle_rate", "many"),
        ("allowed_origins", "localhost:8080"),
        ("allowed_origins", "http://example.com"),
        ("allowed_origins", "http://127.0.0.1:8080"),
        ("allowed_origins", "https://example.com/"),
        ("allowed_origins", ["https://example.com", 7]),
        ("allowed_origins", "*"),
        ("domain_name", "https://example.com"),
        ("domain_name", "Example.com"),
        ("certificate_arn", "arn:aws:acm:ap-south-1:123456789012:certificate/0a1b"),
        ("alarm_email", "operator"),
    ],
)
def test_an_invalid_setting_is_named_with_its_value(name, value):
    with pytest.raises(SettingError, match=f'^Setting "{name}": ') as caught:
        settings_from(**{name: value})
    assert "\n" not in str(caught.value)


def test_a_misspelt_setting_is_not_ignored():
    with pytest.raises(SettingError, match='"alarm_mail" is unknown: did you mean "alarm_email"'):
        settings_from(alarm_mail="operator@example.com")


def test_a_misspelt_setting_in_a_stages_section_is_not_ignored():
    stages = {"dev": {**CONTEXT["stages"]["dev"], "memory": 512}}
    with pytest.raises(SettingError, match='"memory" is unknown: did you mean "memory_mb"'):
        settings_from(stages=stages)


def test_a_missing_setting_is_named():
    section = dict(CONTEXT["stages"]["dev"])
    del section["log_level"]
    with pytest.raises(SettingError, match=r'"log_level": expected one of .*, got None'):
        settings_from(stages={"dev": section})


def test_a_missing_section_is_named():
    with pytest.raises(SettingError, match=r'"stages": cdk\.json has no section "prod"'):
        settings_from(stage="prod", stages={"dev": CONTEXT["stages"]["dev"]})


@pytest.mark.parametrize(
    "given",
    [
        {"domain_name": "expenses.example.com"},
        {"certificate_arn": "arn:aws:acm:us-east-1:123456789012:certificate/0a1b"},
    ],
)
def test_a_domain_needs_its_certificate_and_the_other_way_round(given):
    with pytest.raises(SettingError, match="needed along with the other"):
        settings_from(**given)


def test_a_budget_needs_somebody_to_tell():
    with pytest.raises(SettingError, match='"monthly_budget_usd": "alarm_email" says who'):
        settings_from(monthly_budget_usd="5")


def test_production_that_tells_nobody_is_warned_of_in_one_line():
    (warning,) = settings_from(stage="prod").warnings
    assert warning.startswith('Setting "alarm_email" is empty: ')
    assert "\n" not in warning
    assert not [*settings_from(stage="prod", alarm_email="operator@example.com").warnings]
    assert not [*settings_from(stage="dev").warnings]


def test_production_has_a_budget_unless_told_otherwise():
    assert settings_from(stage="prod").monthly_budget_usd == 5
    assert settings_from(stage="prod", monthly_budget_usd="0").monthly_budget_usd == 0
    assert settings_from(stage="dev").monthly_budget_usd == 0


def test_production_names_its_account():
    with pytest.raises(SettingError, match='"account": prod needs the number of its AWS account'):
        settings_from(stage="prod", account="")
    assert settings_from(stage="prod", account="012345678901").account == "012345678901"
    assert settings_from(stage="dev").account == ""


def test_a_stage_is_in_mumbai_unless_told_otherwise():
    assert settings_from().region == "ap-south-1"
    assert settings_from(region="").region == "ap-south-1"
    assert settings_from(region="eu-central-1").region == "eu-central-1"


def test_production_admits_no_page_on_localhost():
    with pytest.raises(SettingError, match='"allowed_origins": prod admits no page on localhost'):
        settings_from(stage="prod", allowed_origins="http://localhost:8080")


@pytest.mark.parametrize(
    "name", ["@aws-cdk/core:newFlag", "aws:cdk:enable-path-metadata", "hosted-zone:account=1"]
)
def test_cdks_own_context_is_none_of_our_business(name):
    assert settings_from(**{name: True}).stage == "dev"
