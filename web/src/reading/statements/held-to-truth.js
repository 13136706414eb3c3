/**
 * What the tests of statements written at random hold a reading to: every row is right, or marked doubtful.
 * A doubt of the whole file excuses a row only where what it names is what is wrong with that row.
 *
 * @typedef {import('./read-file.js').Statement} Statement
 * @typedef {import('./statement.js').Item} Item
 * @typedef {{date: string, paise: number, out: boolean, number: string}} Truth number: what this row alone holds
 * @typedef {{row: number, cells: readonly string[], doubts: readonly string[], item?: Item, out: boolean | null}} Read
 *   out: null where it is refused
 */

/** Which doubts of a file say that its rows may be wrong in such a way. */
const EXPLAINED_BY = {
  way: /^the balance doesn’t fit the amounts$/u,
  amount: /^the balance doesn’t fit the amounts$|holds amounts that aren’t counted$/u,
  day: /^day and month could be the other way round$/u,
  none: /^(?!)/u,
};

/**
 * @param {Statement} statement
 * @param {readonly Truth[]} truths all rows of the file
 * @returns {{wrong: string, isDoubtful: boolean}} `wrong` is empty where it is right or says its doubts
 */
export function heldToTruth({ expenses, refunds, left_out, refused, doubts }, truths) {
  /** @type {Read[]} */
  const rows = [
    ...expenses.map((item) => ({ ...item, item, out: true })),
    ...refunds.map((item) => ({ ...item, item, out: true })),
    ...left_out.map((row) => ({ ...row, out: false })),
    ...refused.map((row) => ({ ...row, out: null })),
  ];
  const left = new Set(truths);
  const wrong = rows.flatMap((row) => {
    const text = row.cells.join('').replace(/\s/gu, '');
    const truth = [...left].find(({ number }) => text.includes(number));
    if (truth) left.delete(truth);
    if (row.out === null || row.doubts.length > 0) return [];
    const fault = truth ? faultOf(row, truth) : 'none';
    if (fault === null || doubts.some((doubt) => EXPLAINED_BY[fault].test(doubt))) return [];
    return [`row ${row.row}: ${truth ? fault : 'not one of the file'}`];
  });
  wrong.push(...[...left].map(({ number }) => `${number} is nowhere`));
  const isDoubtful =
    doubts.length + refused.length + rows.filter((row) => row.doubts.length > 0).length > 0;
  return { wrong: wrong.join(', '), isDoubtful };
}

/** @param {Read} row @param {Truth} truth @returns {keyof typeof EXPLAINED_BY | null} */
function faultOf({ out, item }, truth) {
  if (out !== truth.out) return 'way';
  if (!out || !item) return null;
  if (item.amount_paise !== truth.paise) return 'amount';
  if (item.date === truth.date) return null;
  const [year, month, day] = truth.date.split('-');
  return item.date === `${year}-${day}-${month}` ? 'day' : 'none';
}
