/** What a number in a line says when it isn't an amount of money: a quantity, a time, a name's part. */
import { FOREIGN_CODES } from './numbers.js';

const words = (/** @type {string} */ text) => new Set(text.split(/\s+/u));

/** Measures and times: whatever they count is never money. */
const MEASURES = words(
  `kg kgs kilo kilos g gm gms gram grams mg quintal quintals l ltr ltrs litre litres liter liters ml cl
  km kms m cm mm ft feet inch inches mile miles metre metres meter meters mins minute minutes min hr hrs
  hour hours day days night nights week weeks month months year years yrs am pm baje gb mb tb kwh bhk nd rd
  th st percent dozen dozens doz किलो ग्राम लीटर दर्जन घंटे घंटा दिन रात हफ्ते महीने महीना साल बजे din mahine ghante`,
);

/** Things and people that a few of are bought: `2 plates`, yet `60 plate` may be a price. */
const THINGS = words(
  `pc pcs piece pieces pack packs packet packets pkt pkts bottle bottles can cans box boxes bag bags bunch
  tray trays plate plates cup cups glass glasses pair pairs set sets unit units nos times time people persons
  person pax friend friends heads members kids children adults guests seats tickets ticket rooms room पैकेट प्लेट
  कप लोग बोतल जोड़ी log plet bachche`,
);

/** What a number after it tells apart: `sector 62`. */
const LABELS = words(
  `sector flat room gate platform grade std class seat floor block phase wing episode season section ref
  reference utr rrn txn invoice plot ward pin otp id no number num size version iphone galaxy chapter
  level route highway nh terminal`,
);

/** What a reference, and never money, comes after. */
const REFERENCES = words('ref reference utr rrn txn otp pin id no number num');

/** What has a number of its own, and is bought as well: `mobile 15000`. */
const PHONES = words('phone mobile ph tel landline');

/** What is told apart by its place in a row: `10th class`, `1st floor`, `2nd hand`. */
const RANKED = words(
  `class std standard grade board sem semester term year floor cross main block stage phase hand birthday
  anniversary level round edition season ac`,
);

/** For how many, or of which kind: `lunch for 2`. */
const FOR = words('for with of between among hum at');

/** Other money than rupees. */
const FOREIGN = words(
  `${FOREIGN_CODES.join(' ')} dollar dollars euro euros pound pounds dirham dirhams`,
);

/** @param {string} word beside a number */
export const isForeign = (word) => FOREIGN.has(word.toLowerCase());
/** @param {string} word that follows a number */
export const isMeasure = (word) => MEASURES.has(word.toLowerCase());
/** @param {string} word that follows a number */
export const isThing = (word) => THINGS.has(word.toLowerCase());
/** @param {string} word that stands before a number */
export const isLabel = (word) => LABELS.has(word.toLowerCase());
/** @param {string} word that stands before a number @param {string} digits */
export const isReference = (word, digits) =>
  REFERENCES.has(word.toLowerCase()) ||
  (PHONES.has(word.toLowerCase()) && /^\d{7,}$/u.test(digits));
/** @param {string} word that follows such as `10th` */
export const isRanked = (word) => RANKED.has(word.toLowerCase());
/** @param {string} word that stands before a number */
export const isFor = (word) => FOR.has(word.toLowerCase());
