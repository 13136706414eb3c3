/**
 * Reads a statement and prints what it holds: `npm run --silent read-statement -- FILE [--password P]`.
 * Of what a group spent, `--person NAME` says whose shares count.
 * With `--ledger FILE` (`-` for the standard input), JSON of a ledger's `categories`, `payees`, `expenses` and
 * `payers` as the API gives them, it also says for each row to which category it goes, who paid, and which
 * purchase a refund gives back: by the plan that the page shows.
 */
import { readFile } from 'node:fs/promises';
import { argv, exit, stderr, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { sureCategories } from './src/reading/category-matching.js';
import { keyOf, NO_CHOICES, planImport } from './src/reading/import-plan.js';
import { knownOf } from './src/reading/known-ledger.js';
import { lineInFile } from './src/reading/statements/lines.js';
import { readSource, statementOf } from './src/reading/statements/read-file.js';
import { columnOf } from './src/reading/statements/shares.js';
import { UnreadableFile } from './src/reading/statements/unreadable.js';

const USAGE =
  'Usage: npm run --silent read-statement -- FILE [--password P] [--person NAME] [--ledger FILE]';

try {
  const { path, options } = understood(argv.slice(2));
  const bytes = new Uint8Array(await readFile(path));
  const statement = await readFor(options.person, bytes, options.password);
  const ledger = options.ledger && (await ledgerIn(options.ledger));
  const told = ledger ? printedPlan(statement, ledger) : printed(statement);
  stdout.write(`${JSON.stringify({ ...told, ...about(statement) }, null, 1)}\n`);
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
      ledger: { type: 'string' },
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

/**
 * @typedef {Parameters<typeof knownOf>[0]} Ledger
 * @param {string} file
 * @returns {Promise<Ledger>}
 */
async function ledgerIn(file) {
  const written = file === '-' ? await text(stdin) : await readFile(file, 'utf8');
  try {
    return { categories: [], payees: [], expenses: [], payers: [], ...JSON.parse(written) };
  } catch {
    throw new UnreadableFile('The ledger is no JSON.');
  }
}

/** @param {import('./src/reading/statements/statement.js').Statement} statement */
function about({ doubts, account, proved, tables }) {
  const columns = tables.map((table) => table.columns);
  return { doubts, ...(account && { account }), proved, columns };
}

/** @param {import('./src/reading/statements/statement.js').Statement} statement */
function printed({ expenses, refunds, left_out, refused, no_row }) {
  return {
    expenses: expenses.map(printedItem),
    refunds: refunds.map(printedItem),
    left_out: left_out.map(({ row, ...aside }) => printedAside({ line: row, ...aside })),
    refused: refused.map(({ row, ...aside }) => printedAside({ line: row, ...aside })),
    no_row: no_row.map(({ line }) => lineInFile(line)),
  };
}

/** @param {import('./src/reading/statements/statement.js').Statement} statement @param {Ledger} ledger */
function printedPlan(statement, ledger) {
  const names = [...statement.expenses, ...statement.refunds]
    .map(({ category }) => category)
    .filter(Boolean);
  // Nobody looks at it: what is only likely to be meant is not merged with what it is not.
  const targets = Object.fromEntries(
    [...sureCategories(names, ledger.categories)].map(([name, target]) => [keyOf(name), target]),
  );
  const plan = planImport(statement, { ...NO_CHOICES, targets }, knownOf(ledger));
  const of = (/** @type {import('./src/reading/import-plan.js').Kind} */ kind) =>
    plan.rows.filter((row) => row.kind === kind);
  return {
    expenses: of('expense').map(printedRow),
    refunds: of('refund').map(printedRow),
    left_out: of('left out').map(printedAside),
    refused: of('refused').map(printedAside),
    no_row: of('no row').map(({ line }) => lineInFile(line)),
  };
}

/** @param {{line: number, reason: string, doubts: readonly string[]}} aside */
function printedAside({ line, reason, doubts }) {
  return { row: lineInFile(line), reason, ...(doubts.length > 0 && { doubts }) };
}

/** @param {import('./src/reading/import-plan.js').PlanRow} row one that has an expense */
function printedRow({ line, payee, doubts, target, by, expense }) {
  const { category, reference, of, purchase, by: payer, ...told } = expense;
  return {
    row: lineInFile(line),
    ...told,
    ...(payee && { payee }),
    ...(category && { category }),
    ...(reference && { reference }),
    ...(of && { of }),
    ...(purchase && { purchase }),
    ...(payer && { payer }),
    ...(doubts.length > 0 && { doubts }),
    goes_to: target.kind === 'new' ? { new: target.name } : { id: target.id },
    chosen_by: by,
  };
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
