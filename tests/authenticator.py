"""An authenticator app: the codes that it shows for a key."""

import base64
import hashlib
import hmac
import struct
import time


def code_of(secret: str, *, minutes_off: int = 0) -> str:
    """Return what an authenticator app shows (RFC 6238, with what they all take for granted)."""
    step = int(time.time() // 30) + 2 * minutes_off
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1)
    start = digest[-1] & 0xF
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFF_FFFF
    return f"{number % 10**6:06d}"
