"""Each role allows what its operation was seen to do: nothing missing, nothing unused."""

import itertools
import uuid
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from jobs import record_due
from stacks.operations import PERMISSIONS, RECORD_DUE
from tests.api_client import expense
from tests.security.aws_calls import AwsCalls, RecordedClient
from tests.snapshot.synthesis import synthesize
from tracker import daily_run
from tracker.clock import today

TABLE = "expenses"
TOMORROW = (date.fromisoformat(today()) + timedelta(days=1)).isoformat()

# Lambda itself writes logs and sends traces, with the role of the function.
LAMBDAS_OWN = {
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
}


@pytest.fixture
def calls(dynamodb, monkeypatch):
    return AwsCalls(monkeypatch)


def everything_that_can_be_done(person):
    """Take every way through every operation that asks something else of the table."""
    person.call("GET", "/api/health")
    own = person.add_category(name="Pets").json["id"]
    assert person.add_category(name="pets").status == 409
    other = person.add_category(name="Other pets").json["id"]
    closed = person.add_category(name="Old").json["id"]
    categories(person, own)

    ids = [str(uuid.UUID(int=number)) for number in range(1, 8)]
    for _ in range(2):
        assert person.add(id=ids[0]).status in (200, 201)
    assert person.add(id=ids[0], amount_paise=1).status == 409
    first = person.add(id=ids[1], category=own).json
    assert person.add(id=ids[2], category=closed).status == 201
    assert person.edit_category(closed, archived=True).status == 200
    assert person.add(id=ids[2], category=closed).status == 200
    assert person.add(id=ids[3], category=closed).status == 422

    for _ in range(2):
        rows = [
            expense(id=ids[4]),
            expense(id=ids[5], category=own),
            expense(id=ids[0], amount_paise=2),
            expense(id=ids[2], category=closed),
            expense(id=ids[6], category="nothing"),
        ]
        assert person.add_many(rows).status == 200

    first = person.edit(first, reference="UTR1").json
    assert person.add(id=ids[3], reference="UTR1", amount_paise=12_000).status == 409
    first = person.edit(first, amount_paise=5).json
    first = person.edit(first, date="2026-08-01", category="rent").json
    first = person.edit(first, category=own).json
    assert person.edit(first, category=closed).status == 422
    assert person.edit(first | {"version": 9}).status == 412
    assert person.edit(first | {"id": ids[6]}).status == 404

    first = person.edit(first, reference="UTR2").json
    many_changes(person, first, own)

    assert person.get(ids[0]).status == 200
    lists_and_totals(person, own)

    for category in ("total", "rent", own):
        assert person.budget(category, "2026-07", 500).status == 200
    assert len(person.budgets("2026-07")) == 3
    assert len(person.call("GET", "/api/budgets").json["items"]) == 3
    settings(person)
    recurring_rules(person, own)
    assert person.teach("Corner Bakery", category="groceries").status == 200
    assert len(person.payees()) == 1
    assert person.forget("Corner Bakery").status == 204

    assert person.delete_category(own).status == 409
    assert person.delete(ids[0]).status == 204
    assert person.delete(ids[0]).status == 404
    assert person.delete(ids[1]).status == 204
    assert person.delete(ids[4], **{"if-match": '"9"'}).status == 412
    assert person.delete(ids[5]).status == 204
    assert len(person.deleted().json["items"]) == 7
    assert person.delete_category(own).status == 204
    assert person.teach("Old Bakery", category=other).status == 200
    assert person.add(id=ids[6], category=other, reference="UTR9").status == 201
    assert person.budget(other, "2026-07", 500).status == 200
    assert person.delete_category(other, move_to="rent").status == 204
    assert person.delete_category("rent").status == 409


def settings(person):
    """Change the settings, one by one and back."""
    for change in ({"month_start": 25}, {"carry_over_from": "2026-07"}, {"carry_over_from": None}):
        assert person.change_settings(**change).status == 200
    assert person.settings() == {"month_start": 25, "carry_over_from": None}


def many_changes(person, stored, own):
    """Change an expense of an own category in each way, and delete another."""
    for change in ({"date": "2026-09-01"}, {"category": "rent"}, {"category": own}):
        (row,) = person.change_many([stored], **change).json["results"]
        stored = row["expense"]
    (row,) = person.change_many([stored], add_tags=["a"]).json["results"]
    (row,) = person.change_many([row["expense"]], remove_tags=["a"]).json["results"]
    other = person.add(category=own, reference="UTR3").json
    assert person.change_many([other], delete=True).json["results"][0]["status"] == "changed"


def categories(person, own):
    """Change categories in every way: own and built-in, each name kept, taken and freed."""
    changes = [
        (own, {"name": "Animals"}, 200),
        (own, {"name": "Rent"}, 409),
        (own, {"colour": "#123456"}, 200),
        ("rent", {"name": "House rent"}, 200),
        ("rent", {"name": "Home"}, 200),
        ("rent", {"name": "Rent"}, 200),
        ("rent", {"archived": True}, 200),
        ("rent", {"archived": False}, 200),
        ("nothing", {"archived": True}, 404),
    ]
    for category_id, change, status in changes:
        assert person.edit_category(category_id, **change).status == status


def recurring_rules(person, own):
    """Take every way through the rules: fixed and asking, due already and not, told and deleted."""
    begun = {"start": today(), "category": own}
    fixed = person.recur(**begun).json
    later = person.recur(**begun | {"start": "2100-01-01"}).json
    assert person.edit_rule(later, start=today()).json["last"] == today()
    assert person.recur(**begun, id=fixed["id"], amount_paise=1).status == 409
    asking = person.recur(**begun, amount_paise=None).json
    for _ in range(2):
        assert person.confirm(asking["id"], today(), 5).status in (200, 201)
    assert person.rule(asking["id"]).status == 200
    assert len(person.rules()) == 3
    assert person.upcoming().status == 200
    calendar_link(person)
    for rule in (fixed, later, asking):
        (recorded,) = person.list(rule=rule["id"]).json["items"]
        assert person.delete(recorded["id"]).status == 204
        assert person.delete_rule(rule["id"]).status == 204


def calendar_link(person):
    """Make a link, another in its place, read by it, and revoke it."""
    assert person.calendar_link().status == 200
    for _ in range(2):
        link = person.make_calendar_link().json["path"]
    assert person.call("GET", link).status == 200
    assert person.revoke_calendar_link().status == 204


def all_that_sharing_is(person, other):
    """Take every way through shared ledgers: made, joined, worked in, seen to, left and deleted."""
    home = person.share("Home", split={"kind": "equal"}).json
    assert person.share("Home", id=home["id"], split={"kind": "equal"}).status == 200
    assert person.edit_ledger(home, name="Our home").status == 200
    assert person.call("GET", f"/api/ledgers/{home['id']}").status == 200
    everything_that_can_be_done(person.within(home))

    revoked = person.invite(home).json
    assert len(person.invitations(home).json["items"]) == 1
    path = f"/api/ledgers/{home['id']}/invitations/{revoked['id']}"
    assert person.call("DELETE", path).status == 204
    for request in (other.look, other.accept):
        assert request(revoked["token"]).status == 404
    token = person.invite(home, "viewer").json["token"]
    assert other.look(token).status == 200
    for status in (201, 200):
        assert other.accept(token).status == status
    assert other.ledgers()[0]["id"] == home["id"]

    for_other = expense(by=other.id)
    assert person.within(home).add(**for_other).status == 201
    assert person.within(home).add_many([for_other | {"id": str(uuid.uuid4())}]).status == 200
    path = f"/api/ledgers/{home['id']}/settlements"
    given = {"from": other.id, "to": person.id, "amount_paise": 5, "date": "2026-07-01"}
    settled = person.call("POST", path, body=given).json
    assert len(person.call("GET", path).json["items"]) == 1
    assert person.call("GET", f"/api/ledgers/{home['id']}/balances").status == 200
    assert person.call("DELETE", f"{path}/{settled['id']}").status == 204
    trip = moving(person, home)

    known = person.revision(home).headers["ETag"]
    assert person.revision(home, known).status == 304

    assert person.edit_member(home, other, role="owner").status == 200
    assert person.edit_member(home, person, name="Asha K").status == 200
    assert len(person.members(home).json["items"]) == 2
    assert person.remove(home, other).status == 204
    assert person.remove(home, person).status == 409
    assert person.call("DELETE", f"/api/ledgers/{home['id']}").status == 204
    return home, trip


def moving(person, home):
    """Move and copy an expense with all that counts one, into a shared ledger and out of it."""
    trip = person.share("Trip").json
    for ledger in (home, trip):
        own = person.within(ledger).add_category(name="Moving").json["id"]
    stored = person.within(trip).add(category=own, tags=["a"], reference="UTR77").json
    for copy in (True, False):
        (row,) = person.within(trip).transfer([stored], home, copy=copy).json["results"]
        assert row["status"] == ("copied" if copy else "conflict")
    assert person.within(home).delete(stored["id"]).status == 204
    (row,) = person.within(trip).transfer([stored], home).json["results"]
    assert row["status"] == "moved"
    assert person.call("DELETE", f"/api/ledgers/{trip['id']}").status == 204
    return trip


def run_daily_job(person, calls, monkeypatch):
    """Record what is due in every way: a rule that stands as it was found, one that does not."""
    own = person.add_category(name="Daily").json["id"]
    rule = person.recur(start=TOMORROW, category=own, tags=["home"]).json
    person.recur(start=TOMORROW, amount_paise=None)
    open_categories, amounts = daily_run.open_categories, itertools.count(7)

    def change_meanwhile(repository):
        found = person.rule(rule["id"]).json
        assert person.edit_rule(found, amount_paise=next(amounts)).status == 200
        return open_categories(repository)

    monkeypatch.setattr(daily_run, "open_categories", change_meanwhile)
    monkeypatch.setattr(daily_run, "AT_ONCE", 1)
    monkeypatch.setattr(record_due, "today", lambda: TOMORROW)
    with calls.of(RECORD_DUE.name):
        context = SimpleNamespace(get_remaining_time_in_millis=lambda: 900_000)
        assert record_due.handler({}, context) == {"days": 2, "left": 0, "faults": 0}


def lists_and_totals(person, own):
    for narrowed in ({}, {"tag": "a"}, {"q": "a"}, {"category": own}, {"category": "rent"}):
        person.list_all(limit=1, **narrowed)
    for group_by in ("day,month,category", "month"):
        assert person.summary(group_by=group_by, category=own).status == 200
    assert len(person.categories()) == 21


def allowed(cloud, handler):
    """What the role of a handler's function allows, in the form of `AwsCalls.used`."""
    template = cloud["Operations"].body["Resources"]
    (function,) = (
        resource["Properties"]
        for resource in template.values()
        if resource["Type"] == "AWS::Lambda::Function"
        and resource["Properties"]["Handler"] == handler
    )
    role = template[function["Role"]["Fn::GetAtt"][0]]["Properties"]
    assert "ManagedPolicyArns" not in role
    return {
        (action, resource)
        for policy in role["Policies"]
        for statement in policy["PolicyDocument"]["Statement"]
        for action in listed(statement["Action"])
        if action not in LAMBDAS_OWN
        for resource in map(resource_name, listed(statement["Resource"]))
    }


def resource_name(arn):
    """Name the table and its indexes as the recorded calls do; leave all else as it is."""
    (table, *index) = arn["Fn::Join"][1] if "Fn::Join" in arn else [arn]
    assert "Table" in table["Fn::GetStackOutput"]["OutputName"]
    return TABLE + "".join(index)


def listed(value):
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_each_role_allows_just_what_its_operation_does(calls, stage):
    everything_that_can_be_done(RecordedClient("asha", calls))
    all_that_sharing_is(RecordedClient("asha", calls), RecordedClient("ravi", calls))
    cloud = synthesize(stage=stage)
    for operation in PERMISSIONS:
        used = calls.used[operation]
        assert allowed(cloud, f"handlers.{operation}.handler") == used, operation


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_so_does_the_daily_job_s(calls, monkeypatch, stage):
    run_daily_job(RecordedClient("asha", calls), calls, monkeypatch)
    assert allowed(synthesize(stage=stage), RECORD_DUE.handler) == calls.used[RECORD_DUE.name]


def test_every_call_names_the_partition_of_the_person_and_no_other(calls, monkeypatch):
    everything_that_can_be_done(RecordedClient("asha", calls))
    run_daily_job(RecordedClient("asha", calls), calls, monkeypatch)
    # A calendar has nothing but its link, and learns from that whose it is.
    links = {partition for partition in calls.partitions if partition.startswith("CALENDAR#")}
    assert len(links) == 2
    assert calls.partitions - links == {"USER#asha"}


def test_what_is_shared_is_asked_for_in_the_ledger_s_partition_and_no_other(calls):
    home, trip = all_that_sharing_is(RecordedClient("asha", calls), RecordedClient("ravi", calls))
    # Of people there is what the index finds by them, whose token opened nothing, how much they
    # wrote that day, whichever ledger they wrote in, and a calendar's link, which is theirs.
    assert {it for it in calls.partitions if not it.startswith("CALENDAR#")} == {
        *(f"LEDGER#{home['id']}", f"LEDGER#{trip['id']}"),
        *("MEMBER#asha", "MEMBER#ravi", "ATTEMPTS#ravi"),
        *calls.partitions & {"USER#asha", "USER#ravi"},
    }
