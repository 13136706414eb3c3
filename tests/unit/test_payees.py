"""What a person taught of payees."""

import pytest

from tracker import payees
from tracker.category import BUILTIN


def test_a_payee_is_taught_listed_and_forgotten(asha):
    rule = {"payee": "Corner Bakery", "category": "groceries", "tags": ["bread"]}
    answer = asha.teach("  Corner   Bakery ", category="groceries", tags=[" Bread ", "bread"])
    assert (answer.status, answer.json) == (200, rule)
    assert asha.payees() == [rule]
    assert asha.forget("CORNER BAKERY").status == 204
    assert asha.payees() == []


def test_what_is_said_later_replaces_what_was_said_before(asha):
    asha.teach("Corner Bakery", category="groceries", tags=["bread"])
    for _ in range(2):
        assert asha.teach("corner bakery", category="food-dining").status == 200
    assert asha.payees() == [{"payee": "corner bakery", "category": "food-dining", "tags": []}]


@pytest.mark.parametrize(
    "payee",
    [
        "Sharma / Sons",
        "/",
        "a//b/",
        "शर्मा किराना स्टोर",
        "ஸ்ரீ கிருஷ்ணா",
        "100% Cotton",
        "%25",
        "%2F",
        "a#b",
        "A & B; C=D",
        "who?",
        "Tea+Toast",
        "🍛 Thali",
        "x" * 100,
        "ΐ" * 100,
    ],
)
def test_a_payee_may_be_any_text(asha, payee):
    assert asha.teach(payee, category="groceries").json["payee"] == payee
    assert [rule["payee"] for rule in asha.payees()] == [payee]
    assert asha.forget(payee).status == 204


@pytest.mark.parametrize(("one", "other"), [("Café", "cafe\u0301"), ("STRASSE", "straße")])
def test_a_payee_is_one_however_it_was_typed(asha, one, other):
    asha.teach(one, category="groceries")
    asha.teach(other, category="groceries")
    assert len(asha.payees()) == 1


@pytest.mark.parametrize("payee", [" ", "x" * 101, "a\x00b", "a\nb"])
def test_a_text_that_is_no_name_is_refused(asha, payee):
    for answer in (asha.teach(payee, category="groceries"), asha.forget(payee)):
        assert (answer.status, answer.wrong_fields) == (400, ["payee"])
    assert asha.payees() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("category", "nothing"),
        ("category", None),
        ("tags", ["x" * 33]),
        ("tags", [str(number) for number in range(11)]),
        ("colour", "#123456"),
    ],
)
def test_a_wrong_field_is_named(asha, field, value):
    answer = asha.teach("Bakery", **({"category": "groceries"} | {field: value}))
    assert (answer.status, answer.wrong_fields) == (422, [field])
    assert asha.payees() == []


def test_a_category_must_be_open_when_it_is_taught(asha):
    asha.edit_category("groceries", archived=True)
    assert asha.teach("Bakery", category="groceries").wrong_fields == ["category"]


def test_a_rule_outlives_its_category(asha):
    asha.teach("Bakery", category="groceries")
    asha.edit_category("groceries", archived=True)
    assert asha.payees()[0]["category"] == "groceries"


def test_an_unknown_payee_cannot_be_forgotten(asha):
    assert asha.forget("Nobody").status == 404


def test_there_is_a_limit_to_new_payees_but_not_to_changes(asha, monkeypatch):
    monkeypatch.setattr(payees, "MAX_PAYEE_RULES", 2)
    for payee in ("One", "Two"):
        assert asha.teach(payee, category="groceries").status == 200
    assert asha.teach("Three", category="groceries").status == 409
    assert asha.teach("Two", category="rent").status == 200
    assert len(asha.payees()) == 2


def test_payees_come_in_the_order_of_their_names(asha):
    for payee in ("zoo", "Apple", "mango"):
        asha.teach(payee, category="rent")
    assert [rule["payee"] for rule in asha.payees()] == ["Apple", "mango", "zoo"]


def test_rules_are_no_categories(asha):
    asha.teach("Bakery", category="groceries")
    assert len(asha.categories()) == len(BUILTIN)
    assert asha.list().json["items"] == []
