/** What each column of a table is taken for: by its name, then by what stands in it. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { FOREIGN_CODES } from '../numbers.js';
import { giveCurrencyToForeign, keepBase } from './currency-columns.js';
import { currencyOf } from './records.js';
import { isAside, isNone, isSideWord, typeOf } from './row-words.js';

/** @typedef {import('./column-names.js').Role} Role */
/**
 * @typedef {object} Taken
 * @property {Role} role
 * @property {string} why
 * @property {boolean} [asidesOnly] of its words, only those of settlements, refunds and the like are believed
 * @property {boolean} [ofPayment] its name asks whether it was paid, or done
 */

/** Roles that one column alone can have; of several, the first of the best rank gets it. */
const SINGLE = new Set(
  'date debit credit amount base balance balance_side side type status currency category tags time zone expense_flag excluded_flag income_flag transfer_flag id'.split(
    ' ',
  ),
);

/**
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} records the rows below it
 * @returns {Taken[]} one for each column
 */
export function takeColumns(header, records) {
  const width = Math.max(header.length, ...records.slice(0, 200).map((cells) => cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) =>
    contentOf(records.slice(0, 400).map((cells) => (cells[column] ?? '').trim())),
  );
  const named = columns.map((content, column) => {
    const found = namedRole(plainName(header[column] ?? ''));
    return { ...found, role: checkedRole(found.role, content, header[column] ?? '') };
  });
  const taken = named.map(({ role, rank }, column) => {
    if (!SINGLE.has(role)) return role;
    const rivals = named.flatMap((other, index) =>
      other.role === role ? [{ ...other, index }] : [],
    );
    const best = rivals.reduce((a, b) => (rankOf(b, columns) < rankOf(a, columns) ? b : a));
    return best.index === column ? role : rank < 9 ? leftover(role) : 'ignore';
  });
  giveSideToBalance(
    taken,
    named.map(({ role }) => role),
  );
  giveInAndOut(taken, header, columns, records);
  byContent(taken, columns);
  giveCurrencyToForeign(taken, header);
  keepBase(taken, header, columns, records);
  if (taken.includes('debit') && taken.includes('amount')) {
    if (taken.includes('credit')) taken[taken.indexOf('amount')] = 'ignore';
    else taken[taken.indexOf('debit')] = 'ignore';
  }
  const [amount, credit] = [taken.indexOf('amount'), taken.indexOf('credit')];
  // What was given back of the amount beside it.
  if (!taken.includes('debit') && records.some((cells) => differ(cells[amount], cells[credit])))
    taken[credit] = 'ignore';
  return taken.map((role, column) => ({
    role,
    why:
      role === named[column].role && header[column]
        ? `its name: ${header[column].trim()}`
        : 'what stands in it',
    ...(role === 'type' &&
      columns[column].filled > 0 &&
      columns[column].types <= MANY && { asidesOnly: true }),
    ...(role === 'status' && /\b(paid|done)\b/iu.test(header[column] ?? '') && { ofPayment: true }),
  }));
}

/** @param {string | undefined} amount @param {string | undefined} credit */
function differ(amount, credit) {
  const [one, other] = [amount, credit].map((cell) => readAmountCell(cell ?? ''));
  const isBoth = typeof one === 'object' && typeof other === 'object';
  return isBoth && one.paise !== other.paise && other.paise > 0 && one.paise > 0;
}

/** @param {{rank: number, index: number}} rival @param {ReturnType<typeof contentOf>[]} columns */
function rankOf({ rank, index }, columns) {
  return rank + (columns[index].filled === 0 ? 50 : 0);
}

/** @param {Role} role @returns {Role} what a second column of a single role is */
const leftover = (role) => (role === 'type' || role === 'category' ? 'extra' : 'ignore');

/** A share of kinds that makes a column one of kinds, and not of categories with some among them. */
const MANY = 0.3;
const WORDS = ['description', 'payee', 'details', 'note'];
const CURRENCY = new RegExp(`^(${[...FOREIGN_CODES, 'inr', 'rs'].join('|')})$`, 'iu');

/** @param {string[]} cells */
function contentOf(cells) {
  // A dash stands for nothing.
  const filled = cells.filter((cell) => cell && !/^[-–—]+$/u.test(cell));
  const share = (/** @type {(cell: string) => boolean} */ test) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: filled.length,
    isWhole: cells.every((cell) => !isNone(cell)),
    kinds: new Set(filled).size / Math.max(filled.length, 1),
    dates: share(isDateCell),
    amounts: share((cell) => typeof readAmountCell(cell) === 'object' && !/^\d{10,}$/u.test(cell)),
    decimals: share((cell) => /[.,]\d{2}\b/u.test(cell)),
    yesNo: share((cell) => /^(yes|no|y|n|true|false|x)$/iu.test(cell)),
    sides: share(isSideWord),
    rupees: share((cell) => currencyOf(cell) === 'INR'),
    linking: share((cell) => /^(to|by)$/iu.test(cell)),
    types: share((cell) => typeOf(cell) !== 'unknown'),
    incomes: share((cell) => typeOf(cell) === 'income'),
    spent: share((cell) => typeOf(cell) === 'expense'),
    currencies: share((cell) => CURRENCY.test(cell)),
    asides: share(isAside),
    transfers: share((cell) => typeOf(cell) === 'transfer'),
    codes: share((cell) => /^[a-z]$/iu.test(cell) && typeOf(cell) === 'unknown'),
    zones: share((cell) => /^[+-]\d{2}:?\d{2}$|^(utc|ist|z)$/iu.test(cell)),
    counting: countsOn(filled),
    long: share((cell) => /\d{8}/u.test(cell)),
    paths: share((cell) => /^\p{L}[\p{L} &]*(:\p{L}[\p{L} &]*)+$/u.test(cell)),
    wordy: share((cell) => /[a-z]{3}[^a-z]+[a-z]{3}/iu.test(cell)),
    letters: filled.reduce(
      (sum, cell) => sum + (/\p{L}[\p{L}\p{M}]/u.test(cell) ? cell.length : 0),
      0,
    ),
  };
}

/** Whether numbers follow each other by one, as those of rows do. @param {string[]} cells */
export const countsOn = (cells) =>
  cells.length > 2 &&
  cells.every(
    (cell, index) => /^\d{1,6}$/u.test(cell) && Number(cell) === Number(cells[0]) + index,
  );

/** Whether there was a payment, by yes or no. */
const OF_PAYMENT =
  /^\s*(status|state)\s*$|\bpa(id|yment)\b|complete|success|clear|settled|confirm/iu;

/**
 * A name that its cells belie is not believed.
 *
 * @param {Role} role
 * @param {ReturnType<typeof contentOf>} content
 * @param {string} name
 * @returns {Role}
 */
function checkedRole(role, content, name) {
  if (content.filled === 0) return role;
  // `Reimbursement status`: what isn't was paid all the same.
  if (role === 'status' && content.yesNo > 0.8 && !OF_PAYMENT.test(name)) return 'ignore';
  if (WORDS.includes(role) && content.dates > 0.8) return 'date';
  // The account stands beside it: `To` | `Salary`.
  if (WORDS.includes(role) && content.linking > 0.9) return 'extra';
  if (role === 'foreign' && content.amounts < 0.3) return 'ignore';
  if (role === 'time' && content.dates > 0.6) return 'date';
  if (role === 'date' && content.dates < 0.3) return 'ignore';
  if (role === 'serial' && content.long > 0.8) return 'reference';
  if (role === 'expense_flag' || role === 'income_flag') {
    if (content.yesNo > 0.8) return role;
    if (content.amounts > 0.6) return role === 'expense_flag' ? 'debit' : 'credit';
    return 'ignore';
  }
  if (role === 'transfer_flag' && /account/iu.test(name)) return content.isWhole ? 'ignore' : role;
  if (role === 'transfer_flag' || role === 'excluded_flag')
    return content.yesNo > 0.8 ? role : 'ignore';
  if (role === 'side' || role === 'type') {
    if (content.sides > 0.6) return 'side';
    // `F`, `T`, `E` of food, travel and entertainment.
    // Few of many rows are settlements; how money is sent is no kind: `UPI`, `Transfer`.
    const hasAsides = content.asides > 0 && content.transfers === 0 && content.kinds < 0.7;
    if ((content.types > MANY || hasAsides) && content.codes === 0) return 'type';
    if (content.amounts > 0.6 && content.decimals > 0.3) return 'amount';
    return 'extra';
  }
  // `Paid`: yes or no.
  if (role === 'amount' && content.yesNo > 0.8) return 'status';
  if (['debit', 'credit', 'amount', 'balance'].includes(role) && content.amounts < 0.3) {
    if (content.sides > 0.6) return 'side';
    return content.filled > 2 ? 'ignore' : role;
  }
  return role;
}

/**
 * A Dr/Cr column right behind the balance says what the balance is, where the amounts have a pair of
 * columns, or a Dr/Cr of their own.
 *
 * @param {Role[]} taken
 * @param {readonly Role[]} named
 */
function giveSideToBalance(taken, named) {
  const side = taken.indexOf('side');
  const behind = taken.indexOf('balance') + 1;
  if (behind > 0 && named[behind] === 'side' && side >= 0 && side < behind - 1)
    taken[behind] = 'balance_side';
  if (
    side > 0 &&
    taken[side - 1] === 'balance' &&
    taken.includes('debit') &&
    taken.includes('credit')
  ) {
    taken[side] = 'balance_side';
  }
}

/**
 * `In` and `Out` are amounts where nothing else is one, and a row has one of them: else they are hours, days or
 * counts.
 *
 * @param {Role[]} taken
 * @param {readonly string[]} header
 * @param {ReturnType<typeof contentOf>[]} columns
 * @param {readonly (readonly string[])[]} records
 */
function giveInAndOut(taken, header, columns, records) {
  const plain = header.map(plainName);
  const [into, out] = [plain.indexOf('in'), plain.indexOf('out')];
  const hasAmounts = taken.some((role, index) =>
    role === 'ignore' && index !== into && index !== out
      ? columns[index].amounts > 0.7 && columns[index].decimals > 0.5
      : ['amount', 'debit', 'credit', 'base'].includes(role),
  );
  if (into < 0 || out < 0 || hasAmounts) return;
  const areAmounts = [into, out].every((at) => taken[at] === 'ignore' && columns[at].amounts > 0.9);
  const isEither = records.every(
    (cells) => !(cells[into] ?? '').trim() || !(cells[out] ?? '').trim(),
  );
  if (!areAmounts || !isEither) return;
  taken[into] = 'credit';
  taken[out] = 'debit';
}

/** @param {Role[]} taken @param {ReturnType<typeof contentOf>[]} columns */
function byContent(taken, columns) {
  const find = (/** @type {(content: ReturnType<typeof contentOf>) => boolean} */ test) =>
    columns.findIndex(
      (content, index) => taken[index] === 'ignore' && content.filled > 0 && test(content),
    );
  if (!taken.includes('serial')) {
    const column = find(({ counting }) => counting);
    if (column >= 0) taken[column] = 'serial';
  }
  if (!taken.includes('date')) {
    const column = find(({ dates }) => dates > 0.7);
    if (column >= 0) taken[column] = 'date';
  }
  if (!taken.some((role) => role === 'amount' || role === 'debit' || role === 'credit')) {
    const exact = find(
      ({ amounts, decimals, dates }) => amounts > 0.7 && decimals > 0.5 && dates < 0.5,
    );
    const column =
      exact >= 0
        ? exact
        : find(({ amounts, dates, long }) => amounts > 0.7 && dates < 0.5 && long < 0.5);
    if (column >= 0) taken[column] = 'amount';
  }
  if (taken.includes('amount') && !taken.includes('side') && !taken.includes('type')) {
    const column = columns.findIndex(
      ({ sides, filled }, index) =>
        filled > 0 && sides > 0.9 && ['ignore', 'extra'].includes(taken[index]),
    );
    if (column >= 0) taken[column] = 'side';
  }
  // What it is called is of no weight where it tells income from expenses, in every row.
  if (taken.includes('amount') && !taken.includes('side') && !taken.includes('type')) {
    const column = find(
      ({ types, incomes, spent, isWhole }) => isWhole && types === 1 && incomes > 0 && spent > 0,
    );
    if (column >= 0) taken[column] = 'type';
  }
  // Remarks stand on few rows, and say little of the others.
  const most = Math.max(...columns.map(({ filled }) => filled));
  const isSaid = taken.some(
    (role, index) =>
      role === 'description' ||
      role === 'payee' ||
      (role === 'note' && columns[index].filled > most / 2),
  );
  if (!isSaid) {
    const [longest] = wordsIn(taken, columns);
    if (longest) taken[longest.index] = 'description';
  }
  // `Food:Groceries`
  const path = find(({ paths }) => paths > 0.6);
  if (path >= 0 && !taken.includes('category')) taken[path] = 'category';
}

/** Of whatever else has words, all are more. */
const MOST_LETTERS = 1e9;

/**
 * What may be the words of the rows, the longest first; what is called an account only where nothing else is.
 *
 * @param {readonly Role[]} taken
 * @param {ReturnType<typeof contentOf>[]} columns
 */
function wordsIn(taken, columns) {
  const words = columns
    .map(({ letters, dates, currencies, paths, wordy, kinds }, index) => ({
      letters: dates > 0.5 || currencies > 0.8 ? 0 : letters / (paths > 0.6 ? MOST_LETTERS : 1),
      wordy,
      kinds,
      index,
    }))
    .filter(({ letters }) => letters > 0)
    .sort((a, b) => b.letters - a.letters);
  const free = words.filter(
    ({ wordy, index }) =>
      ['ignore', 'extra'].includes(taken[index]) ||
      // A narration that the bank calls a reference.
      (taken[index] === 'reference' && wordy > 0.5),
  );
  return free.length > 0
    ? free
    : words.filter(
        ({ wordy, kinds, index }) => taken[index] === 'account' && wordy > 0.5 && kinds > 0.5,
      );
}
