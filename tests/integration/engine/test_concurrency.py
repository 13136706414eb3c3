"""Sixteen clients of one person at once: nothing is lost, nothing done twice.

What each client does is fixed; in which order the sixteen get to do it is not, and need not be.
"""

import random
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

import pytest

from tests.api_client import etag, expense

from .faults import FAULTS, Clock, FaultyClient

CLIENTS = 16
ID = "01890000-0000-7000-8000-000000000001"


def at_once(*acts):
    """Begin all acts at the same moment; return what each returned."""
    ready = Barrier(len(acts), timeout=60)

    def begin(act):
        ready.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [begun.result(timeout=120) for begun in [pool.submit(begin, act) for act in acts]]


def statuses(answers):
    return Counter(answer.status for answer in answers)


def own_id(client, number):
    return str(uuid.UUID(int=0x01890000_0000_7000_8000_000000000000 + client * 1000 + number))


def busy_client(person, client, category):
    """Add, edit and delete a few expenses of one month; return those that must be left."""
    left = {}
    for number in range(6):
        content = expense(
            id=own_id(client, number), date=f"2026-07-{number + 1:02}", category=category
        )
        stored = _until_done(lambda content=content: person.add(**content), {200, 201}).json
        if number % 3 == 1:
            stored = _until_done(
                lambda stored=stored: person.edit(stored, amount_paise=7, date="2026-07-20"), {200}
            ).json
        if number % 3 == 2:
            _until_done(lambda stored=stored: person.delete(stored["id"]), {204})
        else:
            left[stored["id"]] = stored["amount_paise"]
    return left


def _until_done(send, done):
    answer = send()
    for _ in range(20):
        if answer.status != 503:
            break
        answer = send()
    assert answer.status in done
    return answer


@pytest.mark.parametrize("own", [False, True], ids=["builtin_category", "own_category"])
def test_every_acknowledged_write_is_there_once_and_totals_are_exact(asha, books, own):
    category = asha.add_category(name="Puja").json["id"] if own else "groceries"
    left = at_once(
        *(lambda client=client: busy_client(asha, client, category) for client in range(CLIENTS))
    )
    expected = {expense_id: paise for part in left for expense_id, paise in part.items()}
    stored = books.check(asha)
    assert {expense_id: one["amount_paise"] for expense_id, one in stored.items()} == expected
    summary = asha.summary(**{"from": "2026-07-01", "to": "2026-07-31"}).json
    assert (summary["count"], summary["total_paise"]) == (len(expected), sum(expected.values()))
    assert {item["id"] for item in asha.list_all(limit=10)} == set(expected)


def test_the_same_holds_while_every_fourth_call_goes_wrong(asha, books, client, operations_use):
    category = asha.add_category(name="Puja").json["id"]
    operations_use(RandomlyFaultyClient(client, seed=1))
    left = at_once(
        *(lambda client=client: busy_client(asha, client, category) for client in range(8))
    )
    operations_use(client)
    expected = {expense_id: paise for part in left for expense_id, paise in part.items()}
    stored = books.check(asha)
    assert {expense_id: one["amount_paise"] for expense_id, one in stored.items()} == expected


def test_of_simultaneous_adds_of_one_expense_one_records_it(asha, books):
    answers = at_once(*[lambda: asha.add(id=ID)] * CLIENTS)
    assert statuses(answers) == {201: 1, 200: CLIENTS - 1}
    assert all(answer.json == answers[0].json for answer in answers)
    assert len(books.check(asha)) == 1


def test_of_simultaneous_adds_of_one_id_the_first_wins_and_the_others_conflict(asha, books):
    answers = at_once(
        *(lambda paise=paise: asha.add(id=ID, amount_paise=paise) for paise in range(1, 17))
    )
    assert statuses(answers) == {201: 1, 409: CLIENTS - 1}
    (winner,) = [answer.json for answer in answers if answer.status == 201]
    assert books.check(asha)[ID]["amount_paise"] == winner["amount_paise"]


def test_of_simultaneous_adds_of_one_payment_exactly_one_records_it(asha, books):
    answers = at_once(
        *(
            lambda number=number: asha.add(
                id=own_id(number, 0), reference="432198765012", description=f"From file {number}"
            )
            for number in range(CLIENTS)
        )
    )
    assert statuses(answers) == {201: 1, 409: CLIENTS - 1}
    (winner,) = [answer.json["id"] for answer in answers if answer.status == 201]
    assert {answer.json.get("expense") for answer in answers} == {None, winner}
    assert set(books.check(asha)) == {winner}


def test_simultaneous_imports_of_the_same_payments_record_each_once(asha, books):
    """Ids differ, as two people's do who import the same statement."""
    answers = at_once(
        *(
            lambda client=client: asha.add_many(
                [
                    expense(id=own_id(client, number), reference=f"UTR{number}")
                    for number in range(12)
                ]
            )
            for client in range(4)
        )
    )
    results = [answer.json["results"] for answer in answers]
    for number in range(12):
        row = Counter(result[number]["status"] for result in results)
        assert row == {"created": 1, "duplicate": 3}
    assert len(books.check(asha)) == 12


def test_simultaneous_repetitions_of_a_batch_record_each_expense_once(asha, books):
    rows = [expense(id=own_id(1, number), amount_paise=number + 1) for number in range(20)]
    answers = at_once(*[lambda: asha.add_many(rows)] * 8)
    results = [answer.json["results"] for answer in answers]
    for number in range(20):
        row = Counter(result[number]["status"] for result in results)
        assert row == {"created": 1, "replayed": 7}
    assert len(books.check(asha)) == 20


def test_of_simultaneous_edits_of_one_version_exactly_one_wins(asha, books):
    stored = asha.add(id=ID).json
    answers = at_once(
        *(lambda paise=paise: asha.edit(stored, amount_paise=paise) for paise in range(1, 17))
    )
    assert statuses(answers) == {200: 1, 412: CLIENTS - 1}
    (winner,) = [answer.json for answer in answers if answer.status == 200]
    assert books.check(asha)[ID]["amount_paise"] == winner["amount_paise"]


def test_simultaneous_edits_of_any_version_all_take_their_turn(asha, books):
    asha.add(id=ID)
    path, headers = f"/api/expenses/{ID}", {"if-match": "*"}
    answers = at_once(
        *(
            lambda paise=paise: asha.call(
                "PUT", path, body=expense(amount_paise=paise), headers=headers
            )
            for paise in range(1, 9)
        )
    )
    assert statuses(answers) == {200: 8}
    assert sorted(answer.json["version"] for answer in answers) == list(range(2, 10))
    assert books.check(asha)[ID]["version"] == 9


def test_an_expense_is_deleted_once_or_edited_but_never_both(asha, books):
    stored = asha.add(id=ID).json
    headers = {"if-match": etag(stored)}
    edits = [lambda paise=paise: asha.edit(stored, amount_paise=paise) for paise in range(1, 9)]
    deletes = [lambda: asha.delete(ID, **headers)] * 8
    answers = at_once(*edits, *deletes)
    done = [answer.status for answer in answers if answer.status in {200, 204}]
    assert len(done) == 1
    assert list(books.check(asha)) == ([ID] if done == [200] else [])


def test_a_category_is_deleted_or_takes_on_expenses_but_never_both(asha, books):
    for turn in range(3):
        puja = asha.add_category(name=f"Puja {turn}").json["id"]
        before = len(books.check(asha))
        *added, deleted = at_once(
            *(
                lambda client=client, puja=puja, turn=turn: asha.add(
                    id=own_id(client, turn), category=puja
                )
                for client in range(7)
            ),
            lambda puja=puja: asha.delete_category(puja),
        )
        recorded = statuses(added)[201]
        assert set(statuses(added)) <= {201, 422}
        assert len(books.check(asha)) == before + recorded
        assert deleted.status in {204, 409}
        if deleted.status == 204:
            assert recorded == 0
        else:
            assert recorded == 7


def test_a_category_archived_meanwhile_takes_on_just_what_is_acknowledged(asha, books):
    puja = asha.add_category(name="Puja").json["id"]
    *added, archived = at_once(
        *(
            lambda client=client: asha.add(id=own_id(client, 0), category=puja)
            for client in range(7)
        ),
        lambda: asha.edit_category(puja, archived=True),
    )
    assert archived.status == 200
    assert set(statuses(added)) <= {201, 422}
    assert len(books.check(asha)) == statuses(added)[201]


def test_of_simultaneous_categories_of_one_name_one_is_added(asha, books):
    names = ["Puja", "PUJA", "puja", " Puja "]
    answers = at_once(
        *(lambda number=number: asha.add_category(name=names[number % 4]) for number in range(16))
    )
    assert statuses(answers) == {201: 1, 409: CLIENTS - 1}
    assert sum(category["name"].casefold() == "puja" for category in asha.categories()) == 1
    books.check(asha)


def test_of_simultaneous_renamings_to_one_name_one_is_done(asha, books):
    made = [asha.add_category(name=f"Puja {number}").json["id"] for number in range(8)]
    answers = at_once(*(lambda own=own: asha.edit_category(own, name="Temple") for own in made))
    assert statuses(answers) == {200: 1, 409: 7}
    assert sum(category["name"] == "Temple" for category in asha.categories()) == 1
    books.check(asha)


def test_simultaneous_changes_of_different_fields_of_a_category_are_all_kept(asha, books):
    puja = asha.add_category(name="Puja").json["id"]
    answers = at_once(
        lambda: asha.edit_category(puja, archived=True),
        lambda: asha.edit_category(puja, colour="#123456"),
        lambda: asha.edit_category(puja, name="Temple"),
    )
    assert statuses(answers) == {200: 3}
    (kept,) = [category for category in asha.categories() if category["id"] == puja]
    assert (kept["name"], kept["colour"]) == ("Temple", "#123456")
    assert kept["archived"] is True


@pytest.mark.parametrize("faulty", [False, True], ids=["undisturbed", "faulty"])
def test_writers_at_once_never_write_more_than_a_day_may_hold(  # noqa: PLR0917 -- fixtures
    asha, books, client, operations_use, monkeypatch, faulty
):
    monkeypatch.setenv("MAX_WRITES_PER_DAY", "10")
    stored = [asha.add(id=own_id(0, number)).json for number in range(4)]
    if faulty:
        operations_use(RandomlyFaultyClient(client, seed=3))
    adds = [
        lambda number=number: _until_done(
            lambda: asha.add(id=own_id(1, number), amount_paise=5), {200, 201, 429}
        )
        for number in range(8)
    ]
    edits = [
        lambda one=one: _until_done(lambda: asha.edit(one, description="Other"), {200, 429})
        for one in stored
    ]
    many = [
        expense(id=own_id(2, number), amount_paise=5, date=f"2026-07-{number + 1:02}")
        for number in range(4)
    ]
    *answers, batch = at_once(
        *adds, *edits, lambda: _until_done(lambda: asha.add_many(many), {200})
    )
    operations_use(client)
    kept = books.check(asha)
    written = len(kept) + sum(one["version"] - 1 for one in kept.values())
    assert written == books.written(asha) == 10
    done = [answer for answer in answers if answer.status != 429]
    rows = [row["status"] for row in batch.json["results"]]
    assert len(done) + len(rows) - rows.count("invalid") == 6


class RandomlyFaultyClient:
    """Lets a quarter of the calls go wrong, each in a way drawn anew."""

    def __init__(self, client, seed):
        self._client = client
        self._random = random.Random(seed)  # noqa: S311 -- draws faults, keeps no secret
        self._lock = Lock()

    def __getattr__(self, name):
        with self._lock:
            fault = self._random.choice(list(FAULTS.values()))
            strikes = self._random.random() < 0.25
        return getattr(FaultyClient(self._client, Clock(), fault, lambda _: strikes), name)
