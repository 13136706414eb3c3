"""The emulator's queries by key ranges answer what going through everything answers."""

import random
import socket

import pytest

from local import emulator
from local.settings import Settings

TABLE = "ranges"
PEOPLE = ("USER#a", "USER#b")
DATES = [f"2026-{month:02}-{day:02}" for month in (1, 2) for day in (1, 2, 3, 28)]


@pytest.fixture(scope="module")
def dynamodb(tmp_path_factory):
    folder = tmp_path_factory.mktemp("emulator")
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
    settings = Settings(folder=folder, port=1, emulator_port=port)
    emulator.install(settings)
    emulator.start(settings, "pytest")
    client = emulator.client("dynamodb", settings.emulator_url)
    strings = ("PK", "SK", "by_date")
    client.create_table(
        TableName=TABLE,
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n in strings],
        KeySchema=schema("SK"),
        LocalSecondaryIndexes=[
            {
                "IndexName": "by-date",
                "KeySchema": schema("by_date"),
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    yield client
    emulator.process(settings).stop(10)


def schema(sort):
    return [
        {"AttributeName": "PK", "KeyType": "HASH"},
        {"AttributeName": sort, "KeyType": "RANGE"},
    ]


@pytest.fixture
def held(dynamodb):
    """What the table should hold after some hundred changes, queries in between."""
    chance = random.Random(5)  # noqa: S311 -- the same changes each time
    held = {}
    for number in range(300):
        key = (chance.choice(PEOPLE), f"EXP#{chance.randrange(60):02}")
        item = {"PK": {"S": key[0]}, "SK": {"S": key[1]}, "number": {"N": str(number)}}
        match chance.randrange(4):
            case 0:
                held.pop(key, None)
                dynamodb.delete_item(TableName=TABLE, Key={"PK": item["PK"], "SK": item["SK"]})
                continue
            case 1:  # in no index
                dynamodb.put_item(TableName=TABLE, Item=item)
            case 2:
                item["by_date"] = {"S": chance.choice(DATES)}
                dynamodb.transact_write_items(
                    TransactItems=[{"Put": {"TableName": TABLE, "Item": item}}]
                )
            case 3:
                item["by_date"] = {"S": chance.choice(DATES)}
                dynamodb.update_item(
                    TableName=TABLE,
                    Key={"PK": item["PK"], "SK": item["SK"]},
                    UpdateExpression="SET by_date = :date, #n = :number",
                    ExpressionAttributeNames={"#n": "number"},
                    ExpressionAttributeValues={":date": item["by_date"], ":number": item["number"]},
                )
        held[key] = item
        if number % 20 == 0:
            read(dynamodb, key[0], sort="by_date", first=DATES[0], last=DATES[-1])
    yield held
    for pk, sk in held:
        dynamodb.delete_item(TableName=TABLE, Key={"PK": {"S": pk}, "SK": {"S": sk}})


def read(dynamodb, person, *, sort, first=None, last=None, prefix=None, forward=True, limit=None):
    """Read all pages of a range; check that each but the last is full."""
    condition, values = "PK = :owner", {":owner": {"S": person}}
    if prefix is not None:
        condition += f" AND begins_with({sort}, :prefix)"
        values[":prefix"] = {"S": prefix}
    elif first is not None:
        condition += f" AND {sort} BETWEEN :first AND :last"
        values |= {":first": {"S": first}, ":last": {"S": last}}
    asked = {
        "TableName": TABLE,
        "KeyConditionExpression": condition,
        "ExpressionAttributeValues": values,
        "ScanIndexForward": forward,
    }
    if sort == "by_date":
        asked["IndexName"] = "by-date"
    if limit:
        asked["Limit"] = limit
    found, after = [], {}
    while True:
        page = dynamodb.query(**asked, **after)
        found += page["Items"]
        if "LastEvaluatedKey" not in page:
            return found
        assert len(page["Items"]) == limit
        after = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


def expected(held, person, sort, belongs, *, forward):
    inside = [
        item
        for (pk, _), item in held.items()
        if pk == person and sort in item and belongs(item[sort]["S"])
    ]
    return sorted(inside, key=lambda item: (item[sort]["S"], item["SK"]["S"]), reverse=not forward)


@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize("limit", [None, 1, 7])
def test_ranges_prefixes_and_wholes_hold_what_was_written(dynamodb, held, forward, limit):
    way = {"forward": forward, "limit": limit}
    for person in (*PEOPLE, "USER#nobody"):
        for first, last in (
            (DATES[1], DATES[5]),
            (DATES[0], DATES[0]),
            ("2025", "2027"),
            ("3", "4"),
        ):
            wanted = [date for date in DATES if first <= date <= last]
            found = read(dynamodb, person, sort="by_date", first=first, last=last, **way)
            assert found == expected(held, person, "by_date", wanted.__contains__, forward=forward)
        for prefix in ("EXP#", "EXP#1", "EXP#59", "CAT#"):
            wanted = [sk for _, sk in held if sk.startswith(prefix)]
            found = read(dynamodb, person, sort="SK", prefix=prefix, **way)
            assert found == expected(held, person, "SK", wanted.__contains__, forward=forward)
        found = read(dynamodb, person, sort="SK", **way)
        assert found == expected(held, person, "SK", bool, forward=forward)


def test_other_conditions_are_answered_as_well(dynamodb, held):
    found = dynamodb.query(
        TableName=TABLE,
        KeyConditionExpression="PK = :owner AND SK > :after",
        ExpressionAttributeValues={":owner": {"S": PEOPLE[0]}, ":after": {"S": "EXP#30"}},
    )

    assert found["Items"] == expected(
        held, PEOPLE[0], "SK", lambda key: key > "EXP#30", forward=True
    )


def test_a_key_that_no_page_ended_with_is_refused(dynamodb):
    with pytest.raises(dynamodb.exceptions.ClientError, match="starting key"):
        dynamodb.query(
            TableName=TABLE,
            KeyConditionExpression="PK = :owner",
            ExpressionAttributeValues={":owner": {"S": PEOPLE[0]}},
            ExclusiveStartKey={"PK": {"S": PEOPLE[0]}},
        )
