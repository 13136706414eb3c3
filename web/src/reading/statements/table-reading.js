/** One table of a file: its rows, sorted into what each of them is. */
import { holderIn } from './accounts.js';
import { readAmountCell } from './cell-amounts.js';
import { dateOrderAmong, isHalfTaken } from './cell-dates.js';
import { isSpentSoFar } from './column-names.js';
import { findDirections, withTakenBack } from './directions.js';
import { accountOf, bookingsIn } from './double-entry.js';
import { doubtedKind } from './doubted-kinds.js';
import { amongCategories, billsAmong, evidenceIn, givenBack, said, typeIn } from './evidence.js';
import { kindOf } from './kinds.js';
import { payeeIn } from './narration.js';
import { betweenAccounts } from './own-transfers.js';
import { toOneself, withParties } from './parties.js';
import { fromPaise } from './paise-columns.js';
import { repaired } from './repair.js';
import { withoutRupeeLetters } from './rupee-letters.js';
import {
  saysCardStatement,
  saysCardThanks,
  saysLoanAccount,
  statusOf,
  typeOf,
} from './row-words.js';
import { findShares, ofShares, SHARE, whoseShares } from './shares.js';
import { restored } from '../neutral-text.js';
import { entriesOf } from './table-entries.js';
import { tagReader, wholeTag } from './tags.js';
import { totalDoubts } from './totals.js';
import { inUnits, notCounted, notMultiplied, notParted } from './uncounted.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./records.js').Entry} Entry
 * @typedef {import('./statement.js').Item} Item
 * @typedef {import('./statement.js').Aside} Aside
 * @typedef {import('./column-names.js').Role} Role
 * @typedef {(cells: readonly string[], role: Role) => string} At the cell of a role; empty where there is none
 *
 * @typedef {object} TableRows
 * @property {Item[]} expenses
 * @property {Item[]} refunds
 * @property {Aside[]} leftOut
 * @property {Aside[]} refused
 * @property {Row[]} noRow
 * @property {Item[]} credits those left out as money in that a purchase's reference may make refunds
 * @property {string[]} doubts of the table as a whole
 * @property {boolean} own whether it is the app's own export
 * @property {boolean} proved
 * @property {import('./statement.js').TableReading} reading
 */

/** The app's own export of a ledger and of a shared one, and as it was before refunds. */
const OWN_EXPORT = 'date,amount,kind,category,description,tags,currency,reference,id,refund of';
const PAID_BY = 'paid by';
const OWN_EXPORTS = [
  OWN_EXPORT,
  `${OWN_EXPORT},${PAID_BY}`,
  'date,amount,category,description,tags,currency,id',
];
const MONEY_IN = 'money in';
const SAMPLE_ROWS = 4;

/**
 * @param {import('./tables.js').Table} table
 * @param {{around: string, divider: string, choice: import('./statement.js').TableChoice}} file
 *   around: the text outside of its tables
 * @returns {TableRows}
 */
export function readTable({ header, columns: found, rows: given }, { around, divider, choice }) {
  const columns = found.map((column, index) => chosen(column, choice.roles?.[index]));
  const at = cellAt(columns);
  const bookings = bookingsIn(given, columns);
  const rows = bookings?.rows ?? given;
  const names = header?.cells ?? [];
  const plainNames = names.map((cell) => cell.trim().toLowerCase());
  const own = OWN_EXPORTS.includes(plainNames.join());
  const keyOf = (/** @type {readonly string[]} */ cells) =>
    cells.filter((_, index) => found[index]?.role !== 'serial');
  const fitted = rows.map((row) => ({ row, fit: repaired(row.cells, columns, divider) }));
  const days = fitted.map(({ fit }) => (fit ? at(fit.cells, 'date') : ''));
  const dates = dateOrderAmong(days, around);
  const order = choice.order ?? dates.order;

  const { entries: rupees, ...others } = entriesOf(fitted, columns, order, { keyOf, own });
  const written = fromPaise(rupees, columns, names);
  const isPair = columns.some(({ role }) => role === 'debit' || role === 'credit');
  const read = isPair ? withTakenBack(written) : withoutRupeeLetters(written, columns);
  const shares = own ? null : findShares(read, columns, names, choice.person);
  const { entries, untold } = shares ? ofShares(read, shares) : { entries: read, untold: [] };
  const mayBeCard = !hasBalanceOfAnAccount(columns, names);
  const saysCard =
    mayBeCard && saysCardStatement(`${around}\n${names.join(' ')}\n${textOf(others.noRow)}`);
  const directions = directionsOf(entries, columns, at, {
    isSum: columns.some(
      ({ role }, index) => role === 'balance' && isSpentSoFar(names[index] ?? ''),
    ),
    opening: openingIn(`${around}\n${textOf(rows)}`),
    isCard: saysCard,
    spendingSign: bookings ? 1 : choice.spendingSign,
  });
  const out = withParties(names, entries, directions.out);
  const sorted = sortEntries(entries, out, at, {
    own,
    isCard: saysCard || (mayBeCard && isOfOneAccount(entries, at) && thanks(entries, out)),
    isOfGroup:
      shares !== null ||
      names.some((name) => /^(who paid|for whom|split amounts?)$/iu.test(name.trim())),
    hasTags: columns.some(({ role }) => role === 'tags'),
    isGivenBack: givenBack(columns, names),
    booked: bookings?.booked,
    file: {
      // Nobody pays from a loan's account, by UPI or a card.
      isLoan:
        saysLoanAccount(around) &&
        !entries.some((one, at) => out[at] === true && /\b(upi|pos|atm|ecom)\b/iu.test(one.text)),
      isToOneself: toOneself(names),
      isHolder: saysCard ? () => false : holderIn(around),
    },
    paidBy: own ? plainNames.indexOf(PAID_BY) : -1,
  });
  const unsure = [
    ...(dates.sure || choice.order ? [] : ['day and month could be the other way round']),
    ...(isHalfTaken(days)
      ? ['a spreadsheet may have exchanged the days and months up to the 12th']
      : []),
  ];
  return {
    ...sorted,
    leftOut: [...others.leftOut, ...sorted.leftOut],
    refused: [...others.refused, ...untold, ...sorted.refused],
    noRow: others.noRow,
    doubts: [
      ...unsure,
      ...whoseShares(shares, names),
      ...(own || bookings || shares || directions.proved ? [] : notCounted(columns, names, read)),
      ...directions.doubts,
      ...notParted(names, entries),
      ...notMultiplied(columns, names, entries),
      ...inUnits(columns, names, around),
      ...(shares ? [] : totalDoubts(entries, out, columns, others.noRow)),
    ],
    own,
    proved: directions.proved,
    reading: {
      columns: columns.map(({ role, why }, index) => ({
        name: (names[index] ?? '').trim(),
        ...(shares?.people.columns.includes(index) ? SHARE : { role, why }),
      })),
      order,
      orderSure: dates.sure || choice.order !== undefined,
      people: shares?.people ?? null,
      mixedSigns: directions.mixedSigns,
      spendingSign: directions.spendingSign,
      sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.slice(0, columns.length)),
    },
  };
}

/** @param {import('./columns.js').Taken} column @param {Role | undefined} role */
const chosen = (column, role) =>
  role && role !== column.role ? { role, why: 'you said so' } : column;

/** @param {readonly import('./columns.js').Taken[]} columns @returns {At} */
function cellAt(columns) {
  const roles = columns.map(({ role }) => role);
  return (cells, role) => {
    const column = roles.indexOf(role);
    return said(columns[column], (cells[column] ?? '').trim());
  };
}

/** @param {readonly Row[]} rows */
const textOf = (rows) => rows.map(({ cells }) => cells.join(' ')).join('\n');

/**
 * @param {Entry[]} entries
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {At} at
 * @param {{opening: number | null, isCard: boolean, isSum: boolean, spendingSign: 1 | -1 | undefined}} known
 */
function directionsOf(entries, columns, at, known) {
  const roles = columns.map(({ role }) => role);
  const minus = entries.filter(({ sign, paise }) => sign < 0 && paise > 0).length;
  const plus = entries.filter(({ sign, paise }) => sign > 0 && paise > 0).length;
  const hasPair = roles.includes('debit') || roles.includes('credit');
  const hasType = columns.some(({ role, asidesOnly }) => role === 'type' && !asidesOnly);
  const told = hasPair || entries.some(({ side }) => side !== null) || hasType;
  const directions = findDirections(entries, {
    hasPair,
    hasSide: roles.includes('side'),
    hasType,
    ...known,
  });
  const spent = entries.filter((_, index) => directions.out[index]);
  const spentMinus = spent.filter(({ sign }) => sign < 0).length;
  return {
    ...directions,
    mixedSigns: minus > 0 && plus > 0 && !told,
    spendingSign: /** @type {1 | -1} */ (spentMinus > spent.length / 2 ? -1 : 1),
  };
}

/** @param {readonly import('./columns.js').Taken[]} columns @param {readonly string[]} names */
const hasBalanceOfAnAccount = (columns, names) =>
  columns.some(({ role }) => role === 'balance') &&
  !/credit limit|outstanding/iu.test(names.join(' '));

/** @param {Entry[]} entries @param {At} at */
const isOfOneAccount = (entries, at) =>
  new Set(entries.map(({ cells }) => at(cells, 'account'))).size < 2;

/** @param {Entry[]} entries @param {(boolean | null)[]} out */
const thanks = (entries, out) =>
  entries.some(({ text }, index) => out[index] === false && saysCardThanks(text));

/**
 * @param {Entry[]} entries
 * @param {(boolean | null)[]} out
 * @param {At} at
 * @param {{own: boolean, isCard: boolean, isOfGroup: boolean, hasTags: boolean, isGivenBack: (cells: readonly string[]) => boolean, booked?: import('./double-entry.js').Bookings['booked'], paidBy: number, file: import('./doubted-kinds.js').File}} table paidBy: the column of who paid; -1 of most
 */
function sortEntries(
  entries,
  out,
  at,
  { own, isCard, isOfGroup, hasTags, isGivenBack, booked, paidBy, file },
) {
  /** @type {Pick<TableRows, 'expenses' | 'refunds' | 'leftOut' | 'refused' | 'credits'>} */
  const sorted = { expenses: [], refunds: [], leftOut: [], refused: [], credits: [] };
  const tagsOf = tagReader(
    entries.map(({ cells }) => at(cells, 'tags')),
    own,
  );
  const spendingSign = signOfTyped(entries, at);
  const toldBy = amongCategories(entries, out);
  const isOfBill = billsAmong(entries, at);
  const moved = betweenAccounts(entries, out, ({ cells }) => at(cells, 'account'));
  entries.forEach((entry, index) => {
    const { cells, doubts } = entry;
    const tagged = hasTags ? tagsOf(at(cells, 'tags')) : wholeTag(at(cells, 'subcategory'));
    if (tagged.cut) doubts.push('it has more or longer tags than the app takes: they are cut');
    const booking = booked?.get(entry.row);
    const category = booking?.category ?? (entry.category || tagged.category);
    const told = toldBy(entry);
    const isBill = isCard && isOfBill(entry);
    if (isBill) doubts.push('a payment among purchases is taken for one of the card’s bill');
    const evidence = {
      ...evidenceIn(entry, at),
      ...(told.isLent && { type: 'lent' }),
      ...(isBill && { type: 'repayment' }),
      isGivenBack: isGivenBack(cells) || told.isGivenBack,
      out: out[index],
      category,
      isCard,
      isOfGroup,
    };
    if (evidence.status && statusOf(evidence.status) === 'unknown')
      doubts.push('its status isn’t known');
    let kind = own ? ownKind(evidence) : (booking?.kind ?? kindOf(evidence, { spendingSign }));
    if (kind === 'refund' && told.isGivenBack)
      doubts.push('what came into a category of spending is taken for given back');
    if (!own) {
      const held = doubtedKind(kind, entry, { ...evidence, isLent: told.isLent }, file);
      kind = held.kind;
      doubts.push(...held.doubts);
    }
    const isOfOthers =
      kind === 'expense' || (typeof kind === 'object' && kind.leftOut === MONEY_IN);
    if (moved.has(entry) && isOfOthers && !own) {
      doubts.push('the same moved between two accounts of the file');
      kind = { leftOut: 'transfer to oneself' };
    }
    const account = accountOf(category);
    const named = account?.class === 'expense' ? account.name : category;
    const item = itemOf(entry, { category: named, tags: tagged.tags, id: at(cells, 'id') });
    const purchase = own && kind === 'refund' ? at(cells, 'purchase') : '';
    if (purchase) item.purchase_id = purchase;
    const payer = restored((cells[paidBy] ?? '').trim());
    if (payer) item.paid_by = payer;
    const { row, key, id } = item;
    if (typeof kind === 'object') {
      const isCredit = kind.leftOut === MONEY_IN && typeOf(evidence.type) === 'unknown';
      if (isCredit && entry.reference) sorted.credits.push(item);
      sorted.leftOut.push({ row, cells, key, id, reason: kind.leftOut, doubts, item });
    } else if (
      !own &&
      out[index] === null &&
      kind === 'expense' &&
      typeOf(evidence.type) !== 'expense'
    ) {
      const reason = 'which way the money went isn’t said';
      sorted.refused.push({ row, cells, key, id, reason, doubts, item });
    } else (kind === 'expense' ? sorted.expenses : sorted.refunds).push(item);
  });
  return sorted;
}

/** @param {{type: string, sign: 1 | -1}} row @returns {'expense' | 'refund'} */
const ownKind = ({ type, sign }) => (type === 'refund' || sign < 0 ? 'refund' : 'expense');

/**
 * The sign that rows have which the file itself calls expenses.
 *
 * @param {Entry[]} entries
 * @param {At} at
 * @returns {1 | -1}
 */
function signOfTyped(entries, at) {
  const typed = entries.filter(
    ({ cells, paise }) => typeOf(typeIn(cells, at)) === 'expense' && paise > 0,
  );
  return typed.filter(({ sign }) => sign < 0).length > typed.length / 2 ? -1 : 1;
}

/**
 * @param {Entry} entry
 * @param {{category: string, tags: string[], id: string}} more
 * @returns {Item}
 */
const itemOf = (entry, { category, tags, id }) => ({
  row: entry.row,
  cells: entry.cells,
  key: entry.key,
  id,
  date: entry.date,
  amount_paise: entry.paise,
  description: entry.text,
  payee: entry.payee || payeeIn(entry.text),
  category,
  tags,
  reference: entry.reference,
  doubts: entry.doubts,
});

/** @param {string} text @returns {number | null} paise */
function openingIn(text) {
  const written = /opening balance[^\d\n]*(?:as on \S+)?[^\d\n]*([\d,]+\.\d{2})/iu.exec(text)?.[1];
  const amount = written ? readAmountCell(written) : 'empty';
  return typeof amount === 'object' ? amount.paise : null;
}
