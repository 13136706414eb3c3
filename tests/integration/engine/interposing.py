"""A DynamoDB client that lets something else happen just before a write."""

from collections.abc import Callable
from typing import Any


class InterposedClient:
    """Passes calls on; before the first transaction it sends, does something once.

    So the moment between what an operation read and what it writes, which sixteen clients hit by
    chance, is hit for certain.
    """

    def __init__(self, client: Any, act: Callable[[], Any]):
        self._client = client
        self._act: Callable[[], Any] | None = act

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return getattr(self._client, name)

    def transact_write_items(self, **request: Any) -> Any:
        act, self._act = self._act, None
        if act:
            act()
        return self._client.transact_write_items(**request)
