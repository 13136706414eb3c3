"""What stands for a person in log lines: the operator's command and the functions agree."""

import json

from operations.__main__ import main
from tests.api_client import expense
from tests.stack import running_stack, sub_of


def lines_of(name):
    """The lines that functions wrote of one person, by what they log under."""
    logs = running_stack().client("logs")
    groups = logs.get_paginator("describe_log_groups").paginate()
    events = [
        event["message"]
        for page in groups
        for group in page["logGroups"]
        for event in logs.filter_log_events(logGroupName=group["logGroupName"])["events"]
    ]
    lines = [json.loads(event) for event in events if event.startswith("{") and name in event]
    return [line for line in lines if line.get("person") == name]


def test_it_finds_what_the_deployed_functions_wrote_of_one_person(person, email, capsys):
    person.post("/expenses", json=expense(description="mine"))
    assert person.get("/expenses", params={"limit": "0"}).status_code == 400
    assert main(["log-name", "--stage", "dev", "--email", email]) == 0
    name = capsys.readouterr().out.strip()
    found = lines_of(name)
    assert [(it["message"], it["status"]) for it in found] == [
        ("add_expense", 201),
        ("list_expenses", 400),
    ]
    for private in (email, sub_of(email), "mine"):
        assert private not in json.dumps(found)
    assert main(["log-name", "--stage", "dev", "--user", sub_of(email)]) == 0
    assert capsys.readouterr().out.strip() == name


def test_a_person_must_be_somebody(capsys):
    assert main(["log-name", "--stage", "dev", "--email", "nobody@example.com"]) == 1
    assert "nobody in the user pool" in capsys.readouterr().err
