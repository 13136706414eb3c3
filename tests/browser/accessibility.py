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
    if not page.evaluate("typeof axe === 'object'"):
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


def enlarge_text(page: Page) -> None:
    """Show text at twice its size, as a person can set it."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")


CUT_OFF = """() => {
  const said = [];
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility() || element.closest('.visually-hidden, .skip, svg')) continue;
    const style = getComputedStyle(element);
    const { left, right, width } = element.getBoundingClientRect();
    // Tables scroll by themselves; marks lie behind what is typed, and scroll with it.
    if (width < 2 || style.clipPath !== 'none' || element.closest('.table, .marks')) continue;
    const overflown = style.display !== 'inline' && style.textOverflow !== 'ellipsis'
      && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1
      && element.matches('button, a, h1, h2, h3, label, p, li, dd, dt, span, td, th, footer');
    const outside = right > innerWidth + 1 || left < -1;
    if (outside || overflown) said.push(element.outerHTML.slice(0, 160));
  }
  return said;
}"""


def cut_off(page: Page) -> list[str]:
    """Return what reaches beyond the window or its own box, but for what ends in an ellipsis."""
    return page.evaluate(CUT_OFF)
