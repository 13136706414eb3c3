import { beforeEach, describe, expect, it } from 'vitest';

import { proposeRule } from './payee-rule.js';

const expense = (
  /** @type {string} */ id,
  /** @type {string} */ description,
  category = 'food',
) => ({
  ...{ id, description, category, date: '2026-10-13', amount_paise: 4500, tags: [], version: 1 },
});

/** @type {any} */
let store;
/** @type {any[]} */
let notices;
/** @type {any[]} */
let done;

beforeEach(() => {
  notices = [];
  done = [];
  const rules = new Map();
  store = {
    ledger: [
      expense('1', 'Corner Bakery · UPI-CORNER BAKERY-CORNERBAKERY@OK-627000000001-UPI'),
      expense('2', 'UPI-CORNER BAKERY-CORNERBAKERY@OK-627000000002-UPI'),
      expense('3', 'corner bakery', 'groceries'),
      expense('4', 'Corner Bakery School'),
    ],
    category: (/** @type {string} */ id) => ({ id, name: { groceries: 'Groceries' }[id] }),
    loadAll: async () => store.ledger,
    notify: (/** @type {any} */ notice) => notices.push(notice),
    editExpense: (/** @type {any} */ { id }, /** @type {any} */ fields) => done.push([id, fields]),
    payees: {
      load: async () => undefined,
      rule: (/** @type {string} */ payee) => rules.get(payee),
      teach: async (/** @type {string} */ payee, /** @type {any} */ content) =>
        rules.set(payee, content),
    },
  };
});

describe('after a correction by hand', () => {
  it('asks whether it is always so, and of the earlier ones', async () => {
    await proposeRule(store, 'Corner Bakery', 'groceries', { except: '1' });
    expect(notices[0].text).toBe('Always put Corner Bakery in Groceries, and the 1 earlier one?');
    notices[0].action.run();
    await Promise.resolve();
    expect(store.payees.rule('Corner Bakery')).toEqual({ category: 'groceries' });
    expect(done).toEqual([['2', { category: 'groceries' }]]);
  });

  it('asks nothing where that is the rule already', async () => {
    await store.payees.teach('Corner Bakery', { category: 'groceries' });
    await proposeRule(store, 'Corner Bakery', 'groceries');
    expect(notices).toEqual([]);
  });

  it('asks of the payee alone where the earlier ones cannot be looked up', async () => {
    store.loadAll = async () => {
      throw new Error('no network');
    };
    await proposeRule(store, 'Corner Bakery', 'groceries');
    expect(notices[0].text).toBe('Always put Corner Bakery in Groceries?');
  });

  it('says when it could not be kept, and changes no other', async () => {
    store.payees.teach = async () => {
      throw new Error('no network');
    };
    await proposeRule(store, 'Corner Bakery', 'groceries');
    notices[0].action.run();
    await new Promise((resolve) => setTimeout(resolve));
    expect(notices[1]).toMatchObject({ kind: 'error' });
    expect(done).toEqual([]);
  });
});
