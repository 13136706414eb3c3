"""The API of the running stack, as a client on the network has it."""

import json
from urllib.parse import urlencode

import httpx

from tests.api_client import ApiClient

from .openapi import check_documented


class DeployedApi(ApiClient):
    """One person's access, through the address that browsers use.

    Every answer is held to the OpenAPI document on the way.

    Parameters
    ----------
    http
        A client whose base is the app's address.
    token
        An access token; None: signed in as nobody.
    """

    def __init__(self, http: httpx.Client, token: str | None):
        self.http = http
        self.token = token

    def call(self, method, path, *, body=None, raw=None, query=None, headers=None, raw_query=None):
        sent = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if self.token is not None:
            sent["Authorization"] = f"Bearer {self.token}"
        sent = {name.title(): value for name, value in (sent | (headers or {})).items()}
        content = raw if raw is not None or body is None else json.dumps(body)
        query_text = raw_query if raw_query is not None else urlencode(query or {})
        response = self.http.request(
            method,
            f"{path}?{query_text}" if query_text else path,
            content=content,
            headers={name: value for name, value in sent.items() if value is not None},
        )
        answer = DeployedAnswer(response)
        check_documented(method, path, answer)
        return answer


class DeployedAnswer:
    """What came back; used as `tests.api_client.Answer` is."""

    def __init__(self, response: httpx.Response):
        self.status = response.status_code
        self.headers = response.headers
        self.bytes = response.content

    @property
    def json(self):
        return json.loads(self.bytes)

    @property
    def wrong_fields(self):
        return [error["field"] for error in self.json.get("errors", [])]
