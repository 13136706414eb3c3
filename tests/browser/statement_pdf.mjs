// Writes a savings account's statement as a PDF to the standard output, protected if given a password.
import { argv, stdout } from 'node:process';
import PDFDocument from 'pdfkit';

const [, , userPassword] = argv;
const file = new PDFDocument({ size: 'A4', ...(userPassword && { userPassword }) });
file.pipe(stdout);
file.fontSize(8);
const rows = [
  ['Date', 'Narration', 'Withdrawal', 'Deposit', 'Balance'],
  ['13/10/26', 'UPI-CORNER BAKERY-BAKERY@OK-627600000001', '240.00', '', '61,760.00'],
  ['14/10/26', 'UPI-METRO CARD-METRO@OK-627600000002', '100.00', '', '61,660.00'],
  ['15/10/26', 'SALARY SAMPLE WORKS', '', '64,000.00', '1,25,660.00'],
  ['16/10/26', 'UPI-GREEN VEG-VEG@OK-627600000003', '310.50', '', '1,25,349.50'],
];
const columns = [40, 100, 330, 410, 490];
rows.forEach((cells, row) => {
  cells.forEach((cell, column) => {
    if (cell) file.text(cell, columns[column], 100 + row * 20, { lineBreak: false });
  });
});
file.end();
