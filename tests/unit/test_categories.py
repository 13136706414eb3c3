"""Categories, built-in and own."""

import pytest

from tracker import categories
from tracker.category import BUILTIN, PALETTE
from tracker.repository import keys


def by_id(client, category_id):
    return next(c for c in client.categories() if c["id"] == category_id)


def test_a_new_person_has_the_built_in_categories(asha):
    categories = asha.categories()
    assert [c["id"] for c in categories] == list(BUILTIN)
    assert categories[0] == {
        "id": "food-dining",
        "name": "Food & dining",
        "colour": "#e8590c",
        "builtin": True,
        "archived": False,
    }


def test_an_own_category_can_be_used_at_once(asha):
    answer = asha.add_category(name="  Pet   care ", colour="#123456")
    category = answer.json
    assert answer.status == 201
    assert answer.headers["Location"] == f"/api/categories/{category['id']}"
    assert asha.categories()[-1] == category
    assert category == {
        "id": category["id"],
        "name": "Pet care",
        "colour": "#123456",
        "builtin": False,
        "archived": False,
    }
    assert asha.add(category=category["id"]).status == 201


def test_own_categories_come_by_name_after_the_built_in_ones(asha):
    for name in ("zoo", "Aquarium"):
        asha.add_category(name=name)
    assert [c["name"] for c in asha.categories()][-2:] == ["Aquarium", "zoo"]


@pytest.mark.parametrize(
    "name",
    ["Pet care", "PET CARE", " pet  care", "Pet\u00a0c\u00e1re", "Ｐet\u200b care", "Fuel", "fuel"],
)
def test_a_name_is_unique_however_it_is_written(asha, name):
    asha.add_category(name="Pet care")
    assert asha.add_category(name=name).status == 409


ID = "01890000-0000-7000-8000-00000000000e"


def test_a_category_sent_again_with_its_id_is_made_once(asha):
    first = asha.add_category(id=ID, name="Pets")
    again = asha.add_category(id=ID, name=" Pets")
    assert (first.status, again.status) == (201, 200)
    assert first.json == again.json
    assert again.json["id"] == ID
    assert first.headers["Location"] == again.headers["Location"] == f"/api/categories/{ID}"
    assert len(asha.categories()) == 19


@pytest.mark.parametrize("other", [{"name": "Cats"}, {"colour": "#123456"}], ids=str)
def test_the_id_of_another_category_is_a_conflict(asha, other):
    asha.add_category(id=ID, name="Pets")
    assert asha.add_category(**({"id": ID, "name": "Pets"} | other)).status == 409
    assert len(asha.categories()) == 19


def test_a_repetition_is_known_before_the_limit_is_met(asha, monkeypatch):
    asha.add_category(id=ID, name="Pets")
    monkeypatch.setattr(categories, "MAX_CUSTOM_CATEGORIES", 1)
    assert asha.add_category(id=ID, name="Pets").status == 200
    assert asha.add_category(name="Cats").status == 409


def test_two_people_may_use_one_id(asha, ravi):
    assert asha.add_category(id=ID, name="Pets").status == 201
    assert ravi.add_category(id=ID, name="Cats").status == 201


def test_two_people_may_use_one_name(asha, ravi):
    assert asha.add_category(name="Pets").status == 201
    assert ravi.add_category(name="Pets").status == 201


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", "x" * 51),
        ("name", "a\x00b"),
        ("name", "\u200b"),
        ("name", "\u3164\u00a0"),
        ("name", "\u202eabc"),
        ("name", "\ufdfa" * 50),
        ("name", 5),
        ("name", None),
        ("colour", "red"),
        ("colour", "#FFF"),
        ("monthly_budget_paise", 100),
        ("id", "mine"),
        ("builtin", True),
    ],
)
def test_a_wrong_field_is_named(asha, field, value):
    answer = asha.add_category(**({"name": "Pets"} | {field: value}))
    assert (answer.status, answer.wrong_fields) == (422, [field])
    assert len(asha.categories()) == len(BUILTIN)


@pytest.mark.parametrize("builtin", [True, False])
def test_every_property_can_be_changed(asha, builtin):
    category_id = "fuel" if builtin else asha.add_category(name="Pets").json["id"]
    changes = {
        "name": "Something else",
        "colour": "#abcdef",
        "archived": True,
    }
    for field, value in changes.items():
        assert asha.edit_category(category_id, **{field: value}).json[field] == value
    assert by_id(asha, category_id) == {"id": category_id, "builtin": builtin} | changes
    asha.edit_category(category_id, archived=False)
    assert by_id(asha, category_id)["archived"] is False


def test_a_change_of_nothing_is_refused(asha):
    assert asha.edit_category("fuel").status == 422


def test_a_rename_frees_the_old_name_and_takes_the_new(asha):
    category_id = asha.add_category(name="Pets").json["id"]
    assert asha.edit_category(category_id, name="Animals").status == 200
    assert asha.add_category(name="animals").status == 409
    assert asha.add_category(name="pets").status == 201
    assert asha.edit_category(category_id, name="PETS").status == 409


def test_a_name_that_a_lost_category_left_taken_is_refused(asha, dynamodb):
    category = asha.add_category(name="Pets").json["id"]
    key = keys.primary("USER#asha", keys.category_name("garden"))
    dynamodb.put_item(TableName="expenses", Item=key)
    assert asha.edit_category(category, name="Garden").status == 409
    assert asha.edit_category(category, name="Animals").status == 200


def test_a_rename_may_change_only_the_case(asha):
    category_id = asha.add_category(name="pets").json["id"]
    assert asha.edit_category(category_id, name="Pets").json["name"] == "Pets"
    assert asha.edit_category(category_id, name="Pets").json["name"] == "Pets"
    assert asha.delete_category(category_id).status == 204
    assert asha.add_category(name="PETS").status == 201


def test_a_built_in_category_keeps_its_own_name_while_called_otherwise(asha):
    asha.edit_category("fuel", name="Petrol")
    assert asha.add_category(name="petrol").status == 409
    assert asha.add_category(name="Fuel").status == 409
    assert asha.edit_category("rent", name="fuel").status == 409
    assert asha.edit_category("fuel", name="Fuel").status == 200
    assert asha.add_category(name="Petrol").status == 201


def test_history_follows_a_rename(asha):
    category_id = asha.add_category(name="Pets").json["id"]
    asha.add(category=category_id)
    asha.edit_category(category_id, name="Animals")
    assert asha.summary(group_by="category").json["groups"][0]["category"] == category_id


def test_an_archived_category_takes_no_new_expense(asha):
    own = asha.add_category(name="Pets").json["id"]
    for category_id in ("fuel", own):
        asha.edit_category(category_id, archived=True)
        answer = asha.add(category=category_id)
        assert (answer.status, answer.wrong_fields) == (422, ["category"])
        asha.edit_category(category_id, archived=False)
        assert asha.add(category=category_id).status == 201


def test_only_an_unused_category_can_be_deleted(asha):
    category_id = asha.add_category(name="Pets").json["id"]
    stored = asha.add(category=category_id).json
    assert asha.delete_category(category_id).status == 409
    moved = asha.edit(stored, category="fuel").json
    moved = asha.edit(moved, category=category_id).json
    assert asha.delete_category(category_id).status == 409
    asha.delete(moved["id"])
    assert asha.delete_category(category_id).status == 204
    assert asha.add(category=category_id).status == 422
    assert asha.add_category(name="Pets").status == 201


def test_a_batch_counts_as_use(asha):
    category_id = asha.add_category(name="Pets").json["id"]
    asha.add_many(
        [
            {
                "id": "01890000-0000-7000-8000-000000000001",
                "date": "2026-07-15",
                "amount_paise": 5,
                "category": category_id,
            }
        ]
    )
    assert asha.delete_category(category_id).status == 409


def test_a_built_in_category_cannot_be_deleted(asha):
    assert asha.delete_category("fuel").status == 409


@pytest.mark.parametrize("wrong_id", ["unknown", "a#b", "x" * 3000, "CAT"])
def test_an_unknown_category_is_not_found(asha, wrong_id):
    assert asha.edit_category(wrong_id, name="X").status == 404
    assert asha.delete_category(wrong_id).status == 404


def test_nobody_reaches_another_persons_category(asha, ravi):
    category_id = asha.add_category(name="Pets").json["id"]
    assert ravi.edit_category(category_id, name="Mine").status == 404
    assert ravi.delete_category(category_id).status == 404
    assert ravi.add(category=category_id).status == 422
    assert len(ravi.categories()) == len(BUILTIN)


def contrast(one, other):
    """The contrast ratio of two colours (WCAG 2.2)."""

    def luminance(colour):
        channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", [*PALETTE, *(c.colour for c in BUILTIN.values())])
@pytest.mark.parametrize("surface", ["#ffffff", "#1c1f26"])
def test_every_colour_can_be_told_from_light_and_dark_surfaces(colour, surface):
    assert contrast(colour, surface) >= 3


def test_own_categories_get_colours_that_nothing_else_has(asha):
    colours = [asha.add_category(name=f"Own {n}").json["colour"] for n in range(len(PALETTE))]
    taken = [category["colour"] for category in asha.categories()]
    assert len(set(colours)) == len(PALETTE)
    assert len(set(taken)) == len(taken)
