"""A release in between: pages and workers of two releases meet, and no page is made of both.

The releases come from a server of this test's own, as a bucket has them: what a release brings
stays, and `index.html` and the worker are the latest's. The second one is the first under other
names.
"""

from __future__ import annotations

import re
import shutil
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from playwright.sync_api import expect

from local.settings import REPOSITORY
from tests.browser.service_worker import put_by
from tests.stack import running_stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

DIST = REPOSITORY / "web" / "dist"
LATER = "LATER"
HANGS = "hangs"
"""A file in the bucket that keeps its server from answering."""
TEXTS = {".html", ".js", ".css", ".webmanifest"}


WORKERS = """() => navigator.serviceWorker.getRegistration().then((registration) =>
    ['installing', 'waiting', 'active'].map((name) => [name, registration[name]?.state]))"""
"""How far the workers are."""
AT_REST = [["installing", None], ["waiting", None], ["active", "activated"]]


class Site(SimpleHTTPRequestHandler):
    """Files by their names, and the page under every other address."""

    def do_GET(self) -> None:
        """Answer, with the page where no file is named."""
        while (Path(self.directory) / HANGS).exists():
            time.sleep(0.1)
        if "." not in self.path.rsplit("/", 1)[-1]:
            self.path = "/index.html"
        super().do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept but by the worker."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def publish(folder: Path, *, later: bool) -> None:
    """Put a release into a bucket."""
    # Without their endings, as the release itself is called by its entry.
    stems = sorted({file.stem for file in (DIST / "assets").iterdir()})
    renamed = re.compile("|".join(map(re.escape, stems)))

    def of_release(text: str) -> str:
        return renamed.sub(lambda found: found[0] + LATER, text) if later else text

    for file in DIST.rglob("*"):
        if file.is_dir():
            continue
        target = folder / of_release(str(file.relative_to(DIST)))
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix in TEXTS:
            target.write_text(of_release(file.read_text()))
        else:
            shutil.copy(file, target)


@pytest.fixture
def bucket(tmp_path: Path) -> Path:
    """What is served, with the first release in it."""
    folder = tmp_path / "bucket"
    folder.mkdir()
    config = httpx.get(f"{running_stack().app_url}/config.json", timeout=30)
    (folder / "config.json").write_text(config.text)
    publish(folder, later=False)
    return folder


@pytest.fixture
def address(bucket: Path) -> Iterator[str]:
    """Where it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=str(bucket)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join(10)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with service workers."""
    context = browser.new_context(service_workers="allow", locale="en-IN")
    yield context
    context.close()


def visit(context: BrowserContext, address: str) -> Page:
    """Open the page, and wait until a worker has it."""
    page = context.new_page()
    page.goto(address)
    shown(page)
    put_by(page)
    return page


def shown(page: Page) -> None:
    """Wait for what somebody sees who is not signed in."""
    expect(page.locator("sign-in")).to_be_visible()


def releases(page: Page) -> set[bool]:
    """Of the page's own files, which releases they are of: the later one is True."""
    names = page.evaluate(
        """() => [...document.querySelectorAll('script[src], link[href*="/assets/"]')]
            .map((one) => one.src || one.href)
            .concat(performance.getEntriesByType('resource').map(({name}) => name))
            .filter((name) => name.includes('/assets/'))"""
    )
    assert names
    return {LATER in name for name in names}


def worker_release(page: Page) -> str:
    """Which release's worker has the page."""
    return page.evaluate(
        """() => new Promise((done) => {
            const {port1, port2} = new MessageChannel();
            port1.onmessage = ({data}) => done(data);
            navigator.serviceWorker.controller.postMessage({type: 'release'}, [port2]);
        })"""
    )


def taken_over(page: Page) -> None:
    """Wait until the later release's worker has the page, and has put away what is too old.

    The earlier one is not asked while another waits for it to have nothing to do.
    """
    deadline = time.monotonic() + 40
    while page.evaluate(WORKERS) != AT_REST or LATER not in worker_release(page):
        assert time.monotonic() < deadline, (
            f"{page.evaluate(WORKERS)}, pages of {[releases(one) for one in page.context.pages]}"
        )
        page.wait_for_timeout(1_000)


def test_a_page_of_the_later_release_under_the_earlier_ones_worker_is_whole(
    context: BrowserContext, address: str, bucket: Path
) -> None:
    page = visit(context, address)
    assert releases(page) == {False}
    publish(bucket, later=True)
    # The worker's own file comes late, so that the earlier worker serves the later page.
    context.route("**/service-worker.js", lambda route: route.abort())
    page.reload()
    shown(page)
    assert releases(page) == {True}
    assert LATER not in worker_release(page)


def test_a_page_of_the_earlier_release_keeps_its_files_under_the_later_ones_worker(
    context: BrowserContext, address: str, bucket: Path
) -> None:
    old = visit(context, address)
    views = [file.name for file in (bucket / "assets").glob("expenses-view-*.js")]
    assert len(views) == 1
    publish(bucket, later=True)
    # As if the files of earlier releases were gone too.
    for file in bucket.glob("assets/*"):
        if LATER not in file.name:
            file.unlink()
    new = visit(context, address)
    assert releases(new) == {True}
    taken_over(old)
    # A view that the old page has not shown yet comes from what was put by.
    assert old.evaluate(f"fetch('/assets/{views[0]}').then(({{ok}}) => ok)")
    assert releases(old) == {False}


def test_the_later_release_is_there_without_a_network_after_it_took_over(
    context: BrowserContext, address: str, bucket: Path
) -> None:
    visit(context, address).close()
    publish(bucket, later=True)
    page = visit(context, address)
    taken_over(page)
    context.set_offline(offline=True)
    page.goto(address)
    shown(page)
    assert releases(page) == {True}


def test_a_server_that_hangs_is_waited_for_two_seconds(
    context: BrowserContext, address: str, bucket: Path
) -> None:
    visit(context, address).close()
    (bucket / HANGS).touch()
    page = context.new_page()
    began = time.monotonic()
    page.goto(address, wait_until="commit")
    shown(page)
    took = time.monotonic() - began
    (bucket / HANGS).unlink()
    # Two for the page; what it asks for next is on the device at once.
    assert 2 <= took < 8
