/** JSON, as apps give out what they hold, as rows under a header, for the reader of tables. */
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { saysUnit } from './paise-columns.js';
import { isSideWord, typeOf, typeOfList } from './row-words.js';
import { looksLikeRecord } from './tables.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {Record<string, string>} Fields of one payment, by their names
 * @typedef {{name: string, payments: Fields[]}} List as the file calls it
 * @typedef {Map<string, Map<string, string>>} Names of what other lists have, by what one of it is called and its id
 */

/** Deeper than any export; a file of brackets only would be endless. */
const MOST_DEPTH = 8;
const MOST_NESTED = 3;
const MONEY = ['amount', 'debit', 'credit'];
/** A part that stands for the whole: `merchant: {name: …}`, `date: {$date: …}`. */
const ITSELF = /^(\$.*|name|title|value|text|label|display ?name)$/iu;
const IN_PAISE = /\b(paise|minor|cents)\b/u;
/** It has a moment only where it was; some write zeros for none. */
const DELETED = /^deleted_?at$/iu;
const NO_MOMENT = /^(|null|false|0[-0:. tz]*)$/iu;
/** Lists of what is meant to be paid. */
const PLANNED = /budget|goal|recurr|schedul|template|planned|upcoming|reminder|wish/iu;
/** From 2001 on, in seconds or milliseconds. */
const MOMENT = /^[1-4]\d{9}(\d{3})?$/u;

/**
 * @param {string} text
 * @returns {Row[] | null} null where it is no JSON, or none with payments
 */
export function readJson(text) {
  const content = parsed(text);
  if (content === undefined) return null;
  const names = namesIn(content);
  const lists = withPlanned(listsIn(content, { name: '', above: {}, names, depth: 0 }));
  return lists.length > 0
    ? tableOf(lists).map((row, index) => ({ ...row, line: index + 1 }))
    : null;
}

/** @param {string} text @returns {unknown} undefined where it is none; a line for each payment is a list */
function parsed(text) {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
    try {
      return lines.map((line) => JSON.parse(line));
    } catch {
      return undefined;
    }
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {Record<string, unknown>} object @returns {[string, unknown][]} */
const partsOf = (object) =>
  Object.entries(object).filter(([, value]) => typeof value === 'object' && value !== null);

/**
 * The outermost lists of payments: what an order holds is no payment beside it.
 *
 * @param {unknown} value
 * @param {{name: string, above: Fields, names: Names, depth: number, fewest?: number}} at above: what holds for
 *   all that is in it; fewest: so many parts of an object are a list
 * @returns {List[]}
 */
function listsIn(value, { name, above, names, depth, fewest = 2 }) {
  if (depth > MOST_DEPTH) return [];
  const below = { above, names, depth: depth + 1 };
  const objects = (Array.isArray(value) ? value : Object.values(value ?? {})).filter(isObject);
  const isOfLists = !Array.isArray(value) && objects.some((one) => holdsPayments(one, names));
  const isList =
    Array.isArray(value) || (isObject(value) && objects.length >= fewest && !isOfLists);
  if (isList) {
    const payments = objects.map((one) => withAbove(fieldsOf(one, names), above));
    if (payments.some(isPayment)) return [{ name, payments }];
  }
  if (Array.isArray(value))
    return objects.flatMap((one) => {
      const shared = withAbove(fieldsOf(one, names), above);
      return partsOf(one).flatMap(([key, part]) =>
        listsIn(part, { ...below, name: key, above: shared }),
      );
    });
  return isObject(value)
    ? partsOf(value).flatMap(([key, part]) =>
        listsIn(part, {
          ...below,
          name: nameOf(key, name),
          fewest: isOfLists ? 1 : 2,
          // `{"2026-10-12": [{…}, {…}]}`: what was spent on each day.
          above: { ...above, ...unitsOf(value), ...(isDateCell(key) && { date: key }) },
        }),
      )
    : [];
}

/** Its own first: a day or a kind above it may be of the list. @param {Fields} own @param {Fields} above @returns {Fields} */
const withAbove = (own, above) => ({ ...own, ...above, ...own });

/** What all amounts below are counted in: `{unit: 'paise', transactions: […]}`. @param {Record<string, unknown>} object */
const unitsOf = (object) =>
  Object.fromEntries(
    Object.entries(object)
      .filter(([key, value]) => saysUnit(plainName(key)) && !(value instanceof Object))
      .map(([key, value]) => [key, String(value)]),
  );

/** `{a1: {…}, a2: {…}}`, each a payment by a key of its own. @param {Record<string, unknown>} object @param {Names} names */
function holdsPayments(object, names) {
  let count = 0;
  return Object.values(object).some((part) => {
    if (isObject(part) && isPayment(fieldsOf(part, names))) count += 1;
    return count > 1;
  });
}

/** `{incomes: {items: […]}}` are incomes. @param {string} key @param {string} above */
const nameOf = (key, above) =>
  typeOfList(key) === 'unknown' && typeOfList(above) !== 'unknown' && !PLANNED.test(key)
    ? above
    : key;

/**
 * What is planned beside what was paid was not paid.
 *
 * @param {List[]} lists
 * @returns {List[]}
 */
function withPlanned(lists) {
  if (lists.every(({ name }) => PLANNED.test(name))) return lists;
  const keys = lists.flatMap(({ payments }) => payments.flatMap((fields) => Object.keys(fields)));
  const status = keys.find((key) => roleOf(key) === 'status') ?? 'status';
  return lists.map((list) =>
    PLANNED.test(list.name)
      ? { ...list, payments: list.payments.map((one) => ({ ...one, [status]: 'planned' })) }
      : list,
  );
}

/** @param {Fields} fields */
function isPayment(fields) {
  const roles = Object.keys(fields).map(roleOf);
  return (
    roles.some((role) => role === 'date' || role === 'time') &&
    roles.some((role) => MONEY.includes(role)) &&
    looksLikeRecord(Object.values(fields))
  );
}

/** @param {string} name */
const roleOf = (name) => namedRole(plainName(name)).role;

/**
 * @param {Record<string, unknown>} object
 * @param {Names} names
 * @param {string} [within] the name of what it is a part of
 * @param {number} [depth]
 * @returns {Fields}
 */
function fieldsOf(object, names, within = '', depth = 0) {
  /** @type {Fields} */
  const fields = {};
  // Its API counts in thousandths.
  const isOfYnab = ['payee_id', 'cleared', 'approved'].every((key) => key in object);
  for (const [key, written] of Object.entries(object)) {
    const value =
      isOfYnab && key === 'amount' && typeof written === 'number' ? written / 1000 : written;
    const name = within && ITSELF.test(key) ? within : `${within} ${key}`.trim();
    // Splitwise calls so what settles a debt.
    if (key === 'payment' && typeof value === 'boolean') fields['is settlement'] = String(value);
    else if (DELETED.test(key)) fields['is deleted'] = String(!NO_MOMENT.test(String(value ?? '')));
    else if (isObject(value)) {
      if (depth < MOST_NESTED) Object.assign(fields, fieldsOf(value, names, name, depth + 1));
    } else if (Array.isArray(value)) {
      const words = value.map((one) => (isObject(one) ? (one.name ?? one.title) : one));
      if (words.every((word) => typeof word === 'string')) fields[name] = words.join(', ');
    } else {
      const [one, told] = named(name, value, names);
      fields[one] = told;
    }
  }
  return fields;
}

/** @param {string} name @param {unknown} value @param {Names} names @returns {[string, string]} what another list calls it */
function named(name, value, names) {
  const one = singular(name.replace(/[ _]?ids?$/iu, ''));
  const told = names.get(one)?.get(String(value));
  return told ? [one, told] : [name, textOf(name, value)];
}

/** @param {string} name @param {unknown} value of no parts */
function textOf(name, value) {
  const text =
    typeof value === 'number'
      ? String(Number(value.toFixed(6)))
      : String(value ?? '')
          .replace(/\s+/gu, ' ')
          .trim();
  if (MOMENT.test(text) && ['date', 'time'].includes(roleOf(name)))
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
  const plain = plainName(name);
  const isUnit = saysUnit(plain) && !/\b(amount|amt|value|price|total)\b/u.test(plain);
  const isPaise = IN_PAISE.test(plain) && !isUnit && /^-?\d+$/u.test(text);
  return isPaise ? (Number(text) / 100).toFixed(2) : text;
}

/**
 * What lists beside the payments are called, for what names their ids: `categories: [{id, name}]`.
 *
 * @param {unknown} content
 * @returns {Names}
 */
function namesIn(content) {
  /** @type {Names} */
  const names = new Map();
  for (const [key, list] of isObject(content) ? Object.entries(content) : []) {
    const pairs = (Array.isArray(list) ? list : []).flatMap((one) =>
      isObject(one) && typeof one.name === 'string' && ['string', 'number'].includes(typeof one.id)
        ? [/** @type {[string, string]} */ ([String(one.id), one.name])]
        : [],
    );
    if (pairs.length > 0) names.set(singular(key), new Map(pairs));
  }
  return names;
}

/** @param {string} name */
const singular = (name) => name.toLowerCase().replace(/ies$/u, 'y').replace(/s$/u, '');

/**
 * One table of all, whose first column is what each is: as it says itself, or else the list that it is in, such
 * as `incomes`.
 *
 * @param {readonly List[]} lists
 * @returns {Omit<Row, 'line'>[]} with a header
 */
function tableOf(lists) {
  const columns = [
    ...new Set(lists.flatMap(({ payments }) => payments.flatMap((fields) => Object.keys(fields)))),
  ];
  const rows = lists.flatMap(({ name, payments }) =>
    payments.map((fields) => ({
      cells: [
        typeIn(fields) ?? (typeOfList(name) === 'unknown' ? '' : name),
        ...columns.map((column) => fields[column] ?? ''),
      ],
      key: keyOf(fields),
    })),
  );
  return rows.some(({ cells: [type] }) => type !== '')
    ? [{ cells: ['Type', ...columns] }, ...rows]
    : [{ cells: columns }, ...rows.map(({ cells, key }) => ({ cells: cells.slice(1), key }))];
}

/** Wherever its parts stand: which columns there are depends on all that is in the file. @param {Fields} fields */
const keyOf = (fields) =>
  Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .sort();

/** @param {Fields} fields @returns {string | undefined} */
const typeIn = (fields) =>
  Object.entries(fields).find(
    ([name, value]) => ['type', 'side'].includes(roleOf(name)) && isKind(value),
  )?.[1];

/** @param {string} value */
const isKind = (value) => typeOf(value) !== 'unknown' || isSideWord(value);
