"""People on this machine: create them, and sign them in as the page does."""

from __future__ import annotations

import base64
import hashlib
import secrets
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx

from local.progress import StepFailedError
from local.settings import LOCAL_PASSWORD

if TYPE_CHECKING:
    from local.outputs import Outputs


class _Form(HTMLParser):
    """Collects a page's form: where it is sent, and its fields with their values."""

    def __init__(self) -> None:
        super().__init__()
        self.action = ""
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "form":
            self.action = attributes.get("action") or ""
        elif tag == "input" and attributes.get("name"):
            self.fields[attributes["name"] or ""] = attributes.get("value") or ""


def access_token(email: str, outputs: Outputs, password: str = LOCAL_PASSWORD) -> str:
    """Return an access token of a person, who is created first if need be.

    Raises
    ------
    StepFailedError
        If the person exists and has another password.
    """
    create(email, outputs, password)
    return sign_in(email, outputs, password)


def create(email: str, outputs: Outputs, password: str = LOCAL_PASSWORD) -> None:
    """Create a person with a verified address and a password; leave an existing one alone."""
    cognito = outputs.client("cognito-idp")
    verified = [{"Name": "email", "Value": email}, {"Name": "email_verified", "Value": "true"}]
    try:
        cognito.admin_create_user(
            UserPoolId=outputs.user_pool_id,
            Username=email,
            UserAttributes=verified,
            MessageAction="SUPPRESS",
        )
    except cognito.exceptions.UsernameExistsException:
        return
    except (
        cognito.exceptions.InvalidParameterException,
        cognito.exceptions.InvalidPasswordException,
    ) as error:
        raise StepFailedError(f"{email} cannot be created: {error}") from error
    cognito.admin_set_user_password(
        UserPoolId=outputs.user_pool_id, Username=email, Password=password, Permanent=True
    )


def sign_in(email: str, outputs: Outputs, password: str = LOCAL_PASSWORD) -> str:
    """Sign in and return the access token; see `tokens`."""
    return tokens(email, outputs, password)["access_token"]


def tokens(email: str, outputs: Outputs, password: str = LOCAL_PASSWORD) -> dict[str, str]:
    """Sign in on the hosted page, by authorization code with PKCE, and return all tokens.

    The app's client knows no other way, here as on AWS.

    Raises
    ------
    StepFailedError
        If the address and the password do not belong together.
    """
    verifier = secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode()).digest()
    page = f"{outputs.app_url}/"
    settings = httpx.get(f"{page}config.json", timeout=30).json()["auth"]
    query = {
        "client_id": outputs.client_id,
        "response_type": "code",
        "scope": settings["scope"],
        "redirect_uri": page,
        "state": secrets.token_urlsafe(16),
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    with httpx.Client(base_url=outputs.cognito_url, timeout=30) as browser:
        shown = browser.get("/oauth2/authorize", params=query, follow_redirects=True)
        form = _Form()
        form.feed(shown.text)
        if "username" not in form.fields:
            raise StepFailedError(f"no sign-in page: {shown.status_code} {shown.text[:300]}")
        filled = form.fields | {"username": email, "password": password}
        sent = browser.post(urljoin(str(shown.url), form.action), data=filled)
        code = parse_qs(urlsplit(sent.headers.get("location", "")).query).get("code")
        if not code:
            raise StepFailedError(f"{email} could not sign in: wrong password?")
        exchange = {
            "grant_type": "authorization_code",
            "client_id": outputs.client_id,
            "code": code[0],
            "redirect_uri": page,
            "code_verifier": verifier,
        }
        answer = browser.post("/oauth2/token", data=exchange)
        answer.raise_for_status()
        return answer.json()
