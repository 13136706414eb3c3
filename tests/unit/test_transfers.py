"""Moving and copying expenses between ledgers: both totals right, each all or not at all."""

import pytest

NOTHING = "01890000-0000-7000-8000-00000000ffff"


@pytest.fixture
def home(asha, ravi):
    ledger = asha.share("Home").json
    asha.let_in(ledger, ravi)
    return ledger


def statuses(answer):
    return [row["status"] for row in answer.json["results"]]


def total(person, **query):
    return person.summary(**query).json["total_paise"]


def test_a_move_takes_an_expense_from_one_total_into_the_other(asha, home):
    mine = asha.add(amount_paise=70, tags=["trip"], reference="UTR1").json
    asha.add(amount_paise=5)
    answer = asha.transfer([mine], home)
    (row,) = answer.json["results"]
    assert row["status"] == "moved"
    moved = row["expense"]
    assert (moved["id"], moved["version"]) == (mine["id"], 1)
    assert (moved["by"], moved["entered_by"]) == ("asha", "asha")
    ours = asha.within(home)
    assert (total(asha), total(ours)) == (5, 70)
    assert (total(asha, tag="trip"), total(ours, tag="trip", by="asha")) == (0, 70)
    assert asha.get(mine["id"]).status == 404
    assert asha.deleted().json["items"] == []
    assert asha.add(reference="UTR1", amount_paise=70).status == 201
    # The answer may have been lost: again is the same.
    again = asha.transfer([mine], home).json["results"][0]
    assert (again["status"], again["expense"]["id"]) == ("moved", mine["id"])
    assert (total(asha), total(ours)) == (70 + 5, 70)


def test_a_move_home_again_says_no_more_who_paid(asha, home):
    shared = asha.within(home).add(amount_paise=70).json
    assert statuses(asha.within(home).transfer([shared], None)) == ["moved"]
    assert "by" not in asha.get(shared["id"]).json
    assert (total(asha), total(asha.within(home))) == (70, 0)


def test_a_copy_is_in_both_and_again_the_same(asha, home):
    mine = asha.add(amount_paise=70).json
    for _ in range(2):
        assert statuses(asha.transfer([mine], home, copy=True)) == ["copied"]
    assert (total(asha), total(asha.within(home))) == (70, 70)
    asha.within(home).edit(asha.within(home).get(mine["id"]).json, amount_paise=1)
    assert statuses(asha.transfer([mine], home, copy=True)) == ["conflict"]
    assert statuses(asha.transfer([mine], home)) == ["conflict"]
    assert (total(asha), total(asha.within(home))) == (70, 1)


def test_each_is_judged_on_its_own(asha, home):
    kept, edited = asha.add().json, asha.add().json
    asha.edit(edited, amount_paise=7)
    nothing = {"id": NOTHING, "version": 1}
    answer = asha.transfer([kept, edited, nothing], home)
    assert statuses(answer) == ["moved", "stale", "gone"]
    assert answer.json["results"][1]["expense"]["version"] == 2


def test_a_category_is_found_by_its_name_or_is_the_one_that_is_said(asha, home):
    pets = asha.add_category(name="Pets").json["id"]
    ours = asha.within(home)
    theirs = ours.add_category(name="pets").json["id"]
    mine = asha.add(category=pets).json
    assert asha.transfer([mine], home).json["results"][0]["expense"]["category"] == theirs
    ours.edit_category(theirs, archived=True)
    other = asha.add(category=pets).json
    (row,) = asha.transfer([other], home).json["results"]
    assert row["status"] == "invalid"
    assert row["problem"]["errors"][0]["field"] == "category"
    (row,) = asha.transfer([other], home, category="rent").json["results"]
    assert (row["status"], row["expense"]["category"]) == ("moved", "rent")


def test_one_payment_stays_one_expense_in_a_ledger(asha, home):
    asha.within(home).add(reference="UTR1", amount_paise=70)
    mine = asha.add(reference="UTR1", amount_paise=70).json
    assert statuses(asha.transfer([mine], home)) == ["duplicate"]
    assert total(asha) == 70


def test_who_paid_stays_who_paid_or_is_who_is_said(asha, ravi, home):
    trip = asha.share("Goa").json
    paid = ravi.within(home).add().json
    ours = asha.within(home)
    (row,) = ours.transfer([paid], trip).json["results"]
    assert (row["status"], row["problem"]["errors"][0]["field"]) == ("invalid", "by")
    (row,) = ours.transfer([paid], trip, by="asha").json["results"]
    assert (row["status"], row["expense"]["by"]) == ("moved", "asha")
    assert ours.transfer([paid], trip, by="ravi").wrong_fields == ["by"]


def test_both_ledgers_must_be_ones_own_to_write_in(asha, ravi, home):
    mine = ravi.add().json
    asha.edit_member(home, ravi, role="viewer")
    assert ravi.transfer([mine], home).status == 403
    shared = asha.within(home).add().json
    assert ravi.within(home).transfer([shared], None, copy=True).status == 403
    asha.remove(home, ravi)
    assert ravi.transfer([mine], home).status == 404
    assert ravi.within(home).transfer([shared], None).status == 404
    assert asha.within(home).transfer([shared], home).wrong_fields == ["to"]
    assert asha.transfer([shared], None).wrong_fields == ["to"]
    assert (total(ravi), total(asha.within(home))) == (12_000, 12_000)


def test_a_copy_changes_the_revision_only_where_it_goes_and_a_move_both(asha, home):
    trip = asha.share("Goa").json
    shared = asha.within(home).add().json

    def changed(**how):
        ledgers = (home, trip)
        before = [asha.revision(ledger).json for ledger in ledgers]
        assert asha.within(home).transfer([shared], trip, **how).status == 200
        return [asha.revision(it).json != old for it, old in zip(ledgers, before, strict=True)]

    assert changed(copy=True) == [False, True]
    asha.within(trip).delete(shared["id"])
    assert changed() == [True, True]
