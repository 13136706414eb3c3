"""What opening the overview takes in a browser, for histories of different lengths.

Runs the local stack with a folder and ports of its own, gives each of three people a history, signs
them in on the hosted page, and opens the overview in headless Chromium: with nothing cached but the
session, as after a while without a visit. The people take turns. Times include the emulator's own,
which a Lambda worker's answers wait for; what matters is that they do not grow.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from bench import engine
from bench.history import history, items
from local import emulator, users
from local.outputs import Outputs, read_outputs
from local.settings import LOCAL_PASSWORD, REPOSITORY, Settings
from tests.with_stack import free_ports

SIZES = (100, 10_000, 50_000)
ROUNDS = 15
SCREEN: ViewportSize = {"width": 390, "height": 844}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SECONDS_TO_START = 900
LONGEST_MS = 60_000
POLL_MS = 50

# In the page, before anything else: when the total is in it, and when every chart has been drawn.
WATCH = """
window.bench = {};
const look = () => {
  // Drawn by the page, or as it was seen last while the page's code starts.
  const seen = document.querySelector('[data-total], .first-sight');
  if (!bench.seen && seen) bench.seen = performance.now();
  if (!bench.total && document.querySelector('[data-total]')) bench.total = performance.now();
  const canvases = [...document.querySelectorAll('chart-canvas')];
  if (canvases.length && canvases.every((one) => one.chart)) bench.charts = performance.now();
  if (!bench.charts) requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""

WAITED = """
performance.getEntriesByType('resource')
  .filter((entry) => entry.name.includes('/api/summary'))
  .reduce((sum, entry) => sum + entry.duration, 0)
"""


class _Visit(NamedTuple):
    """One opening of the overview.

    Attributes
    ----------
    total_ms, charts_ms : float
        From the navigation's start.
    waited_ms : float
        Of that, for the answer that holds the total.
    """

    total_ms: float
    charts_ms: float
    waited_ms: float
    requests: int
    bytes: int
    api_bytes: int


def measure() -> dict[str, Any]:
    """Open the overview for each history."""
    engine.set_environment()
    with stack() as outputs, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        people = {count: signed_in(browser, outputs, count) for count in SIZES}
        visits: dict[int, list[_Visit]] = {count: [] for count in SIZES}
        calls: dict[int, Counter[str]] = {count: Counter() for count in SIZES}
        for number in range(ROUNDS + 1):
            # Nobody always comes first.
            for count in SIZES[number % len(SIZES) :] + SIZES[: number % len(SIZES)]:
                calls[count] = Counter()
                visits[count].append(_visit(people[count], outputs, calls[count]))
        browser.close()
    # The first round starts the functions' workers.
    figures = {count: _medians(taken[1:]) for count, taken in visits.items()}
    for values in figures.values():
        values["own_total_ms"] = values["total_ms"] - values["waited_ms"]
        values["own_charts_ms"] = values["charts_ms"] - values["waited_ms"]
    least, most = min(SIZES), max(SIZES)
    return {
        "rounds": ROUNDS,
        "sizes": {str(count): values for count, values in figures.items()},
        "calls": dict(sorted(calls[most].items())),
        "growth": {
            name: round(figures[most][name] / figures[least][name], 2) for name in figures[least]
        },
    }


@contextmanager
def stack() -> Iterator[Outputs]:
    """Run a local stack with a folder and ports of its own."""
    with tempfile.TemporaryDirectory(prefix="bench-stack-", dir=REPOSITORY / "build") as folder:
        port, emulator_port = free_ports(2)
        environment = {
            **os.environ,
            "LOCAL_DIR": folder,
            "PORT": str(port),
            "EMULATOR_PORT": str(emulator_port),
        }
        try:
            _local("up", environment)
            # A checkpoint of 60,000 items takes as long as some visits; nothing here is to be kept.
            emulator.pause_checkpoints(Settings(Path(folder), port, emulator_port)).touch()
            yield read_outputs(Path(folder, "outputs.json"))
        finally:
            _local("down", environment)


def _local(command: str, environment: dict[str, str]) -> None:
    subprocess.run(  # noqa: S603 -- this Python, this project's command
        [sys.executable, "-m", "local", command],
        cwd=REPOSITORY,
        env=environment,
        check=True,
        timeout=SECONDS_TO_START,
    )


def signed_in(browser: Browser, outputs: Outputs, count: int) -> BrowserContext:
    """Give a new person a history that ends today, and sign them in."""
    email = f"history-{count}@example.com"
    claims = users.access_token(email, outputs).split(".")[1]
    user = json.loads(base64.urlsafe_b64decode(claims + "=="))["sub"]
    today = datetime.now(ZoneInfo("Asia/Kolkata")).date()
    database = engine.Engine(outputs.client("dynamodb"))
    database.load(outputs.table_name, items(user, history(count, last_day=today)))
    # A first visit ends before the worker puts the page by, which waits until it is at rest.
    context = browser.new_context(
        viewport=SCREEN, locale="en-IN", timezone_id="Asia/Kolkata", service_workers="block"
    )
    page = context.new_page()
    page.goto(outputs.app_url)
    page.get_by_role("button", name="Sign in").first.click()
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(LOCAL_PASSWORD)
    page.keyboard.press("Enter")
    page.locator("[data-total]").first.wait_for(timeout=LONGEST_MS)
    page.close()
    return context


def _visit(context: BrowserContext, outputs: Outputs, calls: Counter[str]) -> _Visit:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    received: dict[str, int] = {}
    urls: dict[str, str] = {}
    session.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda e: received.update({e["requestId"]: int(e["encodedDataLength"])}),
    )
    page.add_init_script(WATCH)
    page.goto(outputs.app_url)
    wait_until_shown(page, "bench.total && bench.charts")
    page.wait_for_load_state("networkidle")
    shown: dict[str, float] = page.evaluate("window.bench")
    waited: float = page.evaluate(WAITED)
    page.close()
    own = {i: url for i, url in urls.items() if url.startswith(outputs.app_url) and i in received}
    api = {i for i, url in own.items() if url.startswith(outputs.api_url)}
    calls.update(own[i].removeprefix(outputs.app_url).partition("?")[0] for i in api)
    return _Visit(
        total_ms=shown["total"],
        charts_ms=shown["charts"],
        waited_ms=waited,
        requests=len(own),
        bytes=sum(received[i] for i in own),
        api_bytes=sum(received[i] for i in api),
    )


def wait_until_shown(page: Page, what: str) -> None:
    """Wait for what `WATCH` notes.

    Without `wait_for_function`, which the Content-Security-Policy rightly forbids.
    """
    give_up = time.monotonic() + LONGEST_MS / 1000
    while not page.evaluate(f"Boolean({what})"):
        if time.monotonic() > give_up:
            raise RuntimeError(f"the overview did not show {what} in time")
        page.wait_for_timeout(POLL_MS)


def _medians(visits: list[_Visit]) -> dict[str, float]:
    return {
        name: round(median(getattr(visit, name) for visit in visits)) for name in _Visit._fields
    }
