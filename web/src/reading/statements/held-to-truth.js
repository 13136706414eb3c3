/**
 * What the tests of statements written at random hold a reading to: every row is right, or it or the
 * file is marked doubtful.
 *
 * @typedef {import('./read-file.js').Statement} Statement
 */

/** @param {{date: string, paise: number}} row */
const key = ({ date, paise }) => `${date} ${paise}`;

/**
 * @param {Statement} read
 * @param {readonly {date: string, paise: number, out: boolean}[]} truths all rows of the file
 * @returns {{wrong: string, isDoubtful: boolean}} `wrong` is empty where it is right or says its doubts
 */
export function heldToTruth({ expenses, refunds, left_out, refused, doubts }, truths) {
  const marked = [...expenses, ...refunds, ...left_out].filter((row) => row.doubts.length > 0);
  const isDoubtful = doubts.length + marked.length + refused.length > 0;
  if (doubts.length > 0) return { wrong: '', isDoubtful };
  const unread = truths.filter(({ out }) => out).map(key);
  const invented = expenses.filter((row) => {
    const at = unread.indexOf(key({ date: row.date, paise: row.amount_paise }));
    if (at >= 0) unread.splice(at, 1);
    return at < 0 && row.doubts.length === 0;
  });
  const all = expenses.length + refunds.length + left_out.length + refused.length;
  const isRight =
    invented.length === 0 &&
    unread.length <= marked.length + refused.length &&
    all === truths.length;
  const wrong = `${invented.length} invented, ${unread.length} unread, ${all}/${truths.length}`;
  return { wrong: isRight ? '' : wrong, isDoubtful };
}
