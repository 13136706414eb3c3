"""32 clients for two minutes: nothing lost, nothing doubled, nothing wrong, no fault.

The figures are the emulator's and this machine's, not AWS's: they are told, not judged.
"""

import random
import statistics
import time
import uuid
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.api_client import etag
from tests.security.attacks.histories import CONTENT, check_totals, draw_content, ledger
from tests.security.attacks.people import Person, wrong_counts

PEOPLE = 8
CLIENTS_EACH = 4
SECONDS = 120
RAMP_SECONDS = 20
"""Clients come one after the other: the emulator starts a process for each call at once."""
TRIES = 20
KINDS = {"add": 30, "edit": 20, "delete": 8, "batch": 4, "list": 15, "summary": 15, "get": 8}


class LoadClient:
    """One of a person's clients, and what it knows to be true of the expenses that it made."""

    def __init__(self, http: httpx.Client, person: Person, seed: int) -> None:
        self.own: dict[str, dict] = {}
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self.statuses: Counter[int] = Counter()
        self._http = http
        self._person = person
        self._choose = random.Random(seed)  # noqa: S311 -- the same ones each time

    def act(self) -> None:
        """Do one thing."""
        (kind,) = self._choose.choices([*KINDS], [*KINDS.values()])
        if kind in ("edit", "delete", "get") and not self.own:
            kind = "add"
        getattr(self, f"_{kind}")()

    def _add(self) -> None:
        content = self._new()
        answer = self._send("add", "POST", "/expenses", json=content)
        assert answer.status_code in (200, 201), answer.text
        self._know(content)

    def _batch(self) -> None:
        rows = [self._new() for _ in range(5)]
        answer = self._send("batch", "POST", "/expenses/batch", json={"expenses": rows})
        assert {row["status"] for row in answer.json()["results"]} <= {"created", "replayed"}
        for row in rows:
            self._know(row)

    def _edit(self) -> None:
        known = self._any()
        content = draw_content(self._choose, self._person.categories)
        headers = {"If-Match": self._etag(known)}
        path = f"/expenses/{known['id']}"
        answer = self._send("edit", "PUT", path, json=content, headers=headers)
        self.own[known["id"]] = {"id": known["id"], "version": known["version"] + 1, **content}
        if answer.status_code == 412:
            # An attempt whose answer got lost took effect: what is stored is what was sent.
            assert self._stored(path) == self.own[known["id"]]
        else:
            assert answer.status_code == 200, answer.text

    def _delete(self) -> None:
        known = self._any()
        answer = self._send("delete", "DELETE", f"/expenses/{known['id']}")
        assert answer.status_code in (204, 404), answer.text
        del self.own[known["id"]]

    def _get(self) -> None:
        known = self._any()
        assert self._stored(f"/expenses/{known['id']}") == known

    def _list(self) -> None:
        answer = self._send("list", "GET", "/expenses")
        assert answer.status_code == 200, answer.text

    def _summary(self) -> None:
        answer = self._send("summary", "GET", "/summary", params={"group_by": "day,category"})
        assert answer.status_code == 200, answer.text

    def _stored(self, path: str) -> dict:
        shown = self._send("get", "GET", path).json()
        return {name: shown[name] for name in ("id", "version", *CONTENT)}

    def _etag(self, known: dict) -> str:
        """The tag of the version that is known, whatever is stored."""
        shown = self._send("get", "GET", f"/expenses/{known['id']}").json()
        return etag(shown | {"version": known["version"]})

    def _new(self) -> dict:
        expense_id = str(uuid.UUID(int=self._choose.getrandbits(128), version=4))
        return {"id": expense_id, **draw_content(self._choose, self._person.categories)}

    def _know(self, content: dict) -> None:
        self.own[content["id"]] = {"version": 1, **content}

    def _any(self) -> dict:
        return self.own[self._choose.choice([*self.own])]

    def _send(self, kind: str, method: str, path: str, **request) -> httpx.Response:
        """Send until there is an answer other than "busy"; note how long each attempt took."""
        for _ in range(TRIES):
            begun = time.perf_counter()
            answer = self._http.request(method, path, **request)
            self.seconds[kind].append(time.perf_counter() - begun)
            self.statuses[answer.status_code] += 1
            if answer.status_code != 503:
                assert answer.status_code < 500, f"{method} {path}: {answer.text}"
                return answer
            time.sleep(int(answer.headers["Retry-After"]))
        pytest.fail(f"{kind}: busy {TRIES} times")


def use(person: Person, number: int, end: float) -> LoadClient:
    time.sleep(RAMP_SECONDS * number / (PEOPLE * CLIENTS_EACH))
    with person.client() as http:
        client = LoadClient(http, person, seed=number)
        while time.monotonic() < end:
            client.act()
    return client


@pytest.mark.timeout(1200)
def test_32_clients_for_two_minutes_lose_double_and_confuse_nothing(capsys):
    people = [Person(f"load{number}") for number in range(PEOPLE)]
    owners = [person for person in people for _ in range(CLIENTS_EACH)]
    end = time.monotonic() + RAMP_SECONDS + SECONDS
    with ThreadPoolExecutor(len(owners)) as pool:
        running = [pool.submit(use, person, n, end) for n, person in enumerate(owners)]
        clients = [it.result(900) for it in running]
    with capsys.disabled():
        report(clients)
    for number, person in enumerate(people):
        mine = clients[number * CLIENTS_EACH : (number + 1) * CLIENTS_EACH]
        known = {key: value for client in mine for key, value in client.own.items()}
        with person.client() as http:
            shown = ledger(http)
            assert shown == known
            check_totals(http, shown)
        assert wrong_counts(person) == []


def report(clients: list[LoadClient]) -> None:
    """Print throughput and latency as they are."""
    requests = sum(len(taken) for client in clients for taken in client.seconds.values())
    seconds = RAMP_SECONDS + SECONDS
    statuses = sum((client.statuses for client in clients), Counter())
    print(f"\n{requests:,} requests in {seconds} s, {requests / seconds:.0f} a second")
    print("answers:", ", ".join(f"{status}: {n:,}" for status, n in sorted(statuses.items())))
    print(f"{'':8} {'number':>7} {'p50 ms':>7} {'p95 ms':>7} {'p99 ms':>7}")
    for kind in KINDS:
        taken = [it * 1000 for client in clients for it in client.seconds[kind]]
        if len(taken) > 1:
            cuts = statistics.quantiles(taken, n=100, method="inclusive")
            print(f"{kind:8} {len(taken):7,} {cuts[49]:7.0f} {cuts[94]:7.0f} {cuts[98]:7.0f}")
