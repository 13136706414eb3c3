"""Start every function's worker before people come: a cold start takes the emulator seconds."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from local.outputs import Outputs

# More at once and each start takes so much longer that nothing is won, on two processors.
AT_ONCE = 2
# What the page asks for as it opens, and what a person does first.
OPENING = (
    "GET /api/ledgers",
    "GET /api/settings",
    "GET /api/categories",
    "GET /api/expenses",
    "GET /api/summary",
    "GET /api/budgets",
    "GET /api/recurring",
    "GET /api/payees",
    "POST /api/expenses",
)
NOBODYS_ID = "00000000-0000-7000-8000-000000000000"


def warm(outputs: Outputs, token: str, *, only_opening: bool = False) -> None:
    """Call routes once, in a way that changes nothing: ids of nothing, bodies of nothing.

    Parameters
    ----------
    token
        A person's access token.
    only_opening
        Leave out what the page doesn't ask for as it opens, which takes several times as long.
    """
    gateway = outputs.client("apigatewayv2")
    apis = gateway.get_apis()["Items"]
    routes = [
        route["RouteKey"]
        for api in apis
        for route in gateway.get_routes(ApiId=api["ApiId"])["Items"]
        if not only_opening or route["RouteKey"] in OPENING
    ]
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with (
        httpx.Client(base_url=outputs.app_url, headers=headers, timeout=60) as client,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):

        def call(route: str) -> None:
            method, path = route.split(" ")
            client.request(method, re.sub(r"\{[^}]*\}", NOBODYS_ID, path), content=_body(method))

        list(pool.map(call, routes))


def _body(method: str) -> bytes | None:
    return b"{}" if method in {"POST", "PUT", "PATCH"} else None
