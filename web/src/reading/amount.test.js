import { describe, expect, test } from 'vitest';
import { amountsIn, readAmount } from './amount.js';
import { MAX_PAISE } from './money.js';
import { westernDigits } from './numbers.js';

describe('an amount', () => {
  test.each([
    ['120', 12000],
    ['1,23,456.50', 12345650],
    ['123,456', 12345600],
    ['₹ 1,23,456.5', 12345650],
    ['0.01', 1],
    ['.5', 50],
    ['.50', 50],
    ['12.', 1200],
    ['12.500', 1250],
    ['0.29', 29],
    ['4.35', 435],
    ['25 000', 2500000],
    ['1 20 000', 12000000],
    ['25\u00a0000', 2500000],
    ['1.234,56', 123456],
    // Marks of the currency.
    ['Rs. 500', 50000],
    ['Rs.500', 50000],
    ['rs 500', 50000],
    ['500rs', 50000],
    ['250₹', 25000],
    ['INR 2,500.00', 250000],
    ['2500 INR', 250000],
    ['500/-', 50000],
    ['Rs. 1,234/-', 123400],
    ['5 rupees 50 paise', 550],
    ['₹ 5 50 paise', 550],
    ['Rs Rs 500', 50000],
    ['50 paise', 50],
    ['रु 250', 25000],
    ['Rs. 1,234.50 debited', 123450],
    ['paid Rs.250.00 to SWIGGY on 25-11-26 UPI Ref 432198765', 25000],
    // Units.
    ['1.5 lakh', 15000000],
    ['1.25 lac', 12500000],
    ['2.5k', 250000],
    ['1.005k', 100500],
    ['2L', 20000000],
    ['3cr', 3000000000],
    ['₹1.2 crore', 1200000000],
    ['3 hundred', 30000],
    ['1 lakh 20 thousand', 12000000],
    ['do sau', 20000],
    ['dhai sau', 25000],
    ['डेढ़ सौ', 15000],
    ['do rupaye', 200],
    ['ek sau pachas', 15000],
    ['do sau paanch', 20500],
    ['do hazaar paanch sau pachpan', 255500],
    ['sadhe teen sau', 35000],
    ['paune do lakh', 17500000],
    ['sava sau', 12500],
    ['सवा दो सौ', 22500],
    ['two hundred and fifty', 25000],
    ['twenty-five rupees', 2500],
    ['sau rupaye', 10000],
    ['hazaar rupaye', 100000],
    ['₹ lakh', 10000000],
    ['तिरपन रुपये', 5300],
    // As statements write them.
    ['1,250.00 Dr', 125000],
    ['Rs.250.00Dr.', 25000],
    // A currency between two numbers is of the nearer.
    ['sector 62 ₹500', 50000],
    ['sector 62 Rs. 500', 50000],
    ['500rs for 2', 50000],
    ['500₹ 2 plates', 50000],
    ['1,234.50 Cr', 123450], // as crore it would be above the limit
    // Digits of other scripts.
    ['₹२५०', 25000],
    ['২৫০', 25000],
    ['௨௫௦', 25000],
    ['𑄸', 200], // Chakma, beyond the basic plane
    ['𝟚𝟝𝟘', 25000], // mathematical digits: five rows that follow each other
    ['२५ हज़ार', 2500000],
    // Sums.
    ['1200 - 50', 115000],
    ['120+50', 17000],
    ['120 + 50.50', 17050],
    ['-5 + 20', 1500],
    ['+20', 2000],
    ['3 x 120', 36000],
    ['3×120', 36000],
    ['120*3 + 40', 40000],
    ['40 + 120*3', 40000],
    ['1000/4', 25000],
    ['900 - 2*100', 70000],
    ['₹500 + ₹20', 52000],
    ['0.1+0.2', 30],
    ['100/3*3', 10000],
  ])('%s is %i paise', (text, paise) => expect(readAmount(text)).toEqual({ paise }));

  test('can be a thousand crore rupees, and says when it is more', () => {
    expect(readAmount('10,00,00,00,000')).toEqual({ paise: MAX_PAISE });
    expect(readAmount('10,00,00,00,000.01')).toEqual({ problem: 'too-large' });
    expect(readAmount('9,99,99,99,99,999')).toEqual({ problem: 'too-large' });
    expect(readAmount('9'.repeat(400))).toEqual({ problem: 'too-large' });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['0', 'not-above-zero'],
    ['0.00', 'not-above-zero'],
    ['-5', 'not-above-zero'],
    ['120 - 120', 'not-above-zero'],
    ['1.234', 'too-fine'],
    ['10.005', 'too-fine'],
    ['100/3', 'too-fine'],
    ['1.2.3', 'unreadable'],
    ['1,2,3', 'unreadable'],
    ['12,34,5.6', 'unreadable'],
    ['abc', 'unreadable'],
    ['12abc', 'unreadable'],
    ['1e5', 'unreadable'],
    ['NaN', 'unreadable'],
    ['12 34', 'unreadable'],
    ['120+', 'unreadable'],
    ['120/0', 'unreadable'],
    ['=1+1', 'unreadable'],
    ['₹', 'unreadable'],
    ['do', 'unreadable'],
    ['sau', 'unreadable'],
    ['k rupees', 'unreadable'],
    ['crore rupees', 'unreadable'],
    [`${'0'.repeat(500)}5`, 'unreadable'],
    ['1 lakh 20', 'unreadable'],
    ['5 l', 'unreadable'],
    ['$50', 'unreadable'],
    ['50 USD', 'unreadable'],
    ['1.5.5 lakh', 'unreadable'],
  ])('%j is not: %s', (text, problem) => expect(readAmount(text)).toEqual({ problem }));

  test.each([
    ['1,20', [120, 12000]],
    ['1,5', [150, 1500]],
    ['sector 62 Rs 500', [6200, 50000]],
    ['500-600', [50000, 60000]],
    ['50 - 120', [5000, 12000]],
    ['₹500 – ₹600', [50000, 60000]],
    ['Rs. 500 to 600', [50000, 60000]],
    ['500 se 600', [50000, 60000]],
    ['1-2 lakh', [10000000, 20000000]],
    ['900-1.5k', [90000, 150000]],
    ['250.00 Cr', [25000, 250000000000]],
    ['Rs 500 debited, balance Rs 2,000', [50000, 200000]],
  ])('%s could be %j', (text, choices) => expect(readAmount(text)).toEqual({ choices }));
});

test('amounts are found within a line, with what stands beside them', () => {
  const line = 'paid Rs.250.00 for 2 lakh seeds, ref 1.2.3 and UPI77 at 10:30';
  expect(amountsIn(line).map(({ from, to, ...rest }) => [line.slice(from, to), rest])).toEqual([
    ['Rs.250.00', { paise: 25000, marked: true, scaled: false, cut: false }],
    ['2 lakh', { paise: 20000000, marked: false, scaled: true, cut: false }],
  ]);
});

test.each([
  ...['₹1’250', "Rs 1'25'000", '₹1 250,50', 'Rs. 1 ,234.00', '₹1, 234', '₹1234. 50', 'Rs.1234 .50'],
  ...['₹1·50', '₹2½', '₹12 50p', 'Rs 12 34', '₹5e3', 'Rs 5 p', '₹12 lpa', '₹1 lakh 25'],
  ...['₹500 - 10%', '₹100 + tip', 'Rs 500 + GST', '₹1200 / 4 people'],
])('of %s no part is taken for all of it', (text) => {
  expect(readAmount(text)).toEqual({ problem: 'unreadable' });
});

test.each([
  ['₹3.5 L', 350_000_00],
  ['₹1.5 laakh', 150_000_00],
  ['1.5 lacks', 150_000_00],
  ['₹1.5 lk', 150_000_00],
  ['₹2 karod', 2_00_00_000_00],
  ['₹2.5 million', 25_00_000_00],
  ['1.5 cr', 1_50_00_000_00],
])('%s is %i paise', (text, paise) => expect(readAmount(text)).toEqual({ paise }));

test('what is credited may be meant with Cr, and asked for', () => {
  expect(readAmount('500 CR')).toEqual({ choices: [50_000, 500_00_00_000_00] });
});

test('digits of every script have their value', () => {
  expect(westernDigits('०१२३४५६७८९ ٠١٢ ௦௯ 𝟗')).toBe('0123456789 012 09 9');
});
