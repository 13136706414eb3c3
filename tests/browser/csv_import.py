"""The import of a file, as a person meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stack import running_stack

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page


def read(page: Page, name: str, content: str | Path) -> Locator:
    """Give the page a file, and return the review's summary when it is there.

    A review that was left is closed first.
    """
    page.goto(f"{running_stack().app_url}/import")
    ready = page.locator("import-review .summary, file-drop input[type=file]:enabled")
    ready.first.wait_for(state="attached")
    if page.locator("import-review").count():
        page.get_by_role("button", name="Choose another file").click()
    picker = page.locator("file-drop input[type=file]")
    if isinstance(content, str):
        picker.set_input_files({"name": name, "mimeType": "text/csv", "buffer": content.encode()})
    else:
        picker.set_input_files(content)
    summary = page.locator("import-review .summary")
    summary.locator(".headline").wait_for()
    return summary


def confirm(page: Page) -> Locator:
    """Import what was reviewed, and return the result."""
    page.locator("import-review .actions .primary").click()
    result = page.locator("import-result")
    result.locator(".lead").wait_for(timeout=120_000)
    return result
