/**
 * Every text of the page in English, a section a file (those that few need come with what shows them).
 * Sentences are whole: no piece is glued to another, so that each language can order its words.
 */
import { filter } from './en/filter.js';
import { overview } from './en/overview.js';
import { shell } from './en/shell.js';

export const en = {
  ...shell,
  filter,
  overview,
};
