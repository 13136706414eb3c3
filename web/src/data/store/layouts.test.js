import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storage } from './device-double.js';
import { Layouts } from './layouts.js';

beforeEach(() => void vi.stubGlobal('localStorage', storage()));
afterEach(() => void vi.unstubAllGlobals());

/** @param {string[]} names */
const table = (...names) => ({
  columns: names.map((name) => ({ name, role: /** @type {const} */ ('ignore'), why: '' })),
});

it('that was said of an account is its own, and else of the form', () => {
  const [home, work] = ['1234', '5678'].map((last4) => ({ bank: 'HDFC Bank', last4 }));
  const layouts = new Layouts('asha');
  layouts.keep(table('Date', 'Amount'), { order: 'mdy' }, home);
  layouts.keep(table('Date', 'Amount'), { order: 'dmy' }, work);
  const found = [home, work, { bank: 'SBI', last4: '1234' }, null].map((account) =>
    layouts.find(table('Date', 'Amount'), account),
  );
  expect(found.map((choice) => choice?.order)).toEqual(['mdy', 'dmy', 'dmy', 'dmy']);
});

it('keeps of one account alone what may be otherwise in another of that form', () => {
  const [home, work] = ['1234', '5678'].map((last4) => ({ bank: 'HDFC Bank', last4 }));
  const layouts = new Layouts('asha');
  layouts.keep(table('Date', 'Amount'), { spendingSign: -1 }, home, { ofAccountAlone: true });
  const found = [home, work, null].map((account) => layouts.find(table('Date', 'Amount'), account));
  expect(found).toEqual([{ spendingSign: -1 }, undefined, undefined]);
});

it('finds what was said of the same columns again, on this device, each person’s apart', () => {
  new Layouts('asha').keep(table('Date', 'Amount'), { order: 'mdy' });
  expect(new Layouts('asha').find(table('DATE', 'Amount '))).toEqual({ order: 'mdy' });
  expect(new Layouts('asha').find(table('Date', 'Paid'))).toBeUndefined();
  expect(new Layouts('ravi').find(table('Date', 'Amount'))).toBeUndefined();
});

it('takes what was said last', () => {
  const layouts = new Layouts('asha');
  layouts.keep(table('Date', 'Amount'), { order: 'mdy' });
  layouts.keep(table('Date', 'Amount'), { order: 'dmy', spendingSign: -1 });
  expect(layouts.find(table('Date', 'Amount'))).toEqual({ order: 'dmy', spendingSign: -1 });
});

it('knows no table without names, and keeps nothing where nothing was said', () => {
  const layouts = new Layouts('asha');
  layouts.keep(table('', ''), { order: 'mdy' });
  layouts.keep(table('Date', 'Amount'), {});
  expect([layouts.find(table('', '')), layouts.find(table('Date', 'Amount'))]).toEqual([
    undefined,
    undefined,
  ]);
});
