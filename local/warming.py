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
NOBODYS_ID = "00000000-0000-7000-8000-000000000000"


def warm(outputs: Outputs, token: str) -> None:
    """Call every route once, in a way that changes nothing: ids of nothing, bodies of nothing."""
    gateway = outputs.client("apigatewayv2")
    apis = gateway.get_apis()["Items"]
    routes = [
        route["RouteKey"].split(" ")
        for api in apis
        for route in gateway.get_routes(ApiId=api["ApiId"])["Items"]
    ]
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with (
        httpx.Client(base_url=outputs.app_url, headers=headers, timeout=60) as client,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):

        def call(route: list[str]) -> None:
            method, path = route
            client.request(method, re.sub(r"\{[^}]*\}", NOBODYS_ID, path), content=_body(method))

        list(pool.map(call, routes))


def _body(method: str) -> bytes | None:
    return b"{}" if method in {"POST", "PUT", "PATCH"} else None
