"""Single settings, read as `-c` gives them (text) and cdk.json does (JSON's types), or refused."""

import re
from collections.abc import Mapping
from typing import cast

from stacks.errors import SettingError

_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")
# Cognito takes HTTP on localhost by this name only (CreateUserPoolClient, CallbackURLs).
_LOCAL_ORIGIN = re.compile(r"http://localhost(:[0-9]{1,5})?")
_ACCOUNT = re.compile(r"[0-9]{12}")


class SettingValues:
    """Values by name. Each method reads one, or raises a `SettingError` that names it.

    Parameters
    ----------
    values
        What was given, by the settings' names.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """Read one of several words."""
        value = self._values.get(name)
        if not isinstance(value, str) or value not in choices:
            raise invalid(name, f"one of {', '.join(choices)}", value)
        return value

    def whole_number(self, name: str, least: int, most: int) -> int:
        """Read a number within limits, both included."""
        value = self._values.get(name)
        # `-c` gives text, cdk.json a number; True is an int to Python, not to people.
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise invalid(name, f"a whole number from {least} to {most}", value)
        return value

    def yes_or_no(self, name: str) -> bool:
        """Read a truth."""
        value = self._values.get(name)
        if isinstance(value, str):
            value = {"true": True, "false": False}.get(value, value)
        if not isinstance(value, bool):
            raise invalid(name, "true or false", value)
        return value

    def matching(self, name: str, pattern: re.Pattern[str], expected: str) -> str:
        """Read a text of a form that `expected` puts in words; it may be empty."""
        return _matching(name, self._values.get(name), pattern, expected)

    def account(self, name: str) -> str:
        """Read an account's number; it may be empty."""
        value = self._values.get(name)
        # The command line's reader takes a text of digits as it is; cdk.json may hold a number.
        if isinstance(value, int) and not isinstance(value, bool):
            value = f"{value:012d}"
        return _matching(name, value, _ACCOUNT, "an account's 12 digits")

    def origins(self, name: str) -> tuple[str, ...]:
        """Read origins, each once: a list, or a text with commas."""
        value = self._values.get(name)
        if isinstance(value, str):
            value = [part for part in value.split(",") if part]
        if not isinstance(value, list):
            raise invalid(name, "origins, separated by commas", value)
        origins = cast("list[object]", value)
        for origin in origins:
            if not isinstance(origin, str) or not _ORIGIN.fullmatch(origin):
                raise invalid(name, "origins such as https://example.com", origin)
            if origin.startswith("http:") and not is_local(origin):
                raise invalid(name, "https, or http on localhost only", origin)
        return tuple(dict.fromkeys(cast("list[str]", origins)))


def is_local(origin: str) -> bool:
    """Tell whether an origin is a page on the machine that opens it."""
    return _LOCAL_ORIGIN.fullmatch(origin) is not None


def invalid(name: str, expected: str, value: object) -> SettingError:
    """Return the error for a value that is not what is expected."""
    return SettingError(f'Setting "{name}": expected {expected}, got {value!r}')


def _matching(name: str, value: object, pattern: re.Pattern[str], expected: str) -> str:
    if not isinstance(value, str) or (value and not pattern.fullmatch(value)):
        raise invalid(name, f"{expected} or nothing", value)
    return value
