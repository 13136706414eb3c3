import { describe, expect, it } from 'vitest';

import { addedAgain, moved } from './import-moves.js';
import { NO_CHOICES, planImport, rowsToImport } from './import-plan.js';
import { knownOf } from './known-ledger.js';
import { lineInFile } from './statements/lines.js';
import { readSource, readStatement, statementOf } from './statements/read-file.js';

const categories = [
  ['food-dining', 'Food & dining'],
  ['groceries', 'Groceries'],
  ['transport', 'Transport'],
  ['other', 'Other'],
].map(([id, name]) => ({
  id,
  name,
  colour: '#888888',
  builtin: true,
  archived: false,
}));
const KNOWN = {
  categories,
  rule: (/** @type {string} */ _) => /** @type {string | undefined} */ (undefined),
  before: (/** @type {string} */ _) => /** @type {string | undefined} */ (undefined),
};

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text);
/** @param {string} text @param {Partial<import('./import-plan.js').Choices>} [choices] @param {Partial<import('./import-plan.js').Known>} [known] */
const plan = async (text, choices = {}, known = {}) =>
  planImport(
    await readStatement(bytesOf(text)),
    { ...NO_CHOICES, ...choices },
    { ...KNOWN, ...known },
  );

const LEDGER =
  'Date,Category,Note,Amount,Type\n25-01-2018,Food,Idli,60,Expense\n26-01-2018,Salary,,90000,Income\n27-01-2018,Beauty,Haircut,150,Expense\n28-01-2018,food,Dosa,70,Expense\n';

describe('an import that nobody corrects', () => {
  it('has every row of the file once, in its order', async () => {
    const { rows } = await plan(`Account,1234\n${LEDGER}Total,,,90280\n`);
    expect(rows.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '1 no row',
      '2 no row',
      '3 expense',
      '4 left out',
      '5 expense',
      '6 expense',
      '7 no row',
    ]);
  });

  it('suggests where each category of the file goes', async () => {
    const { categories: found } = await plan(LEDGER);
    expect(found).toEqual([
      {
        key: 'name:food',
        label: 'Food',
        count: 2,
        total: 13000,
        target: { kind: 'existing', id: 'food-dining' },
      },
      {
        key: 'name:beauty',
        label: 'Beauty',
        count: 1,
        total: 15000,
        target: { kind: 'new', name: 'Beauty' },
      },
    ]);
  });

  it('leaves out categories of income only where nothing else tells', async () => {
    const { rows } = await plan(
      'Date,Category,Amount\n25-01-2018,Salary,90000\n26-01-2018,Food,20\n',
    );
    expect(rows.slice(1).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['left out', 'category left out'],
      ['expense', ''],
    ]);
  });

  it('puts the payee in front of a narration that hides it', async () => {
    const [, row] = (
      await plan(
        'Date,Narration,Debit,Credit\n13/10/2026,UPI-CORNER BAKERY-CORNERBAKERY@OKTEST-HDFC0000000-627000000001-UPI,45.00,\n',
      )
    ).rows;
    expect(row.payee).toBe('Corner Bakery');
    expect(row.expense?.description).toBe(
      'Corner Bakery · UPI-CORNER BAKERY-CORNERBAKERY@OKTEST-HDFC0000000-627000000001-UPI',
    );
  });
});

describe('a category', () => {
  const BAKERY =
    'Date,Narration,Debit,Credit\n13/10/2026,UPI-CORNER BAKERY-CORNERBAKERY@OKTEST-HDFC0000000-627000000001-UPI,45.00,\n';
  const FILED = 'Date,Category,Note,Amount\n13/10/2026,Food,Corner Bakery,45\n';
  const rule = (/** @type {string} */ payee) =>
    payee === 'corner bakery' ? 'groceries' : undefined;

  const transport = () => /** @type {string | undefined} */ ('transport');

  /** @param {string} text @param {Partial<import('./import-plan.js').Choices>} choices @param {Partial<typeof KNOWN>} known */
  const chosen = async (text, choices, known) => {
    const [row] = rowsToImport(await plan(text, choices, known));
    return [row.by, row.target.kind === 'existing' ? row.target.id : row.target.name];
  };

  it.each([
    [
      'the person’s own choice for the row',
      BAKERY,
      { categories: { 2: 'transport' } },
      { rule },
      'you',
      'transport',
    ],
    ['their rule for the payee', BAKERY, {}, { rule, before: transport }, 'rule', 'groceries'],
    ['their rule before what the file says', FILED, {}, { rule }, 'rule', 'groceries'],
    ['what the file says', FILED, {}, { before: transport }, 'file', 'food-dining'],
    [
      'what they chose for the payee before',
      BAKERY,
      {},
      { before: transport },
      'before',
      'transport',
    ],
    [
      'what the words say',
      BAKERY.replaceAll('CORNER BAKERY', 'METRO'),
      {},
      {},
      'words',
      'transport',
    ],
    ['none of them', BAKERY.replaceAll('CORNER BAKERY', 'QWERTZ'), {}, {}, 'none', 'other'],
  ])('is by %s', async (_, text, choices, known, by, id) =>
    expect(await chosen(text, choices, known)).toEqual([by, id]),
  );

  it.each(['PAYMENT FROM PHONE', 'AUTO DEBIT', 'Premium', 'UPI/AUTOPAY/627000000001'])(
    'is not guessed from %s',
    async (narration) =>
      expect(
        await chosen(`Date,Narration,Debit,Credit\n13/10/2026,${narration},45.00,\n`, {}, {}),
      ).toEqual(['none', 'other']),
  );

  it('may be left out as a whole', async () => {
    const found = await plan(LEDGER, { targets: { 'name:food': { kind: 'skip' } } });
    expect(rowsToImport(found).map(({ expense }) => expense.description)).toEqual(['Haircut']);
    expect(found.categories[0]).toMatchObject({ key: 'name:food', count: 2 });
  });
});

describe('a row moved by hand', () => {
  const TEXT = 'Date,Note,Debit,Credit\n13/10/2026,Tea,20.00,\n14/10/2026,Friend,,500.00\n';

  it('goes to the group it was moved to, and back', async () => {
    const [, tea, friend] = (await plan(TEXT)).rows;
    const choices = moved(moved(NO_CHOICES, [tea], 'left out'), [friend], 'refund');
    const [, first, second] = (await plan(TEXT, choices)).rows;
    expect([first.kind, first.reason]).toEqual(['left out', 'left out by you']);
    expect([second.kind, second.reason, second.expense?.amount_paise]).toEqual([
      'refund',
      '',
      50000,
    ]);
    expect(moved(choices, [first], 'expense').kinds).toEqual({ 3: 'refund' });
  });

  it('is an expense with what the person wrote where nothing could be read', async () => {
    const text = `${TEXT}15/10/2026,Odd,12.3.4,\n`;
    const written = { date: '2026-10-15', amount_paise: 1234, description: 'Odd' };
    const found = await plan(text, { kinds: { 4: 'expense' }, written: { 4: written } });
    expect(found.rows[3]).toMatchObject({ kind: 'expense', found: 'refused', expense: written });
    expect(found.rows[3].expense?.id).toMatch(/^[\da-f-]{36}$/u);
  });
});

describe('a row that is added although it seems to be there', () => {
  it('gets an id of its own, and no reference', async () => {
    const text = 'Date,Note,Ref No,Amount\n13/10/2026,Bus,627400000021,20.00\n';
    const [, bus] = (await plan(text)).rows;
    const [, again] = (
      await plan(
        text,
        addedAgain(NO_CHOICES, [bus], () => 'new'),
      )
    ).rows;
    expect([bus.expense?.reference, bus.expense?.id]).not.toContain(null);
    expect([again.expense?.reference, again.expense?.id]).toEqual([null, 'new']);
  });
});

describe('what a person says of a table', () => {
  it('is how its dates are read', async () => {
    const source = await readSource(
      bytesOf('Date,Note,Amount\n03-04-2018,Tea,10\n05-06-2018,Bus,20\n'),
    );
    const found = await statementOf(source);
    expect(found.doubts).toEqual(['day and month could be the other way round']);
    const corrected = await statementOf(source, { choices: [{ order: 'mdy' }] });
    expect(corrected.expenses.map(({ date }) => date)).toEqual(['2018-03-04', '2018-05-06']);
    expect(corrected.doubts).toEqual([]);
    expect(corrected.expenses.map(({ id }) => id)).toEqual(found.expenses.map(({ id }) => id));
  });

  it('is what its columns are', async () => {
    const source = await readSource(bytesOf('Date,Words,Amount,Paid\n13-04-2018,Tea,10,12.50\n'));
    const [found] = (await statementOf(source)).expenses;
    expect(found.amount_paise).toBe(1000);
    const roles = /** @type {const} */ (['date', 'description', 'ignore', 'amount']);
    const { expenses, tables } = await statementOf(source, { choices: [{ roles }] });
    expect(expenses[0].amount_paise).toBe(1250);
    expect(tables[0].columns[3]).toEqual({ name: 'Paid', role: 'amount', why: 'you said so' });
    expect(expenses[0].id).toBe(found.id);
  });

  it('is the sign that spending has', async () => {
    const text = 'Date,Note,Amount\n13-04-2018,Abc,10\n14-04-2018,Def,-20\n';
    const source = await readSource(bytesOf(text));
    const amounts = async (/** @type {1 | -1} */ spendingSign) =>
      (await statementOf(source, { choices: [{ spendingSign }] })).expenses.map(
        ({ amount_paise }) => amount_paise,
      );
    expect([await amounts(1), await amounts(-1)]).toEqual([[1000], [2000]]);
  });
});

it('ties a refund to the purchase of the same file that has its reference', async () => {
  const text =
    'Date,Narration,Ref No,Debit,Credit\n13/10/2026,METRO,628700000071,90.00,\n14/10/2026,METRO REFUND,628700000071,,90.00\n';
  const [, purchase, refund] = (await plan(text)).rows;
  expect(refund).toMatchObject({ kind: 'refund', expense: { of: '2026-10-13' } });
  expect(refund.expense?.purchase).toBe(purchase.expense?.id);
  const without = (await plan(text, { kinds: { 2: 'left out' } })).rows[2];
  expect(without.expense?.purchase).toBeUndefined();
});

describe('a refund of a purchase that is in the ledger already', () => {
  const bought = {
    ...{ id: 'shoes', date: '2026-10-13', amount_paise: 9000, reference: '628700000071' },
    ...{ category: 'other', description: 'Shoes', tags: [], version: 1 },
  };
  const { purchaseOf } = knownOf({ categories, payees: [], expenses: [bought], payers: [] });
  const credit = (/** @type {string} */ narration, /** @type {string} */ amount) =>
    `Date,Narration,Ref No,Debit,Credit\n14/10/2026,TEA,628700000099,10.00,\n15/10/2026,${narration},628700000071,,${amount}\n`;

  it.each(['SHOES REFUND', 'NEFT CR SAMPLE'])('names it by its reference: %s', async (text) => {
    const [, , row] = (await plan(credit(text, '40.00'), {}, { purchaseOf })).rows;
    expect(row).toMatchObject({
      kind: 'refund',
      expense: { of: '2026-10-13', purchase: 'shoes', amount_paise: 4000 },
    });
  });

  it.each(['SHOES REFUND', 'NEFT CR SAMPLE'])('goes to its category: %s', async (text) => {
    const expenses = [{ ...bought, category: 'groceries' }];
    const known = knownOf({ categories, payees: [], expenses, payers: [] });
    const [, , row] = (await plan(credit(text, '40.00'), {}, known)).rows;
    expect(row.target).toEqual({ kind: 'existing', id: 'groceries' });
  });

  it('is in doubt where all of it comes back, and no word says why', async () => {
    const doubtsOf = async (/** @type {[string, string]} */ ...row) =>
      (await plan(credit(...row), {}, { purchaseOf })).rows[2].doubts;
    const doubt = 'it may be the other side of a payment, no refund';
    expect(await doubtsOf('UPI CR ASHA', '90.00')).toEqual([doubt]);
    expect(await doubtsOf('UPI CR ASHA', '40.00')).toEqual([]);
    expect(await doubtsOf('SHOES REFUND', '90.00')).toEqual([]);
  });

  it('is none of more than that cost', async () => {
    const [, , row] = (await plan(credit('NEFT CR SAMPLE', '95.00'), {}, { purchaseOf })).rows;
    expect([row.kind, row.reason]).toEqual(['left out', 'money in']);
  });
});

it('a category that was archived since is neither a rule nor chosen again', () => {
  const archived = { ...categories[1], archived: true };
  const known = knownOf({
    categories: [archived],
    payees: [{ payee: 'Corner Bakery', category: 'groceries' }],
    expenses: [
      /** @type {any} */ ({ id: '1', category: 'groceries', description: 'Cafe', amount_paise: 1 }),
    ],
    payers: [],
  });
  expect([known.rule('corner bakery'), known.before('cafe')]).toEqual([undefined, undefined]);
});

describe('payments in one line of a file', () => {
  const GRID = `Date,Food,Transport,Rent,Notes
01/10/2026,200,50,,lunch
02/10/2026,100,,,
13/10/2026,300,20,8000,
`;
  const THIRTEENTH = 3;

  /** @param {Partial<import('./import-plan.js').Choices>} [choices] */
  const planned = async (choices) => (await plan(GRID, choices)).rows.slice(-THIRTEENTH);

  it('are rows of their own, in the order of the file', async () => {
    const { rows } = await plan(GRID);
    const lines = rows.map(({ line }) => line);
    expect(new Set(lines).size).toBe(7);
    expect(rows.map(({ line }) => lineInFile(line))).toEqual([1, 2, 2, 3, 4, 4, 4]);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  it('are corrected and left out each for itself', async () => {
    const [food, transport, rent] = await planned();
    const written = { date: '2026-10-13', amount_paise: 850000, description: 'Rent' };
    const rows = await planned({
      written: { [rent.line]: written },
      kinds: { [food.line]: 'left out' },
      categories: { [transport.line]: 'transport' },
    });
    expect(rows.map(({ kind, by, expense }) => [kind, by, expense?.amount_paise])).toEqual([
      ['left out', 'file', 30000],
      ['expense', 'you', 2000],
      ['expense', 'file', 850000],
    ]);
  });

  it('are none of a header that the file doesn’t have', async () => {
    const text = '13 Oct 2026\nMilk\n60\n14 Oct 2026\nRice\n₹160\n15 Oct 2026\nTea\n₹20\n';
    const written = { date: '2026-10-13', amount_paise: 6000, description: 'Milk' };
    const { rows } = await plan(text, { written: { 1: written }, kinds: { 1: 'expense' } });
    expect(rows.map(({ kind }) => kind)).toEqual(['expense', 'no row', 'expense', 'expense']);
  });

  it('get each an id of its own where they are added again', async () => {
    const rows = await planned();
    let count = 0;
    const { again } = addedAgain(NO_CHOICES, rows, () => `new ${(count += 1)}`);
    expect((await planned({ again })).map(({ expense }) => expense?.id)).toEqual([
      'new 1',
      'new 2',
      'new 3',
    ]);
  });
});

describe('messages', () => {
  const TEXT =
    'Sent Rs.45.00 from HDFC Bank A/c x1234 to CORNER BAKERY on 13-10-26. UPI Ref 628700000071\n\n482913 is your OTP for the transaction of Rs 900.00. Do not share it.';

  it('are read where a text holds no table', async () => {
    const { rows } = await plan(TEXT);
    expect(rows.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['expense', ''],
      ['left out', 'one-time password'],
    ]);
    expect(rows[0].expense).toMatchObject({
      date: '2026-10-13',
      amount_paise: 4500,
      reference: '628700000071',
    });
    expect(rows[0].payee).toBe('Corner Bakery');
  });

  it('without a date are of the day they are read, doubtfully', async () => {
    const source = await readSource(bytesOf('Rs 45.00 debited from A/c x1234 to CORNER BAKERY.'));
    const { expenses } = await statementOf(source, { today: '2026-11-25' });
    expect(expenses).toMatchObject([
      { date: '2026-11-25', doubts: [expect.stringContaining('no date')] },
    ]);
    expect((await statementOf(source)).refused).toMatchObject([{ reason: 'no date' }]);
  });
});
