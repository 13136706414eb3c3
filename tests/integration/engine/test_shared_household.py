"""A household's whole ledger goes into a shared one while another member is at work in it."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import cast

import pytest

from local.expense_sender import Sender, Sent, batches
from local.ledger_import import import_ledger
from local.settings import REPOSITORY

HOUSEHOLD = REPOSITORY.parent / "shared/data/household.csv"
TRIES = 8
ROUNDS_AT_LEAST = 5
EDITED_AT_ONCE = 3

pytestmark = [
    pytest.mark.skipif(
        not HOUSEHOLD.exists(), reason=f"not part of this repository: {HOUSEHOLD.name}"
    ),
    pytest.mark.skipif(shutil.which("node") is None, reason="Node, which reads files, is missing"),
]


class Importer:
    """Sends what the import command reads into a shared ledger.

    Parameters
    ----------
    member
        A member, at work in the ledger.
    """

    def __init__(self, member):
        self.member = member
        self.sent = Sent()

    def categories(self):
        return self.member.categories()

    def add_category(self, name):
        return done(lambda: self.member.add_category(name=name)).json["id"]

    def send(self, expenses):
        for batch in batches(expenses):
            answer = done(lambda batch=batch: self.member.add_many(batch))
            self.sent.counts.update(row["status"] for row in answer.json["results"])
        return self.sent


def done(request):
    """Repeat a request while the ledger is busy; return the answer that says it is done."""
    for _ in range(TRIES):
        answer = request()
        if answer.status != 503:
            assert answer.status in (200, 201), answer.json
            return answer
    raise AssertionError(f"still busy after {TRIES} tries")


def work(member, imported):
    """Add expenses, and edit these and imported ones, until the import is over.

    Parameters
    ----------
    member
        Another member, at work in the ledger.
    imported : Event
        Set when the import is over.

    Returns
    -------
    added, more : int
        How many expenses were added, and by how many paise all that was done raised the total.
    """
    added = more = 0
    while not imported.is_set() or added < ROUNDS_AT_LEAST:
        own = done(lambda: member.add(amount_paise=1_00, date="2018-09-20")).json
        done(lambda own=own: member.edit(own, amount_paise=3_01))
        added, more = added + 1, more + 3_01
        for other in member.list(to="2018-09-19", limit=EDITED_AT_ONCE).json["items"]:
            raised = other["amount_paise"] + 7
            done(lambda other=other, raised=raised: member.edit(other, amount_paise=raised))
            more += 7
    return added, more


def test_an_import_beside_another_members_work_adds_up_to_the_paisa(asha, ravi):
    expected = json.loads(HOUSEHOLD.with_suffix(".expected.json").read_text())
    home = asha.share("Home").json
    asha.let_in(home, ravi)
    ours, imported = asha.within(home), Event()
    importer = Importer(ours)
    with ThreadPoolExecutor() as pool:
        working = pool.submit(work, ravi.within(home), imported)
        try:
            import_ledger(HOUSEHOLD, cast("Sender", importer))
        finally:
            imported.set()
        added, more = working.result(timeout=60)
    assert importer.sent.counts["created"] == expected["expenses"]
    summary = ours.summary().json
    assert summary["count"] == expected["expenses"] + added
    assert summary["total_paise"] == expected["total_paise"] + more
    items = ours.list_all(limit=200)
    assert len({item["id"] for item in items}) == len(items) == summary["count"]
    assert sum(item["amount_paise"] for item in items) == summary["total_paise"]
    groups = ours.summary(group_by="member").json["groups"]
    counts = {group["member"]: group["count"] for group in groups}
    assert counts == {asha.id: expected["expenses"], ravi.id: added}
