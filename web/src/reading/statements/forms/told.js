/** What was read of a file, whole or as a line for each row, for the tables of forms. */
import { readStatement } from '../read-file.js';

const encoder = new TextEncoder();

/** @param {string} text of a file */
export const readText = (text) => readStatement(encoder.encode(text));

/**
 * `E day paise` an expense, `R day paise` a refund, `L reason` left out, `X reason` refused; in the order
 * of the file's rows. A doubtful row has a question mark behind it.
 *
 * @param {string | Uint8Array} content of a file
 * @returns {Promise<string[]>}
 */
export async function told(content) {
  const { expenses, refunds, left_out, refused } =
    typeof content === 'string' ? await readText(content) : await readStatement(content);
  const doubt = (/** @type {{doubts: string[]}} */ { doubts }) => (doubts.length > 0 ? ' ?' : '');
  return [
    ...expenses.map((one) => ({ ...one, text: `E ${one.date} ${one.amount_paise}${doubt(one)}` })),
    ...refunds.map((one) => ({ ...one, text: `R ${one.date} ${one.amount_paise}${doubt(one)}` })),
    ...left_out.map((one) => ({ ...one, text: `L ${one.reason}${doubt(one)}` })),
    ...refused.map((one) => ({ ...one, text: `X ${one.reason}` })),
  ]
    .sort((a, b) => a.row - b.row)
    .map(({ text }) => text);
}
