"""What log lines say of the person: the same in all of theirs, and not who they are."""

import json

import pytest

from api.pseudonym import KEY_VARIABLE, pseudonym
from tests.api_client import ApiClient
from tracker import ledger

KEY = "arn:aws:cloudformation:ap-south-1:111111111111:stack/Operations/8a3f"


@pytest.fixture(autouse=True)
def key(monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, KEY)


@pytest.fixture
def people(logged):
    """A function that tells whom each line since names, by its message."""

    def read():
        lines = [json.loads(line) for line in logged().splitlines() if line.startswith("{")]
        return [(line["message"], line.get("person")) for line in lines if "message" in line]

    return read


def test_every_line_of_a_person_names_them_alike_and_nobody_else_so(asha, ravi, people):
    asha.add()
    ravi.list()
    asha.list()
    (_, first), (_, other), (_, second) = people()
    assert first == second == pseudonym("asha", KEY)
    assert other == pseudonym("ravi", KEY) != first


def test_the_line_of_a_bug_names_the_person_too(asha, monkeypatch, people):
    monkeypatch.setattr(ledger, "add", lambda *_: 1 / 0)
    asha.add()
    assert people() == [(it, pseudonym("asha", KEY)) for it in ("fault", "add_expense")]


def test_a_name_is_known_by_its_key_only():
    name = pseudonym("asha", KEY)
    assert len(name) == 16
    assert name != pseudonym("asha", f"{KEY}x")
    assert "asha" not in name


def test_who_is_nobody_is_not_named_by_the_one_before(asha, people):
    asha.list()
    ApiClient(user="asha").call("GET", "/api/health")
    assert people()[-1] == ("health", None)


def test_without_a_key_nobody_is_named(asha, monkeypatch, people):
    monkeypatch.delenv(KEY_VARIABLE)
    asha.list()
    assert people() == [("list_expenses", None)]
