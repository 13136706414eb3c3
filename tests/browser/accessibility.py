"""axe on a page: WCAG 2.2 A and AA, and axe's own best practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local.settings import REPOSITORY

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

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
    if (width < 2 || style.clipPath !== 'none' || element.closest('.scrolls, .marks')) continue;
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


OVERLAPPING = """scope => {
  const shown = [...document.querySelector(scope).querySelectorAll('*')].filter((element) => {
    if (!element.checkVisibility({visibilityProperty: true})) return false;
    if (element.closest('.visually-hidden, svg, [aria-hidden=true], .marks')) return false;
    // A bar that stays in sight is over what scrolls under it, an icon in its field.
    for (let its = element; its && !its.matches(scope); its = its.parentElement)
      if (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(its).position)) return false;
    const saysText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return saysText || element.matches('button, a, input, select, textarea, .chip');
  });
  const placed = shown.flatMap((element) =>
    // Of a text over several lines each line; its box would hold what stands beside it.
    [...element.getClientRects()].map((box) => ({element, box})));
  const shared = (one, other, low, high) =>
    Math.min(one[high], other[high]) - Math.max(one[low], other[low]);
  const start = ({outerHTML}) => outerHTML.replace(/<!--.*?-->/g, '').slice(0, 120);
  const said = new Set();
  for (const [at, one] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      // What the height of a line adds to its letters may touch.
      const lies = shared(one.box, other.box, 'left', 'right') > 2
        && shared(one.box, other.box, 'top', 'bottom') > 4;
      if (lies) said.add(`${start(one.element)} and ${start(other.element)}`);
    }
  }
  return [...said];
}"""


def overlapping(page: Page, scope: str) -> list[str]:
    """Return what lies over something else within an element: texts, controls and chips."""
    return page.evaluate(OVERLAPPING, scope)


UNCOVERED = """element => {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  const across = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => left + part * (right - left));
  const down = [0.2, 0.5, 0.8].map((part) => top + part * (bottom - top));
  return across.every((x) => down.every((y) =>
    element.contains(document.elementFromPoint(x, y))));
}"""


def is_uncovered(control: Locator) -> bool:
    """Return whether a control is in the window, and nothing lies over it."""
    return control.evaluate(UNCOVERED)
