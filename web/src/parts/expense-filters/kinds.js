/** What a list can be narrowed to by kind. */

/** @type {readonly {value: string, text: import('../../writing/text.js').TextKey}[]} */
export const KINDS = [
  { value: 'expense', text: 'expenses.onlyExpenses' },
  { value: 'refund', text: 'expenses.onlyRefunds' },
];
