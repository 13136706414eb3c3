import { expect, it } from 'vitest';

import { readStatement } from '../read-file.js';
import { UnreadableFile } from '../unreadable.js';
import { randomOf } from '../written-statements.js';
import { drawnPdf } from './drawn-pdf.js';

/** What readers trip over, put together at random. */
const PIECES =
  `,|;|\t|"|""|="|\n|\r\n|  |~|~|Date|Amount|Debit|Credit|Balance|Total|Narration|01/10/2026|31/02/2026|1 Oct|2026|12.50|-12.50|(12.50)|1,24,000.00|12.3.4|9e99|Dr|Cr|CR|₹|USD|UPI/627400000001/TEA|<td>|</table>|<br>|paid|Rs.20 debited|OTP|\0|\uFEFF|न|😀|'|\\|[]|{}|NaN|__proto__|constructor`
    .split('|')
    .concat('|');

/** @param {unknown} outcome */
const isSaid = (outcome) => !(outcome instanceof Error) || outcome instanceof UnreadableFile;

it('whatever stands in a text, it is read or refused in words, with every row accounted for', async () => {
  const encoder = new TextEncoder();
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = randomOf(seed * 104729);
    const piece = () => PIECES[Math.floor(random() * PIECES.length)];
    const head = seed % 2 ? 'Date,Narration,Debit,Credit,Balance\n' : '';
    const text = head + Array.from({ length: 20 + Math.floor(random() * 200) }, piece).join('');
    const outcome = await readStatement(encoder.encode(text)).catch((error) => error);
    expect(isSaid(outcome), `${seed}: ${outcome}`).toBe(true);
    if (outcome instanceof Error) continue;
    for (const { amount_paise, date } of [...outcome.expenses, ...outcome.refunds]) {
      expect(Number.isSafeInteger(amount_paise) && amount_paise > 0, `${seed}`).toBe(true);
      expect(date, `${seed}`).toMatch(/^(19|20|21)\d\d-\d\d-\d\d$/u);
    }
  }
});

it('whatever a broken PDF holds, it is read or refused in words', async () => {
  const page =
    'Date        Narration      Debit    Credit   Balance\n01/10/2026  TEA            20.00             980.00';
  const whole = await drawnPdf([page, page]);
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = randomOf(seed);
    const broken = whole.slice(0, seed % 3 ? whole.length : Math.floor(random() * whole.length));
    for (let hits = 0; hits < 20; hits += 1)
      broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
    const outcome = await readStatement(broken).catch((error) => error);
    expect(isSaid(outcome), `${seed}: ${outcome}`).toBe(true);
  }
}, 60000);
