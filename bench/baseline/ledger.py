"""Expenses under their owner's key, and nothing that adds them up.

No indexes, no transactions: writing is as cheap as DynamoDB gets, and every list and total begins
with a query of all that a person ever spent. The item holds just what the API returns. Reads are
strongly consistent, as the app's are: what was added a moment ago is in the totals.
"""

from collections import Counter
from typing import Any

from tracker.expense import Expense
from tracker.repository import keys

TABLE = {
    "KeySchema": [
        {"AttributeName": "PK", "KeyType": "HASH"},
        {"AttributeName": "SK", "KeyType": "RANGE"},
    ],
    "AttributeDefinitions": [
        {"AttributeName": "PK", "AttributeType": "S"},
        {"AttributeName": "SK", "AttributeType": "S"},
    ],
    "BillingMode": "PAY_PER_REQUEST",
}


def to_item(owner: str, expense: Expense) -> dict[str, Any]:
    """Write an expense down."""
    return {
        "PK": {"S": owner},
        "SK": {"S": f"EXP#{expense.id}"},
        "date": {"S": expense.date},
        "amount_paise": {"N": str(expense.amount_paise)},
        "category": {"S": expense.category},
        "tags": {"L": [{"S": tag} for tag in expense.tags]},
        "description": {"S": expense.description},
        "version": {"N": str(expense.version)},
        "created_at": {"S": expense.created_at},
        "updated_at": {"S": expense.updated_at},
    }


class BaselineLedger:
    """One person's expenses.

    Parameters
    ----------
    client : botocore client
        Of DynamoDB.
    """

    def __init__(self, client: Any, table_name: str, user: str) -> None:  # noqa: ANN401 -- botocore makes the class at run time
        self._client = client
        self._table_name = table_name
        self._owner = keys.of_person(user)

    def put(self, expense: Expense) -> None:
        """Add or replace an expense."""
        self._client.put_item(TableName=self._table_name, Item=to_item(self._owner, expense))

    def delete(self, expense: Expense) -> None:
        """Delete an expense."""
        item = to_item(self._owner, expense)
        self._client.delete_item(
            TableName=self._table_name, Key={name: item[name] for name in ("PK", "SK")}
        )

    def newest(self, limit: int) -> list[dict[str, Any]]:
        """List the newest expenses."""
        return sorted(self._everything(), key=lambda item: item["date"]["S"])[: -limit - 1 : -1]

    def totals(self, first: str, last: str) -> Counter[tuple[str, str]]:
        """Add up a range of days by day and category."""
        totals: Counter[tuple[str, str]] = Counter()
        for item in self._everything():
            day = item["date"]["S"]
            if first <= day <= last:
                totals[day, item["category"]["S"]] += int(item["amount_paise"]["N"])
        return totals

    def _everything(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        request: dict[str, Any] = {
            "TableName": self._table_name,
            "ConsistentRead": True,
            "KeyConditionExpression": "PK = :owner",
            "ExpressionAttributeValues": {":owner": {"S": self._owner}},
        }
        while True:
            answer = self._client.query(**request)
            found += answer["Items"]
            if "LastEvaluatedKey" not in answer:
                return found
            request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]
