import { beforeEach, expect, test, vi } from 'vitest';
import { askedLedger } from './asked-ledger.js';
import { currentLedger, href, stayIn } from './router.js';

let url = new URL('http://here/');
const open = (/** @type {string} */ address) => (url = new URL(address, url));
vi.stubGlobal('location', {
  get pathname() {
    return url.pathname;
  },
  get search() {
    return url.search;
  },
  hash: '',
});
vi.stubGlobal('history', {
  state: null,
  replaceState: (/** @type {unknown} */ _state, /** @type {string} */ _title, address = '') =>
    open(address),
});

beforeEach(() => {
  open('/');
  stayIn('', false);
});

test.each([
  ['/', null],
  ['/expenses', null],
  ['/?add', null],
  ['/expenses?ledger=own', ''],
  ['/expenses?ledger=home&tag=goa', 'home'],
  ['/?ledger=%3Cb%3E', ''],
  // Made before there was any ledger but one's own.
  ['/?period=month:2026-11-01', ''],
  ['/expenses?category=rent', ''],
])('%s asks for %j', (address, ledger) => {
  open(address);
  expect(askedLedger()).toBe(ledger);
});

test('one’s own ledger is named in addresses as soon as there is another', () => {
  expect(href('expenses', { tag: 'goa' })).toBe('/expenses?tag=goa');
  open('/expenses?tag=goa');
  stayIn('', true);
  expect(location.pathname + location.search).toBe('/expenses?ledger=own&tag=goa');
  expect(href('overview')).toBe('/?ledger=own');
  stayIn('home', true);
  expect(href('overview')).toBe('/?ledger=home');
});

test('an address that leaves it open is of the ledger that is shown', () => {
  stayIn('home', true);
  open('/expenses');
  expect(currentLedger()).toBe('home');
  open('/expenses?tag=goa');
  expect(currentLedger()).toBe('');
});
