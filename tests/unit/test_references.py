"""Bank references: one payment is one expense, whoever and whatever brings it."""

import uuid

import pytest

from tests.api_client import expense

FIRST, SECOND, THIRD = (f"01890000-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))
UTR = "432198765012"


def payments(dynamodb):
    """The payments on record, each with the expense that has it."""
    return {
        item["SK"]["S"]: item["expense"]["S"]
        for item in dynamodb.scan(TableName="expenses")["Items"]
        if item["SK"]["S"].startswith("REF#")
    }


def test_a_reference_is_kept_trimmed_and_in_capitals(asha, dynamodb):
    stored = asha.add(id=FIRST, reference="  hdfc0001/ab  12 ").json
    assert stored["reference"] == "HDFC0001/AB 12"
    assert asha.get(FIRST).json == stored
    assert payments(dynamodb) == {"REF#HDFC0001/AB 12#12000": FIRST}


def test_an_expense_without_a_reference_has_none(asha, dynamodb):
    assert "reference" not in asha.add().json
    assert payments(dynamodb) == {}


@pytest.mark.parametrize(
    "reference",
    ["", "  ", "a#b", "x" * 65, "\x00", "12\n34", "₹12", "--", None, 12, "دودھ", "a" * 100_000],
)
def test_what_is_no_reference_is_refused(asha, reference):
    answer = asha.add(reference=reference)
    assert (answer.status, answer.wrong_fields) == (422, ["reference"])


@pytest.mark.parametrize("reference", ["A", "x" * 64, "N-1.2/3_4:5*6@7&8+9", "/1"])
def test_what_is_a_reference_is_taken(asha, reference):
    assert asha.add(reference=reference).json["reference"] == reference.upper()


def test_a_payment_on_record_is_told_with_the_expense_that_has_it(asha):
    asha.add(id=FIRST, reference=UTR)
    answer = asha.add(
        id=SECOND, reference=f" {UTR}", date="2026-07-17", category="rent", description="Other"
    )
    assert (answer.status, answer.json["expense"]) == (409, FIRST)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert asha.summary().json["count"] == 1


def test_the_same_expense_again_is_a_repetition_and_no_duplicate(asha):
    stored = asha.add(id=FIRST, reference=UTR).json
    again = asha.add(id=FIRST, reference=UTR)
    assert (again.status, again.json) == (200, stored)
    other = asha.add(id=FIRST, reference=UTR, description="Changed")
    assert (other.status, "expense" in other.json) == (409, False)
    assert asha.add(id=FIRST).status == 409


def test_another_amount_or_person_is_another_payment(asha, ravi):
    asha.add(reference=UTR)
    assert asha.add(reference=UTR, amount_paise=1).status == 201
    assert ravi.add(reference=UTR).status == 201


def test_a_refund_may_have_the_reference_and_amount_of_its_purchase(asha, dynamodb):
    asha.add(id=FIRST, reference=UTR)
    refund = {"kind": "refund", "of": FIRST, "reference": UTR}
    assert asha.add(id=SECOND, **refund).status == 201
    answer = asha.add(id=THIRD, **refund)
    assert (answer.status, answer.json["expense"]) == (409, SECOND)
    assert payments(dynamodb) == {f"REF#{UTR}#12000": FIRST, f"REF#{UTR}#-12000": SECOND}


def test_a_deleted_expense_frees_its_payment(asha, dynamodb):
    asha.add(id=FIRST, reference=UTR)
    asha.delete(FIRST)
    assert payments(dynamodb) == {}
    assert asha.add(id=SECOND, reference=UTR).status == 201


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"description": "Renamed", "date": "2026-08-01"}, f"REF#{UTR}#12000"),
        ({"amount_paise": 5}, f"REF#{UTR}#5"),
        ({"reference": "other"}, "REF#OTHER#12000"),
        ({"kind": "refund"}, f"REF#{UTR}#-12000"),
    ],
)
def test_an_edit_moves_the_payment_with_what_it_says(asha, dynamodb, changes, expected):
    stored = asha.add(id=FIRST, reference=UTR).json
    assert asha.edit(stored, **changes).status == 200
    assert payments(dynamodb) == {expected: FIRST}


def test_an_edit_may_give_and_take_the_reference(asha, dynamodb):
    stored = asha.add(id=FIRST).json
    with_one = asha.edit(stored, reference=UTR).json
    assert payments(dynamodb) == {f"REF#{UTR}#12000": FIRST}
    del with_one["reference"]
    assert "reference" not in asha.edit(with_one).json
    assert payments(dynamodb) == {}


def test_an_edit_cannot_take_anothers_payment(asha, dynamodb):
    asha.add(id=FIRST, reference=UTR)
    stored = asha.add(id=SECOND, reference=UTR, amount_paise=5).json
    answer = asha.edit(stored, amount_paise=12_000)
    assert (answer.status, answer.json["expense"]) == (409, FIRST)
    assert asha.get(SECOND).json == stored
    assert payments(dynamodb) == {f"REF#{UTR}#12000": FIRST, f"REF#{UTR}#5": SECOND}


def rows(number, **content):
    return [expense(id=str(uuid.UUID(int=n)), **content) for n in range(1, number + 1)]


def results(answer):
    return [
        (row["status"], row.get("problem", {}).get("expense")) for row in answer.json["results"]
    ]


def test_a_batch_tells_payments_on_record_row_by_row(asha):
    asha.add(id=FIRST, reference=UTR)
    one, two, three = rows(3)
    answer = asha.add_many([one, two | {"reference": UTR}, three | {"reference": "new"}])
    assert results(answer) == [("created", None), ("duplicate", FIRST), ("created", None)]
    assert answer.json["results"][1]["problem"]["status"] == 409
    assert asha.summary().json["count"] == 3


def test_a_payment_that_is_in_a_batch_more_than_once_is_recorded_once(asha):
    batch = rows(60, reference=UTR)
    first = batch[0]["id"]
    answer = asha.add_many(batch)
    assert results(answer) == [("created", None), *[("duplicate", first)] * 59]
    again = asha.add_many(batch)
    assert results(again) == [("replayed", None), *[("duplicate", first)] * 59]
    assert asha.summary().json["count"] == 1


def test_of_a_payment_in_a_batch_the_first_that_can_be_recorded_has_it(asha):
    closed, taken, first, second = rows(4, reference=UTR)
    asha.add(id=taken["id"], amount_paise=7)
    answer = asha.add_many([closed | {"category": "nothing"}, taken, first, second, first])
    assert results(answer) == [
        ("invalid", None),
        ("conflict", None),
        ("created", None),
        ("duplicate", first["id"]),
        ("replayed", None),
    ]


def test_an_id_and_a_payment_are_decided_in_the_order_of_the_batch(asha):
    """The second row waits for the first by its id, and the third for the second."""
    refused = expense(id=FIRST, reference="one", category="nothing")
    second = expense(id=FIRST, reference=UTR)
    third = expense(id=SECOND, reference=UTR)
    answer = asha.add_many([refused, second, third])
    assert results(answer) == [("invalid", None), ("created", None), ("duplicate", FIRST)]


def test_a_batch_over_more_payments_than_a_transaction_holds(asha, dynamodb):
    batch = [row | {"reference": f"r{number}"} for number, row in enumerate(rows(100))]
    assert results(asha.add_many(batch)) == [("created", None)] * 100
    assert len(payments(dynamodb)) == 100
    assert results(asha.add_many(batch)) == [("replayed", None)] * 100
