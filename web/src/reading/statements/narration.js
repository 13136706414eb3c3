/** The payee and the payment's reference out of a bank's narration. */

const REFERENCE_WORD =
  /\b(?:utr|rrn|ref(?:erence)?|txn id|upi ref)(?: ?(?:no|number|#))?\.?\s*[:#-]?\s*([a-z]{0,5}\d{6,22})\b/iu;
const RAILS =
  /(?:upi|imps|neft|rtgs|p2[am]|mmt|mob|ib|inb)[\s/:-]+(?:dr|cr|out|in|p2[am]|imps|neft)?[\s/:-]*([a-z]{0,5}\d{9,22})(?!\d)/iu;
const TWELVE = /(?<![\dx*])(\d{12})(?![\d*x])/iu;

/**
 * @param {string} text
 * @returns {string | null} without leading zeros, so that two files' writings of it meet
 */
export function plainReference(text) {
  const plain = text
    .replace(/[\s'"]/gu, '')
    .toUpperCase()
    .replace(/^(UPI|IMPS|REF|RRN|UTR)[-:/]?/u, '')
    .replace(/^0+/u, '');
  return /\d{5}/u.test(plain) && plain.length <= 40 ? plain : null;
}

/** @param {string} narration @returns {string | null} */
export function referenceIn(narration) {
  const found = [REFERENCE_WORD, RAILS, TWELVE]
    .map((pattern) => pattern.exec(narration)?.[1])
    .find(Boolean);
  return found && /[1-9]/u.test(found) ? plainReference(found) : null;
}

const NOT_A_NAME =
  /^(upi|imps|neft|rtgs|mmt|ach|nach|ecs|pos|ib|inb|dr|cr|d|c|p2[am]|to|by|trf|tpt|bil|onl|ecom|netbank.*|payment.*|pay|billpay.*|collect|mandate|auto ?pay|null|na|paid via.*|sent using.*|.*@.*|[a-z]{4}0[a-z0-9]{6}|[a-z]{0,6}[\dx*]{4,}[a-z\d]*|.*\bbank\b.*|hdfc|icici|sbin?|utib|kkbk|yesb?|axis|idfb|punb|barb|cnrb|ubin|indb|fdrl)$/iu;

/**
 * `UPI-CORNER BAKERY-CORNERBAKERY@OKTEST-HDFC0000000-627…-UPI` → `Corner Bakery`.
 *
 * @param {string} narration
 * @returns {string} empty where none stands out
 */
export function payeeIn(narration) {
  const plain = narration.replace(
    /^(paid to|money sent to|sent to|received from|payment to|automatic payment (for|of)|transfer ?:)\s+/iu,
    '',
  );
  if (plain !== narration) return titled(plain.split(/ · |, /u)[0]);
  const rails = /^(upi|imps|neft|rtgs|mmt|ach|nach|ib|bil|inb|ecs|tpt|mob)\b/iu.test(narration);
  if (!rails && !/^(pos|ecom|atw|vps)\b/iu.test(narration)) return titled(narration);
  const parts = narration.split(/[-/:]|\s{2,}/u).map((part) =>
    part
      .replace(/^(pos|ecom|vps|neft|imps|upi|ach)\s+(dr|cr|d|c)?\b|^(pos|ecom)\s+/iu, '')
      .replace(/\b[\dx*]{6,}\b/giu, '')
      .trim(),
  );
  return titled(parts.find((part) => /[a-z]{3}/iu.test(part) && !NOT_A_NAME.test(part)) ?? '');
}

/** @param {string} name */
export function titled(name) {
  const plain = name.replace(/\s+/gu, ' ').trim().slice(0, 60);
  return plain === plain.toUpperCase() || plain === plain.toLowerCase()
    ? plain
        .toLowerCase()
        .replace(/(^|[\s&.(-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
    : plain;
}
