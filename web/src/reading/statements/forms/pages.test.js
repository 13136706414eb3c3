import { describe, expect, it } from 'vitest';

import { readText, told } from './told.js';

/** @param {string} what @param {string} when @param {string} details */
const activity = (what, when, details) =>
  `<div class="outer-cell mdl-cell"><div class="mdl-grid"><div class="header-cell"><p class="mdl-typography--title">Google Pay<br></p></div><div class="content-cell mdl-typography--body-1">${what}<br>${when}<br></div><div class="content-cell mdl-typography--text-right"></div><div class="content-cell mdl-typography--caption"><b>Products:</b><br>&emsp;Google Pay<br><b>Details:</b><br>&emsp;${details}<br></div></div></div>`;

const GOOGLE = `<html><head><title>My Activity</title><style>.x{color:red}</style></head><body><div class="mdl-grid">${[
  activity(
    'Paid ₹68.00 to Demo Store using Bank Account XXXXXXXX0000',
    '24 Oct 2026, 20:33:11 GMT+05:30',
    'CICAgIDA0001<br>&emsp;Completed',
  ),
  activity(
    'Paid ₹1,500.50 to Sample Owner&#39;s Flat using Bank Account XXXXXXXX0000',
    'Oct 5, 2026, 9:01:00 AM IST',
    'CICAgIDA0002<br>&emsp;Completed',
  ),
  activity(
    'Received ₹500.00 from Demo Friend',
    '3 Oct 2026, 20:33:11 GMT+05:30',
    'CICAgIDA0003<br>&emsp;Completed',
  ),
  activity(
    'Paid ₹90.00 to Tea Point using Bank Account XXXXXXXX0000',
    '2 Oct 2026, 20:33:11 GMT+05:30',
    'CICAgIDA0004<br>&emsp;Failed',
  ),
  activity('Used Google Pay', '1 Oct 2026, 20:33:11 GMT+05:30', 'Home'),
].join('')}</div></body></html>`;

describe('pages', () => {
  it('without a table are read as messages: what Google hands out of its payments', async () => {
    expect(await told(GOOGLE)).toEqual([
      'E 2026-10-24 6800',
      'E 2026-10-05 150050',
      'L money in',
      'L not completed',
    ]);
    const { expenses } = await readText(GOOGLE);
    expect(expenses.map(({ payee }) => payee)).toEqual(['Demo Store', "Sample Owner's Flat"]);
  });

  it('with a table within a table are read by the inner one', async () => {
    const rows = [
      '<th>Txn Date</th><th>Description</th><th>Debit</th><th>Credit</th><th>Balance</th>',
      '<td>01/10/2026</td><td>TEA<br>POINT</td><td>120.00</td><td>&nbsp;</td><td>9,880.00</td>',
      '<td>13/10/2026</td><td>SALARY</td><td>&nbsp;</td><td>5,000.00</td><td>14,880.00</td>',
    ].map((cells) => `<tr>${cells}</tr>`);
    const html = `<meta charset="utf-8"><table><tr><td>Account No</td><td>0000</td></tr><tr><td colspan="2"><table>${rows.join('')}</table></td></tr></table>`;
    expect(await told(html)).toEqual(['E 2026-10-01 12000', 'L money in']);
  });

  it('of the older kind of XML workbook are read as workbooks', async () => {
    const cell = (/** @type {string} */ type, /** @type {string} */ value) =>
      `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`;
    const row = (/** @type {string[]} */ cells) => `<Row>${cells.join('')}</Row>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table>${[
      row(['Date', 'Narration', 'Amount', 'Dr/Cr'].map((name) => cell('String', name))),
      row([
        cell('String', '01/10/2026'),
        cell('String', 'TEA POINT'),
        cell('Number', '120.5'),
        cell('String', 'DR'),
      ]),
      row([
        cell('DateTime', '2026-10-13T00:00:00.000'),
        cell('String', 'SALARY'),
        cell('Number', '5000'),
        cell('String', 'CR'),
      ]),
    ].join('')}</Table></Worksheet></Workbook>`;
    expect(await told(xml)).toEqual(['E 2026-10-01 12050', 'L money in']);
  });
});
