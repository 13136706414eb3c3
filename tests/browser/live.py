"""Seeing what others change in a shared ledger, with a clock that is moved on by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def look_again(page: Page) -> None:
    """Let the page ask once what others have changed."""
    page.clock.run_for(15_500)
    # The answer to one look comes before the next one is planned.
    page.wait_for_timeout(400)
