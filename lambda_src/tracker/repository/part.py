"""A ledger's part of the table, and who is at work in it: the one place that lets them.

A person's own ledger is theirs by its key alone, and costs nothing to open. A shared one is opened
by reading who is in it, and every transaction there demands the same once more: whoever is removed
writes nothing that they had not written by then. One that changes anything there counts a revision
too, so that the others can ask for a few bytes whether anything has changed.
"""

from typing import NamedTuple

from msgspec import UNSET, UnsetType

from tracker.access import Claim, Role, allowed, check
from tracker.deadline import Deadline
from tracker.repository import keys
from tracker.repository.table import MAX_ACTIONS, Failure, Item, Table, key_of

REVISION = "revision"
"""A number of a shared ledger's tally: how many transactions changed anything in it."""

SETUP = "setup"
"""Another: how many of them changed more than expenses: a member, a category, a budget."""

ENDING = "ending"
"""Of a ledger that is being deleted, and of the member who deletes it: nobody sees it any more."""

DEMANDS = 2
"""Actions that a transaction in a shared ledger has besides its own, at most."""


class Part(NamedTuple):
    """A ledger's part of the table, opened for somebody.

    Attributes
    ----------
    owner : str
        Its partition key.
    person : str or None
        Who is at work in it; None: the daily run, or an operator.
    least : str or None
        The role that they need at least; None where nothing is demanded.
    """

    owner: str
    person: str | None = None
    least: Role | None = None

    @property
    def writer(self) -> str | None:
        """Partition key of the person for whose day it counts what is written."""
        return keys.of_person(self.person) if self.person else None

    @property
    def member(self) -> str | UnsetType:
        """Who is at work in a shared ledger."""
        return self.person if self.person and keys.is_shared(self.owner) else UNSET


def own(user: str) -> Part:
    """Open a person's own ledger."""
    return Part(keys.of_person(user), user)


def opened(table: Table, claim: Claim, deadline: Deadline, *, even_ending: bool = False) -> Part:
    """Open the ledger that a request is about.

    Parameters
    ----------
    even_ending : bool
        Whether also who deletes it may, to go on with that.

    Raises
    ------
    NotFoundError, ForbiddenError
        It is a shared one, and not theirs, or not for this.
    """
    if claim.ledger is None:
        return own(claim.person)
    owner = keys.of_ledger(claim.ledger)
    member = table.get(keys.primary(owner, keys.member(claim.person)), deadline)
    _check(member, claim.least, even_ending=even_ending)
    return Part(owner, claim.person, claim.least)


def room(owner: str) -> int:
    """Tell how many actions of its own a transaction has room for."""
    return MAX_ACTIONS - DEMANDS if keys.is_shared(owner) else MAX_ACTIONS


def completed(part: Part, actions: list[Item]) -> list[Item]:
    """Add to a transaction what a shared ledger demands of it; what it has stays in its place."""
    if not keys.is_shared(part.owner):
        return actions
    counted = _counted(part.owner, actions)
    whole = _counting(part.owner, actions, counted) if counted else list(actions)
    if part.person and part.least:
        demand = _demand(part.owner, part.person, part.least)
        # What changes the member's own item says itself what it must have been.
        if key_of(demand) not in map(key_of, actions):
            whole.append(demand)
    return whole


def check_refused(part: Part, actions: list[Item], failures: list[Failure]) -> None:
    """Tell whether a completed transaction was refused since its person may not do it, any more.

    Raises
    ------
    NotFoundError, ForbiddenError
        That is why.
    """
    for failure in failures:
        if part.person and part.least and "ConditionCheck" in actions[failure.action]:
            own_item = keys.primary(part.owner, keys.member(part.person))
            if key_of(actions[failure.action]) == own_item:
                _check(failure.item, part.least)


def _check(member: Item | None, least: Role, *, even_ending: bool = False) -> None:
    is_in = member and (even_ending or ENDING not in member)
    check(member["role"]["S"] if member and is_in else None, least)


def _demand(owner: str, person: str, least: Role) -> Item:
    roles = {f":{role}": {"S": role} for role in allowed(least)}
    return {
        "ConditionCheck": {
            "Key": keys.primary(owner, keys.member(person)),
            "ConditionExpression": f"#role IN ({', '.join(roles)})"
            " AND attribute_not_exists(#ending)",
            "ExpressionAttributeNames": {"#role": "role", "#ending": ENDING},
            "ExpressionAttributeValues": roles,
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
    }


def _counted(owner: str, actions: list[Item]) -> list[str]:
    """Tell which numbers count a transaction.

    None of them counts one that only checks something in the ledger, as a copy does in the first.
    """
    changing = [
        action
        for action in actions
        if "ConditionCheck" not in action and key_of(action)["PK"]["S"] == owner
    ]
    if not changing:
        return []
    is_setup = not all(_is_of_expenses(action) for action in changing)
    return [REVISION, SETUP] if is_setup else [REVISION]


def _is_of_expenses(action: Item) -> bool:
    # A category of one's own counts the expenses that have it, and is no other for that.
    only_counts = action.get("Update", {}).get("UpdateExpression", "").startswith("ADD ")
    return only_counts or key_of(action)["SK"]["S"].startswith(keys.OF_EXPENSES)


def _counting(owner: str, actions: list[Item], counted: list[str]) -> list[Item]:
    """Count a transaction in what changes the tally, or beside the rest where nothing does."""
    tally = keys.primary(owner, keys.TALLY)
    names, values = {f"#{number}": number for number in counted}, {":one": {"N": "1"}}
    added = ", ".join(f"#{number} :one" for number in counted)
    whole: list[Item] = []
    is_counted = False
    for action in actions:
        if key_of(action) != tally:
            whole.append(action)
            continue
        update = action["Update"]
        counting = {
            "UpdateExpression": update["UpdateExpression"].replace("ADD ", f"ADD {added}, ", 1),
            "ExpressionAttributeNames": update["ExpressionAttributeNames"] | names,
            "ExpressionAttributeValues": update["ExpressionAttributeValues"] | values,
        }
        whole.append({"Update": update | counting})
        is_counted = True
    if not is_counted:
        update = {
            "Key": tally,
            "UpdateExpression": f"ADD {added}",
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
        whole.append({"Update": update})
    return whole
