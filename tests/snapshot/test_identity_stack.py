"""Sign-up and sign-in."""

import json

import pytest

from tests.snapshot.synthesis import synthesize

OWN_DOMAIN = {
    "stage": "prod",
    "domain_name": "expenses.example.com",
    "certificate_arn": "arn:aws:acm:us-east-1:123456789012:certificate/0a1b-2c3d",
}


def client(cloud):
    return cloud["Edge"].only("AWS::Cognito::UserPoolClient")


def pool(cloud):
    return cloud["Identity"].only("AWS::Cognito::UserPool")


@pytest.mark.parametrize(("stage", "invited"), [("dev", False), ("prod", True)])
def test_production_is_for_those_who_were_invited(stage, invited):
    config = pool(synthesize(stage=stage))["AdminCreateUserConfig"]
    assert config["AllowAdminCreateUserOnly"] is invited


def test_production_can_be_opened():
    opened = pool(synthesize(stage="prod", sign_up="open"))
    assert opened["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is False


def test_mails_come_from_cognito_unless_told_otherwise(cloud):
    assert "EmailConfiguration" not in pool(cloud)
    told = pool(synthesize(stage="prod", email_from="money@example.com"))["EmailConfiguration"]
    assert told["EmailSendingAccount"] == "DEVELOPER"
    assert "money@example.com" in told["From"]
    assert "identity/money@example.com" in json.dumps(told["SourceArn"])


def test_people_sign_in_by_a_verified_email(cloud):
    assert pool(cloud)["UsernameAttributes"] == ["email"]
    assert pool(cloud)["AutoVerifiedAttributes"] == ["email"]
    assert pool(cloud)["UsernameConfiguration"] == {"CaseSensitive": False}


def test_passwords_are_strong(cloud):
    assert pool(cloud)["Policies"]["PasswordPolicy"] == {
        "MinimumLength": 12,
        "RequireLowercase": True,
        "RequireNumbers": True,
        "RequireSymbols": True,
        "RequireUppercase": True,
        "TemporaryPasswordValidityDays": 3,
    }


def test_a_second_factor_is_an_authenticator_app_and_ones_own_choice(cloud):
    assert pool(cloud)["MfaConfiguration"] == "OPTIONAL"
    assert pool(cloud)["EnabledMfas"] == ["SOFTWARE_TOKEN_MFA"]


def test_a_second_factor_can_be_left_out():
    without = pool(synthesize(stage="prod", mfa="off"))
    assert without["MfaConfiguration"] == "OFF"
    assert "EnabledMfas" not in without


def test_a_second_factor_can_be_demanded():
    assert pool(synthesize(stage="prod", mfa="required"))["MfaConfiguration"] == "ON"


def test_the_page_has_no_secret_and_no_way_but_code_with_pkce(dev):
    assert client(dev)["GenerateSecret"] is False
    assert client(dev)["AllowedOAuthFlows"] == ["code"]
    assert client(dev)["AllowedOAuthScopes"] == [
        *("openid", "email", "profile"),
        "aws.cognito.signin.user.admin",
    ]
    # A flow that needs triggers of the pool's, which has none; no list would allow passwords.
    assert client(dev)["ExplicitAuthFlows"] == ["ALLOW_CUSTOM_AUTH"]
    assert "LambdaConfig" not in pool(dev)


def test_a_refresh_token_is_used_once(cloud):
    assert client(cloud)["RefreshTokenRotation"] == {
        "Feature": "ENABLED",
        "RetryGracePeriodSeconds": 60,
    }
    # Rotation is not of Cognito's cheapest plan, nor of one with that flow.
    assert pool(cloud)["UserPoolTier"] == "ESSENTIALS"
    assert "ALLOW_REFRESH_TOKEN_AUTH" not in client(cloud)["ExplicitAuthFlows"]


def test_nobody_learns_who_has_an_account(cloud):
    assert client(cloud)["PreventUserExistenceErrors"] == "ENABLED"


def test_signing_out_revokes_tokens_and_access_ends_within_the_hour(cloud):
    assert client(cloud)["EnableTokenRevocation"] is True
    assert client(cloud)["AccessTokenValidity"] == 60
    assert client(cloud)["TokenValidityUnits"]["AccessToken"] == "minutes"


def own_address(cloud):
    (distribution,) = cloud["Edge"].resources("AWS::CloudFront::Distribution")
    domain = {"Fn::GetAtt": [distribution, "DomainName"]}
    return {"Fn::Join": ["", ["https://", domain, "/"]]}


def test_people_sign_in_from_the_distribution_which_the_client_refers_to(prod):
    assert client(prod)["CallbackURLs"] == client(prod)["LogoutURLs"] == [own_address(prod)]


def test_development_signs_in_from_this_machine_too(dev):
    pages = [own_address(dev), "http://localhost:8080/", "http://localhost:5173/"]
    assert client(dev)["CallbackURLs"] == client(dev)["LogoutURLs"] == pages


def test_a_domain_of_ones_own_takes_the_place_of_the_distributions():
    own = synthesize(**OWN_DOMAIN)
    assert client(own)["CallbackURLs"] == ["https://expenses.example.com/"]


def test_the_sign_in_page_has_a_name_that_no_other_account_has(dev):
    assert dev["Identity"].only("AWS::Cognito::UserPoolDomain")["Domain"] == {
        "Fn::Join": ["", ["expense-tracker-dev-ap-south-1-", {"Ref": "AWS::AccountId"}]]
    }


def test_production_keeps_its_people(prod, dev):
    (kept,) = prod["Identity"].resources("AWS::Cognito::UserPool").values()
    assert kept["DeletionPolicy"] == "RetainExceptOnCreate"
    assert kept["UpdateReplacePolicy"] == "Retain"
    assert kept["Properties"]["DeletionProtection"] == "ACTIVE"
    (disposable,) = dev["Identity"].resources("AWS::Cognito::UserPool").values()
    assert disposable["DeletionPolicy"] == "Delete"
    assert disposable["Properties"]["DeletionProtection"] == "INACTIVE"
