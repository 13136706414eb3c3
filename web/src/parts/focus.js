/** Where the keyboard goes on from when what had the focus is gone. */

/** Frames that a list is waited for. */
const TRIES = 20;

/**
 * Focus an expense's row, wherever it has come to lie; where the page shows no list, or a filter
 * leaves it out, the page's content.
 *
 * @param {string} id of the expense
 */
export function focusExpense(id, tries = TRIES) {
  const list = /** @type {(Element & {reveal: (id: string) => boolean}) | null} */ (
    document.querySelector('expense-list')
  );
  if (list?.reveal(id)) return;
  if (list && tries) requestAnimationFrame(() => focusExpense(id, tries - 1));
  else focusPage();
}

/** The content of the page, unless something has the focus already. */
export function focusPage() {
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body) return;
  document.querySelector('main')?.focus({ preventScroll: true });
}
