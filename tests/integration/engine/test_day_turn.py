"""The turn of the day on the local stack: the emulator's clock starts the run that records the day.

The emulator looks at its schedules every ten seconds. Here its own code does so, with a clock that
is set shortly before midnight in India and moved on by hand.
"""

import json
import subprocess
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from jobs import record_due
from local import emulator
from local.settings import ACCOUNT, REGION, Settings
from stacks.parts.daily_job import HOUR, MINUTE
from tracker.clock import INDIA
from tracker.repository.table import Table

from .conftest import TABLE_NAME

SCHEDULE = f"cron({MINUTE} {HOUR} * * ? *)"
BEFORE_MIDNIGHT = datetime(2026, 11, 25, 23, 58, tzinfo=INDIA)
LOOKS = timedelta(seconds=10)

# What of the emulator is replaced: its clock, and the call of the target, which is noted instead.
FIRE = """
import json, sys
from ministack.services import eventbridge

schedule, account, region, *looks = json.loads(sys.argv[1])
fired = []
rule = {
    "Name": "Daily", "State": "ENABLED", "ScheduleExpression": schedule, "EventBusName": "default",
    "Arn": f"arn:aws:events:{region}:{account}:rule/Daily",
}
key = (account, region, "default|Daily")
eventbridge._rules._data[key] = rule
eventbridge._targets._data[key] = [{"Id": "Target0", "Arn": "arn:aws:lambda:function"}]
for now in looks:
    eventbridge._now_ts = lambda: now
    eventbridge._invoke_target = lambda *_: fired.append(now)
    eventbridge._tick_scheduled_rules()
print(json.dumps(fired))
"""


@pytest.fixture(scope="module")
def fired(tmp_path_factory):
    """A function that tells when the emulator starts the run, of the times at which it looks."""
    settings = Settings(folder=tmp_path_factory.mktemp("emulator"), port=1, emulator_port=2)
    emulator.install(settings)

    def fired(looks):
        told = json.dumps([SCHEDULE, ACCOUNT, REGION, *(look.timestamp() for look in looks)])
        ran = subprocess.run(
            [str(settings.emulator_python), "-c", FIRE, told],
            cwd=settings.folder,
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )
        assert ran.returncode == 0, ran.stderr
        return [datetime.fromtimestamp(at, INDIA) for at in json.loads(ran.stdout.splitlines()[-1])]

    return fired


def every_ten_seconds(minutes):
    return [BEFORE_MIDNIGHT + number * LOOKS for number in range(minutes * 6)]


@pytest.fixture
def clock(monkeypatch, client):
    """A function that sets the clock of everything that records."""
    monkeypatch.setattr(record_due, "table", lambda: Table(client, TABLE_NAME))

    def set_clock(now):
        for place in ("tracker.rules", "tracker.recording", "jobs.record_due"):
            monkeypatch.setattr(f"{place}.today", lambda: now.date().isoformat())

    return set_clock


def run():
    return record_due.handler({}, SimpleNamespace(get_remaining_time_in_millis=lambda: 900_000))


def test_it_runs_once_at_five_past_midnight_in_india(fired):
    (at,) = fired(every_ten_seconds(minutes=60))
    assert timedelta(0) <= at - datetime(2026, 11, 26, 0, 5, tzinfo=INDIA) < LOOKS


def test_what_is_due_is_recorded_when_the_day_turns_and_not_before(asha, books, fired, clock):
    clock(BEFORE_MIDNIGHT)
    rule = asha.recur(start="2026-11-26", frequency="daily")
    assert rule.status == 201
    run()
    assert books.check(asha) == {}
    for at in fired(every_ten_seconds(minutes=60)):
        clock(at)
        run()
    assert [one["date"] for one in books.check(asha).values()] == ["2026-11-26"]
    assert asha.rule(rule.json["id"]).json["next"] == "2026-11-27"


def test_a_machine_that_slept_through_it_records_when_it_wakes(asha, books, fired, clock):
    clock(BEFORE_MIDNIGHT)
    asha.recur(start="2026-11-26", frequency="daily")
    woken = datetime(2026, 11, 28, 7, 30, tzinfo=INDIA)
    ran = fired([BEFORE_MIDNIGHT, *(woken + number * LOOKS for number in range(6))])
    assert ran == [woken]
    clock(woken)
    run()
    days = sorted(one["date"] for one in books.check(asha).values())
    assert days == ["2026-11-26", "2026-11-27", "2026-11-28"]
