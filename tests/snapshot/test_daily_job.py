"""What runs every day by itself: its schedule, what it may do, and how long."""

from tests.snapshot.synthesis import synthesize
from tests.snapshot.test_functions import listed, table_arn

HANDLER = "jobs.record_due.handler"


def job(cloud):
    """The function's name within its stack, and what it is."""
    (found,) = (
        (name, it["Properties"])
        for name, it in cloud["Operations"].resources("AWS::Lambda::Function").items()
        if it["Properties"]["Handler"] == HANDLER
    )
    return found


def test_it_runs_once_a_day_five_past_midnight_in_india(cloud):
    name, _ = job(cloud)
    schedule = cloud["Operations"].only("AWS::Events::Rule")
    assert schedule["ScheduleExpression"] == "cron(35 18 * * ? *)"  # in UTC
    (target,) = schedule["Targets"]
    assert target["Arn"] == {"Fn::GetAtt": [name, "Arn"]}


def test_it_rests_while_nothing_may_be_written(cloud):
    assert cloud["Operations"].only("AWS::Events::Rule")["State"] == "ENABLED"
    resting = synthesize(stage="prod", throttle_rate="0", throttle_burst="0")
    assert resting["Operations"].only("AWS::Events::Rule")["State"] == "DISABLED"


def test_nothing_but_its_schedule_may_run_it(cloud):
    name, _ = job(cloud)
    permissions = [
        it["Properties"]
        for it in cloud["Operations"].resources("AWS::Lambda::Permission").values()
        if it["Properties"]["FunctionName"] == {"Fn::GetAtt": [name, "Arn"]}
    ]
    assert [it["Principal"] for it in permissions] == ["events.amazonaws.com"]
    (rule,) = cloud["Operations"].resources("AWS::Events::Rule")
    assert permissions[0]["SourceArn"] == {"Fn::GetAtt": [rule, "Arn"]}


def test_it_may_do_just_what_it_does(cloud):
    _, function = job(cloud)
    role = cloud["Operations"].body["Resources"][function["Role"]["Fn::GetAtt"][0]]["Properties"]
    assert "ManagedPolicyArns" not in role
    (policy,) = role["Policies"]
    statements = {it["Sid"]: it for it in policy["PolicyDocument"]["Statement"]}
    assert statements.keys() == {"Table", "Due", "Logs", "Traces"}
    assert listed(statements["Table"]["Action"]) == [
        f"dynamodb:{action}" for action in ("GetItem", "PutItem", "Query", "UpdateItem")
    ]
    assert statements["Table"]["Resource"] == table_arn(cloud)
    assert listed(statements["Due"]["Action"]) == ["dynamodb:Query"]
    in_index = {"Fn::Join": ["", [table_arn(cloud), "/index/due"]]}
    assert statements["Due"]["Resource"] == in_index


def test_it_has_the_longest_time_there_is(cloud):
    _, function = job(cloud)
    assert function["Timeout"] == 15 * 60
    assert function["Environment"]["Variables"]["TABLE_NAME"]
