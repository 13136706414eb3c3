"""What an operation read is changed before it writes: it notices, and does the right thing anew."""

import pytest

from tests.api_client import etag, expense

from .interposing import InterposedClient

ID = "01890000-0000-7000-8000-000000000001"
OTHER_ID = "01890000-0000-7000-8000-000000000002"


@pytest.fixture
def meanwhile(client, operations_use):
    """Let something happen between the reads and the writes of the next operation."""

    def meanwhile(act):
        def act_undisturbed():
            operations_use(client)
            answer = act()
            assert answer.status in {200, 201, 204}

        operations_use(InterposedClient(client, act_undisturbed))

    return meanwhile


@pytest.fixture
def puja(asha):
    return asha.add_category(name="Puja").json["id"]


def test_an_expense_of_a_category_archived_meanwhile_is_refused(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.edit_category(puja, archived=True))
    answer = asha.add(category=puja)
    assert (answer.status, answer.wrong_fields) == (422, ["category"])
    assert books.check(asha) == {}


def test_an_expense_of_a_category_deleted_meanwhile_is_refused(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.delete_category(puja))
    answer = asha.add(category=puja)
    assert (answer.status, answer.wrong_fields) == (422, ["category"])
    assert books.check(asha) == {}


def test_an_expense_that_was_added_meanwhile_is_not_added_twice(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.add(id=ID, category=puja))
    assert asha.add(id=ID, category=puja).status == 200
    assert len(books.check(asha)) == 1


def test_an_id_that_was_taken_meanwhile_is_a_conflict(asha, books, meanwhile):
    meanwhile(lambda: asha.add(id=ID, amount_paise=1))
    assert asha.add(id=ID, amount_paise=2).status == 409
    assert books.check(asha)[ID]["amount_paise"] == 1


def test_a_batch_leaves_out_what_was_added_meanwhile(asha, books, meanwhile):
    meanwhile(lambda: asha.add(id=ID))
    results = asha.add_many([expense(id=ID), expense(id=OTHER_ID)]).json["results"]
    assert [row["status"] for row in results] == ["replayed", "created"]
    assert len(books.check(asha)) == 2


def test_a_batch_leaves_out_what_lost_its_category_meanwhile(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.edit_category(puja, archived=True))
    results = asha.add_many([expense(id=ID, category=puja), expense(id=OTHER_ID)]).json["results"]
    assert [row["status"] for row in results] == ["invalid", "created"]
    assert list(books.check(asha)) == [OTHER_ID]


def test_an_edit_of_what_was_edited_meanwhile_is_stale(asha, books, meanwhile):
    stored = asha.add(id=ID).json
    meanwhile(lambda: asha.edit(stored, amount_paise=1, date="2026-08-01"))
    assert asha.edit(stored, amount_paise=2).status == 412
    assert books.check(asha)[ID]["amount_paise"] == 1


def test_an_edit_of_any_version_takes_its_turn_after_another(asha, books, puja, meanwhile):
    stored = asha.add(id=ID).json
    meanwhile(lambda: asha.edit(stored, amount_paise=1, date="2026-08-01", category=puja))
    headers = {"if-match": "*"}
    answer = asha.call("PUT", f"/api/expenses/{ID}", body=expense(amount_paise=2), headers=headers)
    assert (answer.status, answer.json["version"]) == (200, 3)
    assert books.check(asha)[ID]["amount_paise"] == 2


def test_an_edit_of_what_was_deleted_meanwhile_finds_nothing(asha, books, meanwhile):
    stored = asha.add(id=ID).json
    meanwhile(lambda: asha.delete(ID))
    assert asha.edit(stored, amount_paise=1).status == 404
    assert books.check(asha) == {}


def test_of_many_those_that_were_changed_meanwhile_are_stale(asha, books, meanwhile):
    stored, other = asha.add(id=ID).json, asha.add(id=OTHER_ID).json
    meanwhile(lambda: asha.edit(stored, amount_paise=1))
    results = asha.change_many([stored, other], date="2026-08-01").json["results"]
    assert [row["status"] for row in results] == ["stale", "changed"]
    assert results[0]["expense"]["amount_paise"] == books.check(asha)[ID]["amount_paise"] == 1


def test_of_many_those_that_were_deleted_meanwhile_are_gone(asha, books, meanwhile):
    stored, other = asha.add(id=ID).json, asha.add(id=OTHER_ID).json
    meanwhile(lambda: asha.delete(ID))
    results = asha.change_many([stored, other], delete=True).json["results"]
    assert [row["status"] for row in results] == ["gone", "changed"]
    assert books.check(asha) == {}


def test_many_do_not_get_a_category_archived_meanwhile(asha, books, puja, meanwhile):
    stored = asha.add(id=ID).json
    meanwhile(lambda: asha.edit_category(puja, archived=True))
    (row,) = asha.change_many([stored], category=puja).json["results"]
    assert (row["status"], books.check(asha)[ID]["version"]) == ("invalid", 1)


def test_an_edit_into_a_category_archived_meanwhile_is_refused(asha, books, puja, meanwhile):
    stored = asha.add(id=ID).json
    meanwhile(lambda: asha.edit_category(puja, archived=True))
    answer = asha.edit(stored, category=puja)
    assert (answer.status, answer.wrong_fields) == (422, ["category"])
    assert books.check(asha)[ID]["version"] == 1


def test_a_delete_of_what_was_edited_meanwhile_takes_away_the_newest(asha, books, puja, meanwhile):
    stored = asha.add(id=ID).json
    meanwhile(lambda: asha.edit(stored, amount_paise=1, date="2026-08-01", category=puja))
    assert asha.delete(ID).status == 204
    assert books.check(asha) == {}


def test_what_was_deleted_and_added_anew_meanwhile_is_another_expense(asha, books, meanwhile):
    stored = asha.add(id=ID, amount_paise=5).json

    def replace():
        asha.delete(ID)
        return asha.add(id=ID, amount_paise=7)

    meanwhile(replace)
    assert asha.edit(stored, amount_paise=9).status == 412
    books.check(asha)
    meanwhile(replace)
    assert asha.delete(ID).status == 204
    assert books.check(asha) == {}


def test_a_delete_of_the_version_before_is_stale(asha, books, meanwhile):
    stored = asha.add(id=ID).json
    meanwhile(lambda: asha.edit(stored, amount_paise=1))
    assert asha.delete(ID, **{"if-match": etag(stored)}).status == 412
    assert books.check(asha)[ID]["amount_paise"] == 1


def test_a_delete_of_what_was_deleted_meanwhile_finds_nothing(asha, books, meanwhile):
    asha.add(id=ID)
    meanwhile(lambda: asha.delete(ID))
    assert asha.delete(ID).status == 404
    assert books.check(asha) == {}


def test_a_category_of_a_name_that_was_taken_meanwhile_is_a_conflict(asha, books, meanwhile):
    meanwhile(lambda: asha.add_category(name="PUJA"))
    assert asha.add_category(name="Puja").status == 409
    books.check(asha)


def test_a_rename_to_a_name_that_was_taken_meanwhile_is_a_conflict(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.add_category(name="Temple"))
    assert asha.edit_category(puja, name="temple").status == 409
    books.check(asha)


def test_a_rename_of_what_was_renamed_meanwhile_leaves_no_name_behind(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.edit_category(puja, name="Temple"))
    assert asha.edit_category(puja, name="Mandir").json["name"] == "Mandir"
    books.check(asha)
    assert asha.add_category(name="Temple").status == 201


def test_two_built_in_categories_never_get_one_name(asha, books, meanwhile):
    meanwhile(lambda: asha.edit_category("rent", name="Home"))
    assert asha.edit_category("fuel", name="Home").status == 409
    books.check(asha)


def test_a_change_of_a_category_deleted_meanwhile_finds_nothing(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.delete_category(puja))
    assert asha.edit_category(puja, colour="#123456").status == 404
    books.check(asha)
    assert asha.add_category(name="Puja").status == 201


def test_a_category_that_took_on_an_expense_meanwhile_stays(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.add(id=ID, category=puja))
    assert asha.delete_category(puja).status == 409
    assert books.check(asha)[ID]["category"] == puja


def test_a_category_renamed_meanwhile_is_deleted_with_its_new_name(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.edit_category(puja, name="Temple"))
    assert asha.delete_category(puja).status == 204
    books.check(asha)
    assert asha.add_category(name="Temple").status == 201


def test_a_category_deleted_meanwhile_is_not_found(asha, books, puja, meanwhile):
    meanwhile(lambda: asha.delete_category(puja))
    assert asha.delete_category(puja).status == 404
    books.check(asha)
