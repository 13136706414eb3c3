"""Shared ledgers in the table: an item ``LEDGER`` each, and an item ``MEMBER#<sub>`` a person.

The one holds the name, the split, how many are in it and how many of them own it, so that a
condition keeps the last owner in and the number of people down. The others say what each may do;
that of somebody who is in is in the index ``by-member`` too. Who leaves keeps an item, without any
right, for their name. While a ledger is being deleted, both its own item and that of who deletes it
say so.
"""

import msgspec
from msgspec import UNSET

from tracker.access import Role, Standing
from tracker.limits import MAX_PEOPLE
from tracker.repository import keys
from tracker.repository.part import ENDING
from tracker.repository.table import Item
from tracker.sharing import Ledger, LedgerContent, Member, Split


def ledger_from_items(ledger: Item, member: Item) -> Ledger:
    """Read a ledger, as a member sees it."""
    return Ledger(
        id=keys.ledger_of(ledger["PK"]["S"]),
        name=ledger["name"]["S"],
        role=msgspec.convert(member["role"]["S"], Role),
        member=member_id(member),
        people=int(ledger["people"]["N"]),
        split=msgspec.json.decode(ledger["split"]["S"], type=Split | None),
        version=int(ledger["version"]["N"]),
        created_at=ledger["created_at"]["S"],
        updated_at=ledger["updated_at"]["S"],
    )


def put_ledger(owner: str, content: LedgerContent, at: str) -> Item:
    """Make a ledger of one owner, unless its id is taken."""
    item: Item = {
        **keys.primary(owner, keys.LEDGER),
        **_said(content),
        "people": {"N": "1"},
        "owners": {"N": "1"},
        "version": {"N": "1"},
        "created_at": {"S": at},
        "updated_at": {"S": at},
    }
    return {"Put": {"Item": item, "ConditionExpression": "attribute_not_exists(PK)"}}


def change_ledger(owner: str, before: Ledger, content: LedgerContent, at: str) -> Item:
    """Replace what a version of a ledger says."""
    values = {
        f":{name}": value
        for name, value in {
            **_said(content),
            "updated_at": {"S": at},
            "seen": {"N": str(before.version)},
            "next": {"N": str(before.version + 1)},
        }.items()
    }
    return {
        "Update": {
            "Key": keys.primary(owner, keys.LEDGER),
            "UpdateExpression": "SET #name = :name, #split = :split, #version = :next,"
            " #updated_at = :updated_at",
            "ConditionExpression": "#version = :seen",
            "ExpressionAttributeNames": {
                f"#{name}": name for name in ("name", "split", "version", "updated_at")
            },
            "ExpressionAttributeValues": values,
        }
    }


def count_people(owner: str, *, people: int, owners: int) -> Item:
    """Count who comes and goes: at most so many, at least one owner, unless it is being deleted."""
    conditions = ["attribute_not_exists(#ending)"]
    names = {"#people": "people", "#owners": "owners", "#ending": ENDING}
    values: Item = {":people": {"N": str(people)}, ":owners": {"N": str(owners)}}
    if people > 0:
        conditions.append("#people < :most")
        values[":most"] = {"N": str(MAX_PEOPLE)}
    if owners < 0:
        conditions.append("#owners > :one")
        values[":one"] = {"N": "1"}
    return {
        "Update": {
            "Key": keys.primary(owner, keys.LEDGER),
            "UpdateExpression": "ADD #people :people, #owners :owners",
            "ConditionExpression": " AND ".join(conditions),
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": values,
        }
    }


def end_ledger(owner: str, person: str, people: int) -> list[Item]:
    """Let nobody in any more, as long as so many are, and show nothing to its owner who ends it."""
    ledger = {
        "Key": keys.primary(owner, keys.LEDGER),
        "UpdateExpression": "SET #ending = :true, #people = :one, #owners = :one",
        "ConditionExpression": "#people = :seen",
        "ExpressionAttributeNames": {f"#{name}": name for name in (ENDING, "people", "owners")},
        "ExpressionAttributeValues": {
            ":true": {"BOOL": True},
            ":one": {"N": "1"},
            ":seen": {"N": str(people)},
        },
    }
    member = {
        "Key": keys.primary(owner, keys.member(person)),
        "UpdateExpression": "SET #ending = :true",
        "ConditionExpression": "#role = :owner",
        "ExpressionAttributeNames": {f"#{name}": name for name in (ENDING, "role")},
        "ExpressionAttributeValues": {":true": {"BOOL": True}, ":owner": {"S": "owner"}},
    }
    return [{"Update": ledger}, {"Update": member}]


def member_id(item: Item) -> str:
    """Read whose item it is."""
    return item["SK"]["S"].removeprefix(keys.MEMBERS)


def member_from_item(item: Item) -> Member:
    """Read a member, past or present."""
    return Member(
        id=member_id(item),
        name=item["name"]["S"],
        role=msgspec.convert(item["role"]["S"], Standing),
        joined_at=item["joined_at"]["S"],
        left_at=item["left_at"]["S"] if "left_at" in item else UNSET,
        shares_until=item["shares_until"]["S"] if "shares_until" in item else UNSET,
    )


def put_member(owner: str, member: Member, seen: Member | None) -> Item:
    """Write a member, in the place of what was seen of them."""
    item: Item = {
        **keys.primary(owner, keys.member(member.id)),
        "name": {"S": member.name},
        "role": {"S": member.role},
        "joined_at": {"S": member.joined_at},
    }
    if member.left_at is UNSET:
        item["member"] = {"S": keys.member(member.id)}
        item["member_ledger"] = {"S": owner}
    else:
        item["left_at"] = {"S": member.left_at}
    if member.shares_until is not UNSET:
        item["shares_until"] = {"S": member.shares_until}
    condition: Item = {"ConditionExpression": "attribute_not_exists(PK)"}
    if seen:
        condition = {
            "ConditionExpression": "#role = :role AND #joined_at = :joined_at AND #name = :name",
            "ExpressionAttributeNames": {
                f"#{name}": name for name in ("role", "joined_at", "name")
            },
            "ExpressionAttributeValues": {
                ":role": {"S": seen.role},
                ":joined_at": {"S": seen.joined_at},
                ":name": {"S": seen.name},
            },
        }
    return {"Put": {"Item": item, **condition}}


def members_query(owner: str) -> Item:
    """Make the query of all who are in a ledger, or were."""
    return {
        "KeyConditionExpression": "PK = :owner AND begins_with(SK, :members)",
        "ExpressionAttributeValues": {":owner": {"S": owner}, ":members": {"S": keys.MEMBERS}},
    }


def ledgers_query(user: str) -> Item:
    """Make the query of the ledgers that a person is in, as far as the index knows."""
    return {
        "IndexName": keys.MEMBER_INDEX,
        "ConsistentRead": False,  # a global index knows no other
        "KeyConditionExpression": "#member = :member",
        "ExpressionAttributeNames": {"#member": "member"},
        "ExpressionAttributeValues": {":member": {"S": keys.member(user)}},
    }


def _said(content: LedgerContent) -> Item:
    return {
        "name": {"S": content.name},
        "split": {"S": msgspec.json.encode(content.split).decode()},
    }
