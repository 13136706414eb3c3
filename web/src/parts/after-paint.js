/** Resolves when what was just rendered has been painted. */
export const afterPaint = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
