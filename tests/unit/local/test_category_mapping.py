from local.category_mapping import map_categories
from tracker.category import BUILTIN

KNOWN = {category.name: category.id for category in BUILTIN.values()}


def test_the_same_name_is_the_same_category():
    assert map_categories(["Rent"], KNOWN) == {"rent": "rent"}


def test_case_does_not_matter():
    assert map_categories(["RENT", "rent"], KNOWN) == {"rent": "rent"}


def test_a_part_of_a_name_is_enough():
    assert map_categories(["Food"], KNOWN) == {"food": "food-dining"}


def test_a_plural_is_the_same_word():
    assert map_categories(["Investment"], KNOWN) == {"investment": "investments"}


def test_a_name_that_only_begins_alike_is_another_category():
    assert map_categories(["Transportation"], KNOWN) == {"transportation": None}


def test_two_categories_never_become_one():
    mapped = map_categories(["Gift", "Festivals"], KNOWN)

    assert mapped == {"gift": None, "festivals": "festivals-gifts"}


def test_of_two_equally_close_the_first_has_it():
    mapped = map_categories(["Dining", "Food"], KNOWN)

    assert mapped == {"dining": "food-dining", "food": None}


def test_a_category_of_ones_own_is_found_again():
    assert map_categories(["maid"], KNOWN | {"Maid": "own"}) == {"maid": "own"}
