"""Who people are: sign-up, sign-in and the tokens that the API trusts."""

from typing import Final

from aws_cdk import Aws, CfnOutput, Duration
from aws_cdk.aws_cognito import (
    AccountRecovery,
    AutoVerifiedAttrs,
    CognitoDomainOptions,
    FeaturePlan,
    KeepOriginalAttrs,
    Mfa,
    MfaSecondFactor,
    PasswordPolicy,
    SignInAliases,
    StandardAttribute,
    StandardAttributes,
    UserPool,
    UserPoolEmail,
    UserVerificationConfig,
)
from constructs import Construct

from stacks.parts.stage_stack import StageStack
from stacks.settings import Settings

MFA: Final = {"off": Mfa.OFF, "optional": Mfa.OPTIONAL, "required": Mfa.REQUIRED}


class IdentityStack(StageStack):
    """A user pool, and Cognito's page to sign in on; clients are with what they serve."""

    def __init__(self, scope: Construct, id_: str, *, settings: Settings) -> None:
        super().__init__(scope, id_, settings=settings, purpose="who people are")
        self.user_pool = UserPool(
            self,
            "UserPool",
            self_sign_up_enabled=settings.sign_up == "open",
            sign_in_aliases=SignInAliases(email=True),
            sign_in_case_sensitive=False,
            standard_attributes=StandardAttributes(
                email=StandardAttribute(required=True, mutable=True)
            ),
            auto_verify=AutoVerifiedAttrs(email=True),
            user_verification=UserVerificationConfig(
                email_subject="Your code for the expense tracker",
                email_body="Your code for the expense tracker is {####}.",
            ),
            # A mistyped new address cannot lock anybody out: the old one stays until verified.
            keep_original=KeepOriginalAttrs(email=True),
            account_recovery=AccountRecovery.EMAIL_ONLY,
            password_policy=PasswordPolicy(
                min_length=12,
                require_lowercase=True,
                require_uppercase=True,
                require_digits=True,
                require_symbols=True,
                temp_password_validity=Duration.days(3),
            ),
            mfa=MFA[settings.mfa],
            mfa_second_factor=(
                None if settings.mfa == "off" else MfaSecondFactor(otp=True, sms=False)
            ),
            email=_sender(settings),
            # The least plan that rotates refresh tokens; free for the first 10,000 people a month.
            feature_plan=FeaturePlan.ESSENTIALS,
            deletion_protection=settings.keeps_data,
            removal_policy=settings.removal_of_data,
        )
        # Prefixes are unique within a region of all of AWS: the account's number makes it so.
        prefix = f"{settings.account_wide_name}-{Aws.ACCOUNT_ID}"
        domain = self.user_pool.add_domain(
            "Domain", cognito_domain=CognitoDomainOptions(domain_prefix=prefix)
        )
        self.hosted_ui_url = domain.base_url()
        # "Amazon Cognito endpoints and quotas", AWS general reference, gives the form.
        self.cognito_url = f"https://cognito-idp.{Aws.REGION}.{Aws.URL_SUFFIX}"

        CfnOutput(self, "UserPoolId", value=self.user_pool.user_pool_id)
        CfnOutput(self, "HostedUiUrl", value=self.hosted_ui_url)

    @property
    def issuer(self) -> str:
        """The `iss` of the pool's tokens."""
        return self.user_pool.user_pool_provider_url


def _sender(settings: Settings) -> UserPoolEmail | None:
    if not settings.email_from:
        return None
    return UserPoolEmail.with_ses(
        from_email=settings.email_from,
        from_name="Expense tracker",
        ses_region=settings.region,
    )
