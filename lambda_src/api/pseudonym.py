"""People in log lines: known again from line to line, and not by who they are."""

import hmac
import os
from typing import Final

KEY_VARIABLE: Final = "PERSON_KEY"
"""Where a function finds the key, which `docs/decisions/people-in-logs.md` says more of."""

DIGITS: Final = 16
"""64 bits: two of a million people are the same with a chance of one in 37 million."""


def pseudonym(person: str, key: str) -> str:
    """Return what stands for a person in log lines.

    Parameters
    ----------
    person : str
        The ``sub`` of their tokens.
    key : str
        The deployment's; another one gives everybody another name.
    """
    return hmac.digest(key.encode(), person.encode(), "sha256").hex()[:DIGITS]


def in_logs(person: str) -> str | None:
    """Return what stands for a person in this function's log lines.

    None where there is no key, as nothing was deployed: a hash without one could be made by
    anybody who knows whom to look for.
    """
    key = os.environ.get(KEY_VARIABLE)
    return pseudonym(person, key) if key else None
