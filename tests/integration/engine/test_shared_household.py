"""A household's whole ledger goes into a shared one while another member is at work in it."""

import csv
import json
import shutil
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Event
from typing import cast

import pytest

from local.expense_sender import Sender, Sent, batches
from local.ledger_import import import_ledger
from local.settings import REPOSITORY
from tests.api_client import expense

from .shared_model import SHOWN, Place
from .shared_reading import KEYS

HOUSEHOLD = REPOSITORY.parent / "shared/data/household.csv"
TRIES = 8
ROUNDS_AT_LEAST = 5
EDITED_AT_ONCE = 3
ADDED = {"amount_paise": 1_00, "date": "2018-09-20"}
EDITED_TO = 3_01
RAISE = 7
SOME_TAGS = 50
LISTED_TAGS = 3

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
        self.expenses = []
        """All that was sent, as it was said."""

    def known(self):
        return {"categories": self.member.categories(), "payees": [], "payers": []}

    def expenses_between(self, first, last):
        return self.member.list_all(limit=200, **{"from": first, "to": last})

    def add_category(self, name):
        return done(lambda: self.member.add_category(name=name)).json["id"]

    def send(self, expenses):
        for batch in batches(expenses):
            self.expenses += batch
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
    added : list of str
        The ids of the expenses that were added, as `ADDED` says, and then edited.
    raised : Counter
        How often each imported expense was raised by `RAISE`, by its id.
    """
    added, raised = [], Counter()
    while not imported.is_set() or len(added) < ROUNDS_AT_LEAST:
        new = str(uuid.uuid4())
        own = done(lambda new=new: member.add(id=new, **ADDED)).json
        done(lambda own=own: member.edit(own, amount_paise=EDITED_TO))
        added.append(new)
        for other in member.list(to="2018-09-19", limit=EDITED_AT_ONCE).json["items"]:
            amount = other["amount_paise"] + RAISE
            done(lambda other=other, amount=amount: member.edit(other, amount_paise=amount))
            raised[other["id"]] += 1
    return added, raised


def spent():
    """Days and paise of the file's expenses, read here and by nothing of the app's."""
    with HOUSEHOLD.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["Income/Expense"] == "Expense":
                day, month, year = row["Date"][:10].split("-")
                yield f"{year}-{month}-{day}", int(Decimal(row["Amount"]) * 100)


def what_must_be(importer, asha, ravi, added, raised):
    """Add up in memory what was sent: the import of one, and the other's work beside it."""
    place = Place(roles={asha: "owner", ravi: "member"})
    for sent in importer.expenses:
        once = {"kind": "expense", "by": asha, "entered_by": asha, "version": 1}
        place.expenses[sent["id"]] = once | sent
    for expense_id, times in raised.items():
        place.expenses[expense_id]["amount_paise"] += RAISE * times
        place.expenses[expense_id]["version"] += times
    for expense_id in added:
        own = expense(**ADDED, kind="expense", description="", tags=[], by=ravi, entered_by=ravi)
        place.expenses[expense_id] = own | {"amount_paise": EDITED_TO, "version": 2}
    return place


def check_list(client, place, **narrowed):
    items = client.list_all(limit=200, **narrowed)
    shown = [{name: item.get(name) for name in ("id", *SHOWN)} for item in items]
    assert shown == place.listed(**narrowed)


def check_summary(client, place, *group_by, **narrowed):
    answer = client.summary(group_by=",".join(group_by), **narrowed).json
    del answer["from"], answer["to"]
    assert answer == place.summary(group_by, **narrowed)


def test_an_import_beside_another_members_work_adds_up_to_the_paisa(asha, ravi, books):
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
        added, raised = working.result(timeout=60)
    assert importer.sent.counts == {"created": expected["expenses"]}
    sent = [(one["date"], one["amount_paise"]) for one in importer.expenses]
    assert Counter(sent) == Counter(spent())
    assert sum(paise for _, paise in sent) == expected["total_paise"]
    place = what_must_be(importer, asha.id, ravi.id, added, raised)
    for client in (ours, ravi.within(home)):
        check_list(client, place)
        for key in KEYS:
            check_summary(client, place, key)
    check_summary(ours, place, *KEYS)
    for member in (asha.id, ravi.id):
        check_list(ours, place, by=member)
        check_summary(ours, place, "day", "category", by=member)
    tags = Counter(tag for one in place.expenses.values() for tag in one["tags"])
    assert len(tags) > SOME_TAGS
    for tag in tags:
        check_summary(ours, place, "month", "category", "member", tag=tag)
    for tag, _ in tags.most_common(LISTED_TAGS):
        check_list(ours, place, tag=tag)
    assert len(books.check_owner(f"LEDGER#{home['id']}")) == len(place.expenses)
