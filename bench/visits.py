"""A second visit on a phone: slow 4G, a processor of a quarter; and one without a network.

The figures beside it are those of a first visit, in the same run and under the same conditions:
they take turns, each round in a browser profile of its own. A second visit finds what a closed
browser leaves: no connection, and a service worker that has to start.
"""

import re
from statistics import median
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

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
from bench.slow_network import SlowNetwork
from local.outputs import Outputs
from tests.browser.service_worker import copied, put_by

EXPENSES = 10_000
ROUNDS = 9
ROUND_TRIP_MS = 150
DOWN_BITS_PER_SECOND = 1_638_400
UP_BITS_PER_SECOND = 750_000
"""Lighthouse's slow 4G."""
SLOWDOWN = 4


class _Round(NamedTuple):
    """From the start of a navigation, in milliseconds, until the total is there.

    Attributes
    ----------
    first_ms, second_ms, offline_ms : float
        Until the page has drawn it.
    second_seen_ms, offline_seen_ms : float
        Until it is seen: what was seen last stands there while the page's code starts.
    """

    first_ms: float
    second_seen_ms: float
    second_ms: float
    offline_seen_ms: float
    offline_ms: float


def measure() -> dict[str, Any]:
    """Open the overview for the first time, the second, and without a network."""
    engine.set_environment()
    with stack() as outputs, sync_playwright() as playwright:
        address = urlsplit(outputs.app_url)
        network = SlowNetwork(
            address.port or 80,
            round_trip_seconds=ROUND_TRIP_MS / 1000,
            down_bits_per_second=DOWN_BITS_PER_SECOND,
            up_bits_per_second=UP_BITS_PER_SECOND,
        )
        with network:
            way = f"--host-resolver-rules=MAP {address.netloc} 127.0.0.1:{network.port}"
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", way]
            )
            session = signed_in(browser, outputs, EXPENSES).storage_state()
            rounds = [_round(browser, outputs, session, network) for _ in range(ROUNDS + 1)]
            browser.close()
        put_by_bytes = _put_by_bytes(outputs.app_url)
    # The first round starts the functions' workers.
    figures = {
        name: round(median(getattr(one, name) for one in rounds[1:])) for name in _Round._fields
    }
    return {
        "rounds": ROUNDS,
        "expenses": EXPENSES,
        "round_trip_ms": ROUND_TRIP_MS,
        "slowdown": SLOWDOWN,
        "put_by_bytes": put_by_bytes,
        **figures,
        "best_second_seen_ms": round(min(one.second_seen_ms for one in rounds[1:])),
        "seen_ratio": round(figures["second_seen_ms"] / figures["first_ms"], 2),
        "ratio": round(figures["second_ms"] / figures["first_ms"], 2),
    }


def _round(
    browser: Browser, outputs: Outputs, session: StorageState, network: SlowNetwork
) -> _Round:
    context = browser.new_context(
        viewport=SCREEN, locale="en-IN", timezone_id="Asia/Kolkata", storage_state=session
    )
    network.cut()
    page, _, first_ms = _open(context, outputs)
    put_by(page)
    copied(page)
    _close(page)
    network.cut()
    page, second_seen_ms, second_ms = _open(context, outputs)
    page.wait_for_timeout(1_000)
    _close(page)
    network.cut(off=True)
    page, offline_seen_ms, offline_ms = _open(context, outputs)
    context.close()
    return _Round(first_ms, second_seen_ms, second_ms, offline_seen_ms, offline_ms)


def _open(context: BrowserContext, outputs: Outputs) -> tuple[Page, float, float]:
    """Open the overview; tell when its total was seen, and when the page had drawn it."""
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.add_init_script(WATCH)
    page.goto(outputs.app_url, timeout=LONGEST_MS, wait_until="commit")
    wait_until_shown(page, "window.bench && bench.total")
    return page, page.evaluate("bench.seen"), page.evaluate("bench.total")


def _put_by_bytes(app_url: str) -> int:
    """Add up what the service worker puts by of a release, as it goes over the network."""
    with httpx.Client(base_url=app_url, headers={"Accept-Encoding": "br"}, timeout=30) as client:
        worker = client.get("/service-worker.js").text
        paths = re.findall(r"url:[`\"']([^`\"']+)", worker)
        bytes_ = 0
        for path in paths:
            with client.stream("GET", path) as answer:
                answer.raise_for_status()
                for _ in answer.iter_raw():
                    pass
                bytes_ += answer.num_bytes_downloaded
    return bytes_


def _close(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.close()
