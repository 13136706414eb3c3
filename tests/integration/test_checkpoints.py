"""What the local emulator keeps when it is killed: started alone, without the stacks."""

import json
import os
import signal
import socket
import time

import pytest

from local import emulator
from local.settings import Settings


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as one:
        return one.getsockname()[1]


@pytest.fixture
def settings(tmp_path):
    settings = Settings(folder=tmp_path, port=1, emulator_port=free_port())
    emulator.install(settings)
    emulator.start(settings, "pytest")
    yield settings
    emulator.process(settings).stop(10)


def kill(settings):
    record = json.loads((settings.folder / "emulator.pid").read_text())
    os.killpg(record["pid"], signal.SIGKILL)
    wait_for(lambda: not emulator.process(settings).running())


def wait_for(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def wait_for_checkpoint_with(settings, text):
    checkpoints = settings.folder / "emulator" / "checkpoints"

    def holds_it():
        current = checkpoints / "CURRENT"
        if not current.exists():
            return False
        files = (checkpoints / current.read_text()).rglob("*.json")
        return any(text in file.read_text() for file in files)

    wait_for(holds_it)


def table_of(settings):
    dynamodb = emulator.client("dynamodb", settings.emulator_url)
    dynamodb.create_table(
        TableName="counts",
        KeySchema=[{"AttributeName": "PK", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "PK", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return dynamodb


def put(dynamodb, key):
    dynamodb.put_item(TableName="counts", Item={"PK": {"S": key}})


def keys(dynamodb):
    return {item["PK"]["S"] for item in dynamodb.scan(TableName="counts")["Items"]}


def test_what_a_checkpoint_holds_survives_a_kill(settings):
    dynamodb = table_of(settings)
    put(dynamodb, "early")
    wait_for_checkpoint_with(settings, "early")
    put(dynamodb, "late")
    wait_for_checkpoint_with(settings, "late")
    kill(settings)

    emulator.start(settings, "pytest")

    assert keys(dynamodb) == {"early", "late"}


def test_an_orderly_stop_loses_nothing(settings):
    dynamodb = table_of(settings)
    put(dynamodb, "the very last moment")
    emulator.process(settings).stop(30)

    emulator.start(settings, "pytest")

    assert keys(dynamodb) == {"the very last moment"}


def test_a_checkpoint_cut_short_counts_for_nothing(settings):
    dynamodb = table_of(settings)
    put(dynamodb, "kept")
    wait_for_checkpoint_with(settings, "kept")
    kill(settings)
    unfinished = settings.folder / "emulator" / "checkpoints" / "99999999"
    unfinished.mkdir()
    (unfinished / "dynamodb.json").write_text('{"half a')

    emulator.start(settings, "pytest")

    assert keys(dynamodb) == {"kept"}


def test_no_checkpoint_is_taken_during_a_deployment(settings):
    dynamodb = table_of(settings)
    put(dynamodb, "before")
    wait_for_checkpoint_with(settings, "before")
    emulator.pause_checkpoints(settings).touch()
    put(dynamodb, "half a deployment")
    # As long as it takes to be sure: a checkpoint is due after two seconds.
    time.sleep(4)
    kill(settings)

    emulator.start(settings, "pytest")

    assert keys(dynamodb) == {"before"}


def test_emulated_buckets_are_restored_with_the_rest(settings):
    s3 = emulator.client("s3", settings.emulator_url)
    s3.create_bucket(
        Bucket="assets", CreateBucketConfiguration={"LocationConstraint": "ap-south-1"}
    )
    s3.put_object(Bucket="assets", Key="one", Body=b"1")
    wait_for_checkpoint_with(settings, '"one"')
    kill(settings)

    emulator.start(settings, "pytest")

    assert s3.get_object(Bucket="assets", Key="one")["Body"].read() == b"1"


def test_the_emulator_listens_on_loopback_only(settings):
    addresses = socket.getaddrinfo(socket.gethostname(), settings.emulator_port, socket.AF_INET)
    others = {one[4][0] for one in addresses if not one[4][0].startswith("127.")}

    for address in others:
        with socket.socket() as probe:
            probe.settimeout(2)
            assert probe.connect_ex((address, settings.emulator_port)) != 0
