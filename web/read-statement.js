/**
 * Reads a statement and prints what it holds: `npm run --silent read-statement -- FILE [--password P]`.
 * Of what a group spent, `--person NAME` says whose shares count.
 * With `--categories FILE` (`-` for the standard input), the person's categories as the API gives them, it
 * also says for each row to which of them it goes.
 */
import { readFile } from 'node:fs/promises';
import { argv, exit, stderr, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { guessCategory, sureCategories } from './src/reading/category-matching.js';
import { withPayee } from './src/reading/payees.js';
import { lineInFile } from './src/reading/statements/lines.js';
import { readSource, statementOf } from './src/reading/statements/read-file.js';
import { columnOf } from './src/reading/statements/shares.js';
import { UnreadableFile } from './src/reading/statements/unreadable.js';

const USAGE =
  'Usage: npm run --silent read-statement -- FILE [--password P] [--person NAME] [--categories FILE]';

try {
  const { path, options } = understood(argv.slice(2));
  const bytes = new Uint8Array(await readFile(path));
  const statement = await readFor(options.person, bytes, options.password);
  const categories = options.categories && (await categoriesIn(options.categories));
  stdout.write(`${JSON.stringify(printed(statement, categories), null, 1)}\n`);
} catch (error) {
  const isKnown = error instanceof UnreadableFile || (error instanceof Error && 'code' in error);
  if (!isKnown) throw error;
  stderr.write(`${/** @type {Error} */ (error).message}\n`);
  exit(1);
}

/** @param {string[]} words */
function understood(words) {
  const { values: options, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      password: { type: 'string' },
      person: { type: 'string' },
      categories: { type: 'string' },
    },
  });
  if (positionals.length !== 1) throw new UnreadableFile(USAGE);
  return { path: positionals[0], options };
}

/** @param {string | undefined} person @param {Uint8Array} bytes @param {string | undefined} password */
async function readFor(person, bytes, password) {
  const source = await readSource(bytes, { password });
  const statement = await statementOf(source);
  if (!person) return statement;
  const choices = statement.tables.map((table) => {
    const column = columnOf(table, person);
    if (table.people && column === undefined)
      throw new UnreadableFile('Nobody of that name is in the file.');
    return column === undefined ? {} : { person: column };
  });
  return statementOf(source, { choices });
}

/** @param {string} file */
async function categoriesIn(file) {
  const written = file === '-' ? await text(stdin) : await readFile(file, 'utf8');
  try {
    return JSON.parse(written).items;
  } catch {
    throw new UnreadableFile('The categories are no JSON.');
  }
}

/**
 * @param {import('./src/reading/statements/statement.js').Statement} statement
 * @param {import('./src/types.js').Category[]} [categories]
 */
function printed(statement, categories) {
  const { expenses, refunds, left_out, refused, no_row, doubts, account, proved, tables } =
    statement;
  const target = categories && targetsIn([...expenses, ...refunds], categories);
  const item = (row) => ({
    ...printedItem(row),
    ...(target && { goes_to: target(row), ...(!statement.own && asKept(row)) }),
  });
  const aside = ({ row, reason, doubts: its }) => ({
    row: lineInFile(row),
    reason,
    ...(its.length > 0 && { doubts: its }),
  });
  return {
    expenses: expenses.map(item),
    refunds: refunds.map(item),
    left_out: left_out.map(aside),
    refused: refused.map(aside),
    no_row: no_row.map(({ line }) => lineInFile(line)),
    doubts,
    ...(account && { account }),
    proved,
    columns: tables.map(({ columns }) => columns),
  };
}

/** The description as the page's import writes it. @param {import('./src/reading/statements/statement.js').Item} row */
function asKept({ payee, description }) {
  return { description: withPayee(payee, description) };
}

/** @param {import('./src/reading/statements/statement.js').Item} row */
function printedItem({
  cells: _,
  key: __,
  purchase_row: ___,
  row,
  payee,
  category,
  reference,
  of,
  doubts,
  ...told
}) {
  return {
    row: lineInFile(row),
    ...told,
    ...(payee && { payee }),
    ...(category && { category }),
    ...(reference && { reference }),
    ...(of && { of }),
    ...(doubts.length > 0 && { doubts }),
  };
}

/**
 * @param {import('./src/reading/statements/statement.js').Item[]} items
 * @param {import('./src/types.js').Category[]} categories
 * @returns {(item: import('./src/reading/statements/statement.js').Item) => {id: string} | {new: string}}
 */
function targetsIn(items, categories) {
  const names = items.map(({ category }) => category).filter(Boolean);
  const targets = sureCategories(names, categories);
  return ({ category, description }) => {
    const target = targets.get(category.toLowerCase());
    if (target?.kind === 'new') return { new: target.name };
    return { id: target?.id ?? guessCategory(description, categories) ?? 'other' };
  };
}
