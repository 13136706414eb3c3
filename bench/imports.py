"""What the import of a long statement takes in a browser, until it can be reviewed and to write it.

A statement of ten thousand rows, with a running balance, as CSV and as a workbook. The figure
beside each is that of a tenth of it, in the same run and in turns: reading that grew faster than
the file would show as a ratio above ten. Writing is measured once; meanwhile the list of expenses
is opened.
"""

import subprocess
import time
from datetime import date, timedelta
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench import engine
from bench.page import CHROMIUM, LONGEST_MS, signed_in, stack
from local.settings import REPOSITORY

ROWS = 10_000
FEWER_ROWS = 1_000
ROUNDS = 3
EXPENSES = 100
FIRST_DAY = date(2024, 1, 1)
ROWS_A_DAY = 20
MINUTES_TO_WRITE = 20
KINDS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# In the page: when a file was chosen, when its rows could be confirmed, and the longest time that
# nothing could be drawn.
WATCH = """
window.bench = {};
addEventListener('change', ({ target }) => {
  if (target.type === 'file') Object.assign(bench, { begun: performance.now(), longest: 0 });
}, true);
let before = performance.now();
const look = (now) => {
  bench.longest = Math.max(bench.longest ?? 0, now - before);
  before = now;
  const isReady = document.querySelector('import-review .actions .primary:enabled');
  if (bench.begun && !bench.shown && isReady) bench.shown = performance.now();
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""

TO_WORKBOOK = """
import { read, write } from '@e965/xlsx';
import { buffer } from 'node:stream/consumers';
const book = read(await buffer(process.stdin), { type: 'buffer', raw: true });
process.stdout.write(write(book, { type: 'buffer', bookType: 'xlsx' }));
"""


def measure() -> dict[str, Any]:
    """Review statements of both lengths in both kinds, and write the longest."""
    engine.set_environment()
    files = {
        (kind, rows): content
        for rows in (ROWS, FEWER_ROWS)
        for kind, content in _statement(rows).items()
    }
    with stack() as outputs, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = signed_in(browser, outputs, EXPENSES)
        context.add_init_script(WATCH)
        page = context.new_page()
        reviews: dict[tuple[str, int], list[dict[str, float]]] = {one: [] for one in files}
        for _ in range(ROUNDS + 1):
            for (kind, rows), content in files.items():
                reviews[kind, rows].append(_review(page, outputs.app_url, kind, content, rows))
                page.get_by_role("button", name="Choose another file").click()
        _review(page, outputs.app_url, "csv", files["csv", ROWS], ROWS)
        written = _write(page)
        browser.close()
    # The first round loads the readers.
    figures = {
        one: {name: round(median(each[name] for each in taken[1:])) for name in taken[0]}
        for one, taken in reviews.items()
    }
    return {
        "rows": ROWS,
        "fewer_rows": FEWER_ROWS,
        "rounds": ROUNDS,
        "reviews": {
            kind: {
                **figures[kind, ROWS],
                "fewer_ms": figures[kind, FEWER_ROWS]["review_ms"],
                "ratio": round(
                    figures[kind, ROWS]["review_ms"] / figures[kind, FEWER_ROWS]["review_ms"], 1
                ),
            }
            for kind in KINDS
        },
        "written": written,
    }


def _statement(rows: int) -> dict[str, bytes]:
    """Write a bank's statement: payments by UPI, each with its own reference, and the balance."""
    balance = 10_000_000_00
    lines = ["Date,Narration,Debit,Credit,Balance"]
    for row in range(rows):
        paise = 100 + row * 7919 % 90_000
        balance -= paise
        day = FIRST_DAY + timedelta(days=row // ROWS_A_DAY)
        payment = f"UPI-BAKERY {row % 50}-BAKERY@OK-{620_000_000_000 + row}"
        lines.append(f"{day:%d/%m/%Y},{payment},{paise / 100:.2f},,{balance / 100:.2f}")
    csv = "\n".join(lines).encode()
    workbook = subprocess.run(  # noqa: S603 -- this project's own script
        ["node", "--input-type=module", "--eval", TO_WORKBOOK],  # noqa: S607
        cwd=REPOSITORY,
        input=csv,
        capture_output=True,
        check=True,
    ).stdout
    return {"csv": csv, "xlsx": workbook}


def _review(page: Page, app_url: str, kind: str, content: bytes, rows: int) -> dict[str, float]:
    page.goto(f"{app_url}/import")
    picker = page.locator("file-drop input[type=file]:enabled")
    picker.set_input_files(
        {"name": f"statement.{kind}", "mimeType": KINDS[kind], "buffer": content},
        timeout=LONGEST_MS,
    )
    headline = page.locator(f"import-review .headline[data-count='{rows}']")
    headline.wait_for(timeout=LONGEST_MS)
    page.locator("import-review .actions .primary:enabled").wait_for(timeout=LONGEST_MS)
    page.wait_for_timeout(300)
    told: dict[str, float] = page.evaluate("window.bench")
    return {"review_ms": told["shown"] - told["begun"], "longest_ms": told["longest"]}


def _write(page: Page) -> dict[str, float]:
    """Write what is reviewed; meanwhile open the list of expenses."""
    page.evaluate("bench.longest = 0")
    begun = time.monotonic()
    page.locator("import-review .actions .primary").click()
    page.locator("import-view progress").wait_for(timeout=LONGEST_MS)
    page.get_by_role("link", name="Expenses").first.click()
    opened = time.monotonic()
    page.locator("expenses-view [data-id]").first.wait_for(timeout=LONGEST_MS)
    shown = time.monotonic()
    told = f"Import finished: {ROWS:,} expenses were added."
    page.get_by_text(told).first.wait_for(timeout=MINUTES_TO_WRITE * 60_000)
    seconds = time.monotonic() - begun
    return {
        "seconds": round(seconds),
        "rows_a_second": round(ROWS / seconds),
        "list_ms": round((shown - opened) * 1000),
        "longest_ms": round(page.evaluate("bench.longest")),
    }
