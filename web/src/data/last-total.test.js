import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isOfPresentMonth, keepLastTotal, lastTotal } from './last-total.js';
import { forgetPerson, forgetScope } from './leaving.js';
import { storage } from './store/device-double.js';

const HOME = '019ad2b0-0000-7000-8000-000000000001';
const NOON = new Date('2026-11-27T12:00:00+05:30');
const MIDNIGHT = Date.parse('2026-11-28T00:00:00+05:30');

/** @param {string} rupees */
const spent = (rupees) => ({
  period: 'November 2026',
  label: 'Spent so far',
  symbol: '₹',
  rupees,
  paise: '.00',
});

/** @param {string} address */
const open = (address) => vi.stubGlobal('location', new URL(address, 'https://app.example'));

/** @param {string} person */
const signIn = (person) =>
  localStorage.setItem('oidc.user:pool:client', JSON.stringify({ profile: { sub: person } }));

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
  signIn('asha');
  open('/');
  keepLastTotal('asha', spent('1,234'), MIDNIGHT);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it is what the person saw last', () => {
  expect(lastTotal()).toMatchObject(spent('1,234'));
  keepLastTotal('asha', spent('1,300'), MIDNIGHT);
  expect(lastTotal()?.rupees).toBe('1,300');
});

test('another day has another month, or another "so far"', () => {
  vi.setSystemTime(MIDNIGHT - 1);
  expect(lastTotal()).not.toBeNull();
  vi.setSystemTime(MIDNIGHT);
  expect(lastTotal()).toBeNull();
  // A clock that was ahead when it was kept says nothing of the day.
  vi.setSystemTime(NOON.getTime() - 1);
  expect(lastTotal()).toBeNull();
});

test('each ledger has its own', () => {
  keepLastTotal(`asha/${HOME}`, spent('90'), MIDNIGHT);
  open(`/?ledger=${HOME}`);
  expect(lastTotal()?.rupees).toBe('90');
  open('/?ledger=own');
  expect(lastTotal()?.rupees).toBe('1,234');
  // An address that names none opens the last one.
  open('/');
  localStorage.setItem('expense-tracker.ledger.asha', HOME);
  expect(lastTotal()?.rupees).toBe('90');
  forgetScope(`asha/${HOME}`);
  expect(lastTotal()).toBeNull();
});

test.each([
  ['/', true],
  ['/?ledger=own', true],
  ['/?period=month:2026-10-01', false],
  ['/?category=rent', false],
  ['/expenses', false],
])('%s is of the whole present month: %s', (address, is) => {
  open(address);
  expect(isOfPresentMonth()).toBe(is);
  expect(lastTotal() !== null).toBe(is);
});

test('nobody sees another person’s, and who has left leaves none', async () => {
  signIn('ravi');
  expect(lastTotal()).toBeNull();
  keepLastTotal('asha', spent('1,300'), MIDNIGHT);
  signIn('asha');
  expect(lastTotal()?.rupees).toBe('1,234');
  await forgetPerson('asha');
  expect(lastTotal()).toBeNull();
});

test('what is no total, no session and a full device are nothing to it', () => {
  localStorage.setItem('expense-tracker.last-total.asha', '{');
  expect(lastTotal()).toBeNull();
  localStorage.setItem('oidc.user:pool:client', '{');
  expect(lastTotal()).toBeNull();
  signIn('asha');
  const full = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  Object.defineProperty(localStorage, 'setItem', { value: full });
  expect(() => keepLastTotal('asha', spent('5'), MIDNIGHT)).not.toThrow();
});
