"""Sixteen clients of one person at once, over HTTP: nothing is lost, nothing done twice.

`tests/integration/engine/test_concurrency.py` has the many ways in which they can meet; this holds
the deployed whole to the same.
"""

import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from .client import DeployedApi
from .conftest import PATIENCE

CLIENTS = 16
ID = "01890000-0000-7000-8000-000000000001"


@pytest.fixture(scope="module")
def at_once(stack):
    """Let sixteen clients, each with connections of its own, do something as the same person."""
    with ThreadPoolExecutor(CLIENTS) as pool:

        def at_once(person, act):
            def run(number):
                with httpx.Client(base_url=stack.app_url, timeout=PATIENCE) as http:
                    return act(DeployedApi(http, person.token), number)

            return list(pool.map(run, range(CLIENTS)))

        yield at_once


def own_id(client, number):
    return str(uuid.UUID(int=0x01890000_0000_7000_8000_000000000000 + client * 1000 + number))


def until_done(send):
    """Send until the API isn't busy, as its clients do."""
    for _ in range(20):
        answer = send()
        if answer.status != 503:
            break
    return answer


def test_every_acknowledged_write_is_there_once_and_totals_are_exact(asha, at_once):
    def use(api, client):
        """Add three expenses of the same month and category; edit one of them, delete another."""
        kept, edited, deleted = (
            until_done(lambda n=n: api.add(id=own_id(client, n), amount_paise=100 + n))
            for n in range(3)
        )
        assert {kept.status, edited.status, deleted.status} <= {200, 201}
        revised = until_done(lambda: api.edit(edited.json, amount_paise=7, date="2026-07-20"))
        gone = until_done(lambda: api.delete(own_id(client, 2)))
        assert (revised.status, gone.status) == (200, 204)
        return {kept.json["id"]: 100, edited.json["id"]: 7}

    parts = at_once(asha, use)
    expected = {expense_id: paise for part in parts for expense_id, paise in part.items()}
    stored = {item["id"]: item["amount_paise"] for item in asha.list_all(limit=20)}
    assert stored == expected
    assert asha.summary(group_by="day,category").json["groups"] == [
        {
            "day": "2026-07-15",
            "category": "food-dining",
            "total_paise": 100 * CLIENTS,
            "count": CLIENTS,
        },
        {
            "day": "2026-07-20",
            "category": "food-dining",
            "total_paise": 7 * CLIENTS,
            "count": CLIENTS,
        },
    ]


def test_of_simultaneous_adds_of_one_expense_one_records_it(asha, at_once):
    answers = at_once(asha, lambda api, _: api.add(id=ID))
    assert Counter(answer.status for answer in answers) == {201: 1, 200: CLIENTS - 1}
    assert len({answer.bytes for answer in answers}) == 1
    assert asha.summary().json["count"] == 1


def test_of_simultaneous_edits_of_one_version_exactly_one_wins(asha, at_once):
    stored = asha.add(id=ID).json
    answers = at_once(asha, lambda api, client: api.edit(stored, amount_paise=client + 1))
    assert Counter(answer.status for answer in answers) == {200: 1, 412: CLIENTS - 1}
    (winner,) = [answer.json for answer in answers if answer.status == 200]
    assert asha.get(ID).json == winner
    assert asha.summary().json["total_paise"] == winner["amount_paise"]
