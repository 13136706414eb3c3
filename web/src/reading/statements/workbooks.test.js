import { describe, expect, it } from 'vitest';

import { readText } from './forms/told.js';
import { readStatement } from './read-file.js';

const encoder = new TextEncoder();

/** @param {Record<string, any[][]>} sheets @param {'xlsx' | 'biff8'} kind */
async function workbook(sheets, kind) {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true }), name);
  return new Uint8Array(write(book, { type: 'array', bookType: kind }));
}

const day = (/** @type {number} */ date) => new Date(Date.UTC(2026, 9, date));
const STATEMENT = [
  ['Account Statement'],
  ['Account No', '00000000'],
  [],
  ['Date', 'Narration', 'Ref No', 'Withdrawal Amt.', 'Deposit Amt.', 'Closing Balance'],
  [day(3), 'UPI-CORNER BAKERY-BAKERY@OK-627600000001', '0000627600000001', 240.1, '', 61759.9],
  [day(5), 'SALARY', '', '', 1000, 62759.9],
  [day(9), 'UPI-METRO RAIL-METRO@OK-628200000002', '', 1234567.35, '', -1171807.45],
  ['', '', '', '', '', ''],
  ['Closing balance', '', '', '', '', -1171807.45],
];

/** As a workbook with a password is stored: encrypted, within a container of another kind. */
async function lockedWorkbook() {
  const { CFB } = await import('@e965/xlsx');
  const container = CFB.utils.cfb_new();
  for (const name of ['EncryptionInfo', 'EncryptedPackage'])
    CFB.utils.cfb_add(
      container,
      `/${name}`,
      Array.from({ length: 5000 }, (_, at) => at % 251),
    );
  return new Uint8Array(/** @type {any} */ (CFB.write(container, { type: 'array' })));
}

describe('what can’t be read says so', () => {
  it('a workbook with a password, and how to save it without one', async () => {
    const message = 'protected by a password. Open it in a spreadsheet program, save it without';
    await expect(readStatement(await lockedWorkbook())).rejects.toThrow(message);
  });

  it('a file of more bytes or rows than a phone can hold', async () => {
    await expect(readStatement(new Uint8Array(25e6 + 1))).rejects.toThrow('larger than 25 MB');
    const rows = '2026-10-01,Tea,10\n'.repeat(100001);
    const long = encoder.encode(`Date,Note,Amount\n${rows}`);
    await expect(readStatement(long)).rejects.toThrow('more than 100,000 rows');
  }, 60000);
});

describe('workbooks', () => {
  it.each(/** @type {const} */ (['xlsx', 'biff8']))(
    'reads typed cells of the sheet with transactions (%s)',
    async (kind) => {
      const summary = [['Summary'], ['Total spent', 1234807.45]];
      const statement = await readStatement(
        await workbook({ Summary: summary, Passbook: STATEMENT }, kind),
      );
      expect(
        statement.expenses.map(({ date, amount_paise, reference }) => [
          date,
          amount_paise,
          reference,
        ]),
      ).toEqual([
        ['2026-10-03', 24010, '627600000001'],
        ['2026-10-09', 123456735, '628200000002'],
      ]);
      expect(statement.left_out.map(({ reason }) => reason)).toEqual(['money in']);
      expect([statement.refused, statement.doubts, statement.proved]).toEqual([[], [], true]);
    },
  );

  it('takes the year, or the month too, from the names of its sheets', async () => {
    /** @param {Record<string, any[][]>} sheets */
    const days = async (sheets) =>
      (await readStatement(await workbook(sheets, 'xlsx'))).expenses.map(({ date }) => date);
    const header = ['Date', 'Particulars', 'Amount'];
    expect(
      await days({
        'Sep 2026': [header, ['3-Sep', 'Vegetables', 340], ['30-Sep', 'School van', 1800]],
        'Oct 2026': [header, ['2-Oct', 'Gas', 905]],
      }),
    ).toEqual(['2026-09-03', '2026-09-30', '2026-10-02']);
    expect(await days({ 'Oct-26': [header, [3, 'Vegetables', 340], [14, 'Gas', 905]] })).toEqual([
      '2026-10-03',
      '2026-10-14',
    ]);
  });

  it('takes the account and the order of dates from a table above that of transactions', async () => {
    const head =
      '<table><tr><td>Bank of India</td></tr><tr><td>Account No :</td><td>000010110002345</td></tr>' +
      '<tr><td>From 01-10-2026 to 31-10-2026</td></tr></table>';
    const rows = ['01-10-2026', '05-10-2026', '07-10-2026']
      .map(
        (date, at) =>
          `<tr><td>${date}</td><td>Tea</td><td>20.00</td><td>${90 - at * 20}.00</td></tr>`,
      )
      .join('');
    const table = `<table><tr><th>Date</th><th>Remarks</th><th>Debit</th><th>Balance</th></tr>${rows}</table>`;
    const statement = await readText(`<html>${head}${table}</html>`);
    expect(statement.expenses.map(({ date }) => date)).toEqual([
      '2026-10-01',
      '2026-10-05',
      '2026-10-07',
    ]);
    expect(statement.doubts).toEqual([]);
    expect(statement.account).toEqual({ bank: 'Bank of India', last4: '2345' });
  });

  it('reads an HTML table named .xls, with days before months', async () => {
    const html =
      '<html><body><table><tr><td colspan="4">Statement</td></tr><tr><th>Date</th><th>Description</th><th>Amount (Rs)</th><th>Dr/Cr</th></tr>' +
      '<tr><td>03/10/2026</td><td>TEA &amp; SNACKS</td><td>1,240.00</td><td>Dr</td></tr><tr><td>13/10/2026</td><td>SALARY</td><td>10.00</td><td>Cr</td></tr></table></body></html>';
    const { expenses, left_out } = await readText(html);
    expect(expenses).toMatchObject([
      { date: '2026-10-03', amount_paise: 124000, description: 'TEA & SNACKS' },
    ]);
    expect(left_out).toHaveLength(1);
  });
});

describe('OFX and QIF', () => {
  it.each([
    ['20261001183500.000[0:GMT]', '2026-10-02'],
    ['20261001120000[0:GMT]', '2026-10-01'],
    ['20261001200000[-5:EST]', '2026-10-02'],
    ['20261001233000[+5:30:IST]', '2026-10-01'],
    ['20261001233000[5.5]', '2026-10-01'],
    ['20261001233000', '2026-10-01'],
    ['20261001', '2026-10-01'],
  ])('%s is %s in India', async (moment, day) => {
    const { expenses } = await readStatement(
      encoder.encode(
        `OFXHEADER:100\n\n<OFX><CURDEF>INR<STMTTRN><DTPOSTED>${moment}<TRNAMT>-1.00<NAME>TEA</STMTTRN></OFX>`,
      ),
    );
    expect(expenses.map(({ date }) => date)).toEqual([day]);
  });

  it('know the payee by name, and whose account it is', async () => {
    const statement = await readStatement(
      encoder.encode(
        'OFXHEADER:100\n\n<OFX><CURDEF>INR<BANKID>HDFC0000001<ACCTID>50100000001234' +
          '<STMTTRN><DTPOSTED>20261001<TRNAMT>-1.00<NAME>Tea Point<MEMO>UPI-TEA@OK-627400000001</STMTTRN></OFX>',
      ),
    );
    expect(statement.account).toEqual({ bank: 'HDFC Bank', last4: '1234' });
    expect(statement.expenses).toMatchObject([{ payee: 'Tea Point', reference: '627400000001' }]);
  });

  it('keep the parts of a payment of several categories', async () => {
    const qif =
      "!Type:Bank\nD24/10'26\nT-350.00\nPMart\nSGroceries\nEveg\n$-230.00\nSHome\n$-120.00\n^\n" +
      "D25/10'26\nT-100.00\nPMart\nLGroceries\nSGroceries\n$-60.00\nSHome\n$-30.00\n^\n";
    const { expenses } = await readStatement(encoder.encode(qif));
    expect(expenses.map(({ amount_paise, category }) => [amount_paise, category])).toEqual([
      [23000, 'Groceries'],
      [12000, 'Home'],
      // These don't add up: the whole counts.
      [10000, 'Groceries'],
    ]);
  });

  it('reads signed transactions', async () => {
    const ofx =
      'OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><CURDEF>INR<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261003120000[+5.5:IST]<TRNAMT>-240.00<FITID>627600000001<NAME>CORNER BAKERY</STMTTRN>' +
      '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261005<TRNAMT>500.00<FITID>X1<NAME>SALARY</STMTTRN></BANKTRANLIST></OFX>';
    const qif =
      '!Type:Bank\nD13/10/2026\nT-240.00\nPCorner Bakery\nLFood\n^\nD14/10/2026\nT-500.00\nPCash\nL[Wallet]\n^\n';
    const [first, second] = await Promise.all([ofx, qif].map((text) => readText(text)));
    expect(first.expenses).toMatchObject([
      { date: '2026-10-03', amount_paise: 24000, reference: '627600000001' },
    ]);
    expect(first.left_out).toMatchObject([{ reason: 'money in' }]);
    expect(second.expenses).toMatchObject([
      { date: '2026-10-13', amount_paise: 24000, payee: 'Corner Bakery', category: 'Food' },
    ]);
    expect(second.left_out).toMatchObject([{ reason: 'transfer to oneself' }]);
  });
});
