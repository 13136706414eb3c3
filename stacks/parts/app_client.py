"""The page's registration with the user pool.

The client's own template and the Web stack, which adds the address of the distribution later
(`distribution_callback.py`), both take its properties from here: Cognito's `UpdateUserPoolClient`
resets whatever a call leaves out.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from aws_cdk import CfnResource
from aws_cdk.aws_cognito import IUserPool
from constructs import Construct

SCOPES: Final = ("openid", "email", "profile")

_LASTING: Final[Mapping[str, object]] = {
    # No password flows: passwords are typed on Cognito's own page and nowhere else.
    "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"],
    "SupportedIdentityProviders": ["COGNITO"],
    "PreventUserExistenceErrors": "ENABLED",
    "EnableTokenRevocation": True,
    "AccessTokenValidity": 60,
    "IdTokenValidity": 60,
    "RefreshTokenValidity": 30,
    "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "days"},
    "ReadAttributes": ["email", "email_verified"],
    "WriteAttributes": ["email"],
}


def client_properties(origins: Sequence[str]) -> dict[str, object]:
    """Return all of the client's properties, as CloudFormation and Cognito's API call them.

    Parameters
    ----------
    origins
        Where the page is served. Cognito refuses the code flow without a callback URL, so that
        with no origin nobody can sign in yet.
    """
    if not origins:
        return {**_LASTING, "AllowedOAuthFlowsUserPoolClient": False}
    # The page's root, for signing in and out alike; Cognito compares addresses exactly.
    pages = [f"{origin}/" for origin in origins]
    return {
        **_LASTING,
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": list(SCOPES),
        "CallbackURLs": pages,
        "LogoutURLs": pages,
    }


class AppClient(Construct):
    """A public client: no secret, authorization code with PKCE only."""

    def __init__(
        self, scope: Construct, id_: str, *, user_pool: IUserPool, origins: Sequence[str]
    ) -> None:
        super().__init__(scope, id_)
        self._client = CfnResource(
            self,
            "Resource",
            type="AWS::Cognito::UserPoolClient",
            properties={
                "UserPoolId": user_pool.user_pool_id,
                "GenerateSecret": False,
                **client_properties(origins),
            },
        )

    @property
    def client_id(self) -> str:
        """The client's id, which is public."""
        return self._client.ref
