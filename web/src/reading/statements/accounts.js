/** Whose statement a file is: the bank, and the last four digits of the account or card. */

/**
 * @typedef {{bank: string, last4: string}} Account `bank` empty where only the digits are told
 */

/** A bank by its words, or by the first four letters of its branches' codes. @type {[string, RegExp][]} */
const BANKS = [
  ['HDFC Bank', /\bhdfc\b|\bHDFC0/iu],
  ['SBI Card', /\bsbi ?card/iu],
  ['SBI', /state bank of india|\bsbi\b|\bSBIN0/iu],
  ['ICICI Bank', /\bicici\b|\bICIC0/iu],
  ['Axis Bank', /\baxis (bank|card)|\bUTIB0/iu],
  ['Kotak', /\bkotak\b|\bKKBK0/iu],
  ['IDFC FIRST', /\bidfc\b|\bIDFB0/iu],
  ['PNB', /punjab national|\bpnb\b|\bPUNB0/iu],
  ['Bank of Baroda', /bank of baroda|\bBARB0/iu],
  ['Canara Bank', /\bcanara\b|\bCNRB0/iu],
  ['Union Bank', /union bank|\bUBIN0/iu],
  ['IndusInd Bank', /\bindusind\b|\bINDB0/iu],
  ['Yes Bank', /\byes bank\b|\bYESB0/iu],
  ['AU Bank', /\bau (small|bank)|\bAUBL0/iu],
  ['Federal Bank', /federal bank|\bFDRL0/iu],
  ['South Indian Bank', /south indian bank|\bSIBL0/iu],
  ['Indian Bank', /\bindian bank\b|\bIDIB0/iu],
  ['Bank of India', /bank of india|\bBKID0/iu],
  ['IDBI Bank', /\bidbi\b|\bIBKL0/iu],
  ['RBL Bank', /\brbl\b|\bRATN0/iu],
  ['Bandhan Bank', /\bbandhan\b|\bBDBL0/iu],
  ['Standard Chartered', /standard chartered|\bSCBL0/iu],
  ['HSBC', /\bhsbc\b|\bHSBC0/iu],
  ['American Express', /american express|\bamex\b/iu],
  ['OneCard', /\bonecard\b/iu],
];
const NUMBER =
  /(?:\ba\/?c|\bacc(?:oun)?t|\bcard|statement of account)\s*(?:no|number|num|#)?\s*[-:.#=]*\s*(?:\([^)]*\)\s*)?[|,;:\s"'=_-]*((?:[x*\d]{2,6}[ -]?){1,5}\d{4}|\d{8,18}|[x*]{1,16}\d{3,4})(?!\d)/iu;

const HOLDER =
  /(?:^\W*|\b(?:customer|account(?: holder)?|holder|client)(?:['’]?s)? )name\s*[-:,]*\s*(?:(?:mr|mrs|ms|shri|smt|dr)\.? +)?((?:\p{L}{2,} ){1,3}\p{L}{2,}?)(?= *$|[^\p{L} ]| (?:a\/c|account|type|customer|cif|address|branch|currency|statement)\b)/imu;

/**
 * Whose account it is, where the file says so with a name of several words.
 *
 * @param {string} around the text outside of the file's tables, a line for each row
 * @returns {(narration: string) => boolean} whether a narration has that name in it
 */
export function holderIn(around) {
  const letters = (/** @type {string} */ text) => text.replace(/\P{L}/gu, '').toLowerCase();
  const holder = letters(HOLDER.exec(around)?.[1] ?? '');
  return (narration) => holder.length > 6 && letters(narration).includes(holder);
}

/**
 * @param {string} around the text outside of the file's tables
 * @returns {Account | null} null where no number of an account stands there
 */
export function accountIn(around) {
  const digits = NUMBER.exec(around)?.[1].replace(/\D/gu, '') ?? '';
  if (digits.length < 3) return null;
  const places = BANKS.map(([bank, words]) => ({ bank, at: around.search(words) }));
  const first = places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0];
  return { bank: first?.bank ?? '', last4: digits.slice(-4) };
}
