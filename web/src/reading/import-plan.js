/**
 * What an import is going to do: each row of a statement, what it is taken for, and the category it goes
 * to; found first, corrected by the person after.
 */
import { guessCategory, suggestCategory } from './category-matching.js';
import { foldedPayee, isSame } from './folding.js';
import { withPayee } from './payees.js';
import { asRefund, tieToPurchases, withPurchase } from './purchases-in-ledger.js';

/**
 * @typedef {import('../types.js').Category} Category
 * @typedef {import('./category-matching.js').Target} Target
 * @typedef {import('./statements/statement.js').Statement} Statement
 * @typedef {import('./statements/statement.js').Item} Item
 *
 * @typedef {'expense' | 'refund' | 'left out' | 'refused' | 'no row'} Kind
 * @typedef {'you' | 'rule' | 'file' | 'before' | 'words' | 'none'} By what a category was chosen by
 * @typedef {{date: string, amount_paise: number, description: string}} Written
 *
 * @typedef {object} Choices what a person corrected
 * @property {readonly import('./statements/statement.js').TableChoice[]} tables
 * @property {Readonly<Record<string, Target>>} targets by the key of a {@link CategoryRow}
 * @property {Readonly<Record<number, Kind>>} kinds by row
 * @property {Readonly<Record<number, string>>} categories ids by row
 * @property {Readonly<Record<number, Written>>} written of rows that couldn't be read, by row
 * @property {Readonly<Record<number, string>>} again by row the new ids of those that are added although they
 *   seem to be there
 *
 * @typedef {object} PlanRow
 * @property {number} line its own, where several stand in one line of the file (`lines.js`)
 * @property {readonly string[]} cells
 * @property {Kind} kind
 * @property {Kind} found what it was taken for, before any correction
 * @property {string} reason why it is neither expense nor refund; empty of those that are
 * @property {string[]} doubts
 * @property {PlannedExpense | null} expense null where it can't be read
 * @property {string} payee
 * @property {Target} target
 * @property {By} by
 * @property {string} key of its {@link CategoryRow}; empty where the row stands for itself
 *
 * @typedef {object} PlannedExpense
 * @property {string} id
 * @property {string} date
 * @property {number} amount_paise
 * @property {string} description
 * @property {string[]} tags
 * @property {string | null} reference
 * @property {string} category as the file calls it
 * @property {string} [of] of a refund: the day of its purchase
 * @property {string} [purchase] of a refund: the id of its purchase
 * @property {string} [by] in a shared ledger: the id of the member who paid
 *
 * @typedef {object} CategoryRow rows that go to one category together
 * @property {string} key
 * @property {string} label as the file calls it; empty where the file has none
 * @property {number} count
 * @property {number} total in paise
 * @property {Target} target
 *
 * @typedef {object} Known what is known of the person's spending
 * @property {readonly Category[]} categories
 * @property {(payee: string) => string | undefined} rule the category that they taught for a payee, folded
 * @property {(payee: string) => string | undefined} before the one that they chose for it last
 * @property {(refund: Item) => Purchase | undefined} [purchaseOf] the one in the ledger that has a refund's reference
 * @property {readonly {id: string, name: string}[]} [payers] of a shared ledger: who can have paid
 *
 * @typedef {{id: string, date: string, amount_paise: number, category: string}} Purchase
 * @typedef {{rows: PlanRow[], categories: CategoryRow[]}} Plan rows in the order of the file
 */

/** @type {Choices} */
export const NO_CHOICES = {
  tables: [],
  targets: {},
  kinds: {},
  categories: {},
  written: {},
  again: {},
};

/**
 * @param {Statement} statement
 * @param {Choices} choices
 * @param {Known} known
 * @returns {Plan}
 */
export function planImport(statement, choices, known) {
  const found = foundRows(statement).map((row) => asRefund(withPurchase(row, known)));
  const context = { own: statement.own, choices, known, mayHoldIncome: mayHoldIncome(statement) };
  const rows = found.map((row) => planned(row, context)).sort((a, b) => a.line - b.line);
  tieToPurchases(rows, found);
  return { rows, categories: categoryRows(rows) };
}

/**
 * @typedef {{line: number, cells: readonly string[], id: string, kind: Kind, reason: string, doubts: string[], item: Item | null, purchase?: Purchase}} Found
 *   purchase: the one in the ledger that it gives back, or would
 */

/** @param {Statement} statement @returns {Found[]} */
function foundRows({ expenses, refunds, left_out, refused, no_row }) {
  const items = (/** @type {Item[]} */ group, /** @type {Kind} */ kind) =>
    group.map((item) => ({ ...common(item), kind, reason: '', item }));
  const asides = (
    /** @type {import('./statements/statement.js').Aside[]} */ group,
    /** @type {Kind} */ kind,
  ) => group.map((row) => ({ ...common(row), kind, reason: row.reason, item: row.item ?? null }));
  const lines = no_row.map(({ line, cells, id }) => ({
    ...{ line, cells, id: id ?? '', kind: /** @type {Kind} */ ('no row') },
    ...{ reason: '', doubts: [], item: null },
  }));
  return [
    ...items(expenses, 'expense'),
    ...items(refunds, 'refund'),
    ...asides(left_out, 'left out'),
    ...asides(refused, 'refused'),
    ...lines,
  ];
}

/** @param {{row: number, cells: readonly string[], id: string, doubts: string[]}} row */
const common = ({ row, cells, id, doubts }) => ({ line: row, cells, id, doubts });

/**
 * @param {Found} found
 * @param {{own: boolean, choices: Choices, known: Known, mayHoldIncome: boolean}} context
 * @returns {PlanRow}
 */
function planned({ line, cells, id, kind: was, reason, doubts, item, purchase }, context) {
  const { choices, own } = context;
  const written = choices.written[line];
  const read = written ? { ...NOTHING_READ, ...item, ...written } : item;
  const payee = read?.payee || read?.description || '';
  const moved = read ? choices.kinds[line] : undefined;
  const itsPurchase = was === 'refund' ? purchase : undefined;
  const place = read
    ? categoryOf(read, payee, { line, purchase: itsPurchase }, context)
    : NO_CATEGORY;
  // A row that the person moves among the expenses goes somewhere, whatever its category says.
  const { target, by, key } =
    place.target.kind === 'skip' && moved && moved !== 'left out' ? NO_CATEGORY : place;
  const kind = moved ?? (target.kind === 'skip' && was === 'expense' ? 'left out' : was);
  const isAside = kind !== 'expense' && kind !== 'refund';
  const its = choices.again[line];
  const payer = payerOf(read?.paid_by ?? '', context.known.payers ?? []);
  return {
    line,
    cells,
    kind,
    found: was,
    reason: isAside ? reasonOf(reason, moved, target) : '',
    doubts: [...doubts, ...payer.doubts],
    payee,
    ...{ target, by, key },
    expense: read
      ? {
          id: its ?? id,
          date: read.date,
          amount_paise: read.amount_paise,
          description: own || written ? read.description : withPayee(read.payee, read.description),
          tags: read.tags,
          reference: its ? null : read.reference,
          category: read.category,
          ...(read.of && { of: read.of }),
          ...(payer.id && { by: payer.id }),
        }
      : null,
  };
}

/**
 * @param {string} name of who paid, by the app's own export of a shared ledger
 * @param {readonly {id: string, name: string}[]} payers none in one's own ledger, where nobody else can have
 * @returns {{id: string, doubts: string[]}}
 */
function payerOf(name, payers) {
  if (!name || payers.length === 0) return { id: '', doubts: [] };
  const id = payers.find((one) => isSame(one.name, name))?.id ?? '';
  return { id, doubts: id ? [] : [`nobody here is called ${name}, who paid: you are taken`] };
}

/** @type {Pick<Item, 'payee' | 'category' | 'tags' | 'reference' | 'of'>} */
const NOTHING_READ = { payee: '', category: '', tags: [], reference: null };

/** @type {{target: Target, by: By, key: string}} */
const NO_CATEGORY = { target: { kind: 'existing', id: 'other' }, by: 'none', key: '' };

/** @param {string} reason @param {Kind | undefined} moved @param {Target} target */
function reasonOf(reason, moved, target) {
  if (moved === 'left out') return 'left out by you';
  return reason || (target.kind === 'skip' ? 'category left out' : '');
}

/**
 * The person's own word first, then the file's, then what they chose before, then what words tell. Their
 * own export is taken at its word, so that it comes back as it was.
 *
 * @param {Pick<Item, 'category' | 'description'>} item
 * @param {string} payee
 * @param {{line: number, purchase: Purchase | undefined}} row purchase: what it gives back
 * @param {{own: boolean, choices: Choices, known: Known, mayHoldIncome: boolean}} context
 * @returns {{target: Target, by: By, key: string}}
 */
function categoryOf({ category, description }, payee, { line, purchase }, context) {
  const { own, choices, known } = context;
  const existing = (/** @type {string} */ id) => ({ kind: /** @type {const} */ ('existing'), id });
  const chosen = choices.categories[line];
  if (chosen) return { target: existing(chosen), by: 'you', key: '' };
  const isOpen = known.categories.some(
    ({ id, archived }) => id === purchase?.category && !archived,
  );
  if (!own && purchase && isOpen)
    return { target: existing(purchase.category), by: 'before', key: '' };
  const folded = foldedPayee(payee);
  const rule = own ? undefined : known.rule(folded);
  if (rule) return { target: existing(rule), by: 'rule', key: '' };
  if (category) {
    const key = keyOf(category);
    const target =
      choices.targets[key] ??
      suggestCategory(category, known.categories, { mayHoldIncome: context.mayHoldIncome });
    return { target, by: 'file', key };
  }
  const before = own ? undefined : known.before(folded);
  if (before) return { target: existing(before), by: 'before', key: '' };
  const guess = guessCategory(description, known.categories);
  const key = guess ? `guess:${guess}` : 'none';
  return {
    target: choices.targets[key] ?? existing(guess ?? 'other'),
    by: guess ? 'words' : 'none',
    key,
  };
}

/** What {@link Choices.targets} calls a category of the file. @param {string} category */
export const keyOf = (category) => `name:${category.toLowerCase()}`;

/** Only where nothing else tells income from spending does a category's name have to. @param {Statement} statement */
const mayHoldIncome = ({ tables }) =>
  tables.every(
    ({ columns, mixedSigns }) =>
      !mixedSigns &&
      !columns.some(({ role }) => ['type', 'side', 'debit', 'credit'].includes(role)),
  );

/** @param {readonly PlanRow[]} rows @returns {CategoryRow[]} the largest first */
function categoryRows(rows) {
  /** @type {Map<string, CategoryRow>} */
  const found = new Map();
  for (const { expense, key, target, kind } of rows) {
    if (!expense || !key || !(kind === 'expense' || kind === 'refund' || target.kind === 'skip'))
      continue;
    const row = found.get(key) ?? { key, label: expense.category, count: 0, total: 0, target };
    row.count += 1;
    row.total += expense.amount_paise;
    found.set(key, row);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/**
 * @param {Plan} plan
 * @returns {ReadyRow[]} those that are going to be written, in the file's order
 */
export function rowsToImport({ rows }) {
  return rows.filter(
    /** @returns {row is ReadyRow} */ (row) =>
      row.expense !== null &&
      row.target.kind !== 'skip' &&
      (row.kind === 'expense' || row.kind === 'refund'),
  );
}

/**
 * @typedef {PlanRow & {kind: 'expense' | 'refund', expense: PlannedExpense, target: Exclude<Target, {kind: 'skip'}>}} ReadyRow
 */
