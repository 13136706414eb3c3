"""What the operations ask of AWS, in the terms in which IAM allows it."""

from collections import defaultdict
from contextlib import contextmanager

from botocore.client import BaseClient

from tests.api_client import ApiClient, route_of

# "Actions, resources, and condition keys for DynamoDB", Service Authorization Reference: a
# transaction needs the permission of each action inside it, and none of its own.
ACTIONS_IN_TRANSACTIONS = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
    "Get": "GetItem",
}

DUE_INDEX = "due"
"""What is due crosses ledgers, and is asked for by the daily job alone."""


class AwsCalls:
    """Permissions that were used, by operation, and partitions that were asked for.

    A permission is a pair of an action and a resource, which is a table's name or
    ``<table>/index/<index>``.
    """

    def __init__(self, monkeypatch):
        self.used: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.partitions: set[str] = set()
        self.operation: str | None = None
        send = BaseClient._make_api_call

        def record_and_send(client, name, parameters):
            if self.operation:
                service = client.meta.service_model.service_name
                self.used[self.operation] |= set(permissions(service, name, parameters))
                if parameters.get("IndexName") != DUE_INDEX:
                    self.partitions |= set(partitions(name, parameters))
            return send(client, name, parameters)

        monkeypatch.setattr(BaseClient, "_make_api_call", record_and_send)

    @contextmanager
    def of(self, operation: str):
        """Note what is asked meanwhile as what an operation, or a job, does."""
        before, self.operation = self.operation, operation
        try:
            yield
        finally:
            self.operation = before


class RecordedClient(ApiClient):
    """A person, the permissions of whose requests are noted."""

    def __init__(self, user: str, calls: AwsCalls):
        super().__init__(user)
        self._calls = calls

    def call(self, method, path, **request):
        operation, _ = route_of(method, path)
        with self._calls.of(operation):
            return super().call(method, path, **request)


def permissions(service: str, name: str, parameters: dict):
    """Yield the permissions that one call of AWS needs."""
    if name == "TransactWriteItems":
        for action in parameters["TransactItems"]:
            ((kind, what),) = action.items()
            yield f"{service}:{ACTIONS_IN_TRANSACTIONS[kind]}", what["TableName"]
    elif name in ("BatchGetItem", "BatchWriteItem"):
        for table in parameters["RequestItems"]:
            yield f"{service}:{name}", table
    elif "IndexName" in parameters:
        yield f"{service}:{name}", f"{parameters['TableName']}/index/{parameters['IndexName']}"
    else:
        yield f"{service}:{name}", parameters["TableName"]


def partitions(name: str, parameters: dict):
    """Yield the partition key of everything that one call asks for; fail where it names none."""
    if name == "TransactWriteItems":
        actions = [what for action in parameters["TransactItems"] for what in action.values()]
    elif name == "BatchGetItem":
        tables = parameters["RequestItems"].values()
        actions = [{"Key": key} for asked in tables for key in asked["Keys"]]
    elif name == "BatchWriteItem":
        tables = parameters["RequestItems"].values()
        actions = [change["DeleteRequest"] for changes in tables for change in changes]
    else:
        actions = [parameters]
    for action in actions:
        if action.get("IndexName") == "by-member":
            assert action["KeyConditionExpression"] == "#member = :member"
            yield action["ExpressionAttributeValues"][":member"]["S"]
        elif name == "Query":
            assert action["KeyConditionExpression"].startswith("PK = :owner")
            yield action["ExpressionAttributeValues"][":owner"]["S"]
        else:
            yield (action.get("Key") or action["Item"])["PK"]["S"]
