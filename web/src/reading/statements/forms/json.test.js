import { expect, it } from 'vitest';

import { readText, told } from './told.js';

const DAY = 'T10:22:00+05:30';

/** How an app writes what it holds, and what each of its payments is. @type {[string, unknown, string[]][]} */
const EXPORTS = [
  [
    'a list with signs',
    [
      { date: '2026-10-13', amount: -240.5, category: 'Food', note: 'Thali', tags: ['office'] },
      { date: '2026-10-14', amount: 50000, category: 'Salary', note: 'October', tags: [] },
      { date: '2026-10-15', amount: -1500, category: 'Rent', note: 'Room, share', tags: [] },
    ],
    ['E 2026-10-13 24050', 'L money in', 'E 2026-10-15 150000'],
  ],
  [
    'the list’s own days and kind above it, which are none of its payments’',
    {
      account: {
        type: 'deposit',
        transactions: {
          startDate: '2026-10-01',
          endDate: '2026-10-31',
          transaction: [
            {
              type: 'DEBIT',
              amount: '450.00',
              transactionTimestamp: `2026-10-13${DAY}`,
              valueDate: '2026-10-14',
              narration: 'UPI/628600000001/TEA POINT',
            },
            {
              type: 'CREDIT',
              amount: '50000.00',
              transactionTimestamp: `2026-10-14${DAY}`,
              valueDate: '2026-10-14',
              narration: 'SALARY OCT',
            },
          ],
        },
      },
    },
    ['E 2026-10-13 45000', 'L money in'],
  ],
  [
    'moments called after what was done, amounts in minor units',
    [
      { id: 1, spentAt: '2026-10-13T04:30:00Z', amountMinor: 45000, title: 'Thali' },
      { id: 2, spentAt: '2026-10-13T20:30:00Z', amountMinor: 1250, title: 'Bus' },
    ],
    ['E 2026-10-13 45000', 'E 2026-10-14 1250'],
  ],
  [
    'short names, and kinds in one word',
    [
      { ts: `2026-10-13${DAY}`, kind: 'spend', amt: 450.5, merchant: 'Cafe' },
      { ts: `2026-10-14${DAY}`, kind: 'topup', amt: 1000, merchant: 'Bank' },
      { ts: `2026-10-15${DAY}`, kind: 'refund', amt: 50.5, merchant: 'Cafe' },
    ],
    ['E 2026-10-13 45050', 'L transfer to oneself', 'R 2026-10-15 5050'],
  ],
  [
    'cash in and cash out',
    [
      { date: '13-10-2026', type: 'CASH_OUT', amount: 450, remark: 'Veg', mode: 'Cash' },
      { date: '14-10-2026', type: 'CASH_IN', amount: 5000, remark: 'From Papa', mode: 'Online' },
    ],
    ['E 2026-10-13 45000', 'L money in'],
  ],
  [
    'a list within an answer, with parts of parts and payments that failed',
    {
      status: 'ok',
      data: {
        transactions: [
          {
            at: 1,
            created_at: `2026-10-13${DAY}`,
            amount: { value: '240.50', currency: 'INR' },
            type: 'DEBIT',
            merchant: { name: 'Tea Point' },
            status: 'SUCCESS',
          },
          {
            at: 2,
            created_at: `2026-10-14${DAY}`,
            amount: { value: '500.00', currency: 'INR' },
            type: 'CREDIT',
            merchant: { name: 'Friend' },
            status: 'SUCCESS',
          },
          {
            at: 3,
            created_at: `2026-10-15${DAY}`,
            amount: { value: '99.00', currency: 'INR' },
            type: 'DEBIT',
            merchant: { name: 'Game' },
            status: 'FAILED',
          },
        ],
      },
    },
    ['E 2026-10-13 24050', 'L money in', 'L not completed'],
  ],
  [
    'lists whose names tell what is in them',
    {
      incomes: [{ source: 'Sample Works', amount: 50000, date: '2026-10-12' }],
      expenses: [
        { note: 'Rent', amount: 15000, date: '2026-10-13' },
        { note: 'Tea', amount: 20, date: '2026-10-14' },
      ],
    },
    ['L money in', 'E 2026-10-13 1500000', 'E 2026-10-14 2000'],
  ],
  [
    'a list for each day',
    [
      {
        date: '2026-10-13',
        items: [
          { title: 'Milk', amount: 60 },
          { title: 'Bread', amount: 40 },
        ],
      },
      { date: '2026-10-14', items: [{ title: 'Rice', amount: 160 }] },
    ],
    ['E 2026-10-13 6000', 'E 2026-10-13 4000', 'E 2026-10-14 16000'],
  ],
  [
    'orders: what each holds is no payment beside it',
    [
      {
        orderDate: '2026-10-13',
        store: 'Corner',
        total_paid: 100,
        amount: 100,
        items: [{ name: 'Milk', price: 60, amount: 60 }],
      },
      {
        orderDate: '2026-10-14',
        store: 'Corner',
        total_paid: 160,
        amount: 160,
        items: [{ name: 'Rice', price: 160, amount: 160 }],
      },
    ],
    ['E 2026-10-13 10000', 'E 2026-10-14 16000'],
  ],
  [
    'receipts, which are of what was bought',
    {
      receipts: [
        { store: 'Corner', total: 60, date: '2026-10-13' },
        { store: 'Mart', total: 90, date: '2026-10-14' },
      ],
    },
    ['E 2026-10-13 6000', 'E 2026-10-14 9000'],
  ],
  [
    'payments by their keys, in the form of a database',
    {
      users: {
        one: {
          expenses: {
            '-Na': { amount: '60', category: 'Food', date: '13/10/2026', description: 'Milk' },
            '-Nb': { amount: '90', category: 'Travel', date: '14/10/2026', description: 'Cab' },
          },
        },
      },
    },
    ['E 2026-10-13 6000', 'E 2026-10-14 9000'],
  ],
  [
    'a database’s own kinds, and whether it is income',
    [
      {
        _id: { $oid: 'a1' },
        amount: { $numberDecimal: '60.50' },
        createdAt: { $date: '2026-10-13T19:00:00Z' },
        desc: 'Milk',
        isIncome: false,
      },
      {
        _id: { $oid: 'a2' },
        amount: { $numberDecimal: '900' },
        createdAt: { $date: '2026-10-14T04:00:00Z' },
        desc: 'Gift',
        isIncome: true,
      },
    ],
    ['E 2026-10-14 6050', 'L money in'],
  ],
  [
    'a group’s settlement, and what was deleted since',
    {
      expenses: [
        {
          description: 'Dinner',
          cost: '1000.00',
          date: `2026-10-13${DAY}`,
          payment: false,
          deleted_at: null,
        },
        {
          description: 'Payment',
          cost: '500.00',
          date: `2026-10-14${DAY}`,
          payment: true,
          deleted_at: null,
        },
        {
          description: 'Taxi',
          cost: '300.00',
          date: `2026-10-15${DAY}`,
          payment: false,
          deleted_at: `2026-10-16${DAY}`,
        },
      ],
    },
    ['E 2026-10-13 100000', 'L transfer to oneself', "L not an expense by the file's own word"],
  ],
  [
    'paise and moments as numbers',
    [
      { timestamp: 1791865320000, amount_paise: 6050, payee: 'Milk' },
      { timestamp: 1791951720000, amount_paise: 100, payee: 'Toffee' },
    ],
    ['E 2026-10-13 6050', 'E 2026-10-14 100'],
  ],
  [
    'thousandths, as YNAB’s API counts',
    {
      data: {
        transactions: [
          { date: '2026-10-13', amount: -60000, cleared: 'cleared', approved: true, payee_id: 'a' },
          { date: '2026-10-14', amount: -70500, cleared: 'cleared', approved: true, payee_id: 'b' },
        ],
      },
    },
    ['E 2026-10-13 6000', 'E 2026-10-14 7050'],
  ],
  [
    'zeros where nothing was deleted',
    [
      { date: '2026-10-13', amount: 60, note: 'Milk', deletedAt: 0 },
      { date: '2026-10-14', amount: 70, note: 'Rice', deletedAt: '0000-00-00 00:00:00' },
      { date: '2026-10-15', amount: 80, note: 'Tea', deletedAt: false },
      { date: '2026-10-16', amount: 90, note: 'Bus', deletedAt: 1791990000000 },
    ],
    [
      ...['E 2026-10-13 6000', 'E 2026-10-14 7000', 'E 2026-10-15 8000'],
      "L not an expense by the file's own word",
    ],
  ],
  [
    'payments by keys of their own, beside another list',
    {
      expenses: {
        '-Na1': { date: '2026-10-13', amount: 60, note: 'Milk' },
        '-Na2': { date: '2026-10-14', amount: 70, note: 'Rice' },
      },
      categories: { c1: { name: 'Food' } },
    },
    ['E 2026-10-13 6000', 'E 2026-10-14 7000'],
  ],
  [
    'payments by keys of their own, below their months',
    {
      '2026-10': {
        a: { date: '2026-10-13', amount: 60, note: 'Milk' },
        b: { date: '2026-10-14', amount: 70, note: 'Rice' },
      },
      '2026-11': { c: { date: '2026-11-01', amount: 80, note: 'Tea' } },
    },
    ['E 2026-10-13 6000', 'E 2026-10-14 7000', 'E 2026-11-01 8000'],
  ],
  [
    'incomes, in a list that their name stands above',
    {
      incomes: { items: [{ date: '2026-10-13', amount: 500, title: 'Gift' }] },
      expenses: { items: [{ date: '2026-10-14', amount: 70, title: 'Rice' }] },
    },
    ['L money in', 'E 2026-10-14 7000'],
  ],
  [
    'what is planned beside what was paid',
    {
      transactions: [{ date: '2026-10-13', amount: 60, note: 'Milk' }],
      recurring: [{ date: '2026-11-01', amount: 15000, title: 'Rent' }],
      goals: [{ date: '2027-01-01', amount: 500000, name: 'Car' }],
    },
    ['E 2026-10-13 6000', 'L not completed', 'L not completed'],
  ],
];

it.each(EXPORTS)('%s', async (_, content, rows) => {
  expect(await told(JSON.stringify(content))).toEqual(rows);
  expect(await told(JSON.stringify(content, null, 2))).toEqual(rows);
});

it('a line for each payment', async () => {
  const lines = [
    { date: '2026-10-13', payee: 'Milk', amount: '60.00' },
    { date: '2026-10-14', payee: 'Bread', amount: '45.00' },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  expect(await told(text)).toEqual(['E 2026-10-13 6000', 'E 2026-10-14 4500']);
});

it('what is named by an id has the name that another list gives it', async () => {
  const { expenses } = await readText(
    JSON.stringify({
      categories: [
        { id: 7, name: 'Food' },
        { id: 8, name: 'Travel' },
      ],
      transactions: [
        { categoryId: 7, amount: 120, date: '2026-10-13', tags: [{ name: 'office' }], memo: 'Tea' },
        { categoryId: 8, amount: 30, date: '2026-10-14', tags: [], memo: 'Bus' },
      ],
    }),
  );
  expect(expenses.map(({ category, tags, payee }) => [category, tags, payee])).toEqual([
    ['Food', ['office'], 'Tea'],
    ['Travel', [], 'Bus'],
  ]);
});

it.each(['[]', '{}', '[1, 2]', '[{"date": "2026-10-13"}]', '['.repeat(5000) + ']'.repeat(5000)])(
  'of %.20s it is said that it holds none',
  async (text) => {
    await expect(readText(text)).rejects.toThrow('No transactions were found in the file.');
  },
);

it('what is paid later changes no id of what was there: the file can be brought again', async () => {
  const idsIn = async (/** @type {object} */ content) =>
    (await readText(JSON.stringify(content))).expenses.map(({ id }) => id);
  const milk = { date: '2026-10-13', amount: 60, note: 'Milk' };
  const [id] = await idsIn({ transactions: [milk] });
  const tea = { date: '2026-10-14', amount: 20, tag: 'office', note: 'Tea' };
  const salary = { date: '2026-10-15', amount: 500, note: 'Salary' };
  expect(await idsIn({ transactions: [tea, milk], incomes: [salary] })).toContain(id);
});

it('reads what something came to with a day in words, and takes no other JSON for a message', async () => {
  const orders = [
    {
      id: 1,
      shop: 'Bakes',
      orderDate: 'October 05, 2026 at 08:15 PM',
      totalCost: '₹412.50',
      status: 'Delivered',
    },
    {
      id: 2,
      shop: 'Pizzas',
      orderDate: 'October 15, 2026 at 09:15 PM',
      totalCost: '₹699.00',
      status: 'Cancelled',
    },
  ];
  expect(await told(JSON.stringify({ orders }))).toEqual(['E 2026-10-05 41250', 'L not completed']);
  await expect(told('{"state":"Rs 412.50 paid to Sample, then cancelled"}')).rejects.toThrow(
    'No transactions were found',
  );
});

it('reads what was spent on each day, by the day', async () => {
  const days = {
    '2026-10-12': [
      { title: 'Tea', amount: 15 },
      { title: 'Bus', amount: 30 },
    ],
    '2026-10-13': [{ title: 'Rice', amount: 420 }],
  };
  expect(await told(JSON.stringify({ version: 3, days }))).toEqual([
    ...['E 2026-10-12 1500', 'E 2026-10-12 3000', 'E 2026-10-13 42000'],
  ]);
});
