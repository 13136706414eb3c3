"""Tokens as an attacker would make them, and as only the user pool's own keys could."""

import base64
import hashlib
import hmac
import json
import os
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from local.settings import REPOSITORY


def read(token: str) -> tuple[dict, dict]:
    """The header and the claims of a token."""
    header, claims, _ = token.split(".")
    return json.loads(_decoded(header)), json.loads(_decoded(claims))


def unsigned(header: dict, claims: dict) -> str:
    return f"{_encoded(json.dumps(header).encode())}.{_encoded(json.dumps(claims).encode())}"


def signed(header: dict, claims: dict, key: rsa.RSAPrivateKey) -> str:
    """A token with a true RS256 signature by this key."""
    text = unsigned(header, claims)
    return f"{text}.{_encoded(key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def signed_with_public_key(header: dict, claims: dict, public_key: bytes) -> str:
    """HS256 with the public key for a secret: fools who lets the token choose the algorithm."""
    text = unsigned({**header, "alg": "HS256"}, claims)
    return f"{text}.{_encoded(hmac.digest(public_key, text.encode(), hashlib.sha256))}"


def pools_key(pool_id: str) -> rsa.RSAPrivateKey:
    """The key with which the emulated user pool signs access tokens; on AWS nobody gets it."""
    folder = REPOSITORY / Path(os.environ.get("EXPENSE_TRACKER_LOCAL", ".local"))
    path = folder / "emulator" / "state" / "cognito-pool-keys" / f"{pool_id}-access.pem"
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return key


def public_pem(key: rsa.RSAPrivateKey) -> bytes:
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
