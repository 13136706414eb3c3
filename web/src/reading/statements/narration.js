/** The payee and the payment's reference out of a bank's narration. */

import { cut } from '../folding.js';

const REFERENCE_WORD =
  /\b(?:utr|rrn|ref(?:erence)?|txn id|upi ref|txn(?= no))(?: ?(?:no|number|#))?\.?\s*[:#-]?\s*([a-z]{0,5}\d{6,22})\b/iu;
const RAILS =
  /(?:(?:upi|imps|neft|rtgs)[a-z]{0,3}|p2[am]|mmt|mob|ib|inb)[\s/:-]+(?:dr|cr|out|in|mb|ib|p2[am]|imps|neft)?[\s/:-]*([a-z]{0,5}\d{9,22})(?!\d)/iu;
/** A mandate's own number stands in each of its payments, whatever the bank calls it. */
const MANDATE =
  /\b(?:e-?)?(?:mandate|nach|ach|ecs)\b|\bumrn?\b|\bumn\b|standing (?:order|instruction)|(?<=^|[\s/:-])SI(?=[\s/:-])/iu;
/** Not a telephone's, 91 before it, which stands in all payments to its owner. */
const TWELVE = /(?<=\b(?:upi|imps|neft|rrn|p2[am])|(?<![\da-z*]))(?!91[6-9])(\d{12})(?![\d*x@])/iu;

/** As the API has it, which takes letters, digits and a few marks. */
const LONGEST_REFERENCE = 64;

/**
 * @param {string} text
 * @returns {string | null} without leading zeros, so that two files' writings of it meet
 */
export function plainReference(text) {
  const plain = text
    .replace(/[\s'"]/gu, '')
    .toUpperCase()
    .replace(
      /^(?:(?:UPI|IMPS|REF(?:ERENCE)?|RRN|UTR)[-.:/]?)+(?:(?:NO|NUMBER|ID)[-.:/#]*(?=[\dA-Z]*\d))?/u,
      '',
    )
    .replace(/^0+/u, '');
  // `TRANSFER TO 4897000000000` is an account that all payments of a kind go through.
  const isOne =
    /\d{5}/u.test(plain) && /^[-0-9A-Z./_:*@&+]+$/u.test(plain) && !/[A-Z]{7}/u.test(plain);
  return isOne && plain.length <= LONGEST_REFERENCE ? plain : null;
}

/**
 * The reference of a payment. One that a mandate makes has none, unless UPI numbers it: what stands there
 * may be the number of the mandate, by which next month's payment would be taken for this one.
 *
 * @param {string} narration
 * @param {readonly (string | null)[]} [columns] references that have columns of their own, the best first
 * @returns {string | null}
 */
export function referenceOf(narration, columns = []) {
  if (MANDATE.test(narration) && !/\bupi\b/iu.test(narration)) return null;
  // A bank's own number of the row meets no other file's; the number of the payment does.
  return (
    columns.find((column) => column && TRACE.test(column)) ??
    traceIn(narration) ??
    columns.find(Boolean) ??
    referenceIn(narration)
  );
}

/** The number that all parties of a payment have: of UPI and IMPS twelve digits, of NEFT and RTGS the bank's letters before it. */
const TRACE = /^(\d{11,12}|[A-Z]{4}[A-Z\d]\d{10,17})$/u;

/** What says the number of each payment, wherever in its words. */
const BY_NUMBER = /^(?:upi|imps)[a-z]{0,3}[/:-]/iu;

/** @param {string} narration @returns {string | null} */
function traceIn(narration) {
  const found = RAILS.exec(narration)?.[1] ?? '';
  const other = BY_NUMBER.test(narration) ? TWELVE.exec(narration)?.[1] : undefined;
  const trace = /^\d{12}$/u.test(found) ? found : other;
  return trace && /[1-9]/u.test(trace) ? plainReference(trace) : null;
}

/** @param {string} narration @returns {string | null} */
function referenceIn(narration) {
  const found = [REFERENCE_WORD, RAILS, TWELVE]
    .map((pattern) => pattern.exec(narration)?.[1])
    .find(Boolean);
  return found && /[1-9]/u.test(found) ? plainReference(found) : null;
}

/** What an app writes behind the name: the payment's number, and from which account it came. */
const HOW =
  /\s+(?:·\s*)?(?:(?:upi )?(?:transaction|txn|ref(?:erence)?)\.? ?(?:id|no|number)\b|(?:paid by|debited from|credited to|using|via (?:upi|imps|neft)\b) ?).*$/iu;

const NOT_A_NAME =
  /^(upi[a-z]{0,3}|pci|pcd|vin|ips|imps|neft|rtgs|mmt|ach|nach|ecs|pos|ib|inb|dr|cr|d|c|p2[am]|to|by|trf|tpt|bil|onl|ecom|netbank.*|payment.*|pay|billpay.*|collect|mandate|auto ?pay|null|na|paid via.*|pur(chase)?|prch|pg|cr ?adj|rev(ersal)?|rib|bpay|inft|from|rrn|clg|brn|fund ?tr(f|ansfer)|(ib )?funds transfer( [cd]r)?|sent using.*|.*@.*|[a-z]{4}0[a-z0-9]{6}|[a-z]{0,6}[\dx*]{4,}[a-z\d]*|.*\bbank\b.*|hdfc|icici|sbin?|utib|kkbk|yesb?|axis|idfb|punb|barb|cnrb|ubin|indb|fdrl|inet|visa|mastercard|rupay|pay ?to|g?paym?|fn|os|mobft to)$/iu;

/**
 * `UPI-CORNER BAKERY-CORNERBAKERY@OKTEST-HDFC0000000-627…-UPI` → `Corner Bakery`.
 *
 * @param {string} narration
 * @returns {string} empty where none stands out
 */
export function payeeIn(narration) {
  const plain = narration.replace(
    /^(paid to|money sent to|sent to|received from|(?:upi )?payment to(?: merchant)?|automatic payment (for|of)|transfer ?:)\s+/iu,
    '',
  );
  if (plain !== narration) return titled(plain.split(/ · |, /u)[0].replace(HOW, ''));
  if (CASH.test(narration)) return 'Cash withdrawal';
  // One writes both sides of it.
  const [, to] = /\bfrom:[^/]+\/to:([^/]+)/iu.exec(narration) ?? [];
  if (to) return titled(ofAddress(to) ?? to);
  const told = narration.replace(BOOKED, '').replace(/-+$/u, '');
  if (!RAIL.test(told)) return titled(told.replace(/ · (?:transaction|txn|utr|ref)\b.*$/iu, ''));
  const parts = told.split(/[-/:]|\s{2,}/u).map((part) =>
    part
      .replace(/^(pos|ecom|vps|neft|imps|upi|nach|ach|inb)\s*(dr|cr|d|c)?\b|^(pos|ecom)\s+/iu, '')
      .replace(/^(sbi|oth)pos\d*|^(ach|nach)(dr|cr)?\b|\b(nach|ach)\d+\b/giu, '')
      .replace(/\b[a-z]{4}\d{6,}\b( bd\b)?/giu, '')
      .replace(/\b[\dx*]{6,}\b/giu, '')
      .trim(),
  );
  const names = parts.filter((part) => /[a-z]{3}/iu.test(part) && !NOT_A_NAME.test(part));
  // To a third party: what it is for, and then to whom.
  const name = namedIn(told, names);
  // Of some the bank tells nothing but their address.
  return titled(name ?? ofAddress(told) ?? '');
}

/** @param {string} told @param {string[]} names what could be one, in order */
function namedIn(told, names) {
  if (/^tpt\b/iu.test(told)) return names[names.length - 1];
  // By its place: kind, rail, number, remark, name, and the bank's, which may be cut short.
  const [, , , , named = '', bank] = /^mmt\//iu.test(told) ? told.split('/') : [];
  return bank !== undefined && names.includes(named.trim()) ? named : names[0];
}

/** Who an address of UPI is of, where its letters say so and not whose machine it is. @param {string} text */
function ofAddress(text) {
  const [, name] = /(?<![a-z\d.])([a-z][a-z.]{2,30})\d{0,4}@[a-z]{2}/iu.exec(text) ?? [];
  return name && !/^(paytm(qr)?|bharatpe|gpay|vyapar|q)\.?$/iu.test(name)
    ? name.replaceAll('.', ' ')
    : undefined;
}

const CASH =
  /^(?!.*\b(?:amc|fees?|charges?|chgs?|chrgs?|annual|declined?)\b)(?:eaw|nwd|atw|awl|nfs|atm)\b[-/ ]|\bcash wdl\b|^atm wd[lr]\b|\batm (?:cash|withdrawal)\b|^cash withdrawal\b(?!.*\b(?:fees?|charges?|chgs?)\b)/iu;

/** How SBI says that it booked something, before it says what. */
const BOOKED =
  /^(?:(?:(?:to|by) transfer|(?:wdl|dep) tfr)[-\s]+|transfer (?:to|from) \d{6,}[-\s]+|(?:by debit card|debit|credit)-\s*)(?=\S)/iu;
const RAIL =
  /^(?:upi[a-z]{0,3}|imps|neft|rtgs|mmt|mobft|fn|os|n?ach(?:dr|cr)?|ib|bil|inb|ecs|tpt|mob|pos|ecom|atw|vps|vin|ips|pci|pcd|(?:sbi|oth)pos\d*[a-z ]*)(?![a-z])/iu;

/** Whether it begins as a bank's narration does, with how the money went. @param {string} text */
export const isOfRails = (text) => RAIL.test(text);

/** @param {string} name */
export function titled(name) {
  const plain = cut(name.replace(/\s+/gu, ' ').trim(), 60);
  return plain === plain.toUpperCase() || plain === plain.toLowerCase()
    ? plain
        .toLowerCase()
        .replace(/(^|[\s&.(-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
    : plain;
}
