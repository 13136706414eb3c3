"""The arithmetic of DynamoDB's capacity units, held to examples from its documentation."""

import pytest

from bench.capacity import Index, item_size, read_units, write_units

BY_DATE = Index("by-date", ("PK", "by_date"))

SMALL = {"PK": {"S": "p"}, "SK": {"S": "s"}, "by_date": {"S": "2026-07-15"}}
MOVED = SMALL | {"by_date": {"S": "2026-07-16"}}
OUTSIDE = {"PK": {"S": "p"}, "SK": {"S": "s"}}


def sized(size: int, **attributes) -> dict:
    """An item of just so many bytes."""
    item = OUTSIDE | attributes
    return item | {"x": {"S": "x" * (size - item_size(item) - len("x"))}}


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ({"S": "chai"}, 4),
        ({"S": "चाय"}, 9),
        ({"N": "1"}, 2),
        ({"N": "12345"}, 4),
        ({"N": "-12"}, 3),
        ({"N": "1200"}, 2),
        ({"N": "0"}, 1),
        ({"BOOL": True}, 1),
        ({"L": []}, 3),
        ({"L": [{"S": "ab"}, {"S": "c"}]}, 8),
        ({"M": {"k": {"S": "vw"}}}, 7),
    ],
)
def test_an_attribute_takes_its_name_and_its_value(value, size):
    assert item_size({"name": value}) == len("name") + size


def test_an_unknown_type_is_not_guessed_at():
    with pytest.raises(ValueError, match="SS"):
        item_size({"name": {"SS": ["a"]}})


@pytest.mark.parametrize(("size", "units"), [(10, 1), (4096, 1), (4097, 2), (8192, 2)])
def test_a_consistent_read_costs_a_unit_for_4_kb(size, units):
    assert read_units([sized(size)], consistent=True) == units
    assert read_units([sized(size)], consistent=False) == units / 2


def test_a_query_adds_items_up_before_it_rounds():
    assert read_units([sized(100)] * 40, consistent=True) == 1
    assert read_units([sized(100)] * 41, consistent=True) == 2


def test_finding_nothing_costs_the_least():
    assert read_units([], consistent=True) == 1


@pytest.mark.parametrize(("size", "units"), [(10, 1), (1024, 1), (1025, 2)])
def test_a_write_costs_a_unit_for_1_kb_of_the_larger_version(size, units):
    assert write_units(None, sized(size), []).table == units
    assert write_units(sized(size), sized(10), []).table == units
    assert write_units(sized(size), None, []).table == units


def test_deleting_nothing_costs_a_unit():
    assert write_units(None, None, [BY_DATE]) == (1, 0)


@pytest.mark.parametrize(
    ("before", "after", "units"),
    [
        (None, SMALL, 1),
        (SMALL, None, 1),
        (SMALL, MOVED, 2),
        (SMALL, SMALL | {"x": {"S": "changed"}}, 1),
        (SMALL, SMALL, 0),
        (OUTSIDE, SMALL, 1),
        (SMALL, OUTSIDE, 1),
        (None, OUTSIDE, 0),
        (OUTSIDE, None, 0),
    ],
)
def test_an_index_costs_by_what_becomes_of_its_entry(before, after, units):
    assert write_units(before, after, [BY_DATE]).indexes == units


def test_a_large_entry_costs_its_units_in_the_index_too():
    large = sized(2000, by_date={"S": "2026-07-15"})
    assert write_units(large, large | {"by_date": {"S": "2026-07-16"}}, [BY_DATE]) == (2, 4)
