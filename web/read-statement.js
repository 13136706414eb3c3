/** Reads a statement and prints what it holds: `npm run --silent read-statement -- FILE [--password P]`. */
import { readFile } from 'node:fs/promises';
import { argv, exit, stderr, stdout } from 'node:process';

import { readStatement } from './src/reading/statements/read-file.js';
import { UnreadableFile } from './src/reading/statements/unreadable.js';

const words = argv.slice(2);
const at = words.indexOf('--password');
const password = at < 0 ? undefined : words[at + 1];
const [path] = at < 0 ? words : words.toSpliced(at, 2);

try {
  if (!path)
    throw new UnreadableFile('Usage: npm run --silent read-statement -- FILE [--password P]');
  const bytes = await readFile(path);
  stdout.write(
    `${JSON.stringify(printed(await readStatement(new Uint8Array(bytes), { password })), null, 1)}\n`,
  );
} catch (error) {
  const isKnown = error instanceof UnreadableFile || (error instanceof Error && 'code' in error);
  if (!isKnown) throw error;
  stderr.write(`${/** @type {Error} */ (error).message}\n`);
  exit(1);
}

/** @param {import('./src/reading/statements/statement.js').Statement} statement */
function printed({ expenses, refunds, left_out, refused, no_row, doubts, proved, columns }) {
  const aside = ({ row, reason, doubts: its }) => ({
    row,
    reason,
    ...(its.length > 0 && { doubts: its }),
  });
  return {
    expenses: expenses.map(item),
    refunds: refunds.map(item),
    left_out: left_out.map(aside),
    refused: refused.map(aside),
    no_row,
    doubts,
    proved,
    columns,
  };
}

/** @param {import('./src/reading/statements/statement.js').Item} row */
function item({
  date,
  amount_paise,
  description,
  payee,
  category,
  tags,
  reference,
  of,
  row,
  doubts,
}) {
  return {
    row,
    date,
    amount_paise,
    description,
    ...(payee && { payee }),
    ...(category && { category }),
    tags,
    ...(reference && { reference }),
    ...(of && { of }),
    ...(doubts.length > 0 && { doubts }),
  };
}
