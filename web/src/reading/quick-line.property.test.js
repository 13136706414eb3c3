import { expect, test } from 'vitest';
import { fieldText } from './amount-typing.js';
import { MAX_PAISE, plainAmount } from './money.js';
import { readQuickLine } from './quick-line.js';
import { randomOf } from './statements/written-statements.js';

const COUNT = 1500;
const known = { today: '2026-11-25', categories: [], categoryOf: () => undefined };

const THINGS = [
  'chai',
  'दूध',
  'uber home',
  '2 kg aloo',
  '3 coffees',
  'milk 500ml',
  'सब्ज़ी',
  'sector 62',
];
const DAYS = [
  ['', '2026-11-25'],
  ['yesterday', '2026-11-24'],
  ['parson', '2026-11-23'],
  ['कल', '2026-11-24'],
  ['2 days back', '2026-11-23'],
  ['on friday', '2026-11-20'],
  ['1 nov', '2026-11-01'],
  ['03-04-2025', '2025-04-03'],
];
const TAGS = ['', '#office', '#घर', '#2026'];

/** @param {number} paise @returns {string[]} */
const ways = (paise) => [
  `₹${fieldText(paise)}`,
  `Rs. ${fieldText(paise)}`,
  `${plainAmount(paise)}rs`,
  `${plainAmount(paise)}/-`,
];

test('a line with a currency is read in whatever order its parts come, and loses no word', () => {
  const random = randomOf(20);
  const one = (/** @type {any[]} */ from) => from[Math.floor(random() * from.length)];
  for (let round = 0; round < COUNT; round++) {
    const paise = Math.max(1, Math.floor(MAX_PAISE ** random()));
    const [thing, [day, date], tag] = [one(THINGS), one(DAYS), one(TAGS)];
    const parts = [one(ways(paise)), thing, day, tag].filter(Boolean);
    const line = parts
      .map((part) => ({ part, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ part }) => part)
      .join('  ');
    const { read, choices } = readQuickLine(line, known);
    expect([line, choices, read]).toEqual([
      line,
      {},
      {
        amount_paise: paise,
        date,
        description: thing,
        tags: tag ? [tag.slice(1)] : [],
        category: '',
      },
    ]);
  }
});

test('whatever is typed, nothing of it is lost and nothing fails', () => {
  const random = randomOf(21);
  const pieces = [
    '120',
    ' ',
    '₹',
    'chai',
    '.',
    ',',
    '-',
    '/',
    'k',
    'l',
    ' 50 ',
    '२',
    'कल',
    'th',
    '#a ',
    '@',
    'x',
    'do sau',
    ':',
    '(',
    ')',
    'nov',
  ];
  for (let round = 0; round < COUNT; round++) {
    const length = 1 + Math.floor(random() * 12);
    const line = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(
      '',
    );
    const { read, marks, choices } = readQuickLine(line, known);
    // Each word is in the description, or marked as taken.
    const words = (/** @type {string} */ text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const without = (/** @type {string[]} */ kinds) =>
      marks
        .filter(({ kind }) => kinds.includes(kind))
        .reduceRight((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, line);
    const taken = ['amount', 'date', 'tag'];
    expect([words(without(taken)), words(without([...taken, 'doubt']))]).toContainEqual(
      words(read.description),
    );
    expect([line, read.amount_paise === null || choices.amount_paise === undefined]).toEqual([
      line,
      true,
    ]);
  }
});
