"""The page's registration with the user pool."""

from collections.abc import Sequence
from typing import Final

from aws_cdk.aws_cognito import CfnUserPoolClient, IUserPool
from constructs import Construct

SELF_SERVICE: Final = "aws.cognito.signin.user.admin"
"""Lets a person's access token change what Cognito knows of that person: a second factor."""

SCOPES: Final = ("openid", "email", "profile", SELF_SERVICE)

API_SCOPES: Final = ("openid", SELF_SERVICE)
"""Any one of them opens the API: access tokens hold scopes, id tokens none."""

SECONDS_OF_GRACE: Final = 60
"""The longest that Cognito offers: tabs that renew at once, or on a poor network, lose nothing."""


class AppClient(Construct):
    """A public client: no secret, authorization code with PKCE only."""

    def __init__(
        self, scope: Construct, id_: str, *, user_pool: IUserPool, origins: Sequence[str]
    ) -> None:
        super().__init__(scope, id_)
        # The page's root, for signing in and out alike; Cognito compares addresses exactly.
        pages = [f"{origin}/" for origin in origins]
        # CDK's own construct adds a flow for refresh tokens that rotating them rules out.
        self._client = CfnUserPoolClient(
            self,
            "Resource",
            user_pool_id=user_pool.user_pool_id,
            generate_secret=False,
            # No password flows: passwords are typed on Cognito's own page and nowhere else. An
            # empty list stands for Cognito's defaults, which have one; this one needs triggers
            # that the pool has not.
            explicit_auth_flows=["ALLOW_CUSTOM_AUTH"],
            supported_identity_providers=["COGNITO"],
            prevent_user_existence_errors="ENABLED",
            enable_token_revocation=True,
            # A stolen refresh token is worth one use, and shows when its owner's fails.
            refresh_token_rotation=CfnUserPoolClient.RefreshTokenRotationProperty(
                feature="ENABLED", retry_grace_period_seconds=SECONDS_OF_GRACE
            ),
            access_token_validity=60,
            id_token_validity=60,
            refresh_token_validity=30,
            token_validity_units=CfnUserPoolClient.TokenValidityUnitsProperty(
                access_token="minutes",  # noqa: S106 -- a unit
                id_token="minutes",  # noqa: S106
                refresh_token="days",  # noqa: S106
            ),
            read_attributes=["email", "email_verified"],
            write_attributes=["email"],
            allowed_o_auth_flows_user_pool_client=True,
            allowed_o_auth_flows=["code"],
            allowed_o_auth_scopes=list(SCOPES),
            callback_ur_ls=pages,
            logout_ur_ls=pages,
        )

    @property
    def client_id(self) -> str:
        """The client's id, which is public."""
        return self._client.ref
