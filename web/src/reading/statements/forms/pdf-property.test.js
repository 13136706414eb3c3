import { expect, it } from 'vitest';

import { heldToTruth } from '../held-to-truth.js';
import { readStatement } from '../read-file.js';
import { randomOf } from '../written-statements.js';
import { drawnPdf } from './drawn-pdf.js';

/** `VITE_PDFS=300 npx vitest run --root web pdf-property` takes a minute. */
const COUNT = Number(import.meta.env.VITE_PDFS ?? 60);
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const ROWS_A_PAGE = 9;

/** @type {((y: string, m: string, d: string) => string[])[]} the lines of a day */
const DAYS = [
  (y, m, d) => [`${d}/${m}/${y}`],
  (y, m, d) => [`${d}-${m}-${y}`],
  (y, m, d) => [`${d} ${MONTHS[Number(m) - 1]} ${y}`],
  (y, m, d) => [`${d} ${MONTHS[Number(m) - 1]}`, y],
  (y, m, d) => [`${d}-${MONTHS[Number(m) - 1]}-${y.slice(2)}`],
];

/** @param {number} paise */
const money = (paise) => {
  const [rupees, rest] = (paise / 100).toFixed(2).split('.');
  const head = rupees.slice(0, -3).replace(/\B(?=(\d{2})+$)/gu, ',');
  return `${head ? `${head},` : ''}${rupees.slice(-3)}.${rest}`;
};

/** @param {string} text @param {number} width @returns {string[]} */
const wrapped = (text, width) =>
  text
    .match(new RegExp(`.{1,${width}}(?=\\s|$)|.{1,${width}}`, 'gu'))
    ?.map((line) => line.trim()) ?? [];

/**
 * @param {number} seed
 * @returns {{pages: string[], truths: import('../held-to-truth.js').Truth[], form: string}}
 */
function drawnStatement(seed) {
  const random = randomOf(seed);
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(random() * from.length)];
  const day = pick(DAYS);
  const kind = pick(['pair', 'pair', 'side', 'bracket']);
  const centred = random() < 0.3;
  const width = 24 + Math.floor(random() * 20);
  const twoLines = random() < 0.5;
  const hasReference = random() < 0.6;
  /** Name in one or two lines, width, whether it is to the right. @type {[string[], number, boolean][]} */
  const columns = /** @type {any} */ ([
    [twoLines ? ['Txn', 'Date'] : ['Date'], 13, false],
    [['Narration'], width, false],
    ...(hasReference ? [[['Ref No.'], 16, false]] : []),
    ...(kind === 'pair'
      ? [
          [twoLines ? ['Withdrawal', 'Amt.'] : ['Withdrawals'], 15, true],
          [twoLines ? ['Deposit', 'Amt.'] : ['Deposits'], 15, true],
        ]
      : [[['Amount (Rs.)'], 18, true]]),
    [['Balance'], 16, true],
  ]);
  const lineOf = (/** @type {string[]} */ cells) =>
    cells
      .map((cell, at) =>
        columns[at][2] ? cell.padStart(columns[at][1]) : cell.padEnd(columns[at][1]),
      )
      .join('  ')
      .trimEnd();
  const header = Array.from({ length: twoLines ? 2 : 1 }, (_, line) =>
    lineOf(columns.map(([names]) => names[line] ?? '')),
  );
  let balance = 5000000 + Math.floor(random() * 90000000);
  let time = Date.UTC(2026, Math.floor(random() * 12), 3);
  const truths = [];
  const rows = [];
  for (let index = 0; index < 5 + Math.floor(random() * 20); index += 1) {
    time += Math.floor(random() * 4) * 864e5;
    const date = new Date(time).toISOString().slice(0, 10);
    const out = random() < 0.75;
    const paise = 100 + Math.floor(random() * 900000);
    balance += out ? -paise : paise;
    const reference = String(627600000000 + index);
    truths.push({ date, paise, out, number: reference });
    const text = out
      ? `UPI/${pick(['DR', 'P2M'])}/${reference}/${pick(['CORNER BAKERY', 'TEA POINT', 'METRO RAIL'])} ${pick(['', 'PUNE CAMP', 'MG ROAD BENGALURU 560001'])}`.trim()
      : `NEFT CR SAMPLE WORKS ${reference} ${pick(['', 'SALARY FOR THE MONTH'])}`.trim();
    const side = out ? 'Dr' : 'Cr';
    const amounts =
      kind === 'pair'
        ? [out ? money(paise) : '', out ? '' : money(paise)]
        : [kind === 'side' ? `${money(paise)} ${side}` : `${money(paise)}(${side})`];
    const days = day(.../** @type {[string, string, string]} */ (date.split('-')));
    const words = wrapped(text, width);
    const middle = centred ? Math.floor((words.length - 1) / 2) : 0;
    const count = Math.max(words.length, middle + days.length);
    rows.push(
      Array.from({ length: count }, (_, line) =>
        lineOf([
          days[line - middle] ?? '',
          words[line] ?? '',
          ...(hasReference ? [line === middle ? reference : ''] : []),
          ...(line === middle ? amounts : amounts.map(() => '')),
          line === middle ? money(balance) : '',
        ]),
      ),
    );
  }
  const pages = [];
  for (let at = 0; at < rows.length; at += ROWS_A_PAGE) {
    const its = rows
      .slice(at, at + ROWS_A_PAGE)
      .flatMap((lines) => (centred ? [...lines, ''] : lines));
    pages.push(
      [
        'SAMPLE BANK',
        'Account No  00000000',
        '',
        ...header,
        ...its,
        '',
        `Page ${pages.length + 1}`,
      ].join('\n'),
    );
  }
  return { pages, truths, form: JSON.stringify({ kind, centred, width, twoLines, hasReference }) };
}

it('draws statements at random, which are read right or marked doubtful', async () => {
  /** @type {string[]} */
  const wrong = [];
  let doubtful = 0;
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const { pages, truths, form } = drawnStatement(seed);
    const bytes = await drawnPdf(pages, { proportional: seed % 2 === 0 });
    const read = await readStatement(bytes).catch((error) => String(error));
    if (typeof read === 'string') {
      wrong.push(`${seed} ${form}: ${read}`);
      continue;
    }
    const held = heldToTruth(read, truths);
    if (held.isDoubtful) doubtful += 1;
    if (held.wrong) wrong.push(`${seed} ${form}: ${held.wrong}`);
  }
  expect(wrong).toEqual([]);
  expect(doubtful).toBeLessThan(COUNT * 0.2);
}, 120000);
