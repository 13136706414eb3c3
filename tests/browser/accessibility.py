"""axe on a page: WCAG 2.2 A and AA, and axe's own best practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local.settings import REPOSITORY

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = REPOSITORY / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def problems(page: Page) -> list[str]:
    """Return what axe finds wrong, one line a finding."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    return [
        f"{violation['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def overflows(page: Page) -> bool:
    """Return whether the page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")
