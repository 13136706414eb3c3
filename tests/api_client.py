"""A client that calls the operations' handlers in this process, as HTTP API would."""

import base64
import gzip
import json
import uuid
from importlib import import_module
from types import SimpleNamespace
from urllib.parse import urlencode

import openapi

_ROUTES = {(o.method, tuple(o.path.split("/"))): o.name for o in openapi.operations()}


class Answer:
    """What an operation answered."""

    def __init__(self, raw: dict):
        self.status = raw["statusCode"]
        self.headers = raw["headers"]
        body = raw.get("body", "")
        self.bytes = base64.b64decode(body) if raw.get("isBase64Encoded") else body.encode()

    @property
    def json(self):
        if self.headers.get("Content-Encoding") == "gzip":
            return json.loads(gzip.decompress(self.bytes))
        return json.loads(self.bytes)

    @property
    def wrong_fields(self) -> list[str]:
        """The names of the fields that a problem complains of."""
        return [error["field"] for error in self.json.get("errors", [])]


class ApiClient:
    """One person's access to the API."""

    def __init__(self, user: str, *, token_use: str = "access", seconds: float = 10):
        self.claims = {"sub": user, "token_use": token_use}
        self.seconds = seconds

    def call(self, method, path, *, body=None, raw=None, query=None, headers=None, raw_query=None):
        name, path_parameters = route_of(method, path)
        sent = {"content-type": "application/json", **(headers or {})}
        event = {
            "version": "2.0",
            "routeKey": f"{method} {path}",
            "rawPath": path,
            "rawQueryString": raw_query if raw_query is not None else urlencode(query or {}),
            "headers": {name: value for name, value in sent.items() if value is not None},
            "requestContext": {
                "requestId": str(uuid.uuid4()),
                "authorizer": {"jwt": {"claims": self.claims, "scopes": None}},
            },
            "pathParameters": path_parameters,
            "isBase64Encoded": isinstance(raw, bytes),
        }
        if isinstance(raw, bytes):
            event["body"] = base64.b64encode(raw).decode()
        elif raw is not None or body is not None:
            event["body"] = raw if raw is not None else json.dumps(body)
        context = SimpleNamespace(get_remaining_time_in_millis=lambda: self.seconds * 1000)
        return Answer(import_module(f"handlers.{name}").handler(event, context))

    def add(self, **content):
        return self.call("POST", "/api/expenses", body=expense(**content))

    def edit(self, stored, **changes):
        kept = ("date", "amount_paise", "category", "tags", "description")
        body = {name: stored[name] for name in kept} | changes
        headers = {"if-match": etag(stored)}
        return self.call("PUT", f"/api/expenses/{stored['id']}", body=body, headers=headers)

    def get(self, expense_id):
        return self.call("GET", f"/api/expenses/{expense_id}")

    def delete(self, expense_id, **headers):
        return self.call("DELETE", f"/api/expenses/{expense_id}", headers=headers)

    def add_many(self, expenses):
        return self.call("POST", "/api/expenses/batch", body={"expenses": expenses})

    def list(self, **query):
        return self.call("GET", "/api/expenses", query=query)

    def list_all(self, **query):
        """All items of all pages."""
        items = []
        while True:
            page = self.list(**query).json
            items += page["items"]
            if page["next_cursor"] is None:
                return items
            query["cursor"] = page["next_cursor"]

    def summary(self, **query):
        return self.call("GET", "/api/summary", query=query)

    def categories(self):
        return self.call("GET", "/api/categories").json["items"]

    def add_category(self, **content):
        return self.call("POST", "/api/categories", body=content)

    def edit_category(self, category_id, **content):
        return self.call("PUT", f"/api/categories/{category_id}", body=content)

    def delete_category(self, category_id):
        return self.call("DELETE", f"/api/categories/{category_id}")


def expense(**content) -> dict:
    """The body of an expense, where a test doesn't say otherwise."""
    return {"date": "2026-07-15", "amount_paise": 12_000, "category": "food-dining"} | content


def etag(stored) -> str:
    """The ETag of an expense that an answer held: its version and its time of recording."""
    return f'"{stored["version"]}-{"".join(filter(str.isdigit, stored["created_at"]))}"'


def route_of(method, path):
    parts = path.split("/")
    for (known_method, known), name in _ROUTES.items():
        pairs = list(zip(known, parts, strict=False))
        if (
            known_method == method
            and len(known) == len(parts)
            and all(k in ("{id}", p) for k, p in pairs)
            and not ("{id}" in known and (method, tuple(parts)) in _ROUTES)
        ):
            return name, ({"id": parts[-1]} if "{id}" in known else None)
    raise LookupError(f"{method} {path}")
