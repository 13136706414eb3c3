import { expect, test } from 'vitest';
import { readAmount } from './amount.js';
import { afterTyping, fieldText } from './amount-typing.js';
import { MAX_PAISE, plainAmount } from './money.js';
import { randomOf } from './statements/written-statements.js';

const COUNT = 600;
const DIGITS = [
  '०१२३४५६७८९',
  '০১২৩৪৫৬৭৮৯',
  '௦௧௨௩௪௫௬௭௮௯',
  '೦೧೨೩೪೫೬೭೮೯',
  '۰۱۲۳۴۵۶۷۸۹',
  '０１２３４５６７８９',
];

/** As likely small as large. @param {() => number} random from 0 to 1 */
const somePaise = (random) => Math.max(1, Math.floor(MAX_PAISE ** random()));

/** @param {string} text @param {string} digits */
const inDigits = (text, digits) => text.replace(/\d/g, (digit) => [...digits][Number(digit)]);

/** @param {string} plain */
const grouped = (plain, separator = ',') => {
  const [whole, ...fraction] = plain.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, separator), ...fraction].join('.');
};

test('an amount is read back from every way of writing it', () => {
  const random = randomOf(10);
  for (let round = 0; round < COUNT; round++) {
    const paise = somePaise(random);
    const plain = plainAmount(paise);
    const [rupees, decimals] = plainAmount(paise, { always: true }).split('.');
    const ways = [
      plain,
      fieldText(paise),
      grouped(plain),
      grouped(plain, ' '),
      `Rs. ${fieldText(paise)}`,
      `INR${fieldText(paise)}`,
      `${plain}₹`,
      `${plain} rupees`,
      `${plain}/-`,
      `Rs.${fieldText(paise)} debited from a/c`,
      `${fieldText(paise)} Dr`,
      ...(rupees === '0' ? [] : [`${rupees} rupees ${decimals} paise`]),
      ...DIGITS.map((digits) => `₹${inDigits(fieldText(paise), digits)}`),
    ];
    for (const way of ways) expect([way, readAmount(way)]).toEqual([way, { paise }]);
  }
});

test('a sum is exact', () => {
  const random = randomOf(11);
  for (let round = 0; round < COUNT; round++) {
    const [a, b] = [somePaise(random), Math.floor(random() * 10000)];
    const count = 1 + Math.floor(random() * 12);
    const total = BigInt(a) + BigInt(b) * BigInt(count);
    const text = `${fieldText(a)} + ${count} x ${plainAmount(b)}`;
    const expected =
      total > BigInt(MAX_PAISE) ? { problem: 'too-large' } : { paise: Number(total) };
    expect([text, readAmount(text)]).toEqual([text, expected]);
  }
});

test('whatever is written, each digit of it counts or it is no amount', () => {
  const random = randomOf(12);
  const read = { amounts: 0, refused: 0 };
  for (let round = 0; round < COUNT * 10; round++) {
    const length = 1 + Math.floor(random() * 9);
    const digits = Array.from({ length }, () => '0123456789,,..  '[Math.floor(random() * 16)]);
    const text = digits.join('');
    const mark = ['', '₹', 'Rs '][Math.floor(random() * 3)];
    const reading = readAmount(mark + text);
    if (!('paise' in reading)) {
      read.refused += 1;
      continue;
    }
    read.amounts += 1;
    // Of two marks, the last is the decimal one: `1.234,56`.
    const marks = text.includes('.') && /,\d{1,2}$/.test(text.trim()) ? /[. ]/g : /[, ]/g;
    const [whole, decimals = ''] = text.replace(marks, '').replace(',', '.').split('.');
    expect([text, String(reading.paise).padStart(3, '0')]).toEqual([
      text,
      (whole.replace(/^0+/, '') || '0') + decimals.slice(0, 2).padEnd(2, '0'),
    ]);
    expect([text, decimals.slice(2).replace(/0+/, '')]).toEqual([text, '']);
  }
  expect(Math.min(read.amounts, read.refused)).toBeGreaterThan(COUNT);
});

test('a field that is typed in keeps every character but commas and zeros in front', () => {
  const random = randomOf(13);
  const kept = (/** @type {string} */ text) => text.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  for (let round = 0; round < COUNT; round++) {
    let field = { text: '', caret: 0 };
    let typed = '';
    for (let length = Math.floor(random() * 20); length >= 0; length--) {
      const key = '00123456789..+-kलरs '[Math.floor(random() * 19)];
      typed += key;
      field = afterTyping({ before: field.text, text: field.text + key, caret: field.caret + 1 });
    }
    expect(kept(field.text)).toBe(kept(typed));
    expect(field.caret).toBe(field.text.length);
  }
});
