/** Which categories the overview is narrowed to, as it stands in the address. */

/** @typedef {import('./projections.js').Filter} Filter */

/**
 * @param {Record<string, string>} params of the address
 * @returns {Filter}
 */
export function readFilter({ only, without }) {
  return { picked: idsIn(only), excluded: idsIn(without) };
}

/** @param {string | undefined} text */
const idsIn = (text) => new Set((text ?? '').split(',').filter(Boolean));

/** @param {Filter} filter @returns {{only: string, without: string}} params of the address */
export function writeFilter({ picked, excluded }) {
  return { only: [...picked].join(','), without: [...excluded].join(',') };
}

/**
 * Pick a category, or let it go if it is picked.
 *
 * @param {Filter} filter @param {string} id @returns {Filter}
 */
export function togglePicked({ picked, excluded }, id) {
  return { picked: toggled(picked, id), excluded };
}

/**
 * Leave a category out, or bring it back.
 *
 * @param {Filter} filter @param {string} id @returns {Filter}
 */
export function toggleExcluded({ picked, excluded }, id) {
  const others = new Set(picked);
  others.delete(id);
  return { picked: others, excluded: toggled(excluded, id) };
}

/** @param {ReadonlySet<string>} set @param {string} id */
function toggled(set, id) {
  const copy = new Set(set);
  if (!copy.delete(id)) copy.add(id);
  return copy;
}
