"""Requests to the table, through a client that notes them and answers as it is told."""

import pytest
from botocore.exceptions import ClientError

from tracker.deadline import ANSWER_SECONDS, CONNECT_SECONDS, RESERVE, Deadline
from tracker.repository.client import USER_AGENT, open_client
from tracker.repository.table import Table, table


class Client:
    """Answers each request with the next of some answers; an error is raised."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.sent = []

    def __getattr__(self, name):
        def send(**request):
            self.sent.append((name, request))
            answer = self.answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer

        return send


def refused(code):
    return ClientError({"Error": {"Code": code}}, "DeleteItem")


@pytest.fixture
def deadline():
    return Deadline(RESERVE + 5, clock=lambda: 0, sleep=lambda _: None)


def test_the_client_waits_as_long_as_planned_and_repeats_nothing_by_itself():
    config = open_client().meta.config
    assert (config.connect_timeout, config.read_timeout) == (CONNECT_SECONDS, ANSWER_SECONDS)
    assert (config.retries["total_max_attempts"], config.user_agent) == (1, USER_AGENT)


def test_the_client_takes_answers_as_they_are_and_sends_what_it_is_given(dynamodb):
    key = {"PK": {"S": "a"}, "SK": {"S": "b"}}
    dynamodb.put_item(TableName="expenses", Item=key | {"bytes": {"B": b"x"}})
    # botocore would have made bytes of it, and refused a text in place of a truth value.
    answer = open_client().get_item(TableName="expenses", Key=key, ConsistentRead="true")
    assert answer["Item"]["bytes"] == {"B": "eA=="}


def test_a_query_reads_to_its_last_page_each_time_consistently(deadline):
    client = Client(
        {"Items": [1, 2], "LastEvaluatedKey": {"SK": "2"}},
        {"Items": [], "LastEvaluatedKey": {"SK": "5"}},
        {"Items": [6]},
    )
    assert list(Table(client, "t").query(deadline, Limit=2)) == [1, 2, 6]
    assert [request for _, request in client.sent] == [
        {"TableName": "t", "ConsistentRead": True, "Limit": 2, **after}
        for after in ({}, {"ExclusiveStartKey": {"SK": "2"}}, {"ExclusiveStartKey": {"SK": "5"}})
    ]


def test_an_item_is_read_consistently(deadline):
    client = Client({"Item": 1}, {})
    table = Table(client, "t")
    assert [table.get({"PK": 1}, deadline), table.get({"PK": 2}, deadline)] == [1, None]
    assert all(request["ConsistentRead"] is True for _, request in client.sent)


@pytest.mark.parametrize("error", ["ConditionalCheckFailedException", "ThrottlingException"])
def test_what_is_only_attempted_is_tried_once_and_may_fail(deadline, error):
    client = Client(refused(error))
    Table(client, "t").attempt_delete(deadline, Key={"PK": 1})
    assert client.sent == [("delete_item", {"TableName": "t", "Key": {"PK": 1}})]


def test_what_is_only_attempted_is_left_when_the_time_is_up():
    client = Client()
    Table(client, "t").attempt_delete(Deadline(0), Key={"PK": 1})
    assert client.sent == []


def test_an_attempt_that_may_not_be_made_is_a_fault(deadline):
    client = Client(refused("AccessDeniedException"))
    with pytest.raises(ClientError):
        Table(client, "t").attempt_delete(deadline, Key={"PK": 1})


@pytest.mark.parametrize(
    "error",
    [
        {"Error": {"Code": "ItemCollectionSizeLimitExceededException"}},
        {
            "Error": {"Code": "TransactionCanceledException"},
            "CancellationReasons": [
                {"Code": "None"},
                {"Code": "ItemCollectionSizeLimitExceeded"},
                {"Code": "TransactionConflict"},
            ],
        },
    ],
    ids=["alone", "in a transaction"],
)
def test_a_ledger_without_room_is_a_conflict_that_says_so(asha, monkeypatch, error):
    full = Client(ClientError(error, "TransactWriteItems"))
    monkeypatch.setattr(table()._client, "transact_write_items", full.transact_write_items)
    answer = asha.add()
    assert answer.status == 409
    assert "10 GB" in answer.json["detail"]
    assert len(full.sent) == 1
