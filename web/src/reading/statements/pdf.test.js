// @ts-expect-error The library that writes the test's PDFs has no types here.
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';

import { readStatement } from './read-file.js';
import { NeedsPassword, UnreadableFile } from './unreadable.js';

/** @typedef {[number, string, ('left' | 'right')?]} Placed x, text */
/** @typedef {{y: number, words: Placed[], image?: string, width?: number, height?: number}} Line */

/** A line that is a picture of this size. @param {number} width @param {number} height @returns {Line} */
const pictureOf = (width, height) => ({
  ...{ y: 0, words: [], width, height },
  image:
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
});
const SCAN = pictureOf(590, 840);

/** @param {Line[][]} pages @param {object} [options] @returns {Promise<Uint8Array>} */
function pdfOf(pages, options = {}) {
  const file = new PDFDocument({ size: 'A4', autoFirstPage: false, ...options });
  /** @type {Uint8Array[]} */
  const parts = [];
  file.on('data', (/** @type {Uint8Array} */ part) => parts.push(part));
  for (const lines of pages) {
    file.addPage();
    file.fontSize(8);
    for (const { y, words, image, ...size } of lines) {
      if (image) file.image(image, 0, 0, size);
      for (const [x, text, align] of words) {
        const left = align === 'right' ? x - file.widthOfString(text) : x;
        file.text(text, left, y, { lineBreak: false });
      }
    }
  }
  return new Promise((resolve) => {
    file.on('end', () => resolve(new Uint8Array(parts.flatMap((part) => [...part]))));
    file.end();
  });
}

const SAVINGS_HEADER = {
  y: 120,
  words: /** @type {Placed[]} */ ([
    [40, 'Date'],
    [100, 'Narration'],
    [270, 'Ref No.'],
    [400, 'Withdrawal', 'right'],
    [480, 'Deposit', 'right'],
    [560, 'Balance', 'right'],
  ]),
};
/** @param {number} y @param {string[]} cells @returns {Line} */
const savingsRow = (y, [date, text, reference, out, into, balance]) => ({
  y,
  words: /** @type {Placed[]} */ ([
    [40, date],
    [100, text],
    [270, reference],
    [400, out, 'right'],
    [480, into, 'right'],
    [560, balance, 'right'],
  ]).filter(([, word]) => word),
});

/** @param {import('./statement.js').Statement} statement */
const summary = ({ expenses, refunds, left_out, refused }) => [
  ...expenses.map(
    ({ date, amount_paise, description }) => `E ${date} ${amount_paise} ${description}`,
  ),
  ...refunds.map(
    ({ date, amount_paise, description }) => `R ${date} ${amount_paise} ${description}`,
  ),
  ...left_out.map(({ reason }) => `L ${reason}`),
  ...refused.map(({ reason }) => `X ${reason}`),
];

const SAVINGS = [
  [
    {
      y: 60,
      words: [
        [40, 'SAMPLE BANK'],
        [400, 'Account No 00000000'],
      ],
    },
    SAVINGS_HEADER,
    savingsRow(140, ['03/10/26', 'UPI-CORNER BAKERY-', '627600000001', '240.00', '', '61,760.00']),
    { y: 150, words: [[100, 'BAKERY@OK-TREATS']] },
    savingsRow(165, [
      '05/10/26',
      'NEFT CR-SAMPLE WORKS',
      'N2800001',
      '',
      '82,500.00',
      '1,44,260.00',
    ]),
    savingsRow(180, ['13/10/26', 'POS SAMPLE SPORTS', '', '899.00', '', '1,43,361.00']),
    { y: 800, words: [[260, 'Page 1 of 2']] },
  ],
  [
    {
      y: 60,
      words: [
        [40, 'SAMPLE BANK'],
        [400, 'Account No 00000000'],
      ],
    },
    SAVINGS_HEADER,
    savingsRow(140, ['15/10/26', 'ATW-0000-PUNE', '', '5,000.00', '', '1,38,361.00']),
    { y: 180, words: [[40, 'This is a computer generated statement.']] },
    { y: 800, words: [[260, 'Page 2 of 2']] },
  ],
];
const SAVINGS_READ = [
  'E 2026-10-03 24000 UPI-CORNER BAKERY- BAKERY@OK-TREATS',
  'E 2026-10-13 89900 POS SAMPLE SPORTS',
  'E 2026-10-15 500000 ATW-0000-PUNE',
  'L money in',
];

describe('PDF', () => {
  it('reads a savings account over pages, with wrapped narrations', async () => {
    const statement = await readStatement(await pdfOf(/** @type {Line[][]} */ (SAVINGS)));
    expect(summary(statement)).toEqual(SAVINGS_READ);
    expect([statement.doubts, statement.proved]).toEqual([[], true]);
  });

  it('asks for the password, and reads with it', async () => {
    const bytes = await pdfOf(/** @type {Line[][]} */ (SAVINGS), {
      userPassword: 'DEMO0110',
      pdfVersion: '1.7',
    });
    await expect(readStatement(bytes)).rejects.toBeInstanceOf(NeedsPassword);
    await expect(readStatement(bytes, { password: 'wrong' })).rejects.toThrow('doesn’t open');
    expect(summary(await readStatement(bytes, { password: 'DEMO0110' }))).toEqual(SAVINGS_READ);
  });

  it('reads a card', async () => {
    const row = (
      /** @type {number} */ y,
      /** @type {string} */ date,
      /** @type {string} */ text,
      /** @type {string} */ amount,
    ) => ({
      y,
      words: /** @type {Placed[]} */ ([
        [40, date],
        [130, text],
        [540, amount, 'right'],
      ]),
    });
    const bytes = await pdfOf([
      [
        { y: 50, words: [[40, 'Credit Card Statement']] },
        {
          y: 70,
          words: [
            [40, 'Payment Due Date'],
            [200, 'Total Dues'],
            [400, 'Minimum Amount Due'],
          ],
        },
        {
          y: 80,
          words: [
            [40, '28/11/2026'],
            [200, '15,384.50'],
            [400, '769.00'],
          ],
        },
        {
          y: 120,
          words: [
            [40, 'Date'],
            [130, 'Transaction Description'],
            [540, 'Amount (in Rs.)', 'right'],
          ],
        },
        row(135, '17/10/2026 08:49', 'SAMPLE FOOD BENGALURU', '1,211.00'),
        row(150, '25/10/2026 00:00', 'SAMPLE FASHION REFUND', '472.00 Cr'),
        row(165, '01/11/2026 15:13', 'CREDIT CARD PAYMENT Net Banking', '17,827.00 Cr'),
      ],
    ]);
    expect(summary(await readStatement(bytes))).toEqual([
      'E 2026-10-17 121100 SAMPLE FOOD BENGALURU',
      'R 2026-10-25 47200 SAMPLE FASHION REFUND',
      "L payment of a card's bill",
    ]);
  });

  it('reads a list as Google Pay gives it', async () => {
    const bytes = await pdfOf([
      [
        { y: 50, words: [[40, 'Transaction statement']] },
        {
          y: 90,
          words: [
            [40, 'Date & time'],
            [170, 'Transaction details'],
            [540, 'Amount', 'right'],
          ],
        },
        {
          y: 110,
          words: [
            [40, '01 Oct, 2026'],
            [170, 'Paid to Tea Point'],
            [540, 'Rs 20', 'right'],
          ],
        },
        {
          y: 122,
          words: [
            [40, '08:33 AM'],
            [170, 'UPI Transaction ID: 627400000001'],
          ],
        },
        { y: 134, words: [[170, 'Paid by Sample Bank 0000']] },
        {
          y: 156,
          words: [
            [40, '02 Oct, 2026'],
            [170, 'Received from Demo Friend'],
            [540, 'Rs 1,500', 'right'],
          ],
        },
        {
          y: 168,
          words: [
            [40, '09:10 PM'],
            [170, 'UPI Transaction ID: 627500000002'],
          ],
        },
      ],
    ]);
    const statement = await readStatement(bytes);
    expect(statement.expenses).toMatchObject([
      { date: '2026-10-01', amount_paise: 2000, payee: 'Tea Point', reference: '627400000001' },
    ]);
    expect(statement.left_out.map(({ reason }) => reason)).toEqual(['money in']);
    expect(statement.refused).toEqual([]);
  });

  it('reads a list as PhonePe gives it', async () => {
    const bytes = await pdfOf([
      [
        { y: 50, words: [[40, 'Transaction Statement for 0000000000']] },
        {
          y: 90,
          words: [
            [40, 'Date'],
            [150, 'Transaction Details'],
            [420, 'Type'],
            [540, 'Amount', 'right'],
          ],
        },
        {
          y: 110,
          words: [
            [40, 'Oct 24, 2026'],
            [150, 'Paid to Demo Store'],
            [420, 'DEBIT'],
            [540, 'Rs 68', 'right'],
          ],
        },
        {
          y: 122,
          words: [
            [40, '08:33 pm'],
            [150, 'Transaction ID T2610240000000000000001'],
          ],
        },
        { y: 134, words: [[150, 'UTR No. 629700000031']] },
        {
          y: 156,
          words: [
            [40, 'Oct 22, 2026'],
            [150, 'Received from Friend'],
            [420, 'CREDIT'],
            [540, 'Rs 1,068', 'right'],
          ],
        },
      ],
    ]);
    const statement = await readStatement(bytes);
    expect(statement.expenses).toMatchObject([
      { date: '2026-10-24', amount_paise: 6800, payee: 'Demo Store', reference: '629700000031' },
    ]);
    expect(statement.left_out.map(({ reason }) => reason)).toEqual(['money in']);
  });

  it('says that one is damaged', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4\nno more than that');
    await expect(readStatement(bytes)).rejects.toThrow('The PDF is damaged');
  });

  it('says so too where a scanner or a stamp has added some words', async () => {
    const words = 'Scanned by a phone / Page 1 of 1 / true copy'.split(' ');
    const stamp = {
      y: 800,
      words: words.map((word, at) => /** @type {Placed} */ ([40 + 40 * at, word])),
    };
    await expect(readStatement(await pdfOf([[SCAN, stamp]]))).rejects.toThrow('pictures of pages');
  });

  it('reads a short statement with a picture behind it, and doubts it', async () => {
    const rows = [
      savingsRow(140, ['03/10/26', 'UPI-CORNER BAKERY', '', '240.00', '', '61,760.00']),
      savingsRow(155, ['05/10/26', 'POS SAMPLE SPORTS', '', '899.00', '', '60,861.00']),
      savingsRow(170, ['07/10/26', 'ATW-0000-PUNE', '', '861.00', '', '60,000.00']),
    ];
    const statement = await readStatement(await pdfOf([[SCAN, SAVINGS_HEADER, ...rows]]));
    expect(summary(statement)).toEqual([
      'E 2026-10-03 24000 UPI-CORNER BAKERY',
      'E 2026-10-05 89900 POS SAMPLE SPORTS',
      'E 2026-10-07 86100 ATW-0000-PUNE',
    ]);
    expect(statement.doubts).toContain('page 1 is a picture: what it shows isn’t read');
  });

  it('doubts a statement some of whose pages are pictures, and none for its logo', async () => {
    const [first, last] = /** @type {Line[][]} */ (SAVINGS);
    const read = async (/** @type {Line} */ image) =>
      (await readStatement(await pdfOf([first, [image], last]))).doubts;
    expect(await read(SCAN)).toEqual(['page 2 is a picture: what it shows isn’t read']);
    expect(await read(pictureOf(100, 60))).toEqual([]);
  });

  it('says that a scanned one holds no text', async () => {
    await expect(readStatement(await pdfOf([[]]))).rejects.toThrow(UnreadableFile);
    await expect(readStatement(await pdfOf([[]]))).rejects.toThrow('pictures of pages');
  });
});
