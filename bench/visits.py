"""A second visit on a phone: slow 4G, a processor of a quarter; and one without a network.

The figures beside it are those of a first visit, in the same run and under the same conditions:
they take turns, each round in a browser profile of its own. The service worker's requests are
slowed as the page's are: DevTools' conditions hold for one target at a time.
"""

import json
from statistics import median
from typing import Any, NamedTuple

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    StorageState,
    sync_playwright,
)

from bench import engine
from bench.page import (
    CHROMIUM,
    LONGEST_MS,
    SCREEN,
    WATCH,
    signed_in,
    stack,
    wait_until_shown,
)
from local.outputs import Outputs

EXPENSES = 10_000
ROUNDS = 7
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_638_400 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""Lighthouse's: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up."""
SLOWDOWN = 4

PUT_BY = """async () => {
  const {serviceWorker} = navigator;
  if (!serviceWorker.controller) {
    await new Promise((done) => serviceWorker.addEventListener('controllerchange', done));
  }
}"""


class _Round(NamedTuple):
    """From the start of a navigation until the total is shown, in milliseconds."""

    first_ms: float
    second_ms: float
    offline_ms: float


def measure() -> dict[str, Any]:
    """Open the overview for the first time, the second, and without a network."""
    engine.set_environment()
    with stack() as outputs, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        session = signed_in(browser, outputs, EXPENSES).storage_state()
        rounds = [_round(browser, outputs, session) for _ in range(ROUNDS + 1)]
        browser.close()
    # The first round starts the functions' workers.
    figures = {
        name: round(median(getattr(one, name) for one in rounds[1:])) for name in _Round._fields
    }
    return {
        "rounds": ROUNDS,
        "expenses": EXPENSES,
        "latency_ms": SLOW_4G["latency"],
        "slowdown": SLOWDOWN,
        **figures,
        "best_second_ms": round(min(one.second_ms for one in rounds[1:])),
        "ratio": round(figures["second_ms"] / figures["first_ms"], 2),
    }


def _round(browser: Browser, outputs: Outputs, session: StorageState) -> _Round:
    context = browser.new_context(
        viewport=SCREEN, locale="en-IN", timezone_id="Asia/Kolkata", storage_state=session
    )
    page, first_ms = _open(context, outputs)
    _hasten(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(PUT_BY)
    # The device's copy of what was shown is written at rest.
    page.wait_for_timeout(2_000)
    page.close()
    worker = _worker(browser, outputs)
    _condition(worker, SLOW_4G)
    page, second_ms = _open(context, outputs)
    page.wait_for_timeout(1_000)
    page.close()
    _condition(worker, {**SLOW_4G, "offline": True})
    page, offline_ms = _open(context, outputs, network=False)
    context.close()
    return _Round(first_ms, second_ms, offline_ms)


def _open(context: BrowserContext, outputs: Outputs, *, network: bool = True) -> tuple[Page, float]:
    """Open the overview; tell when its total was shown."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {**SLOW_4G, "offline": not network})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.add_init_script(WATCH)
    page.goto(outputs.app_url, timeout=LONGEST_MS)
    wait_until_shown(page, "bench.total")
    return page, page.evaluate("bench.total")


def _hasten(page: Page) -> None:
    """Let what comes after the figure take no longer than it must."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    unlimited = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    session.send("Network.emulateNetworkConditions", unlimited)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


class _Worker(NamedTuple):
    """A service worker that DevTools is attached to."""

    browser: CDPSession
    session: str


def _worker(browser: Browser, outputs: Outputs) -> _Worker:
    session = browser.new_browser_cdp_session()
    targets = session.send("Target.getTargets")["targetInfos"]
    (worker,) = [
        it
        for it in targets
        if it["type"] == "service_worker" and it["url"].startswith(outputs.app_url)
    ]
    given = {"targetId": worker["targetId"], "flatten": False}
    return _Worker(session, session.send("Target.attachToTarget", given)["sessionId"])


def _condition(worker: _Worker, conditions: dict[str, Any]) -> None:
    for number, (method, params) in enumerate(
        [("Network.enable", {}), ("Network.emulateNetworkConditions", conditions)]
    ):
        message = json.dumps({"id": number + 1, "method": method, "params": params})
        sent = {"sessionId": worker.session, "message": message}
        worker.browser.send("Target.sendMessageToTarget", sent)
