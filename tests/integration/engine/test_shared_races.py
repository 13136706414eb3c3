"""What two people do to one ledger in the same moment is done whole, in one order or the other."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest

from bench.recording import RecordingClient
from tracker.limits import MAX_ATTEMPTS

ROUNDS = 6


def at_once(*requests):
    """Send requests in the same moment; return their answers."""
    barrier = Barrier(len(requests))

    def send(request):
        barrier.wait()
        return request()

    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(send, requests))


@pytest.fixture
def home(asha, ravi):
    ledger = asha.share("Home").json
    asha.let_in(ledger, ravi)
    return ledger


def test_a_write_that_races_with_a_removal_is_before_it_or_not_at_all(asha, ravi, home):
    ours, theirs = asha.within(home), ravi.within(home)
    recorded = 0
    for _ in range(ROUNDS):
        removed, added = at_once(lambda: asha.remove(home, ravi), theirs.add)
        assert removed.status == 204
        assert added.status in (201, 404)
        recorded += added.status == 201
        assert theirs.add().status == 404
        assert ours.summary().json["count"] == len(ours.list_all()) == recorded
        asha.let_in(home, ravi)


def test_an_invitation_that_two_accept_lets_one_in(asha, new_person, home):
    for _ in range(ROUNDS):
        token = asha.invite(home).json["token"]
        people = [new_person(), new_person()]
        answers = at_once(*(partial(it.accept, token) for it in people))
        assert sorted(answer.status for answer in answers) == [201, 404]
        present = [it for it in asha.members(home).json["items"] if it["role"] != "left"]
        assert len(present) == asha.ledgers()[0]["people"]
        (came,) = (it for it, answer in zip(people, answers, strict=True) if answer.status == 201)
        assert asha.remove(home, came).status == 204


def test_one_who_accepts_twice_is_in_once(asha, ravi, new_person):
    ledger = asha.share("Twice").json
    token = asha.invite(ledger).json["token"]
    answers = at_once(*[lambda: ravi.accept(token)] * 2)
    assert sorted(answer.status for answer in answers) == [200, 201]
    assert asha.ledgers()[0]["people"] == 2


def test_of_tokens_tried_at_once_no_more_are_looked_for_than_may_be(asha, new_person, home):
    token = asha.invite(home).json["token"]
    for _ in range(2):
        guesser = new_person()
        guesses = [partial(guesser.look, f"{'a' * 50}{n:04}") for n in range(MAX_ATTEMPTS + 6)]
        statuses = sorted(answer.status for answer in at_once(*guesses))
        assert statuses == [404] * MAX_ATTEMPTS + [429] * 6
        assert guesser.accept(token).status == 429


def test_two_owners_who_leave_at_once_leave_one(asha, ravi, home):
    for _ in range(ROUNDS):
        asha.edit_member(home, ravi, role="owner")
        answers = at_once(lambda: asha.remove(home, asha), lambda: ravi.remove(home, ravi))
        assert sorted(answer.status for answer in answers) == [204, 409]
        gone, stays = (asha, ravi) if answers[0].status == 204 else (ravi, asha)
        stays.let_in(home, gone, "owner")
        if stays is ravi:
            assert gone.edit_member(home, ravi, role="member").status == 200


def test_a_write_that_races_with_the_ledgers_deletion_leaves_nothing(asha, ravi, books):
    for _ in range(ROUNDS):
        ledger = asha.share("Short").json
        asha.let_in(ledger, ravi)
        path = f"/api/ledgers/{ledger['id']}"
        deleted, added = at_once(partial(asha.call, "DELETE", path), ravi.within(ledger).add)
        assert deleted.status == 204
        assert added.status in (201, 404)
        assert books.items_of(f"LEDGER#{ledger['id']}") == []


def test_what_two_add_in_the_same_moment_is_counted_for_each(asha, ravi, home):
    ours, theirs = asha.within(home), ravi.within(home)
    for _ in range(ROUNDS):
        for answer in at_once(ours.add, theirs.add, lambda: ours.add(by=ravi.id)):
            assert answer.status == 201
    counts = {it["member"]: it["count"] for it in ours.summary(group_by="member").json["groups"]}
    assert counts == {asha.id: ROUNDS, ravi.id: 2 * ROUNDS}


def test_a_look_whether_anything_has_changed_costs_one_read_unit(
    asha, home, client, operations_use
):
    known = asha.revision(home).headers["ETag"]
    recording = RecordingClient(client)
    operations_use(recording)
    costs = {}
    with recording.cost_of(costs, "look"):
        assert asha.revision(home, known).status == 304
    assert (costs["look"].requests, costs["look"].read, costs["look"].write) == (1, 1, 0)
