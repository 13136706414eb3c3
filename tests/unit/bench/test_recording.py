"""What is noted of requests that pass through the recording client."""

import pytest

from bench.recording import RecordingClient

OWNER = {"PK": {"S": "USER#asha"}}
EXPENSE = OWNER | {
    "SK": {"S": "EXP#1"},
    "by_date": {"S": "2026-07-15#1"},
    "by_category": {"S": "USER#asha#rent"},
}


@pytest.fixture
def client(dynamodb):
    return RecordingClient(dynamodb)


def noted(client, send):
    costs = {}
    with client.cost_of(costs, "it"):
        send()
    return costs["it"]


def transact(client, *actions):
    named = [
        {kind: {"TableName": "expenses", **action[kind]}} for action in actions for kind in action
    ]
    return lambda: client.transact_write_items(TransactItems=named)


def test_a_transaction_doubles_the_tables_share_and_not_the_indexes(client):
    cost = noted(client, transact(client, {"Put": {"Item": EXPENSE}}))
    assert (cost.requests, cost.write, cost.write_if_doubled) == (1, 4, 6)


def test_an_update_is_charged_by_the_whole_item(client, dynamodb):
    cell = OWNER | {"SK": {"S": "SUM#2026-07#rent"}, "note": {"S": "x" * 1100}}
    dynamodb.put_item(TableName="expenses", Item=cell)
    update = {
        "Key": {name: cell[name] for name in ("PK", "SK")},
        "UpdateExpression": "ADD #count :one",
        "ExpressionAttributeNames": {"#count": "count"},
        "ExpressionAttributeValues": {":one": {"N": "1"}},
    }
    assert noted(client, transact(client, {"Update": update})).write == 4


@pytest.mark.parametrize(
    "narrowing",
    [
        {
            "FilterExpression": "#name = :wanted",
            "ExpressionAttributeNames": {"#name": "by_date"},
            "ExpressionAttributeValues": {":wanted": {"S": "nothing"}},
        },
        {"ProjectionExpression": "#name", "ExpressionAttributeNames": {"#name": "by_date"}},
    ],
)
def test_what_a_filter_or_projection_leaves_out_is_charged_too(client, dynamodb, narrowing):
    for number in range(3):
        filler = {"SK": {"S": f"EXP#{number}"}, "note": {"S": "x" * 3000}}
        dynamodb.put_item(TableName="expenses", Item=EXPENSE | filler)
    cost = noted(
        client,
        lambda: client.query(
            TableName="expenses",
            ConsistentRead=True,
            KeyConditionExpression="PK = :owner AND begins_with(SK, :prefix)",
            **narrowing
            | {
                "ExpressionAttributeValues": {
                    ":owner": OWNER["PK"],
                    ":prefix": {"S": "EXP#"},
                    **narrowing.get("ExpressionAttributeValues", {}),
                }
            },
        ),
    )
    assert (cost.read, cost.items) == (3, 3)
