"""What can keep a command from being done."""

from botocore.exceptions import (
    ClientError,
    ConnectionError,  # noqa: A004 -- botocore's, which is not Python's
    HTTPClientError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    TokenRetrievalError,
    UnauthorizedSSOTokenError,
)

SIGN_IN = "set AWS_PROFILE, or sign in to AWS (`aws sso login`)"
NO_ACCESS = frozenset(
    {"ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException"}
)


class OperationError(Exception):
    """One line that says what could not be done and, where known, what to do about it."""


def one_line(error: Exception) -> str:
    """Say in one line what AWS, or the way to it, answered, and what to do where that is known."""
    said = " ".join(str(error).split()) or type(error).__name__
    if advice := _advice(error):
        return f"{said}: {advice}"
    return said


def _advice(error: Exception) -> str | None:
    if isinstance(error, ClientError):
        return SIGN_IN if error.response.get("Error", {}).get("Code") in NO_ACCESS else None
    signed_out = (
        NoCredentialsError,
        PartialCredentialsError,
        ProfileNotFound,
        TokenRetrievalError,
        UnauthorizedSSOTokenError,
    )
    if isinstance(error, signed_out):
        return SIGN_IN
    if isinstance(error, (ConnectionError, HTTPClientError)):
        return "look at the network, at AWS_REGION and at AWS_ENDPOINT_URL"
    return None
