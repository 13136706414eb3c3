"""Mending what counts expenses while people go on writing, two operators at once included."""

import random
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from operations.deployment import deployment_of
from operations.rebuild import rebuild
from tests.api_client import expense
from tests.stack import running_stack, sign_up, sub_of
from tracker.repository import keys

WRITERS = 4
WRITES = 6
DAYS = ("2026-07-15", "2026-07-16")


@pytest.fixture
def token(email):
    return sign_up(email)


@pytest.fixture
def user(email):
    return sub_of(email)


def write(token, category, seed):
    """Add, edit and delete in the same two cells as the other writers."""
    choose = random.Random(seed)  # noqa: S311 -- the same choices each time
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=running_stack().api_url, headers=headers, timeout=60) as client:
        for _ in range(WRITES):
            body = expense(
                date=choose.choice(DAYS),
                amount_paise=choose.randint(1, 3),
                category=choose.choice(["rent", category]),
            )
            added = client.post("/expenses", json=body)
            assert added.status_code == 201
            path, match = f"/expenses/{added.json()['id']}", {"If-Match": added.headers["ETag"]}
            if choose.random() < 0.4:
                edited = client.put(path, json=body | {"amount_paise": 7}, headers=match)
                assert edited.status_code == 200
            elif choose.random() < 0.6:
                assert client.delete(path).status_code == 204


def test_mending_while_people_write_loses_and_doubles_nothing(person, token, user):
    category = person.post("/categories", json={"name": "Pets"}).json()["id"]
    person.post("/expenses", json=expense(category="rent"))
    deployment = deployment_of("dev")
    wrong = {keys.cell("2026-07", "rent"): "total", keys.category(category): "expense_count"}
    with ThreadPoolExecutor(WRITERS + 2) as pool:
        writing = [pool.submit(write, token, category, seed) for seed in range(WRITERS)]
        while not all(writer.done() for writer in writing):
            for sort_key, name in wrong.items():
                deployment.dynamodb.update_item(
                    TableName=deployment.table_name,
                    Key=keys.primary(keys.of_person(user), sort_key),
                    UpdateExpression="ADD #name :much",
                    ExpressionAttributeNames={"#name": name},
                    ExpressionAttributeValues={":much": {"N": "1000"}},
                )
            mending = [pool.submit(mend, deployment, user) for _ in range(2)]
            for operator in mending:
                operator.result(120)
        for writer in writing:
            writer.result(120)
    mend(deployment, user)
    assert mend(deployment, user) == []
    items = person.get("/expenses", params={"limit": 200}).json()["items"]
    summary = person.get("/summary").json()
    assert summary["count"] == len(items)
    assert summary["total_paise"] == sum(item["amount_paise"] for item in items)


def mend(deployment, user):
    return [
        finding.state for finding in rebuild(deployment.table, keys.of_person(user), apply=True)
    ]
