"""The table's keys and indexes, for engines that make it without CloudFormation.

`tests/snapshot/test_data_stack.py` holds this to what the Data stack declares.
"""


def _index(name: str, hash_key: str, range_key: str) -> dict:
    return {
        "IndexName": name,
        "KeySchema": _keys(hash_key, range_key),
        "Projection": {"ProjectionType": "ALL"},
    }


def _keys(hash_key: str, range_key: str) -> list[dict]:
    return [
        {"AttributeName": hash_key, "KeyType": "HASH"},
        {"AttributeName": range_key, "KeyType": "RANGE"},
    ]


TABLE = {
    "KeySchema": _keys("PK", "SK"),
    "LocalSecondaryIndexes": [
        _index("by-date", "PK", "by_date"),
        _index("by-category", "PK", "by_category"),
    ],
    "GlobalSecondaryIndexes": [
        _index("due", "due", "due_order"),
        _index("by-member", "member", "member_ledger"),
    ],
    "AttributeDefinitions": [
        {"AttributeName": name, "AttributeType": "S"}
        for name in (
            *("PK", "SK", "by_date", "by_category"),
            *("due", "due_order", "member", "member_ledger"),
        )
    ],
    "BillingMode": "PAY_PER_REQUEST",
}
