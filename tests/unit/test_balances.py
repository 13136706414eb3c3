"""What is fair among those who share costs."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.api_client import ApiClient
from tracker.balances import fewest_transfers, shared_out
from tracker.clock import today

MEMBERS = ["asha", "mira", "ravi", "tara", "zoya"]


@given(
    st.integers(-(10**15), 10**15),
    st.dictionaries(st.sampled_from(MEMBERS), st.integers(1, 10_000), min_size=1),
)
def test_shares_add_up_to_the_paisa_and_are_off_by_less_than_one(total, shares):
    owed = shared_out(total, shares)
    assert sum(owed.values()) == total
    parts = sum(shares.values())
    assert all(
        abs(owed[member] * parts - total * share) < parts for member, share in shares.items()
    )


def test_sixty_to_forty():
    assert shared_out(1_00_000, {"asha": 60, "ravi": 40}) == {"asha": 60_000, "ravi": 40_000}


def most_groups(people, left):
    """By looking at every way to part them."""
    if not people:
        return 0
    first, *rest = people
    ways = (
        (first, *others) for size in range(len(rest) + 1) for others in combinations(rest, size)
    )
    return max(
        1 + most_groups([it for it in people if it not in group], left)
        for group in ways
        if sum(left[it] for it in group) == 0
    )


@settings(max_examples=60)
@given(st.lists(st.integers(-4, 4), min_size=1, max_size=6))
def test_transfers_settle_everybody_and_are_as_few_as_can_be(amounts):
    left = {f"p{place}": amount for place, amount in enumerate([*amounts, -sum(amounts)]) if amount}
    transfers = fewest_transfers(left)
    after = dict(left)
    for transfer in transfers:
        assert transfer.amount_paise > 0
        after[transfer.payer] += transfer.amount_paise
        after[transfer.receiver] -= transfer.amount_paise
    assert not any(after.values())
    assert len(transfers) == len(left) - most_groups([*left], left)


def test_twenty_people_settle_with_one_transfer_less_than_they_are():
    left = {f"p{place:02}": place + 1 for place in range(19)} | {"p19": -190}
    assert len(fewest_transfers(left)) == 19


@pytest.fixture
def home(asha, ravi):
    ledger = asha.share("Home").json
    asha.let_in(ledger, ravi)
    return ledger


def balances(person, ledger):
    return person.call("GET", f"/api/ledgers/{ledger['id']}/balances")


def settle(person, ledger, **said):
    body = {"from": "ravi", "to": "asha", "amount_paise": 30, "date": "2026-07-01"} | said
    return person.call("POST", f"/api/ledgers/{ledger['id']}/settlements", body=body)


def settlements(person, ledger):
    return person.call("GET", f"/api/ledgers/{ledger['id']}/settlements").json["items"]


def test_balances_are_off_until_a_split_is_said(asha, home):
    assert balances(asha, home).status == 409
    asha.edit_ledger(home, split={"kind": "equal"})
    assert balances(asha, home).json == {
        "total_paise": 0,
        "members": [
            dict.fromkeys(("paid_paise", "owed_paise", "settled_paise", "balance_paise"), 0)
            | {"member": member}
            for member in ("asha", "ravi")
        ],
        "transfers": [],
    }


@pytest.fixture
def mira(dynamodb):
    return ApiClient(user="mira")


def owed(person, ledger):
    return {it["member"]: it["owed_paise"] for it in balances(person, ledger).json["members"]}


@pytest.fixture
def flat(asha, ravi, mira):
    """A ledger of three who share alike, in which what was spent until now is settled."""
    ledger = asha.share("Flat").json
    asha.let_in(ledger, ravi)
    asha.let_in(ledger, mira)
    asha.edit_ledger(ledger, split={"kind": "equal"})
    asha.within(ledger).add(amount_paise=300, date=today())
    for payer in (ravi, mira):
        settle(payer, ledger, **{"from": payer.id, "to": "asha", "amount_paise": 100})
    return ledger


@pytest.mark.parametrize("role", ["left", "viewer", "totals"])
def test_who_is_gone_shares_what_was_spent_until_then_and_nothing_later(asha, mira, flat, role):
    if role == "left":
        mira.call("DELETE", f"/api/ledgers/{flat['id']}/members/mira")
    else:
        asha.edit_member(flat, mira, role=role)
    assert balances(asha, flat).json["transfers"] == []
    tomorrow = (date.fromisoformat(today()) + timedelta(days=1)).isoformat()
    asha.within(flat).add(amount_paise=50, date=tomorrow)
    asha.within(flat).add(amount_paise=31, date="2026-01-05")
    assert owed(asha, flat) == {"asha": 100 + 25 + 11, "ravi": 100 + 25 + 10, "mira": 100 + 10}
    assert balances(asha, flat).json["total_paise"] == 381


def test_who_comes_back_shares_all_again(asha, mira, flat):
    mira.call("DELETE", f"/api/ledgers/{flat['id']}/members/mira")
    asha.let_in(flat, mira, role="viewer")
    tomorrow = (date.fromisoformat(today()) + timedelta(days=1)).isoformat()
    asha.within(flat).add(amount_paise=50, date=tomorrow)
    assert owed(asha, flat) == {"asha": 125, "ravi": 125, "mira": 100}
    assert asha.edit_member(flat, mira, role="member").json.get("shares_until") is None
    assert owed(asha, flat) == {"asha": 117, "mira": 117, "ravi": 116}


def test_a_settlement_settles_and_is_no_spending(asha, ravi, home):
    asha.edit_ledger(
        home,
        split={
            "kind": "shares",
            "shares": [{"member": "asha", "share": 60}, {"member": "ravi", "share": 40}],
        },
    )
    asha.within(home).add(amount_paise=100)
    shown = balances(ravi, home).json
    assert shown["transfers"] == [{"from": "ravi", "to": "asha", "amount_paise": 40}]
    recorded = settle(ravi, home)
    assert (recorded.status, recorded.json["entered_by"]) == (201, "ravi")
    shown = balances(ravi, home).json
    assert shown["transfers"] == [{"from": "ravi", "to": "asha", "amount_paise": 10}]
    assert [it["balance_paise"] for it in shown["members"]] == [10, -10]
    assert [it["settled_paise"] for it in shown["members"]] == [-30, 30]
    assert asha.within(home).summary().json["total_paise"] == 100
    path = f"/api/ledgers/{home['id']}/settlements/{recorded.json['id']}"
    assert asha.call("DELETE", path).status == 204
    assert asha.call("DELETE", path).status == 404
    assert settlements(asha, home) == []


def test_a_settlement_again_changes_nothing(asha, home):
    chosen = "01890000-0000-7000-8000-000000000001"
    made = settle(asha, home, id=chosen)
    assert settle(asha, home, id=chosen).status == 200
    assert settle(asha, home, id=chosen, amount_paise=1).status == 409
    assert settlements(asha, home) == [made.json]


def test_settlements_come_with_the_newest_first(asha, home):
    days = ["2026-07-02", "2026-07-03", "2026-07-01", "2026-07-02"]
    made = [settle(asha, home, date=day).json["id"] for day in days]
    newest_first = [made[1], made[3], made[0], made[2]]
    assert [it["id"] for it in settlements(asha, home)] == newest_first


@pytest.mark.parametrize(
    "said", [{"to": "ravi"}, {"from": "mira"}, {"to": "mira"}, {"amount_paise": 0}]
)
def test_a_settlement_is_between_two_members(asha, home, said):
    assert settle(asha, home, **said).status == 422


def test_a_viewer_sees_settlements_and_who_sees_totals_the_balances(asha, ravi, home):
    asha.edit_ledger(home, split={"kind": "equal"})
    for role, statuses in {"viewer": (200, 200, 403), "totals": (200, 403, 403)}.items():
        asha.edit_member(home, ravi, role=role)
        path = f"/api/ledgers/{home['id']}/settlements"
        answers = (balances(ravi, home), ravi.call("GET", path), settle(ravi, home))
        assert tuple(answer.status for answer in answers) == statuses
