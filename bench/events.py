"""Events as HTTP API sends them to Lambda (payload format 2.0)."""

import json
from typing import Any
from urllib.parse import urlencode


def event(
    operation: str,
    *,
    user: str,
    path_id: str | None = None,
    query: dict[str, str] | None = None,
    body: object = None,
    headers: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Make the event of one request by a person who is signed in."""
    made: dict[str, Any] = {
        "version": "2.0",
        "routeKey": operation,
        "rawPath": f"/api/{operation}",
        "rawQueryString": urlencode(query or {}),
        "headers": {
            "accept-encoding": "gzip, deflate, br",
            "content-type": "application/json",
            **(headers or {}),
        },
        "requestContext": {
            "requestId": "bench",
            "authorizer": {"jwt": {"claims": {"sub": user, "token_use": "access"}, "scopes": None}},
        },
        "isBase64Encoded": False,
    }
    if path_id is not None:
        made["pathParameters"] = {"id": path_id}
    if body is not None:
        made["body"] = json.dumps(body)
    return made
