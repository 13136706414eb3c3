/**
 * A category that is typed and not there yet: a name in place of an id, until what it is for is saved.
 */
import { store } from '../../data/store.js';
import { isSame } from '../../reading/folding.js';

const PREFIX = 'proposed:';

/** @param {string} name */
export const propose = (name) => PREFIX + name;

/** The name that is proposed; null for the id of a category. @param {string} id */
export const proposedName = (id) => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null);

/** Proposed while nobody can tell whether it is there already. @param {string} id */
export const isUncertain = (id) => proposedName(id) !== null && store.categories.status !== 'ready';

/** The category of a name, however it is written. @param {string} name */
export function categoryNamed(name) {
  return store.categories.items.find((category) => isSame(category.name, name));
}

/**
 * The id to save with: a proposed category is made now.
 *
 * @param {string} id of a category, or a proposed one
 * @returns {string}
 */
export function settledCategory(id) {
  const name = proposedName(id);
  if (name === null) return id;
  return (categoryNamed(name) ?? store.addCategory({ name }).shown).id;
}
