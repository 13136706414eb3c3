"""A client that calls the operations' handlers in this process, as HTTP API would."""

import base64
import copy
import gzip
import json
import re
import uuid
from http import HTTPStatus
from importlib import import_module
from types import SimpleNamespace
from urllib.parse import quote, unquote, urlencode

import openapi


def _pattern(path):
    """What a path of a route matches; a parameter ``{name+}`` holds slashes too."""
    return re.compile(re.sub(r"\\{(\w+)(\\\+)?\\}", _part, re.escape(path)), re.DOTALL)


def _part(parameter):
    name, greedy = parameter.groups()
    return f"(?P<{name}>{'.+' if greedy else '[^/]+'})"


_ROUTES = [
    (o.method, _pattern(o.path), o.name)
    for o in sorted(openapi.operations(), key=lambda o: o.path.count("{"))
]

SAID = (
    *("kind", "date", "amount_paise", "category", "tags", "description"),
    *("of", "reference", "by"),
)
"""What a person says of an expense, besides its id; the last three are not in every one."""


class Answer:
    """What an operation answered."""

    def __init__(self, raw: dict):
        self.status = raw["statusCode"]
        self.headers = raw["headers"]
        body = raw.get("body", "")
        self.bytes = base64.b64decode(body) if raw.get("isBase64Encoded") else body.encode()
        if self.status >= HTTPStatus.BAD_REQUEST:
            self._says_what_went_wrong()

    def _says_what_went_wrong(self):
        """Every problem is told in words, whichever test meets it."""
        errors = self.json.get("errors", [])
        told = [self.json["detail"], *(error["message"] for error in errors)]
        assert all(isinstance(text, str) and text and "None" not in text for text in told), told

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
        self.ledger = None

    @property
    def id(self):
        return self.claims["sub"]

    def within(self, ledger):
        """The same person, at work in a shared ledger."""
        other = copy.copy(self)
        other.ledger = ledger if isinstance(ledger, str) else ledger["id"]
        return other

    def call(self, method, path, *, body=None, raw=None, query=None, headers=None, raw_query=None):
        name, path_parameters = route_of(method, path)
        if self.ledger and raw_query is None:
            query = {**(query or {}), "ledger": self.ledger}
        elif self.ledger:
            raw_query = f"{raw_query}&ledger={self.ledger}".removeprefix("&")
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
        body = {name: stored[name] for name in SAID if name in stored} | changes
        headers = {"if-match": etag(stored)}
        return self.call("PUT", f"/api/expenses/{stored['id']}", body=body, headers=headers)

    def get(self, expense_id):
        return self.call("GET", f"/api/expenses/{expense_id}")

    def delete(self, expense_id, **headers):
        return self.call("DELETE", f"/api/expenses/{expense_id}", headers=headers)

    def add_many(self, expenses):
        return self.call("POST", "/api/expenses/batch", body={"expenses": expenses})

    def change_many(self, expenses, **change):
        rows = [{"id": stored["id"], "version": stored["version"]} for stored in expenses]
        body = {"expenses": rows, "change": change}
        return self.call("PATCH", "/api/expenses", body=body)

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

    def deleted(self, **query):
        return self.call("GET", "/api/expenses/deleted", query=query)

    def summary(self, **query):
        return self.call("GET", "/api/summary", query=query)

    def categories(self):
        return self.call("GET", "/api/categories").json["items"]

    def add_category(self, **content):
        return self.call("POST", "/api/categories", body=content)

    def edit_category(self, category_id, **content):
        return self.call("PUT", f"/api/categories/{category_id}", body=content)

    def budget(self, category, month, amount_paise):
        body = {"month": month, "amount_paise": amount_paise}
        return self.call("PUT", f"/api/budgets/{category}", body=body)

    def budgets(self, month, **query):
        """The amounts that hold in a month, by category."""
        items = self.call("GET", "/api/budgets", query={"month": month, **query}).json["items"]
        return {item["category"]: item["amount_paise"] for item in items}

    def share(self, name="Home", member_name=None, **content):
        """Make a shared ledger."""
        body = {"name": name, "member_name": member_name or self.id.title(), **content}
        return self.call("POST", "/api/ledgers", body=body)

    def ledgers(self):
        return self.call("GET", "/api/ledgers").json["items"]

    def edit_ledger(self, ledger, **changes):
        body = {name: ledger[name] for name in ("name", "split")} | changes
        headers = {"if-match": etag(ledger)}
        return self.call("PUT", f"/api/ledgers/{ledger['id']}", body=body, headers=headers)

    def invite(self, ledger, role="member"):
        return self.call("POST", f"/api/ledgers/{ledger['id']}/invitations", body={"role": role})

    def invitations(self, ledger):
        return self.call("GET", f"/api/ledgers/{ledger['id']}/invitations")

    def look(self, token):
        return self.call("POST", "/api/invitations/look", body={"token": token})

    def accept(self, token, name=None):
        body = {"token": token, "name": name or self.id.title()}
        return self.call("POST", "/api/invitations/accept", body=body)

    def members(self, ledger):
        return self.call("GET", f"/api/ledgers/{ledger['id']}/members")

    def edit_member(self, ledger, person, **changes):
        path = f"/api/ledgers/{ledger['id']}/members/{person.id}"
        return self.call("PUT", path, body=changes)

    def remove(self, ledger, person):
        """Remove a member; oneself to leave."""
        return self.call("DELETE", f"/api/ledgers/{ledger['id']}/members/{person.id}")

    def revision(self, ledger, known=None):
        headers = {"if-none-match": known} if known else {}
        return self.call("GET", f"/api/ledgers/{ledger['id']}/revision", headers=headers)

    def let_in(self, ledger, person, role="member"):
        """Invite somebody, who accepts."""
        answer = person.accept(self.invite(ledger, role).json["token"])
        assert answer.status == 201, answer.bytes
        return answer.json

    def settings(self):
        return self.call("GET", "/api/settings").json

    def change_settings(self, **changes):
        return self.call("PUT", "/api/settings", body=changes)

    def transfer(self, expenses, to, **said):
        """Move expenses to another ledger, or to one's own (None)."""
        rows = [{"id": stored["id"], "version": stored["version"]} for stored in expenses]
        body = {"to": to and to["id"], "expenses": rows, **said}
        return self.call("POST", "/api/expenses/transfer", body=body)

    def recur(self, **content):
        return self.call("POST", "/api/recurring", body=recurring(**content))

    def edit_rule(self, stored, **changes):
        body = {name: stored[name] for name in SAID_OF_RULES if name in stored} | changes
        headers = {"if-match": etag(stored)}
        return self.call("PUT", f"/api/recurring/{stored['id']}", body=body, headers=headers)

    def rule(self, rule_id):
        return self.call("GET", f"/api/recurring/{rule_id}")

    def rules(self):
        return self.call("GET", "/api/recurring").json["items"]

    def delete_rule(self, rule_id, **headers):
        return self.call("DELETE", f"/api/recurring/{rule_id}", headers=headers)

    def confirm(self, rule_id, date, amount_paise):
        body = {"date": date, "amount_paise": amount_paise}
        return self.call("POST", f"/api/recurring/{rule_id}/confirm", body=body)

    def upcoming(self, **query):
        return self.call("GET", "/api/upcoming", query=query)

    def make_calendar_link(self):
        return self.call("POST", "/api/calendar")

    def calendar_link(self):
        return self.call("GET", "/api/calendar")

    def revoke_calendar_link(self):
        return self.call("DELETE", "/api/calendar")

    def delete_category(self, category_id, **query):
        return self.call("DELETE", f"/api/categories/{category_id}", query=query)

    def teach(self, payee, **content):
        return self.call("PUT", payee_path(payee), body=content)

    def payees(self):
        return self.call("GET", "/api/payees").json["items"]

    def forget(self, payee):
        return self.call("DELETE", payee_path(payee))


def expense(**content) -> dict:
    """The body of an expense, where a test doesn't say otherwise."""
    return {"date": "2026-07-15", "amount_paise": 12_000, "category": "food-dining"} | content


def recurring(**content) -> dict:
    """The body of a recurring rule, where a test doesn't say otherwise: rent from November on."""
    rent = {"amount_paise": 25_000_00, "category": "rent", "description": "Rent"}
    return rent | {"frequency": "monthly", "start": "2026-11-01"} | content


SAID_OF_RULES = (
    *("description", "amount_paise", "category", "tags", "paused", "frequency", "every", "day"),
    *("weekday", "nth", "start", "end", "count", "first_number", "skipped"),
)


def etag(stored) -> str:
    """The ETag of an expense that an answer held: its version and its time of recording."""
    return f'"{stored["version"]}-{"".join(filter(str.isdigit, stored["created_at"]))}"'


def payee_path(payee):
    return f"/api/payees/{quote(payee, safe='')}"


def filled(path, text):
    """A route's path with a text in the place of each of its parameters."""
    return re.sub(r"\{\w+\+?\}", text, path)


def route_of(method, path):
    """The operation that a request leads to, and the parameters of its path, as HTTP API has them.

    HTTP API decodes a path before it looks for its route; one without parameters comes first.
    """
    decoded = unquote(path.replace("%25", "%2525"))
    for known_method, pattern, name in _ROUTES:
        match = pattern.fullmatch(decoded)
        if known_method == method and match:
            return name, match.groupdict() or None
    raise LookupError(f"{method} {path}")
