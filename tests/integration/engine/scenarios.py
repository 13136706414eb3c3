"""One use of each operation, for tests that let each of its calls of DynamoDB go wrong."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.api_client import Answer, ApiClient

CHAI = "01890000-0000-7000-8000-00000000000c"
TRAIN = "01890000-0000-7000-8000-00000000000d"
NEW = "01890000-0000-7000-8000-0000000000{:02}"


class Scenario(NamedTuple):
    """A request, and what a client may be told when it sends it again.

    Attributes
    ----------
    prepare
        Makes what the request is about; returns what it needs to know of that.
    send
        Sends the request.
    done
        The status of success.
    done_already
        The statuses that tell a client, which sends the request again, that it was done before.
    """

    prepare: Callable[[ApiClient], Any]
    send: Callable[[ApiClient, Any], Answer]
    done: int
    done_already: tuple[int, ...] = ()


class Home(NamedTuple):
    """What every scenario begins with: two categories, one in use, and two expenses."""

    puja: str
    chai: dict[str, Any]
    train: dict[str, Any]


def at_home(person: ApiClient) -> Home:
    puja = person.add_category(name="Puja").json["id"]
    chai = person.add(id=CHAI, date="2026-07-15", amount_paise=1_500, category=puja).json
    train = person.add(id=TRAIN, date="2026-07-16", amount_paise=3_000, category="travel").json
    return Home(puja, chai, train)


def with_empty_category(person: ApiClient) -> str:
    at_home(person)
    return person.add_category(name="Kirana").json["id"]


def with_deleted(person: ApiClient) -> None:
    at_home(person)
    for expense_id in (CHAI, TRAIN):
        person.delete(expense_id)


def _batch(person: ApiClient, home: Home) -> Answer:
    fresh = [
        {
            "id": NEW.format(number),
            "date": f"2026-0{number % 3 + 1}-10",
            "amount_paise": 100 + number,
            "category": home.puja if number % 2 else "rent",
        }
        for number in range(1, 7)
    ]
    replay = {name: home.train[name] for name in ("id", "date", "amount_paise", "category")}
    clash = {**replay, "id": CHAI}
    broken = {**fresh[0], "id": NEW.format(70), "amount_paise": -1}
    unknown = {**fresh[0], "id": NEW.format(71), "category": "no-such-category"}
    return person.add_many([*fresh[:3], replay, clash, broken, unknown, *fresh[3:]])


def _wide_batch(person: ApiClient, home: Home) -> Answer:
    """So many months that the expenses, each with a cell, need two transactions."""
    return person.add_many(
        [
            {
                "id": NEW.format(number),
                "date": f"{2000 + number}-01-01",
                "amount_paise": number + 1,
                "category": home.puja,
            }
            for number in range(60)
        ]
    )


SCENARIOS = {
    "add": Scenario(
        at_home, lambda person, _: person.add(id=NEW.format(1), category="rent"), 201, (200,)
    ),
    "add_to_own_category": Scenario(
        at_home, lambda person, home: person.add(id=NEW.format(1), category=home.puja), 201, (200,)
    ),
    "add_again": Scenario(
        at_home,
        lambda person, _: person.add(
            id=TRAIN, date="2026-07-16", amount_paise=3_000, category="travel"
        ),
        200,
    ),
    "edit": Scenario(
        at_home, lambda person, home: person.edit(home.chai, amount_paise=1_700), 200, (412,)
    ),
    "edit_across_cells": Scenario(
        at_home,
        lambda person, home: person.edit(
            home.train, date="2026-08-01", category=home.puja, amount_paise=9
        ),
        200,
        (412,),
    ),
    "delete": Scenario(at_home, lambda person, _: person.delete(CHAI), 204, (404,)),
    "change_many": Scenario(
        at_home,
        lambda person, home: person.change_many([home.chai], category="rent", add_tags=["x"]),
        200,
    ),
    "delete_many": Scenario(
        at_home, lambda person, home: person.change_many([home.chai], delete=True), 200
    ),
    "add_many": Scenario(at_home, _batch, 200),
    "add_more_than_one_transaction_holds": Scenario(at_home, _wide_batch, 200),
    "get": Scenario(at_home, lambda person, _: person.get(CHAI), 200),
    "list": Scenario(at_home, lambda person, _: person.list(limit=1), 200),
    "list_a_category": Scenario(
        at_home, lambda person, home: person.list(category=home.puja, q="x"), 200
    ),
    "list_deleted": Scenario(with_deleted, lambda person, _: person.deleted(), 200),
    "summarize": Scenario(at_home, lambda person, _: person.summary(group_by="day"), 200),
    "list_categories": Scenario(
        at_home, lambda person, _: person.call("GET", "/api/categories"), 200
    ),
    "add_category": Scenario(
        at_home, lambda person, _: person.add_category(name="Kirana"), 201, (409,)
    ),
    "add_category_with_id": Scenario(
        at_home,
        lambda person, _: person.add_category(id=NEW.format(1), name="Kirana"),
        201,
        (200,),
    ),
    "rename_category": Scenario(
        at_home, lambda person, home: person.edit_category(home.puja, name="Temple"), 200
    ),
    "archive_category": Scenario(
        at_home, lambda person, home: person.edit_category(home.puja, archived=True), 200
    ),
    "rename_builtin_category": Scenario(
        at_home, lambda person, _: person.edit_category("rent", name="Flat"), 200
    ),
    "delete_category": Scenario(
        with_empty_category, lambda person, kirana: person.delete_category(kirana), 204, (404,)
    ),
}
