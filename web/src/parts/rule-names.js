/** What a recurring rule is called: by its description, or else by its category. */
import { nameOf } from './category-names.js';

/** @param {Pick<import('../types.js').Rule, 'description' | 'category'>} rule */
export const nameOfRule = ({ description, category }) => description.trim() || nameOf(category);
