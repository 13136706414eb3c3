import { describe, expect, test } from 'vitest';
import { dateIn } from './spoken-dates.js';

const TODAY = '2026-11-25'; // a Wednesday
const read = (/** @type {string} */ text, today = TODAY) => {
  const span = dateIn(text, today);
  return span && [text.slice(span.from, span.to), ...span.dates];
};

describe('a day that is named', () => {
  test.each([
    ['uber 250 today', 'today', '2026-11-25'],
    ['आज चाय 20', 'आज', '2026-11-25'],
    ['aaj chai 20', 'aaj', '2026-11-25'],
    ['uber 250 yesterday', 'yesterday', '2026-11-24'],
    ['pizza 250 last night', 'last night', '2026-11-24'],
    ['kal doodh 60', 'kal', '2026-11-24'],
    ['दूध 60 कल', 'कल', '2026-11-24'],
    ['day before yesterday uber 250', 'day before yesterday', '2026-11-23'],
    ['parson doodh 60', 'parson', '2026-11-23'],
    ['दूध 60 परसों', 'परसों', '2026-11-23'],
    ['cake 500 tomorrow', 'tomorrow', '2026-11-26'],
    ['cake 500 day after tomorrow', 'day after tomorrow', '2026-11-27'],
    ['uber 250 2 days back', '2 days back', '2026-11-23'],
    ['uber 250 3 days ago', '3 days ago', '2026-11-22'],
    ['uber 250 two days ago', 'two days ago', '2026-11-23'],
    ['uber 250 a day ago', 'a day ago', '2026-11-24'],
    ['do din pehle doodh 60', 'do din pehle', '2026-11-23'],
    ['दो दिन पहले दूध 60', 'दो दिन पहले', '2026-11-23'],
    ['uber 250 a week ago', 'a week ago', '2026-11-18'],
    ['uber 250 last week', 'last week', '2026-11-18'],
    ['uber 250 2 weeks back', '2 weeks back', '2026-11-11'],
    ['rent 9000 a month ago', 'a month ago', '2026-10-25'],
    // Weekdays: the latest such day, today included.
    ['uber 250 mon', 'mon', '2026-11-23'],
    ['mon uber 250', 'mon', '2026-11-23'],
    ['uber 250 on Friday', 'on Friday', '2026-11-20'],
    ['uber 250 wednesday', 'wednesday', '2026-11-25'],
    ['uber 250 last wednesday', 'last wednesday', '2026-11-18'],
    ['uber 250 last friday', 'last friday', '2026-11-20'],
    ['uber 250 this friday', 'this friday', '2026-11-27'],
    ['uber 250 next monday', 'next monday', '2026-11-30'],
    ['uber 250 sun', 'sun', '2026-11-22'],
    ['on sun cricket 250', 'on sun', '2026-11-22'],
    ['somvar ko doodh 60', 'somvar ko', '2026-11-23'],
    ['दूध 60 सोमवार', 'सोमवार', '2026-11-23'],
    // Days of a month.
    ['uber 250 12th', '12th', '2026-11-12'],
    ['uber 250 28th', '28th', '2026-10-28'],
    ['uber 250 31st', '31st', '2026-10-31'],
    ['on the 1st floor polish 900', 'on the 1st', '2026-11-01'],
    ['12 tarikh ko doodh 60', '12 tarikh ko', '2026-11-12'],
    ['uber 250 12-11', '12-11', '2026-11-12'],
    ['uber 250 12/11', '12/11', '2026-11-12'],
    ['uber 250 26/11', '26/11', '2025-11-26'],
    ['2.5k rent 1 nov', '1 nov', '2026-11-01'],
    ['2.5k rent 1st of november', '1st of november', '2026-11-01'],
    ['2.5k rent nov 1', 'nov 1', '2026-11-01'],
    ['2.5k rent 25dec', '25dec', '2025-12-25'],
    ['2.5k rent 29 feb', '29 feb', '2024-02-29'],
    ['किराया 900 5 नवंबर', '5 नवंबर', '2026-11-05'],
    // Whole dates.
    ['2.5k rent 5 jan 2024', '5 jan 2024', '2024-01-05'],
    ["2.5k rent 5 jan '24", "5 jan '24", '2024-01-05'],
    ['2.5k rent jan 5, 2024', 'jan 5, 2024', '2024-01-05'],
    ['2.5k rent 05-jan-24', '05-jan-24', '2024-01-05'],
    ['2.5k rent 03-04-2025', '03-04-2025', '2025-04-03'],
    ['2.5k rent 3.4.25', '3.4.25', '2025-04-03'],
    ['sunday lunch 900', 'sunday', '2026-11-22'],
    ['tyre 900 12th, fees', '12th', '2026-11-12'],
    // What is left of a line is not joined over a date.
    ['5 yesterday nov', 'yesterday', '2026-11-24'],
    ['cake 500 this monday', 'this monday', '2026-11-23'],
    ['cake 500 last monday', 'last monday', '2026-11-23'],
    ['2.5k rent 2025-04-03', '2025-04-03', '2025-04-03'],
  ])('%s', (line, ...span) => expect(read(line)).toEqual(span));
});

describe('what may be a day, or another day', () => {
  test.each([
    ['uber 250 next friday', 'next friday', '2026-11-27', '2026-12-04'],
    ['bijli 900 last month', 'last month', '2026-10-25', TODAY],
    ['sun cream 250', 'sun', '2026-11-22', TODAY],
    ['sat down meal 300', 'sat', '2026-11-21', TODAY],
    ['wed cake 300', 'wed', TODAY],
    ['10th  fees 900', '10th', '2026-11-10', TODAY],
    ['10-12 eggs 100', '10-12', '2025-12-10', TODAY],
    ['hotel 12 nov to 15 nov 9000', '12 nov', '2026-11-12', '2026-11-15'],
    ['kal mon 250', 'kal', '2026-11-24', '2026-11-23'],
  ])('%s', (line, ...span) => expect(read(line)).toEqual(span));
});

test.each([
  'chai 120',
  'chai 31 feb',
  'chai 2025-13-45',
  'chai 31-02',
  'gift for 60th 900',
  'kalakand 90',
  'monthly pass 900',
  'sunday2 90',
  'may 500',
  'maggi 2 days old 90',
  '1/2 kg paneer 200',
  '#today 90',
  'ref 1.2.3',
  'few days ago 90',
  'ran days back 90',
  'any days back 90',
  '1st floor polish 900',
  '10th class tuition 2500',
  '2nd hand cycle 3500',
])('%s names no day', (line) => expect(read(line)).toBe(null));

test('days are told in the order of the line, and whether they are several', () => {
  expect(dateIn('fri 500 yesterday', TODAY)).toEqual({
    from: 0,
    to: 3,
    dates: ['2026-11-20', '2026-11-24'],
    isOneOfMany: true,
  });
  expect(dateIn('yesterday kal', TODAY)).toMatchObject({
    dates: ['2026-11-24'],
    isOneOfMany: false,
  });
});

test('a day that is also a word may be none, whatever today is', () => {
  expect(read('wed cake 300', '2026-11-26')).toEqual(['wed', '2026-11-25', '2026-11-26']);
});

test('the first of a month and of a year look back', () => {
  expect(read('rent 31st', '2026-01-01')).toEqual(['31st', '2025-12-31']);
  expect(read('kal rent', '2026-01-01')).toEqual(['kal', '2025-12-31']);
  expect(read('rent 30th', '2026-03-01')).toEqual(['30th', '2026-01-30']);
});
