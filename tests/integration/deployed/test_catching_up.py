"""What came due while the stack was down is recorded as it starts."""

import base64
import json
import time
from datetime import date, timedelta

from msgspec import structs

from local.stack import record_due
from tracker.clock import today
from tracker.repository import keys, rules

LONGEST_SECONDS = 60


def day(days):
    return (date.fromisoformat(today()) + timedelta(days=days)).isoformat()


def owner_of(person):
    """The partition of a person, by their token."""
    claims = person.token.split(".")[1]
    return keys.of_person(json.loads(base64.urlsafe_b64decode(claims + "=="))["sub"])


def test_what_came_due_while_the_stack_was_down_is_recorded_as_it_starts(asha, stack):
    rule_id = asha.recur(frequency="daily", start=day(1)).json["id"]
    dynamodb, owner = stack.client("dynamodb"), owner_of(asha)
    key = keys.primary(owner, keys.rule(rule_id))
    stored = dynamodb.get_item(TableName=stack.table_name, Key=key)["Item"]
    # As if it had been added days ago, and the stack had been down since.
    waiting = structs.replace(rules.from_item(stored), start=day(-2), next=day(-2))
    dynamodb.put_item(TableName=stack.table_name, Item=rules.to_item(owner, waiting))
    assert asha.list().json["items"] == []

    # `make run` begins with it.
    record_due(stack)
    ends = time.monotonic() + LONGEST_SECONDS
    while len(listed := asha.list().json["items"]) < 3 and time.monotonic() < ends:
        time.sleep(0.5)
    assert [one["date"] for one in listed] == [day(0), day(-1), day(-2)]
    assert asha.rule(rule_id).json["next"] == day(1)
