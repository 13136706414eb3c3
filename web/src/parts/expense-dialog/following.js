/**
 * What changes in a form as its line is typed on: the fields follow it, but for those that were corrected
 * by hand. Of what the line doesn't say, the form's own stays.
 *
 * @template {{date: string, category: string, kind?: 'expense' | 'refund'}} Fields
 * @param {Pick<import('../../reading/quick-line.js').Line, 'read' | 'dated'>} line as it was read
 * @param {{base: Fields, byHand: string[]}} form `base`: its fields before the line said anything
 * @returns {Partial<Fields>}
 */
export function followed({ read, dated }, { base, byHand }) {
  const said = {
    reference: undefined,
    ...read,
    kind: read.kind ?? base.kind,
    date: dated ? read.date : base.date,
    category: read.category || base.category,
  };
  const follows = Object.entries(said).filter(([field]) => !byHand.includes(field));
  return /** @type {Partial<Fields>} */ (Object.fromEntries(follows));
}
